"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type * as z from "zod";
import type { FormOutcome } from "#ui/form/use-action-form.ts";
import { useActionForm } from "#ui/form/use-action-form.ts";

/** What the sheet was opened with: a save says what changed since then, so that two people may change different fields. */
interface Base<In> {
  readonly values: In;
  readonly revision: number;
}
export interface SheetSave<In> {
  readonly was: In;
  readonly now: In;
  readonly baseRevision: number;
}

/** What was typed and not saved, by sheet, while another sheet is looked at. */
const kept = new Map<string, { readonly values: unknown; readonly base: Base<unknown> }>();

/**
 * The form of an inspector. What was typed stays when another sheet is opened, when the server cannot be reached and when someone
 * else was first; a conflict offers to save over theirs or to take theirs.
 */
export function useSheetForm<In extends FieldValues, Out>({
  id,
  schema,
  loaded,
  revision,
  save,
  saved,
}: {
  id: string;
  schema: z.ZodType<Out, In>;
  /** As the plan has it now. */
  loaded: In;
  revision: number;
  save: (change: SheetSave<In>) => Promise<FormOutcome<{ revision: number }>>;
  /** Said at the foot once it is, where no message covers the next save. */
  saved: string;
}) {
  const router = useRouter();
  const base = useRef<Base<In>>({ values: loaded, revision });
  const [isConflict, setConflict] = useState(false);
  const [isKept, setKept] = useState(false);
  const [said, setSaid] = useState("");

  const form = useActionForm<In, Out, { revision: number }>({
    schema,
    defaultValues: loaded as DefaultValues<In>,
    run: async (now) => {
      const outcome = await save({ was: base.current.values, now, baseRevision: base.current.revision });
      const lost = !outcome.ok && outcome.error.kind === "conflict";
      setConflict(lost);
      if (lost) router.refresh();
      return outcome;
    },
    done: (value, values) => {
      base.current = { values, revision: value.revision };
      setKept(false);
      setSaid(saved);
    },
  });
  const { reset, getValues, forgetProblem } = form;
  const { isDirty } = form.formState;
  useEffect(() => {
    if (isDirty) setSaid("");
  }, [isDirty]);

  // Typed before, and left: it comes back as it was.
  useEffect(() => {
    const before = kept.get(id) as { values: In; base: Base<In> } | undefined;
    if (!before) return;
    kept.delete(id);
    base.current = before.base;
    reset(before.base.values);
    reset(before.values, { keepDefaultValues: true });
    setKept(true);
  }, [id, reset]);

  // The plan as it is now, unless something is typed.
  useEffect(() => {
    if (isDirty || revision <= base.current.revision) return;
    base.current = { values: loaded, revision };
    reset(loaded);
  }, [isDirty, loaded, revision, reset]);

  const latest = useRef({ isDirty, getValues });
  latest.current = { isDirty, getValues };
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.isDirty) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      if (latest.current.isDirty)
        kept.set(id, { values: structuredClone(latest.current.getValues()), base: base.current });
    };
  }, [id]);

  const discard = () => {
    base.current = { values: loaded, revision };
    reset(loaded);
    forgetProblem();
    setConflict(false);
    setKept(false);
  };
  /** Saves what was typed over what the other person saved. */
  const saveOver = () => {
    base.current = { ...base.current, revision };
    return form.submit();
  };
  return { ...form, isDirty, isConflict, isKept, said, discard, saveOver };
}
