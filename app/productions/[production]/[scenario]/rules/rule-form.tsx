"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { ParameterField } from "#core/rules/parameters/fields.ts";
import { inSentence, rangeText, valueText } from "#core/rules/parameters/words.ts";
import { CheckField, SelectField, TextAreaField } from "#ui/form/fields.tsx";
import { Form } from "#ui/form/form.tsx";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { ParamFields } from "#ui/rules/param-fields.tsx";
import { forgetRule, saveRule } from "./actions.ts";
import { Overtaken } from "./overtaken.tsx";
import { type Base, LAYERS, type RuleSheetInput, ruleSheet } from "./rule-sheet.ts";
import { useBasedForm } from "./use-based-form.ts";
import { useReason } from "./use-reason.ts";

type Layer = (typeof LAYERS)[number];
const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  scenario: "In this scenario only",
  production: "In the whole production",
};
/** How a rule is set in a layer now; null where it is not. */
export type Standing = { readonly isEnabled: boolean; readonly reason: string } | null;

/** On or off, the parameters, where it counts, and why. */
export function RuleForm({
  scenarioId,
  base,
  ruleId,
  fields,
  values,
  book,
  setBy,
  isEnabled,
  standing,
}: {
  scenarioId: string;
  base: Base;
  ruleId: string;
  fields: readonly ParameterField[];
  values: Readonly<Record<string, unknown>>;
  /** What the book says. */
  book: Readonly<Record<string, unknown>>;
  setBy: Readonly<Record<string, string>>;
  isEnabled: boolean;
  standing: Readonly<Record<Layer, Standing>>;
}) {
  const router = useRouter();
  const [isForgetting, setForgetting] = useState(false);
  const first: Layer = standing.production && !standing.scenario ? "production" : "scenario";
  const form = useBasedForm({
    schema: ruleSheet,
    loaded: {
      ...{ ruleId, layer: first, isEnabled, params: values },
      reason: standing[first]?.reason ?? "",
    } as RuleSheetInput,
    base,
    run: (sheet, { base: seen }) => saveRule({ scenarioId, base: seen, sheet }),
    saved: "Saved; the plan is judged by it now",
  });
  const [layer, judges] = useWatch({ control: form.control, name: ["layer", "isEnabled"] });
  useReason(form, standing[layer]?.isEnabled === judges ? standing[layer].reason : "");
  const forget = async () => {
    setForgetting(true);
    const outcome = await forgetRule({
      scenarioId,
      base: form.opened.current.base,
      ruleId,
      layer: first,
    }).finally(() => setForgetting(false));
    router.refresh();
    if (outcome.ok) {
      form.reset(); // What was typed and not saved goes with it.
      notifications.show({ message: "Set back; the plan is judged by it now", color: "teal" });
    } else notifications.show({ color: "danger", title: "Not set back", message: sentenceOf(outcome.error) });
  };
  const now = [
    isEnabled ? "judges the plan" : "switched off",
    ...fields.map((field) => `${inSentence(field.title)} ${valueText(field, values[field.name])}`),
  ].join(", ");
  const helpOf = (field: ParameterField) => {
    const range = rangeText(field);
    const by = setBy[field.name];
    return [
      ...(range ? [`${range[0]?.toUpperCase() ?? ""}${range.slice(1)}`] : []),
      `The book says ${valueText(field, book[field.name])}${by ? `; set in the ${by}` : ""}`,
    ].join(". ");
  };
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      wayOut={
        form.isOvertaken ? (
          <Overtaken now={now} isBusy={form.isBusy} saveOver={form.saveOver} takeTheirs={form.takeTheirs} />
        ) : null
      }
      isBusy={form.isBusy}
      action="Save rule"
      label={`Settings of ${ruleId}`}
      secondary={
        standing[first] ? (
          <Button variant="default" onClick={() => void forget()} loading={isForgetting}>
            {first === "scenario" && standing.production ? "Back to the production" : "Back to the book"}
          </Button>
        ) : null
      }
    >
      <CheckField control={form.control} name="isEnabled" label="Judges the plan" />
      <ParamFields control={form.control} fields={fields} under="params" helpOf={helpOf} />
      <SelectField
        control={form.control}
        name="layer"
        label="Counts"
        options={LAYERS.map((value) => ({ value, label: LAYER_NAMES[value] }))}
      />
      <TextAreaField
        control={form.control}
        name="reason"
        label="Why"
        help="Stands beside the rule for whoever reads the plan"
        rows={2}
        required
      />
    </Form>
  );
}
