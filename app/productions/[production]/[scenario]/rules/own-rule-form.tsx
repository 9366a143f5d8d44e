"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { shapes as allShapes } from "#core/rules/own/index.ts";
import { goneOf } from "#core/rules/own/selection.ts";
import type { ParameterField } from "#core/rules/parameters/fields.ts";
import { rangeText } from "#core/rules/parameters/words.ts";
import { CheckField, SelectField, TextAreaField, TextField } from "#ui/form/fields.tsx";
import { Form } from "#ui/form/form.tsx";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { ParamFields, type SelectionOptions } from "#ui/rules/param-fields.tsx";
import { removeOwnRule, saveOwnRule } from "./actions.ts";
import { Overtaken } from "./overtaken.tsx";
import { type Base, type OwnRuleSheetInput, ownRuleSheet } from "./rule-sheet.ts";
import classes from "./rules.module.css";
import { useBasedForm } from "./use-based-form.ts";
import { useReason } from "./use-reason.ts";

/** A shape as the builder offers it. */
export interface ShapeChoice {
  readonly id: string;
  readonly sentence: string;
  readonly fields: readonly ParameterField[];
  /** What its parameters begin with. */
  readonly params: Readonly<Record<string, unknown>>;
}

const LEVELS = [
  { value: "hard", label: "Hard: a plan that breaks it does not fit" },
  { value: "soft", label: "Soft: each minute or placement of it costs a point" },
];

/** The builder: a shape, its parameters, and what it is called. */
export function OwnRuleForm({
  scenarioId,
  base,
  ownRuleId,
  sheet,
  now,
  shapes,
  options,
  listPath,
}: {
  scenarioId: string;
  base: Base;
  /** Null: a new one. */
  ownRuleId: string | null;
  sheet: OwnRuleSheetInput;
  /** The rule as it is now, in words. */
  now: string;
  shapes: readonly ShapeChoice[];
  options: SelectionOptions;
  listPath: string;
}) {
  const router = useRouter();
  const [isRemoving, setRemoving] = useState(false);
  const form = useBasedForm({
    schema: ownRuleSheet,
    loaded: sheet,
    base,
    run: (values, { base: seen, was }) =>
      saveOwnRule({ scenarioId, base: seen, ownRuleId, was: ownRuleId ? was : null, sheet: values }),
    done: ({ id }) => router.push(`${listPath}/own/${id}`, { scroll: false }),
    saved: sheet.isEnabled ? "Saved; the plan is judged by it now" : "Saved",
  });
  const [chosen, params, judges] = useWatch({
    control: form.control,
    name: ["shape", "params", "isEnabled"],
  });
  const shape = shapes.find((s) => s.id === chosen);
  const [shown, setShown] = useState(chosen);
  if (shown !== chosen && shape) {
    setShown(chosen);
    // The shape that the rule has comes with what it is set to.
    form.setValue("params", chosen === sheet.shape ? sheet.params : { ...shape.params });
    form.clearErrors("params");
  }
  useReason(form, judges === sheet.isEnabled ? sheet.reason : "");
  const says = allShapes
    .find(({ id }) => id === chosen)
    ?.says(
      params,
      ({ by, value }) => options[by]?.find((option) => option.value === value)?.said ?? goneOf(by),
    );
  const remove = async () => {
    if (!ownRuleId) return;
    setRemoving(true);
    const outcome = await removeOwnRule({
      scenarioId,
      base: form.opened.current.base,
      id: ownRuleId,
    }).finally(() => setRemoving(false));
    if (outcome.ok) {
      notifications.show({ message: "Removed; the plan is not judged by it any more", color: "teal" });
      router.push(listPath, { scroll: false });
    } else {
      notifications.show({ color: "danger", title: "Not removed", message: sentenceOf(outcome.error) });
      router.refresh();
    }
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
      action={ownRuleId ? "Save rule" : "Add rule"}
      label="Own rule"
      secondary={
        ownRuleId ? (
          <Button variant="default" onClick={() => void remove()} loading={isRemoving}>
            Remove
          </Button>
        ) : null
      }
    >
      <SelectField
        control={form.control}
        name="shape"
        label="Shape"
        options={shapes.map(({ id, sentence }) => ({ value: id, label: sentence }))}
      />
      {shown === chosen && shape ? (
        <ParamFields
          control={form.control}
          fields={shape.fields}
          under="params"
          helpOf={(field) => (field.kind.is === "number" ? capital(rangeText(field)) : undefined)}
          options={options}
        />
      ) : null}
      <p className={classes.says} role="status">
        {says ?? "What it asks is said here once all of it is filled in."}
      </p>
      <TextField
        control={form.control}
        name="title"
        label="Called"
        help="In messages and lists; left empty, by the sentence above"
        placeholder={says ?? ""}
      />
      <SelectField control={form.control} name="level" label="Level" options={LEVELS} />
      <CheckField control={form.control} name="isEnabled" label="Judges the plan" />
      <TextAreaField
        control={form.control}
        name="reason"
        label={judges ? "Why, and who asked for it" : "Why it is off"}
        rows={2}
        required={!judges}
      />
    </Form>
  );
}

const capital = (text: string | null) =>
  text ? `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}` : undefined;
