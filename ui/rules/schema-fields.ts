import * as z from "zod";
import { paramLabel } from "./param-label.ts";

/** What a form draws for one parameter. */
export interface ParamField {
  readonly name: string;
  readonly label: string;
  readonly unit: string | undefined;
  readonly kind:
    | {
        readonly is: "number";
        readonly min: number | undefined;
        readonly max: number | undefined;
        readonly mayBeEmpty: boolean;
      }
    | { readonly is: "text" }
    | { readonly is: "check" }
    | { readonly is: "choice"; readonly options: readonly string[] }
    | { readonly is: "choices"; readonly options: readonly string[] }
    | { readonly is: "selection"; readonly by: readonly string[] }
    /** Anything else: written as JSON. */
    | { readonly is: "json" };
}

/** As z.toJSONSchema gives it, as far as it is read here. */
interface Described {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
}

function kindOf(of: Described): ParamField["kind"] {
  const some = of.anyOf?.find((each) => each.type !== "null");
  if (of.anyOf?.length === 2 && some && some !== of) {
    const kind = kindOf(some);
    return kind.is === "number" ? { ...kind, mayBeEmpty: true } : kind;
  }
  if (of.type === "number" || of.type === "integer") {
    const min = of.minimum ?? of.exclusiveMinimum;
    return { is: "number", min, max: of.maximum, mayBeEmpty: false };
  }
  if (of.type === "boolean") return { is: "check" };
  if (of.type === "string") return of.enum ? { is: "choice", options: of.enum } : { is: "text" };
  if (of.type === "array" && of.items?.enum) return { is: "choices", options: of.items.enum };
  const by = of.properties?.by?.enum;
  if (by && of.properties?.value) return { is: "selection", by };
  return { is: "json" };
}

/** The fields of a rule's parameters, from the schema that the rule parses them with. */
export function fieldsOf(params: z.ZodType): readonly ParamField[] {
  const described = z.toJSONSchema(params, { io: "input", unrepresentable: "any" }) as Described;
  return Object.entries(described.properties ?? {}).map(([name, of]) => ({
    name,
    ...paramLabel(name),
    kind: kindOf(of),
  }));
}
