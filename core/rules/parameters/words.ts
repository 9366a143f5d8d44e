import { list } from "../../base/format.ts";
import type { ParameterField, ParameterKind } from "./fields.ts";

/** `6.5`, `−1`, `1,000,000`. */
const numberText = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: 6 }).replace("-", "−");

const withUnit = (text: string, unit: string | null): string =>
  unit === null
    ? text
    : unit === "%" || unit === "°"
      ? `${text}${unit === "%" ? " " : ""}${unit}`
      : `${text} ${unit}`;

/** A parameter's value as people read it: `6.5 h`, `a ground site`, `RS and USOS`; `nothing` where it is left empty. */
export function valueText({ kind, unit }: ParameterField, value: unknown): string {
  const label = (each: unknown) =>
    ("options" in kind ? kind.options.find((option) => option.value === each)?.label : undefined) ??
    String(each);
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "number")
    return withUnit(numberText(value), value === 1 ? (unit?.replace(/s$/, "") ?? null) : unit);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : list(value.map(label));
  return typeof value === "object" ? JSON.stringify(value) : withUnit(label(value), unit);
}

type NumberKind = Extract<ParameterKind, { is: "number" }>;

function numbers({ min, max, isMinOut }: NumberKind, unit: string | null): string {
  const text = (value: number) => withUnit(numberText(value), unit);
  if (min === null) return max === null ? withUnit("any", unit) : `at most ${text(max)}`;
  if (max === null) return `${isMinOut ? "more than" : "at least"} ${text(min)}`;
  return isMinOut ? `more than ${text(min)}, at most ${text(max)}` : `${numberText(min)} to ${text(max)}`;
}

/** What a parameter may be, with its unit: `more than 0 h, at most 24 h`; null where there is nothing to tell. */
export function rangeText({ kind, unit }: ParameterField): string | null {
  switch (kind.is) {
    case "number":
      return `${kind.isWhole ? "a whole number, " : ""}${numbers(kind, unit)}${kind.mayBeEmpty ? ", or nothing" : ""}`;
    case "text":
      return kind.form && unit ? `${kind.form} ${unit}` : kind.form;
    case "choice":
      return list(
        kind.options.map(({ label }) => label),
        "or",
      );
    case "choices":
      return `any of ${list(kind.options.map(({ label }) => label))}`;
    case "check":
      return "yes or no";
    default:
      return null;
  }
}

/** A title in the middle of a sentence: `daily limit`; abbreviations stay. */
export const inSentence = (title: string): string => title.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());

/** How a setting departs from another: `daily limit 5 h instead of 6.5 h`, for each parameter that differs. */
export const departures = (
  fields: readonly ParameterField[],
  set: Readonly<Record<string, unknown>>,
  from: Readonly<Record<string, unknown>>,
): readonly string[] =>
  fields
    .filter(({ name }) => name in set && JSON.stringify(set[name]) !== JSON.stringify(from[name]))
    .map(
      (field) =>
        `${inSentence(field.title)} ${valueText(field, set[field.name])} instead of ${valueText(field, from[field.name])}`,
    );
