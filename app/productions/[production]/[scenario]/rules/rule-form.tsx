"use client";

import { CheckField, SelectField, TextAreaField } from "#ui/form/fields.tsx";
import { Form } from "#ui/form/form.tsx";
import { useActionForm } from "#ui/form/use-action-form.ts";
import { ParamFields } from "#ui/rules/param-fields.tsx";
import type { ParamField } from "#ui/rules/schema-fields.ts";
import { saveRule } from "./actions.ts";
import { type RuleSheetInput, ruleSheet } from "./rule-sheet.ts";

const LAYER_OPTIONS = [
  { value: "scenario", label: "In this scenario only" },
  { value: "production", label: "In the whole production" },
];

/** On or off, the parameters, where it counts, and why. */
export function RuleForm({
  scenarioId,
  revision,
  ruleId,
  fields,
  values,
  book,
  setBy,
  isEnabled,
  layer,
  reason,
}: {
  scenarioId: string;
  revision: number;
  ruleId: string;
  fields: readonly ParamField[];
  values: Readonly<Record<string, unknown>>;
  /** What the book says. */
  book: Readonly<Record<string, unknown>>;
  setBy: Readonly<Record<string, string>>;
  isEnabled: boolean;
  layer: "scenario" | "production";
  reason: string;
}) {
  const defaultValues = { ruleId, layer, isEnabled, params: values, reason } as RuleSheetInput;
  const form = useActionForm({
    schema: ruleSheet,
    defaultValues,
    run: (sheet) => saveRule({ scenarioId, baseRevision: revision, sheet }),
    saved: "Saved; the plan is judged by it now",
  });
  const helpOf = (name: string) => {
    const said = `The book says ${JSON.stringify(book[name])}`;
    return setBy[name] ? `${said}; set in the ${setBy[name]}` : said;
  };
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      isBusy={form.isBusy}
      action="Save rule"
      label={`Settings of ${ruleId}`}
    >
      <CheckField control={form.control} name="isEnabled" label="Judges the plan" />
      <ParamFields control={form.control} fields={fields} under="params" helpOf={helpOf} />
      <SelectField control={form.control} name="layer" label="Counts" options={LAYER_OPTIONS} />
      <TextAreaField
        control={form.control}
        name="reason"
        label="Why"
        help="Printed beside the rule; set everything back to the book and it is forgotten."
        rows={2}
        required
      />
    </Form>
  );
}
