import * as z from "zod";
import type { ParameterWords } from "../../model/parameter.ts";

/** What a rule's schema says of one of its parameters: for forms, lists and refusals. */
export interface ParameterField {
  readonly name: string;
  /** As people read it: "Shortest rest". */
  readonly title: string;
  readonly unit: string | null;
  readonly kind: ParameterKind;
}
export type ParameterKind =
  | {
      readonly is: "number";
      readonly min: number | null;
      readonly max: number | null;
      /** The least is itself too little. */
      readonly isMinOut: boolean;
      readonly isWhole: boolean;
      readonly mayBeEmpty: boolean;
    }
  | { readonly is: "text"; readonly form: string | null }
  | { readonly is: "check" }
  | { readonly is: "choice" | "choices"; readonly options: readonly Choice[] }
  | { readonly is: "selection"; readonly by: readonly string[] }
  /** Anything else: written as JSON. */
  | { readonly is: "json" };
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** As z.toJSONSchema gives it, as far as it is read here. */
interface Described extends Partial<ParameterWords> {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
}

/** Of a whole number without bounds its schema says how far numbers are exact. */
const bound = (given: number | undefined): number | null =>
  given === undefined || Math.abs(given) === Number.MAX_SAFE_INTEGER ? null : given;

/** What a value is, or it is nothing: two types of one description, or two descriptions. */
function orNothing({ anyOf, ...of }: Described): Described | null {
  const either = typeof of.type === "object" ? of.type.map((type) => ({ ...of, type })) : (anyOf ?? []);
  const some = either.filter(({ type }) => type !== "null");
  return some.length === 1 ? (some[0] ?? null) : null;
}

function kindOf(of: Described, said: Partial<ParameterWords>): ParameterKind {
  const { form, words } = said;
  const some = orNothing(of);
  if (some) {
    const kind = kindOf(some, said);
    return kind.is === "number" ? { ...kind, mayBeEmpty: true } : kind;
  }
  const choices = (values: readonly string[]) =>
    values.map((value) => ({ value, label: words?.[value] ?? value }));
  if (of.type === "number" || of.type === "integer")
    return {
      is: "number",
      min: bound(of.minimum ?? of.exclusiveMinimum),
      max: bound(of.maximum),
      isMinOut: of.minimum === undefined && of.exclusiveMinimum !== undefined,
      isWhole: of.type === "integer",
      mayBeEmpty: false,
    };
  if (of.type === "boolean") return { is: "check" };
  if (of.type === "string")
    return of.enum ? { is: "choice", options: choices(of.enum) } : { is: "text", form: form ?? null };
  if (of.type === "array" && of.items?.enum) return { is: "choices", options: choices(of.items.enum) };
  const by = of.properties?.by?.enum;
  if (by && of.properties?.value) return { is: "selection", by };
  return { is: "json" };
}

/** The parameters of a rule or a shape, from the schema that parses them, in its order. */
export function fieldsOf(schema: z.ZodType): readonly ParameterField[] {
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Described;
  return Object.entries(described.properties ?? {}).map(([name, of]) => ({
    name,
    title: of.title ?? name,
    unit: of.unit ?? null,
    kind: kindOf(of, of),
  }));
}
