import { amountText, list } from "../../base/format.ts";
import type { Entity, EntityName } from "../entities.ts";
import {
  at,
  choice,
  flag,
  type Look,
  number,
  prose,
  quote,
  quoted,
  refs,
  type TableWords,
  value,
} from "./word.ts";

/** How settings of rules, own rules and waivers are told. */

type Setting = Entity<"ruleSetting">;
type Values = Readonly<Record<string, unknown>>;
interface Effect {
  readonly isEnabled: boolean;
  readonly params: Values;
}

/** Tables whose rows an own rule may speak of, by what it says: `{ by: "person", value }`. */
const CHOSEN_BY: Readonly<Record<string, EntityName>> = {
  person: "person",
  role: "role",
  module: "module",
  scene: "scene",
  kit: "kit",
};
const isChoice = (of: unknown): of is { by: string; value: string } =>
  typeof of === "object" && of !== null && "by" in of && "value" in of;

/** `daily limit 6.5 h → 5 h` for each parameter that differs. */
function parameterChanges(id: string, before: Values, after: Values, look: Look): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [from, to] = [before[name], after[name]];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const words = look.book.parameterOf(id, name);
    const title = words?.title ?? "a parameter";
    const text = (of: unknown): string | null => {
      if (isChoice(of)) {
        const table = CHOSEN_BY[of.by];
        return of.by === "any" ? "anything" : table ? look.of(table, of.value) : `${of.by} ${of.value}`;
      }
      if (!words || (typeof of === "object" && of !== null && !Array.isArray(of))) return null;
      return words.text(of);
    };
    const [was, is] = [from === undefined ? null : text(from), text(to)];
    if (is === null) return [`${title} changed`];
    return [was === null ? `${title} ${is}` : `${title} ${was} → ${is}`];
  });
}

/** What judges a plan: the book, over it the production, over that the scenario. */
function effectOf(id: string, layers: readonly (Setting | null | undefined)[], look: Look): Effect {
  const set = layers.filter((layer) => layer !== null && layer !== undefined);
  return {
    isEnabled: set.at(-1)?.isEnabled ?? true,
    params: Object.assign({}, look.book.defaultsOf(id), ...set.map(({ params }) => params)),
  };
}

const title = (ruleId: string, look: Look) => look.book.titleOf(ruleId, look.tables);

/** `Rule ‘Daily duty’: switched off (reason: “…”)`, by what changes for who reads the plan. */
const settingWords = (where: string, below: (id: string, look: Look) => Setting | undefined) =>
  ({
    one: "setting of a rule",
    many: "settings of rules",
    name: ({ id }, look) => `rule ‘${title(id, look)}’${where}`,
    fields: {
      isEnabled: flag("switched on", "switched off"),
      params: prose("parameters"),
      reason: quoted("reason"),
    },
    tell(before, after, look) {
      const id = (after ?? before)?.id ?? "";
      const [was, is] = [before, after].map((own) => effectOf(id, [below(id, look), own], look)) as [
        Effect,
        Effect,
      ];
      const changes = [
        ...(was.isEnabled === is.isEnabled ? [] : [is.isEnabled ? "switched on" : "switched off"]),
        ...parameterChanges(id, was.params, is.params, look),
      ];
      const reason =
        after?.reason && after.reason !== before?.reason ? `(reason: ${quote(after.reason)})` : "";
      const back = after === null ? "set back to the book" : "";
      const told = [back, changes.join(", ")].filter(Boolean).join(": ");
      if (!told) return reason ? `reason ${quote(after?.reason)}` : "set as it was";
      return reason ? `${told} ${reason}` : told;
    },
  }) satisfies TableWords<"ruleSetting">;

const beneficiaries = ({ stripIds, personIds }: Entity<"waiver">, look: Look) =>
  list([...stripIds.map((id) => look.of("strip", id)), ...personIds.map((id) => look.of("person", id))]) ||
  "anybody";

export const ruleWords = {
  houseRule: settingWords(" in the whole production", () => undefined) as TableWords<"houseRule">,
  ruleSetting: settingWords("", (id, { tables }) =>
    tables.houseRule.find((row) => (row.id as string) === id),
  ),

  ownRule: {
    one: "own rule",
    many: "own rules",
    name: ({ title: sentence }) => `own rule ‘${sentence}’`,
    fields: {
      shape: () => "made of another shape",
      title: value("now", (text: string) => `‘${text}’`),
      level: choice("level"),
      params: prose("parameters"),
      isEnabled: flag("switched on", "switched off"),
      reason: quoted("reason"),
    },
    tell(before, after, look) {
      if (!before || !after) return null;
      const changes = [
        ...(before.title === after.title ? [] : [`now ‘${after.title}’`]),
        ...(before.level === after.level ? [] : [`level ${before.level} → ${after.level}`]),
        ...(before.isEnabled === after.isEnabled ? [] : [after.isEnabled ? "switched on" : "switched off"]),
        ...(before.shape === after.shape
          ? parameterChanges(after.shape, before.params, after.params, look)
          : ["made of another shape"]),
        ...(before.reason === after.reason ? [] : [`reason ${quote(after.reason)}`]),
      ];
      return changes.join(", ");
    },
  } satisfies TableWords<"ownRule">,

  waiver: {
    one: "waiver",
    many: "waivers",
    name: (row, look) => `waiver of ‘${title(row.ruleId, look)}’ for ${beneficiaries(row, look)}`,
    tell: (before, after, look) =>
      before === null && after
        ? `up to ${amountText(after.amount, look.book.unitOf(after.ruleId, look.tables))}, signed by ${after.signedBy}`
        : null,
    fields: {
      ruleId: value("of", (id: string, look) => title(id, look)),
      stripIds: refs("for", "strip"),
      personIds: refs("for", "person", "for nobody"),
      startsAt: at("from"),
      endsAt: at("until"),
      amount: number("up to"),
      rationale: prose("rationale"),
      askedBy: value("asked by"),
      signedBy: value("signed by"),
    },
  } satisfies TableWords<"waiver">,
};
