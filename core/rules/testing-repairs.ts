import { moveStrips } from "../model/command/move-strips.ts";
import { factsOf } from "../model/facts.ts";
import type { Rule } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { groupsOf } from "./groups.ts";

/** For tests: where a rule would move strips, "strip start". */
export const repairsOf = (rule: Rule, snapshot: ScenarioSnapshot, params: unknown = {}): readonly string[] =>
  groupsOf(rule.scope, factsOf(snapshot)).flatMap((group) =>
    rule
      .mend(params, group as never)
      .flatMap(({ repairs }) => repairs)
      .filter(({ commandId }) => commandId === moveStrips.id)
      .flatMap(({ input }) => (input as { moves: { stripId: string; startsAt: string }[] }).moves)
      .map(({ stripId, startsAt }) => `${stripId} ${startsAt}`),
  );
