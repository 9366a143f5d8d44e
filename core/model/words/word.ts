import { dayMonth, duration, list, moment } from "../../base/format.ts";
import type { EpochSeconds } from "../../base/quantity.ts";
import type { Entity, EntityName, Tables } from "../entities.ts";

/** What the rule book says of its rules, for who tells of their settings. Rules are above the model, so it is handed in. */
export interface RuleBook {
  /** "Daily duty"; an own rule by its sentence. */
  titleOf(ruleId: string, tables: Tables): string;
  /** The parameters that a rule has by itself. */
  defaultsOf(ruleId: string): Readonly<Record<string, unknown>>;
  /** Of a parameter of a rule, or of a shape of own rules: what it is called within a sentence, and how its value reads. */
  parameterOf(id: string, name: string): { title: string; text(value: unknown): string } | null;
  /** Of a rule's amount: "minutes over". */
  unitOf(ruleId: string, tables: Tables): string;
}

/** Where names of rows are looked up, by who tells of an edit. */
export interface Look {
  readonly tables: Tables;
  readonly book: RuleBook;
  /** What a row is called in the middle of a sentence, whether it is still there or goes or comes with the edit. */
  of(entity: EntityName, id: unknown): string;
}

/** How the change of one field is told: `rig 20 min → 30 min`, `pinned`. */
export type FieldWords = (before: unknown, after: unknown, look: Look) => string;
type Show = (value: never, look: Look) => string;

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** A value with its name: `mass 3 kg → 4 kg`; where it was taken out `no mass`, or what `nothing` says. */
export const value =
  (label: string, show: Show = String, nothing = `no ${label}`): FieldWords =>
  (before, after, look) => {
    const text = (of: unknown) => show(of as never, look);
    if (isNothing(after)) return nothing;
    return isNothing(before) ? `${label} ${text(after)}` : `${label} ${text(before)} → ${text(after)}`;
  };

/** One of two: `pinned`, `unpinned`. */
export const flag =
  (on: string, off: string): FieldWords =>
  (_, after) =>
    after ? on : off;

/** A text too long to be told, or not for everybody's eyes: only that it changed. */
export const prose =
  (label: string): FieldWords =>
  (before, after) =>
    isNothing(after) ? `${label} cleared` : isNothing(before) ? `${label} written` : `${label} changed`;

const QUOTED = 80;
/** A text on one line, in quotes, cut where it is long. */
export const quote = (text: unknown): string => {
  const whole = String(text).replaceAll(/\s+/g, " ");
  return `“${whole.length > QUOTED ? `${whole.slice(0, QUOTED - 1)}…` : whole}”`;
};
export const quoted = (label: string): FieldWords => value(label, quote);

/** Where a row stands among its like. */
export const order: FieldWords = () => "place in the list changed";
export const minutes = (label: string): FieldWords => value(label, (min: number) => duration(min));
export const at = (label: string): FieldWords =>
  value(label, (t: EpochSeconds) => `${moment(t)} GMT`, `${label} any time`);
export const number = (label: string, unit = ""): FieldWords =>
  value(label, (n: number) => (unit ? `${n} ${unit}` : String(n)).replace("-", "−"));
/** One of a fixed set; `words` for those that do not read by themselves. */
export const choice = (label: string, words: Readonly<Record<string, string>> = {}): FieldWords =>
  value(label, (of: string) => words[of] ?? of.replaceAll("-", " "));
export const choices = (label: string, words: Readonly<Record<string, string>> = {}): FieldWords =>
  value(label, (of: readonly string[]) => list(of.map((one) => words[one] ?? one.replaceAll("-", " "))));
/** A row that this one points to, by what it is called. */
export const ref = (label: string, entity: EntityName, nothing = `${label} nothing`): FieldWords =>
  value(label, (id: string, look) => look.of(entity, id), nothing);
export const refs = (label: string, entity: EntityName, nothing = `${label} nothing`): FieldWords =>
  value(label, (ids: readonly string[], look) => list(ids.map((id) => look.of(entity, id))), nothing);

/** `2021-10-08` → `8 Oct`. */
export const dateText = (date: string): string =>
  dayMonth((Date.parse(`${date}T12:00:00Z`) / 1000) as EpochSeconds);
export const date = (label: string): FieldWords => value(label, dateText);

/** How one table is told. */
export interface TableWords<N extends EntityName> {
  /** One row and several: "strip", "strips". */
  readonly one: string;
  readonly many: string;
  /** A row in the middle of a sentence: "scene 34", "Peresild"; never an id. */
  readonly name: (row: Entity<N>, look: Look) => string;
  /** The same where it comes or goes, if more is to be said: "strip of scene 34". */
  readonly whole?: (row: Entity<N>, look: Look) => string;
  readonly fields: { readonly [F in Exclude<keyof Entity<N>, "id">]: FieldWords };
  /** Where a row says more as a whole than field by field; null: nothing that a plan shows. */
  readonly tell?: (before: Entity<N> | null, after: Entity<N> | null, look: Look) => string | null;
}
