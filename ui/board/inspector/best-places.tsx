"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { clock, list } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import type { Tables } from "#core/model/entities.ts";
import type { StripId } from "#core/model/ids.ts";
import { namedInSentence, titleOf } from "#core/rules/in-force.ts";
import { bestSlots, type Slot } from "#core/solve/best-slots.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import type { Plan } from "#ui/plan/use-plan.ts";
import { columnDay, dayTitle, timeOn } from "../columns.ts";
import { PreviewMark } from "../day-head.tsx";
import type { Edits } from "../use-edits.ts";
import classes from "./inspector.module.css";

/** Findings of a place that are told before the rest is counted. */
const TOLD = 3;

/** `takes 223 points: crew time 108, reserve 95, few moves 15, script order 5`. */
function costText(costs: Slot["costs"], tables: Tables): string {
  if (costs.length === 0) return "takes no points";
  const told = costs.map(({ ruleId, points }) => ({
    words: namedInSentence(ruleId, tables),
    points: Math.ceil(points),
  }));
  const sum = told.reduce((all, { points }) => all + points, 0);
  return `takes ${sum.toLocaleString("en")} points: ${told.map(({ words, points }) => `${words} ${points.toLocaleString("en")}`).join(", ")}`;
}

/** The ten best places for a strip, each judged by the whole book, with the way there. Worked out again whenever the plan changes. */
export function BestPlaces({
  plan,
  edits,
  id,
  asked,
}: {
  plan: Plan;
  edits: Edits;
  id: StripId;
  /** Counts up when the menu asks for them. */
  asked: number;
}) {
  const [isOpen, setOpen] = useState(asked > 0);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    if (asked > 0) setOpen(true);
  }
  const { checked } = plan;
  const [found, setFound] = useState<{ of: typeof checked; slots: readonly Slot[] } | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    // After the browser has drawn that we are looking.
    const timer = setTimeout(() => setFound({ of: checked, slots: bestSlots(checked, id) }), 16);
    return () => clearTimeout(timer);
  }, [isOpen, checked, id]);
  const head = useRef<HTMLHeadingElement>(null);
  // Whoever asks is led there: the button is gone, and on a phone the places begin below the edge of the sheet.
  const isFound = found !== null;
  useEffect(() => {
    if (!isOpen || (asked === 0 && !isFound)) return;
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "start" });
  }, [isOpen, asked, isFound]);

  if (!isOpen)
    return (
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          Best places
        </Button>
      </div>
    );
  const slots = found?.of === checked ? found.slots : null;
  const strip = plan.facts.strips.get(id);
  const standsAt = strip?.startsAt ?? null;
  const own = strip && plan.facts.scenes.get(strip.sceneId)?.moduleId;
  const where = own ? plan.facts.modules.get(own)?.name : undefined;
  return (
    <section className={classes.places} aria-label="Best places">
      <header>
        <h4 ref={head} tabIndex={-1}>
          Best places
        </h4>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen(false)}>
          Hide
        </Button>
      </header>
      <div role="status" className="muted small">
        {slots === null
          ? "Looking at every day…"
          : slots.length === 0
            ? "There is no open day to place it on."
            : slots.every(({ effect }) => effect.breaks.length > 0)
              ? "No place is free of findings; the least bad first."
              : null}
      </div>
      {where ? (
        <p className="muted small">
          In {where}, the scene's own module; no other is tried. What breaks least comes first, then what
          takes fewest points.
        </p>
      ) : null}
      <ol>
        {(slots ?? []).map(({ placement, effect, costs }) => {
          const day = columnDay(plan.facts.days, placement.startsAt);
          const isHere = placement.startsAt === standsAt;
          const told = day
            ? `${dayTitle(day)}, ${timeOn(day, placement.startsAt)}`
            : clock(placement.startsAt);
          const isOther = placement.shootMin !== strip?.shootMin;
          return (
            <li key={placement.startsAt}>
              <div className={classes.place}>
                <span>
                  <b>{told}</b>
                  <span className={`muted small ${classes.lengths}`}>
                    rig {placement.rigMin} min
                    {isOther ? `, shoot ${strip?.shootMin} → ${placement.shootMin} min` : ""}
                  </span>
                </span>
                <PreviewMark preview={effect} />
                {isHere ? (
                  <span className="muted small">stands here</span>
                ) : (
                  <Button
                    size="compact-xs"
                    variant={effect.breaks.length === 0 ? "filled" : "default"}
                    aria-label={`${standsAt === null ? "Place" : "Move"} to ${told}`}
                    onClick={() => edits.move([{ ...placement, startsAt: isoOf(placement.startsAt) }])}
                  >
                    {standsAt === null ? "Place" : "Move"}
                  </Button>
                )}
              </div>
              <p className="muted small">{costText(costs, plan.snapshot.tables)}</p>
              {effect.breaks.length > 0 ? <FindingList findings={effect.breaks.slice(0, TOLD)} /> : null}
              {effect.breaks.length > TOLD ? (
                <p className="muted small">
                  and{" "}
                  {list([
                    ...new Set(effect.breaks.slice(TOLD).map((f) => titleOf(f.ruleId, plan.snapshot.tables))),
                  ])}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
