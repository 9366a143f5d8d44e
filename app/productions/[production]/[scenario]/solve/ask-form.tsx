"use client";

import { useRouter } from "next/navigation";
import { NumberField, SelectField } from "#ui/form/fields.tsx";
import { Form } from "#ui/form/form.tsx";
import { useActionForm } from "#ui/form/use-action-form.ts";
import { ask } from "./actions.ts";
import { leadTo } from "./led-to.ts";
import classes from "./solve.module.css";
import {
  FREEDOM_NAMES,
  MOVE_POINTS,
  MOVE_POINTS_NAMES,
  SECONDS,
  SECONDS_NAMES,
  type SolveFormInput,
  solveForm,
} from "./solve-form.ts";

const FREEDOM_OPTIONS = (["free", "open"] as const).map((value) => ({ value, label: FREEDOM_NAMES[value] }));
const MOVE_OPTIONS = MOVE_POINTS.map((value) => ({ value, label: MOVE_POINTS_NAMES[value] }));
const SECONDS_OPTIONS = SECONDS.map((value) => ({ value, label: SECONDS_NAMES[value] }));

/** What is asked of a proposal, to begin with as it was `asked` last. */
export function AskForm({ asked: defaultValues, path }: { asked: SolveFormInput; path: string }) {
  const router = useRouter();
  const { control, ...form } = useActionForm({
    schema: solveForm,
    defaultValues,
    run: ask,
    done: ({ solveId }) => {
      leadTo(solveId);
      router.push(`${path}?proposal=${solveId}`, { scroll: false });
    },
  });
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      isBusy={form.isBusy}
      action="Propose a plan"
      label="What to propose"
    >
      <SelectField
        control={control}
        name="freedom"
        label="What may move"
        help="Every scene stays in its own module: no other is tried."
        options={FREEDOM_OPTIONS}
      />
      <SelectField
        control={control}
        name="movePoints"
        label="What a move from today's plan costs"
        help="A strip moves only where that is worth more."
        options={MOVE_OPTIONS}
      />
      <SelectField control={control} name="seconds" label="How long to search" options={SECONDS_OPTIONS} />
      <details className={classes.more}>
        <summary>Seed</summary>
        <NumberField
          control={control}
          name="seed"
          label="Seed"
          help="Another seed looks elsewhere first, and may find another plan."
        />
      </details>
    </Form>
  );
}
