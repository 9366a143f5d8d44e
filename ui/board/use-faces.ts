"use client";

import { useMemo, useRef } from "react";
import { type Clock, clockFor } from "#core/report/moment.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import { findingsByStrip, type StripFace, stripFace } from "#ui/strip/strip-face.ts";
import { columnDay } from "./columns.ts";

const NO_FINDINGS = [] as const;

/** Faces of all strips; a face that says the same as before stays the same object, so that its cell is not drawn again. */
export function useFaces({ facts, report, snapshot }: Plan): ReadonlyMap<string, StripFace> {
  const before = useRef<ReadonlyMap<string, StripFace>>(new Map());
  return useMemo(() => {
    const clocks = new Map<string, Clock>();
    /** Past midnight a time says so: strips stand in the order of their shoot day, not of the clock. */
    const clockOn = (date: string | null): Clock => {
      const known = clocks.get(date ?? "") ?? clockFor(snapshot.production.homeZone, date);
      clocks.set(date ?? "", known);
      return known;
    };
    const findings = findingsByStrip(report.findings);
    const faces = new Map<string, StripFace>();
    for (const strip of facts.strips.values()) {
      const day = strip.startsAt === null ? null : columnDay(facts.days, strip.startsAt);
      const clock = clockOn(day?.date ?? null);
      const face = stripFace(facts, clock, strip, findings.get(strip.id) ?? NO_FINDINGS);
      const known = before.current.get(strip.id);
      if (face) faces.set(strip.id, known && JSON.stringify(known) === JSON.stringify(face) ? known : face);
    }
    before.current = faces;
    return faces;
  }, [facts, report, snapshot.production.homeZone]);
}
