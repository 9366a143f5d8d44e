"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { weekdayMonth } from "#core/base/format.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { MomentField, MultiSelectField, NumberField, TextAreaField, TextField } from "#ui/form/fields.tsx";
import { FieldRow, Form } from "#ui/form/form.tsx";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { removeWaiver, saveWaiver } from "./actions.ts";
import { Overtaken } from "./overtaken.tsx";
import { type Base, type WaiverSheetInput, waiverSheet } from "./rule-sheet.ts";
import { useBasedForm } from "./use-based-form.ts";

type Option = { readonly value: string; readonly label: string };
export interface WaiverDay {
  readonly number: number;
  readonly wakesAt: EpochSeconds;
  readonly sleepsAt: EpochSeconds;
}

/** Leave to break a rule: for what, how much, until when, why, asked and signed by whom. */
export function WaiverForm({
  scenarioId,
  base,
  waiverId,
  sheet,
  standing = "",
  unit,
  strips,
  people,
  days,
  now,
  listPath,
}: {
  scenarioId: string;
  base: Base;
  /** Null: a new one. */
  waiverId: string | null;
  sheet: WaiverSheetInput;
  /** The waiver as it is now, in words; a new one has none. */
  standing?: string;
  unit: string;
  strips: readonly Option[];
  people: readonly Option[];
  days: readonly WaiverDay[];
  /** What the finding is now, with its unit; null where none is at hand. */
  now: string | null;
  listPath: string;
}) {
  const router = useRouter();
  const about = (at: EpochSeconds) => {
    const day = days.find(({ wakesAt, sleepsAt }) => at >= wakesAt && at <= sleepsAt);
    const weekday = weekdayMonth(at).slice(0, 3);
    return day ? `${weekday}, shoot day ${day.number}` : `${weekday}, outside the shoot days`;
  };
  const [isRemoving, setRemoving] = useState(false);
  const form = useBasedForm({
    schema: waiverSheet,
    loaded: sheet,
    base,
    run: (values, { base: seen, was }) =>
      saveWaiver({ scenarioId, base: seen, waiverId, was: waiverId ? was : null, sheet: values }),
    done: () => router.push(listPath, { scroll: false }),
    saved: "Waiver saved; it is printed on the call sheet of the day it touches",
  });
  const remove = async () => {
    if (!waiverId) return;
    setRemoving(true);
    const outcome = await removeWaiver({
      scenarioId,
      base: form.opened.current.base,
      id: waiverId,
    }).finally(() => setRemoving(false));
    if (outcome.ok) {
      notifications.show({ message: "Taken back; what it covered breaks the plan again", color: "teal" });
      router.push(listPath, { scroll: false });
    } else {
      notifications.show({ color: "danger", title: "Not taken back", message: sentenceOf(outcome.error) });
      router.refresh();
    }
  };
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      wayOut={
        form.isOvertaken ? (
          <Overtaken
            now={standing}
            isBusy={form.isBusy}
            saveOver={form.saveOver}
            takeTheirs={form.takeTheirs}
          />
        ) : null
      }
      isBusy={form.isBusy}
      action={waiverId ? "Save waiver" : "Waive"}
      label="Waiver"
      secondary={
        waiverId ? (
          <Button variant="default" onClick={() => void remove()} loading={isRemoving}>
            Take back
          </Button>
        ) : null
      }
    >
      <MultiSelectField control={form.control} name="stripIds" label="For strips" options={strips} />
      <MultiSelectField
        control={form.control}
        name="personIds"
        label="For people"
        help="Nobody named: whoever is on the strips"
        options={people}
      />
      <FieldRow>
        <MomentField control={form.control} name="startsAt" label="From" about={about} required />
        <MomentField control={form.control} name="endsAt" label="Until" about={about} required />
      </FieldRow>
      <NumberField
        control={form.control}
        name="amount"
        label="Up to"
        unit={unit}
        help={`${now ? `Now ${now}. ` : ""}It lapses once the finding grows beyond this, or moves out of the time above`}
        required
      />
      <TextAreaField control={form.control} name="rationale" label="Why it is acceptable" rows={3} required />
      <FieldRow>
        <TextField control={form.control} name="askedBy" label="Asked by" required />
        <TextField control={form.control} name="signedBy" label="Signed by" required />
      </FieldRow>
    </Form>
  );
}
