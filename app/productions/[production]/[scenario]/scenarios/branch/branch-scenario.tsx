"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { NumberField, SelectField, TextAreaField, TextField } from "#ui/form/fields.tsx";
import { FieldRow, Form } from "#ui/form/form.tsx";
import { sentenceOf, useActionForm } from "#ui/form/use-action-form.ts";
import { VerdictLine } from "#ui/verdict.tsx";
import { branch, previewBranch } from "../actions.ts";
import type { BranchEffect } from "../branch-effect.ts";
import {
  type BranchChange,
  type BranchFormInput,
  branchChange,
  branchForm,
  CHANGE_NAMES,
  CHANGES,
} from "../branch-form.ts";
import classes from "../scenarios.module.css";

export interface BranchSource {
  readonly id: string;
  readonly name: string;
  /** Its open days. */
  readonly days: readonly { readonly value: string; readonly label: string }[];
}
const CHANGE_OPTIONS = CHANGES.map((value) => ({ value, label: CHANGE_NAMES[value] }));
const UNIT_OPTIONS = ["hours", "days"].map((value) => ({ value, label: value }));

/** Names a branch and says what happens in it at once; what that does to the plan stands below before it is made. */
export function BranchScenario({
  sources,
  from,
  listPath,
}: {
  sources: readonly BranchSource[];
  from: string;
  listPath: string;
}) {
  const router = useRouter();
  const defaultValues: BranchFormInput = {
    ...{ scenarioId: from, name: "", note: "", change: "none" },
    ...{ cutBy: 6, cutUnit: "hours", dayId: null },
  };
  const form = useActionForm({
    schema: branchForm,
    defaultValues,
    run: branch,
    done: () => router.push(listPath, { scroll: false }),
    saved: "Branched; it stands beside the current plan",
  });
  const { control } = form;
  const [scenarioId, change, cutBy, cutUnit, dayId] = useWatch({
    control,
    name: ["scenarioId", "change", "cutBy", "cutUnit", "dayId"],
  });
  const source = sources.find((s) => s.id === scenarioId);
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      isBusy={form.isBusy}
      action="Branch"
      label="New scenario"
    >
      <SelectField
        control={control}
        name="scenarioId"
        label="Start from"
        options={sources.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField control={control} name="name" label="Name" placeholder="Hatch closes 6 h early" required />
      <TextAreaField control={control} name="note" label="Note" rows={1} />
      <SelectField control={control} name="change" label="What happens in it" options={CHANGE_OPTIONS} />
      {change === "cut" ? (
        <FieldRow>
          <NumberField control={control} name="cutBy" label="Closes earlier by" />
          <SelectField control={control} name="cutUnit" label="Unit" options={UNIT_OPTIONS} />
        </FieldRow>
      ) : null}
      {change === "lose-day" ? (
        <SelectField control={control} name="dayId" label="Which day" options={source?.days ?? []} />
      ) : null}
      <Effect what={{ scenarioId, change, cutBy, cutUnit, dayId }} />
    </Form>
  );
}

type Said = { readonly effect: BranchEffect } | { readonly problem: string } | null;

/** Asks the server's rules a moment after the last key, and shows only the answer to the last question. */
function useEffectOf(what: BranchChange): { said: Said; isAsking: boolean } {
  const [said, setSaid] = useState<Said>(null);
  const [isAsking, setAsking] = useState(false);
  const asked = useRef(0);
  const question = JSON.stringify(what);
  useEffect(() => {
    const mine = ++asked.current;
    const parsed = branchChange.safeParse(JSON.parse(question));
    if (!parsed.success) {
      setSaid(null);
      setAsking(false);
      return;
    }
    setAsking(true);
    const timer = setTimeout(async () => {
      const outcome = await previewBranch(parsed.data).catch(() => null);
      if (mine !== asked.current) return;
      setAsking(false);
      if (outcome === null)
        setSaid({ problem: "The server cannot be reached; what it would do is not known." });
      else if (outcome.ok) setSaid({ effect: outcome.value });
      else
        setSaid({
          problem:
            outcome.error.kind === "invalid"
              ? (Object.values(outcome.error.fields).flat()[0] ?? "This cannot be.")
              : sentenceOf(outcome.error),
        });
    }, 250);
    return () => clearTimeout(timer);
  }, [question]);
  return { said, isAsking };
}

const signed = (n: number) =>
  n === 0 ? "as before" : `${n > 0 ? "+" : "−"}${Math.abs(n).toLocaleString("en")}`;

function Effect({ what }: { what: BranchChange }) {
  const { said, isAsking } = useEffectOf(what);
  return (
    <div className={classes.effect} aria-live="polite" aria-busy={isAsking}>
      {said === null ? (
        <p className="muted">{isAsking ? "Asking the rules…" : "Say what happens to see what it does."}</p>
      ) : "problem" in said ? (
        <p className={classes.problem}>{said.problem}</p>
      ) : (
        <>
          {said.effect.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {what.change === "none" ? null : (
            <dl>
              <dt>Before</dt>
              <dd>
                <VerdictLine verdict={said.effect.verdict.before} inHand={said.effect.inHand.before} />
              </dd>
              <dt>In the branch</dt>
              <dd>
                <VerdictLine verdict={said.effect.verdict.after} inHand={said.effect.inHand.after} />
              </dd>
              <dt>Minutes in hand</dt>
              <dd>{signed(said.effect.inHand.after - said.effect.inHand.before)}</dd>
              <dt>Hard findings</dt>
              <dd>
                {said.effect.hard.after} ({signed(said.effect.hard.after - said.effect.hard.before)})
              </dd>
            </dl>
          )}
        </>
      )}
    </div>
  );
}
