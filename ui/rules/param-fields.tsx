"use client";

import { Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Control, type FieldPath, type FieldValues, useController, useWatch } from "react-hook-form";
import { goneOf } from "#core/rules/own/selection.ts";
import type { ParameterField } from "#core/rules/parameters/fields.ts";
import { CheckField, MultiSelectField, NumberField, SelectField, TextField } from "#ui/form/fields.tsx";
import classes from "./param-fields.module.css";

interface Selectable {
  readonly value: string;
  readonly label: string;
  /** What sentences call it. */
  readonly said: string;
}
/** What a selection may name, by what it is chosen by. */
export type SelectionOptions = Readonly<Record<string, readonly Selectable[]>>;

/** By what a selection is chosen, and what then is chosen. */
const BY_NAMES: Readonly<Record<string, readonly [by: string, which: string]>> = {
  person: ["A person", "person"],
  role: ["A role", "role"],
  module: ["A module", "module"],
  scene: ["A scene", "scene"],
  job: ["Whoever does a job", "job"],
  light: ["Light asked for", "light"],
  tier: ["A tier", "tier"],
  unit: ["A unit", "unit"],
  kit: ["Kit", "kit"],
  any: ["Anything", ""],
};

interface Props<V extends FieldValues> {
  control: Control<V, unknown, FieldValues>;
  fields: readonly ParameterField[];
  /** Where the parameters stand in the form: `params`. */
  under: string;
  /** Beside a parameter: what the book says, and who changed it. */
  helpOf?: (field: ParameterField) => string | undefined;
  options?: SelectionOptions;
}

/** The fields of a rule's parameters, drawn from its schema. */
export function ParamFields<V extends FieldValues>({ fields, ...props }: Props<V>) {
  return fields.map((field) => <Field key={field.name} field={field} {...props} />);
}

function Field<V extends FieldValues>({
  field,
  control,
  under,
  helpOf,
  options,
}: Omit<Props<V>, "fields"> & { field: ParameterField }) {
  const { name, title: label, unit, kind } = field;
  const help = helpOf?.(field);
  const shown = {
    control,
    name: `${under}.${name}` as FieldPath<V>,
    label,
    ...(help ? { help } : {}),
    ...(unit ? { unit } : {}),
  };
  switch (kind.is) {
    case "number":
      return <NumberField {...shown} />;
    case "text":
      return <TextField {...shown} />;
    case "check":
      return <CheckField {...shown} />;
    case "choice":
      return <SelectField {...shown} options={kind.options} />;
    case "choices":
      return <MultiSelectField {...shown} options={kind.options} />;
    case "selection":
      return <SelectionFields {...shown} by={kind.by} options={options ?? {}} />;
    case "json":
      return <JsonField {...shown} />;
  }
}

function SelectionFields<V extends FieldValues>({
  control,
  name,
  label,
  by,
  options,
}: {
  control: Control<V, unknown, FieldValues>;
  name: FieldPath<V>;
  label: string;
  by: readonly string[];
  options: SelectionOptions;
}) {
  const loose = control as unknown as Control<V>;
  const chosen = useWatch({ control: loose, name: `${name}.by` as FieldPath<V> });
  const { field: which } = useController({ control: loose, name: `${name}.value` as FieldPath<V> });
  const some = options[chosen] ?? [];
  // What was chosen by another way, or is gone since, is nothing that can be chosen here.
  const isStale = which.value !== "" && !some.some(({ value }) => value === which.value);
  const [gone] = useState<string | null>(isStale && chosen !== "any" ? chosen : null);
  useEffect(() => {
    if (isStale) which.onChange("");
  }, [isStale, which]);
  return (
    <div className={classes.selection}>
      <SelectField
        control={control}
        name={`${name}.by` as FieldPath<V>}
        label={label}
        options={by.map((value) => ({ value, label: BY_NAMES[value]?.[0] ?? value }))}
      />
      {chosen === "any" ? null : (
        <SelectField
          control={control}
          name={`${name}.value` as FieldPath<V>}
          label={`${label}: which ${BY_NAMES[chosen]?.[1] ?? ""}`}
          options={some}
          {...(gone !== null && gone === chosen && which.value === ""
            ? { help: `It named ${goneOf(gone)}. Choose another, or remove the rule.` }
            : {})}
        />
      )}
    </div>
  );
}

/** A parameter without a field of its own kind: written as JSON, and kept as typed until it is. */
function JsonField<V extends FieldValues>({
  control,
  name,
  label,
  help,
}: {
  control: Control<V, unknown, FieldValues>;
  name: FieldPath<V>;
  label: string;
  help?: string;
}) {
  const { field, fieldState } = useController({ control: control as unknown as Control<V>, name });
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : problemIn(typed);
  return (
    <Textarea
      label={label}
      description={help ?? "Written as JSON"}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={typed ?? JSON.stringify(field.value ?? null, null, 1)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (problemIn(text) === null) field.onChange(JSON.parse(text));
      }}
      onBlur={() => {
        if (problem === null) setTyped(null);
        field.onBlur();
      }}
      error={problem ?? fieldState.error?.message}
      autosize
      minRows={2}
      maxRows={12}
      styles={{ input: { fontFamily: "var(--font-mono)", fontSize: 12.5 } }}
    />
  );
}

function problemIn(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    return "Not whole JSON: a bracket, quote or comma is missing";
  }
}
