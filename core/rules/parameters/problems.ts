import type * as z from "zod";
import { list } from "../../base/format.ts";
import { fieldsOf, type ParameterField } from "./fields.ts";
import { rangeText, valueText } from "./words.ts";

/** What is wrong with a parameter: its title, what it is, what it may be with its unit. */
export interface ParameterProblem {
  /** Of the value at fault: the parameter's name, and its part where it has any. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** As it was written, and no more of it than a line. */
const quoted = (text: string) => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;

function wrongWith(field: ParameterField, value: unknown): string {
  const { kind } = field;
  if (value === undefined || value === null || value === "") return "nothing is given";
  const what = typeof value === "string" ? quoted(value) : "what is given";
  if (kind.is !== "number") return `${what} does not fit`;
  if (typeof value !== "number" || !Number.isFinite(value)) return `${what} is no number`;
  const said = valueText(field, value);
  if (kind.min !== null && (kind.isMinOut ? value <= kind.min : value < kind.min))
    return `${said} is too little`;
  return kind.max !== null && value > kind.max ? `${said} is too much` : `${said} is not whole`;
}

function problemOf(field: ParameterField, given: unknown, issue: z.core.$ZodIssue): ParameterProblem {
  const { path } = issue;
  if (field.kind.is === "selection")
    return {
      path: path.length > 1 ? path : [field.name, "value"],
      message: `${field.title}: ${path.length === 1 && issue.code === "custom" ? issue.message : "choose whom or what it speaks of"}.`,
    };
  const range = rangeText(field);
  return {
    path: [field.name],
    message: `${field.title}: ${issue.code === "custom" ? `${valueText(field, given)} ${issue.message}` : wrongWith(field, given)}.${range ? ` Use ${range}.` : ""}`,
  };
}

/**
 * What is wrong with parameters that somebody gives a rule or a shape, once for each parameter; empty where they fit. A name that the
 * schema does not know is wrong too: left out in silence, the plan would be judged by another number than was meant.
 */
export function parameterProblems(schema: z.ZodType, given: unknown): readonly ParameterProblem[] {
  const fields = fieldsOf(schema);
  const known = list(fields.map(({ title }) => title));
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return [{ path: [], message: "These are no parameters: give each by its name." }];
  const strange = Object.keys(given)
    .filter((name) => fields.every((field) => field.name !== name))
    .map((name) => ({
      path: [name],
      message: `There is no parameter ${quoted(name)}: ${known ? `this has ${known}` : "this has none"}.`,
    }));
  const told = new Map<string, ParameterProblem>();
  const issues = schema.safeParse(given).error?.issues ?? [];
  // What two parameters make together is told once each of them fits by itself.
  const single = issues.filter(({ code, path }) => code !== "custom" || path.length > 1);
  for (const issue of single.length > 0 ? single : issues) {
    const field = fields.find(({ name }) => name === issue.path[0]);
    if (!field || told.has(field.name)) continue;
    told.set(field.name, problemOf(field, (given as Record<string, unknown>)[field.name], issue));
  }
  return [...told.values(), ...strange];
}
