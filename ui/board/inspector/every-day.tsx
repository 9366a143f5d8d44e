"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { instant } from "#core/base/instant.ts";
import type { StripId } from "#core/model/ids.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import { type Column, dayDate, dayTitle, timeOn } from "../columns.ts";
import { PreviewMark } from "../day-head.tsx";
import type { Edits } from "../use-edits.ts";
import { usePreviews } from "../use-previews.ts";
import classes from "./inspector.module.css";

const NONE: readonly StripId[] = [];

/** The best place on every day and what it would break: what the shading says while a strip is held, without holding it. */
export function EveryDay({
  plan,
  edits,
  columns,
  ids,
}: {
  plan: Plan;
  edits: Edits;
  columns: readonly Column[];
  ids: readonly StripId[];
}) {
  const [isOpen, setOpen] = useState(false);
  const { days } = usePreviews(plan, columns, isOpen ? ids : NONE, null);
  return (
    <details className={classes.every} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Where it could go</summary>
      {isOpen ? (
        <ol className={classes.days} aria-label="Best place on every day">
          {columns
            .filter((column) => !column.day.isClosed)
            .map((column) => {
              const best = days.get(column.day.id)?.best;
              const [first] = best?.moves ?? [];
              const time = first ? timeOn(column.day, instant(first.startsAt)) : "";
              return (
                <li key={column.day.id}>
                  <span>
                    <b>{column.day.number}</b> <span className="muted">{dayDate(column.day)}</span>
                  </span>
                  <span className="figures">{time}</span>
                  <span>
                    {best ? <PreviewMark preview={best.preview} /> : <span className="muted small">…</span>}
                  </span>
                  <Button
                    variant="default"
                    size="compact-xs"
                    disabled={!best}
                    aria-label={`Move to ${dayTitle(column.day)}, ${time}`}
                    onClick={() => {
                      if (best) edits.move(best.moves);
                    }}
                  >
                    Move
                  </Button>
                </li>
              );
            })}
        </ol>
      ) : null}
    </details>
  );
}
