import { dateOf } from "../base/instant.ts";
import { holds, type Interval } from "../base/interval.ts";
import { within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Seconds, seconds } from "../base/quantity.ts";
import type { LightSpan, LightTable, SunCrossing, UnknownLight } from "../model/light-table.ts";
import { choosePieces, chooseSource, marginAt, type Trust } from "../orbit/choose.ts";
import { earthFixedFromTeme } from "../orbit/frames.ts";
import { geodeticOf } from "../orbit/geodetic.ts";
import { type OrbitInput, orbitSources } from "../orbit/orbit-sources.ts";
import type { OrbitSource } from "../orbit/source.ts";
import { betaAt } from "./beta.ts";
import { type Contacts, LOOK_AROUND, type SunCourse, sunCourse } from "./contacts.ts";
import { movedSeam, SEAM_REACH } from "./seam.ts";

interface Lit {
  readonly span: Interval;
  readonly source: OrbitSource;
  readonly course: SunCourse;
}

/**
 * The light during a window: every sunrise and sunset, the spans of day and night, beta, and where the light cannot
 * be told. Orbital day is from sunrise's first contact to sunset's first contact. Orbit data that is none is
 * left out and named in the reason of what is unknown. Linear in the window's length.
 */
export function lightTable(inputs: readonly OrbitInput[], window: Interval, trust: Trust = {}): LightTable {
  const { sources, refused } = orbitSources(inputs);
  const lit: Lit[] = [];
  const unknown: UnknownLight[] = [];
  for (const { span, source } of choosePieces(sources, window, { ...trust, around: AROUND })) {
    const course = source.ok ? sunCourse(source.value, withReach(span)) : source;
    if (source.ok && course.ok) lit.push({ span, source: source.value, course: course.value });
    else unknown.push({ span, reason: [course.ok ? "" : course.error, ...refused].join(" ") });
  }
  const seamless = withSeamsMoved(lit);
  return {
    window,
    spans: seamless.flatMap(spansOf),
    crossings: seamless.flatMap(crossingsOf),
    unknown,
    noons: [],
    passes: [],
    targets: [],
    beta: noonsOf(window).flatMap((noon) => {
      const source = chooseSource(sources, noon, trust);
      const beta = source.ok ? betaAt(source.value, noon) : source;
      return beta.ok ? [{ date: dateOf(noon), betaDeg: beta.value }] : [];
    }),
  };
}

const AROUND = seconds(SEAM_REACH + LOOK_AROUND);

const withReach = ({ start, end }: Interval): Interval => ({
  start: epochSeconds(start - SEAM_REACH),
  end: epochSeconds(end + SEAM_REACH),
});

/** Where two sources follow each other, the second takes over when both say the same light. */
function withSeamsMoved(lit: readonly Lit[]): Lit[] {
  const moved: Lit[] = [];
  for (const piece of lit) {
    const last = moved.at(-1);
    if (last && last.span.end === piece.span.start) {
      const seam = movedSeam(piece.span, last.course.nights, piece.course.nights);
      moved[moved.length - 1] = { ...last, span: { start: last.span.start, end: seam } };
      moved.push({ ...piece, span: { start: seam, end: piece.span.end } });
    } else moved.push(piece);
  }
  return moved;
}

function spansOf({ span, source, course }: Lit): LightSpan[] {
  const of = (kind: LightSpan["kind"]) =>
    within(kind === "day" ? course.days : course.nights, span).map((part) => ({
      kind,
      span: part,
      source: source.label,
      margin: worseMargin(source, part),
    }));
  return [...of("day"), ...of("night")].sort((a, b) => a.span.start - b.span.start);
}

const worseMargin = (source: OrbitSource, { start, end }: Interval): Seconds =>
  seconds(Math.max(marginAt(source, start), marginAt(source, end)));

function crossingsOf({ span, source, course }: Lit): SunCrossing[] {
  return course.contacts.filter((c) => holds(span, c.firstContact)).flatMap((c) => placed(source, c));
}

function placed(source: OrbitSource, contacts: Contacts): SunCrossing[] {
  const at = contacts.firstContact;
  const state = source.positionAt(at);
  if (!state.ok) return [];
  const place = geodeticOf(earthFixedFromTeme(state.value.position, at));
  return [{ ...contacts, ...place, source: source.label, margin: marginAt(source, at) }];
}

/** 12:00 UTC of every date that the window touches. */
function noonsOf(asked: Interval): EpochSeconds[] {
  const noons: EpochSeconds[] = [];
  for (let day = Math.floor(asked.start / 86_400) * 86_400; day < asked.end; day += 86_400)
    noons.push(epochSeconds(day + 43_200));
  return noons;
}
