"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChevronDown } from "@tabler/icons-react";
import { useTransition } from "react";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { SAVED_NOTE } from "#ui/plan/turn-note.tsx";
import { recordResult } from "./actions.ts";
import { RESULTS, type TrainingResult } from "./results.ts";
import classes from "./training.module.css";

/** One person's result of a session; a planner chooses another from the menu. */
export function RecordResult({
  scenarioId,
  attendanceId,
  person,
  result,
}: {
  scenarioId: string;
  attendanceId: string;
  person: string;
  result: TrainingResult;
}) {
  const [isBusy, start] = useTransition();
  const record = (next: TrainingResult) =>
    start(async () => {
      const outcome = await recordResult({ scenarioId, attendanceId, result: next });
      if (outcome.ok) notifications.show({ id: SAVED_NOTE, message: `${person}: ${next}` });
      else notifications.show({ message: sentenceOf(outcome.error), color: "red" });
    });
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className={classes.result}
          disabled={isBusy}
          aria-label={`${person}: ${result}. Change the result`}
        >
          {person}: {result} <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {RESULTS.map((next) => (
          <Menu.Item key={next} onClick={() => record(next)} fw={next === result ? 650 : 400}>
            {next}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
