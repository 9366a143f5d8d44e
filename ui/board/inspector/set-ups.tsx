"use client";

import { Button, Checkbox } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { clock, count } from "#core/base/format.ts";
import type { StripId } from "#core/model/ids.ts";
import { setUpMinutes } from "#core/model/placed.ts";
import type { SetUp } from "#core/model/scene.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import { LightMark } from "#ui/strip/light-asked.tsx";
import type { Edits } from "../use-edits.ts";
import classes from "./inspector.module.css";

export type SetUpMode = "mark" | "split";

const asks = (setUp: SetUp): string =>
  [
    `${count(setUp.takes, "take")} × ${setUp.takeMin} min`,
    ...(setUp.movingCamera ? ["moving camera"] : []),
    ...(setUp.syncSound ? ["sync sound"] : []),
    ...(setUp.groundLink ? ["ground link"] : []),
    ...(setUp.strenuous ? ["strenuous"] : []),
  ].join(" · ");

/** Set-ups of a strip: what each is, whether it is in the can; and which go to a new part when the strip is split. */
export function SetUps({
  plan,
  edits,
  id,
  mode,
  onMode,
  focus,
}: {
  plan: Plan;
  edits: Edits;
  id: StripId;
  mode: SetUpMode;
  onMode: (mode: SetUpMode) => void;
  /** Counts up when the list is asked for. */
  focus: number;
}) {
  const { facts, mayEdit } = plan;
  const own = facts.setUpsOfStrip.get(id) ?? [];
  const spans = new Map(facts.placed.get(id)?.setUps.map((p) => [p.setUp.id, p.span]));
  const [going, setGoing] = useState<readonly string[]>([]);
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another strip, or another mode, starts afresh
  useEffect(() => setGoing([]), [id, mode]);
  useEffect(() => {
    if (focus > 0) list.current?.querySelector("input")?.focus();
  }, [focus]);
  const shot = own.filter((s) => s.isShot).map((s) => s.id as string);
  const toggled = (ids: readonly string[], setUpId: string) =>
    ids.includes(setUpId) ? ids.filter((other) => other !== setUpId) : [...ids, setUpId];

  if (own.length === 0) return <p className="muted small">No set-ups yet. Add them on the scene's sheet.</p>;
  const box = (setUp: SetUp): ReactNode =>
    mode === "split" ? (
      <Checkbox
        size="xs"
        checked={going.includes(setUp.id)}
        onChange={() => setGoing(toggled(going, setUp.id))}
        aria-label={`Set-up ${setUp.label} goes to the new part`}
      />
    ) : (
      <Checkbox
        size="xs"
        checked={setUp.isShot}
        disabled={!mayEdit}
        onChange={() => edits.mark(id, toggled(shot, setUp.id))}
        aria-label={`Set-up ${setUp.label} is in the can`}
      />
    );
  return (
    <>
      {mode === "split" ? <p className="small">Tick the set-ups that go to a new part.</p> : null}
      <ul className={classes.setUps} ref={list}>
        {own.map((setUp) => {
          const span = spans.get(setUp.id);
          return (
            <li key={setUp.id}>
              {box(setUp)}
              <b>{setUp.label}</b>
              <span className={classes.setUpText}>
                <span>{setUp.description || "Set-up"}</span>
                <span className="muted small">
                  {setUp.tier} · {setUpMinutes(setUp)} min: {asks(setUp)} <LightMark light={setUp.light} />
                </span>
              </span>
              <time className="muted small">{span ? clock(span.start) : ""}</time>
            </li>
          );
        })}
      </ul>
      {mode === "split" ? (
        <div className={classes.buttons}>
          <Button
            size="xs"
            disabled={going.length === 0 || going.length === own.length}
            onClick={() => {
              if (edits.split(id, going)) onMode("mark");
            }}
          >
            Split
          </Button>
          <Button size="xs" variant="default" onClick={() => onMode("mark")}>
            Cancel
          </Button>
        </div>
      ) : null}
    </>
  );
}
