"use client";

import { Checkbox, MultiSelect, PasswordInput, Select, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { MomentInput, type MomentInputProps } from "./moment-input.tsx";
import { NO_NUMBER, readNumber } from "./read-number.ts";

/** What every field has: label above, help below, the error at the field, the unit inside it. */
interface FieldProps<V extends FieldValues> {
  control: Control<V, unknown, FieldValues>;
  name: FieldPath<V>;
  label: string;
  help?: string;
  required?: boolean;
  disabled?: boolean;
}
interface WithUnit {
  /** Shown inside the field at its end: min, cm, eighths. */
  unit?: string;
}
type Option = { readonly value: string; readonly label: string };

const unitOf = (unit: string | undefined): { rightSection?: ReactNode; rightSectionWidth?: number } =>
  unit
    ? {
        rightSection: <span className="muted small">{unit}</span>,
        rightSectionWidth: Math.max(40, unit.length * 8 + 16),
      }
    : {};

function useField<V extends FieldValues>({ control, name, label, help, required, disabled }: FieldProps<V>) {
  const { field, fieldState } = useController({ control: control as unknown as Control<V>, name });
  return {
    field,
    shown: {
      label,
      error: fieldState.error?.message,
      ...(help
        ? {
            description: help,
            inputWrapperOrder: ["label", "input", "description", "error"] as (
              | "label"
              | "input"
              | "description"
              | "error"
            )[],
          }
        : {}),
      ...(required ? { withAsterisk: true } : {}),
      ...(disabled ? { disabled: true } : {}),
    },
  };
}

export function TextField<V extends FieldValues>({
  unit,
  type,
  autoComplete,
  placeholder,
  ...props
}: FieldProps<V> & WithUnit & { type?: "email" | "text"; autoComplete?: string; placeholder?: string }) {
  const { field, shown } = useField(props);
  return (
    <TextInput
      {...field}
      value={field.value ?? ""}
      {...shown}
      {...unitOf(unit)}
      type={type ?? "text"}
      {...(autoComplete ? { autoComplete } : {})}
      {...(placeholder ? { placeholder } : {})}
    />
  );
}

/** A moment, GMT, in a form over a schema: kept as ISO 8601 with its zone, or as what was typed where that is none. */
export function MomentField<V extends FieldValues>({
  about,
  ...props
}: FieldProps<V> & Pick<MomentInputProps, "about">) {
  const { field, shown } = useField(props);
  return <MomentInput {...field} {...shown} {...(about ? { about } : {})} />;
}

export function PasswordField<V extends FieldValues>({
  autoComplete,
  ...props
}: FieldProps<V> & { autoComplete: "current-password" | "new-password" }) {
  const { field, shown } = useField(props);
  return <PasswordInput {...field} value={field.value ?? ""} {...shown} autoComplete={autoComplete} />;
}

export function TextAreaField<V extends FieldValues>({
  rows = 3,
  placeholder,
  mono,
  ...props
}: FieldProps<V> & { rows?: number; placeholder?: string; mono?: boolean }) {
  const { field, shown } = useField(props);
  return (
    <Textarea
      {...field}
      value={field.value ?? ""}
      {...shown}
      autosize
      minRows={rows}
      maxRows={Math.max(rows, 16)}
      {...(placeholder ? { placeholder } : {})}
      {...(mono ? { styles: { input: { fontFamily: "var(--font-mono)", fontSize: 12.5 } } } : {})}
    />
  );
}

/** A number; an empty field is null, and what is no number stays as it was typed and is refused. */
export function NumberField<V extends FieldValues>({ unit, ...props }: FieldProps<V> & WithUnit) {
  const { field, shown } = useField(props);
  const [typed, setTyped] = useState<string | null>(null);
  const value: unknown = field.value;
  // A schema that does not say it in words of its own.
  const isUnsaid = typeof value === "string" && shown.error && !shown.error.includes(value);
  return (
    <TextInput
      {...field}
      value={typed !== null && readNumber(typed) === value ? typed : String(value ?? "")}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        field.onChange(readNumber(event.currentTarget.value));
      }}
      {...shown}
      {...(isUnsaid ? { error: NO_NUMBER } : {})}
      {...unitOf(unit)}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}

export function SelectField<V extends FieldValues>({
  options,
  clearable,
  ...props
}: FieldProps<V> & { options: readonly Option[]; clearable?: boolean }) {
  const { field, shown } = useField(props);
  return (
    <Select
      {...field}
      value={field.value ?? null}
      {...shown}
      data={[...options]}
      allowDeselect={clearable ?? false}
      clearable={clearable ?? false}
      searchable={options.length > 8}
      openOnFocus={false}
    />
  );
}

export function MultiSelectField<V extends FieldValues>({
  options,
  ...props
}: FieldProps<V> & { options: readonly Option[] }) {
  const { field, shown } = useField(props);
  return (
    <MultiSelect
      {...field}
      value={field.value ?? []}
      {...shown}
      data={[...options]}
      clearable
      searchable
      openOnFocus={false}
    />
  );
}

export function CheckField<V extends FieldValues>(props: FieldProps<V>) {
  const { field, shown } = useField(props);
  return (
    <Checkbox
      checked={Boolean(field.value)}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      onBlur={field.onBlur}
      name={field.name}
      ref={field.ref}
      label={shown.label}
      error={shown.error}
      description={shown.description}
      disabled={shown.disabled ?? false}
    />
  );
}
