import type * as z from "zod";

/** How people read a parameter of a rule, beside what its schema says. */
export interface ParameterWords {
  readonly title: string;
  readonly unit: string | null;
  /** Of a text: what it may be, such as "a time such as 09:30". */
  readonly form?: string;
  /** Of a choice: what each of them is called. */
  readonly words?: Readonly<Record<string, string>>;
}

/**
 * Two parameters of which the first may not be more than the second, for `superRefine`; where either is left open there is nothing to
 * hold. What is wrong is said of the second's value: "is less than …".
 */
export const inOrder =
  <P extends Readonly<Record<string, unknown>>>(
    low: keyof P & string,
    high: keyof P & string,
    wrong: string,
  ) =>
  (params: P, context: z.core.$RefinementCtx): void => {
    const [least, most] = [params[low], params[high]];
    if (typeof least === "number" && typeof most === "number" && least > most)
      context.addIssue({ code: "custom", message: wrong, path: [high] });
  };

/** A parameter of a rule with its name and unit as people read them; forms, lists and refusals say these and never the name in the code. */
export const parameter = <Schema extends z.ZodType>(
  title: string,
  unit: string | null,
  schema: Schema,
  more: Pick<ParameterWords, "form" | "words"> = {},
): Schema => schema.meta({ title, unit, ...more });
