import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type * as z from "zod";
import { type FormOutcome, useActionForm } from "#ui/form/use-action-form.ts";
import type { Base } from "./rule-sheet.ts";

/**
 * A form of what others may change meanwhile. A save says what its author had seen: over somebody else's it is refused, what was typed
 * stays, and the page shows what is there now. `loaded` and `base` are of the plan as the page has it.
 */
export function useBasedForm<In extends FieldValues, Out, T>({
  schema,
  loaded,
  base,
  run,
  done,
  saved,
}: {
  schema: z.ZodType<Out, In>;
  loaded: In;
  base: Base;
  run: (now: In, opened: { readonly base: Base; readonly was: In }) => Promise<FormOutcome<T>>;
  done?: (value: T) => void;
  saved: string;
}) {
  const router = useRouter();
  const opened = useRef({ base, was: loaded });
  const [isOvertaken, setOvertaken] = useState(false);
  const form = useActionForm<In, Out, T>({
    schema,
    defaultValues: loaded as DefaultValues<In>,
    run: async (now) => {
      const outcome = await run(now, opened.current);
      const isLate = !outcome.ok && outcome.error.kind === "conflict";
      setOvertaken(isLate);
      if (isLate) router.refresh();
      return outcome;
    },
    ...(done ? { done } : {}),
    saved,
  });
  const { reset, forgetProblem } = form;
  const { isDirty } = form.formState;

  // The plan as it is now, unless something is typed.
  useEffect(() => {
    const { revision, productionRevision } = opened.current.base;
    const isLatest = revision === base.revision && productionRevision === base.productionRevision;
    if (isDirty || isLatest) return;
    opened.current = { base, was: loaded };
    reset(loaded);
  }, [isDirty, base, loaded, reset]);

  /** What was typed goes; what is there now stays. */
  const takeTheirs = () => {
    opened.current = { base, was: loaded };
    reset(loaded);
    forgetProblem();
    setOvertaken(false);
  };
  /** Saves what was typed over what is there now. */
  const saveOver = () => {
    opened.current = { base, was: opened.current.was };
    return form.submit();
  };
  return { ...form, opened, isOvertaken, takeTheirs, saveOver };
}
