"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type DefaultValues, type FieldPath, type FieldValues, useForm } from "react-hook-form";
import type * as z from "zod";
import type { Result } from "#core/base/result.ts";
import { SAVED_NOTE } from "#ui/plan/turn-note.tsx";

/** What a server action may fail with, as far as a form must know. */
export interface FormFailure {
  readonly kind: string;
  readonly message?: string;
  readonly fields?: Readonly<Record<string, readonly string[] | undefined>>;
}
export type FormOutcome<T> = Result<T, FormFailure>;

/** Sentences for failures that carry none. */
const SENTENCES: Record<string, string> = {
  invalid: "Some fields need another look. Nothing was saved.",
  "signed-out": "You are signed out. Sign in again in another tab, then repeat; what you typed stays here.",
  forbidden: "You may look at this production but not change it. Ask its owner.",
  "not-found": "This is no longer there. Reload the page.",
  unavailable:
    "The database does not answer. Nothing was saved; what you typed stays here. Try again in a moment.",
};
export const sentenceOf = (failure: FormFailure): string =>
  failure.message ?? SENTENCES[failure.kind] ?? "That did not work. Nothing was saved; try again.";

/**
 * A form over one zod schema, the same that its server action parses with. Errors of the action land at their fields; the rest is
 * said above the form. `run` is the action; `done` is called with what it gave.
 */
export function useActionForm<In extends FieldValues, Out, T>({
  schema,
  defaultValues,
  run,
  done,
  saved,
}: {
  schema: z.ZodType<Out, In>;
  defaultValues: DefaultValues<In>;
  run: (values: In) => Promise<FormOutcome<T>>;
  done?: (value: T, values: In) => void;
  /** Said when it worked, such as "Saved". */
  saved?: string;
}) {
  // Validated in the browser, sent as typed: the action parses the same input again.
  const form = useForm<In, unknown, In>({
    resolver: zodResolver(schema as never, undefined, { raw: true }) as never,
    defaultValues,
  });
  const [problem, setProblem] = useState<string | null>(null);

  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const outcome = await run(values).catch(
      (): FormOutcome<T> => ({
        ok: false,
        error: {
          kind: "offline",
          message: "The server cannot be reached. Nothing was saved; what you typed stays here.",
        },
      }),
    );
    if (outcome.ok) {
      form.reset(values);
      if (saved) notifications.show({ id: SAVED_NOTE, message: saved, color: "teal" });
      done?.(outcome.value, values);
      return;
    }
    const fields = Object.entries(outcome.error.fields ?? {}).filter(([, messages]) => messages?.length);
    for (const [field, messages] of fields)
      form.setError(field as FieldPath<In>, { message: messages?.[0] ?? "" }, { shouldFocus: true });
    const known = new Set(Object.keys(form.getValues()));
    if (fields.every(([field]) => !known.has(field.split(".")[0] ?? "")))
      setProblem(sentenceOf(outcome.error));
  });
  return {
    ...form,
    submit,
    problem,
    forgetProblem: () => setProblem(null),
    isBusy: form.formState.isSubmitting,
  };
}
