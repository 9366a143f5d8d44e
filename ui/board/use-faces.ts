"use client";

import { useMemo, useRef } from "react";
import { clockFor } from "#core/report/moment.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import { findingsByStrip, type StripFace, stripFace } from "#ui/strip/strip-face.ts";

const NO_FINDINGS = [] as const;

/** Faces of all strips; a face that says the same as before stays the same object, so that its cell is not drawn again. */
export function useFaces({ facts, report, snapshot }: Plan): ReadonlyMap<string, StripFace> {
  const before = useRef<ReadonlyMap<string, StripFace>>(new Map());
  return useMemo(() => {
    const clock = clockFor(snapshot.production.homeZone, null);
    const findings = findingsByStrip(report.findings);
    const faces = new Map<string, StripFace>();
    for (const strip of facts.strips.values()) {
      const face = stripFace(facts, clock, strip, findings.get(strip.id) ?? NO_FINDINGS);
      const known = before.current.get(strip.id);
      if (face) faces.set(strip.id, known && JSON.stringify(known) === JSON.stringify(face) ? known : face);
    }
    before.current = faces;
    return faces;
  }, [facts, report, snapshot.production.homeZone]);
}
