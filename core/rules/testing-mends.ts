import { commandById } from "../model/command/index.ts";
import { factsOf } from "../model/facts.ts";
import { applyPatch } from "../model/patch.ts";
import type { Repair, Rule } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { groupsOf } from "./groups.ts";
import { judge } from "./judge.ts";

/** For tests: every repair that a rule offers, in words, and what the rule finds in the plan once it is carried out; null: refused. */
export function mends(rule: Rule, snapshot: ScenarioSnapshot, params: unknown = {}) {
  const groups = groupsOf(rule.scope, factsOf(snapshot));
  return groups.flatMap((group) =>
    rule.mend(params, group).flatMap(({ repairs }) =>
      repairs.map(({ commandId, input, words }) => {
        const bound = commandById(commandId)?.bind(input);
        const patch = bound?.resolve(snapshot.tables);
        const after = patch?.ok ? applyPatch(snapshot.tables, patch.value) : null;
        const left = after?.ok ? judge(rule, { ...snapshot, tables: after.value }, params).amount : null;
        return [words ?? bound?.describe(snapshot.tables) ?? commandId, left] as const;
      }),
    ),
  );
}

/** For tests: the repairs themselves, as commands with their input. */
export const offersOf = (
  rule: Rule,
  snapshot: ScenarioSnapshot,
  params: unknown = {},
): readonly Pick<Repair, "commandId" | "input">[] =>
  groupsOf(rule.scope, factsOf(snapshot)).flatMap((group) =>
    rule
      .mend(params, group)
      .flatMap(({ repairs }) => repairs.map(({ commandId, input }) => ({ commandId, input }))),
  );

/** For tests: the blocks that a rule asks for. */
export const wantsOf = (rule: Rule, snapshot: ScenarioSnapshot, params: unknown = {}) =>
  groupsOf(rule.scope, factsOf(snapshot)).flatMap((group) =>
    rule.mend(params, group).flatMap(({ wants }) => wants),
  );
