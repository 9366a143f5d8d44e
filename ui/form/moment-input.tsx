"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { isoOf } from "#core/base/instant.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { readMoment, writtenMoment } from "#core/base/written-moment.ts";

/** Said of what is no moment. */
export const NO_MOMENT = "Write a date and time such as 8 Oct 2021 14:30";

export interface MomentInputProps extends Omit<TextInputProps, "value" | "onChange" | "about"> {
  /** ISO 8601 with its zone, what was typed where that is no moment, or nothing. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What a moment is: its weekday, its shoot day. */
  about?: (at: EpochSeconds) => string;
}

/** A moment, GMT, written as `8 Oct 2021 14:30`. */
export function MomentInput({
  value,
  onChange,
  onBlur,
  about,
  description,
  error,
  ...props
}: MomentInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const at = value ? readMoment(value) : null;
  const help = [at === null ? null : about?.(at), description].filter(Boolean).join(". ");
  return (
    <TextInput
      {...props}
      value={typed ?? (at === null ? (value ?? "") : writtenMoment(at))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const read = readMoment(text);
        setTyped(text);
        onChange(text.trim() === "" ? null : read === null ? text : isoOf(read));
      }}
      onBlur={(event) => {
        if (at !== null || !value) setTyped(null);
        onBlur?.(event);
      }}
      {...(help
        ? { description: help, inputWrapperOrder: ["label", "input", "description", "error"] as const }
        : {})}
      error={error && at === null ? NO_MOMENT : error}
      rightSection={<span className="muted small">GMT</span>}
      rightSectionWidth={40}
    />
  );
}
