import { dateOf } from "../base/instant.ts";
import { holds, type Interval } from "../base/interval.ts";
import { within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Seconds, seconds } from "../base/quantity.ts";
import type { LightSpan, LightTable, SunCrossing, UnknownLight } from "../model/light-table.ts";
import { chooseElements, choosePieces, marginAt, type Trust } from "../orbit/choose.ts";
import { type ElementSet, type ElementSetInput, parseElementSets } from "../orbit/element-set.ts";
import { earthFixedFromTeme } from "../orbit/frames.ts";
import { geodeticOf } from "../orbit/geodetic.ts";
import { positionAt } from "../orbit/propagate.ts";
import { betaAt } from "./beta.ts";
import { type Contacts, type SunCourse, sunCourse } from "./contacts.ts";
import { movedSeam, SEAM_REACH } from "./seam.ts";

interface Lit {
  readonly span: Interval;
  readonly set: ElementSet;
  readonly course: SunCourse;
}

/**
 * The light during a window: every sunrise and sunset, the spans of day and night, beta, and where the light cannot
 * be told. Orbital day is from sunrise's first contact to sunset's first contact. Sets that are no element sets are
 * left out and named in the reason of what is unknown. Linear in the window's length.
 */
export function lightTable(
  inputs: readonly ElementSetInput[],
  window: Interval,
  trust: Trust = {},
): LightTable {
  const { sets, refused } = parseElementSets(inputs);
  const lit: Lit[] = [];
  const unknown: UnknownLight[] = [];
  for (const { span, elements } of choosePieces(sets, window, trust)) {
    const course = elements.ok ? sunCourse(elements.value, withReach(span)) : elements;
    if (elements.ok && course.ok) lit.push({ span, set: elements.value, course: course.value });
    else unknown.push({ span, reason: [course.ok ? "" : course.error, ...refused].join(" ") });
  }
  const seamless = withSeamsMoved(lit);
  return {
    window,
    spans: seamless.flatMap(spansOf),
    crossings: seamless.flatMap(crossingsOf),
    unknown,
    beta: noonsOf(window).flatMap((noon) => {
      const set = chooseElements(sets, noon, trust);
      const beta = set.ok ? betaAt(set.value, noon) : set;
      return beta.ok ? [{ date: dateOf(noon), betaDeg: beta.value }] : [];
    }),
  };
}

const withReach = ({ start, end }: Interval): Interval => ({
  start: epochSeconds(start - SEAM_REACH),
  end: epochSeconds(end + SEAM_REACH),
});

/** Where two sets follow each other, the second takes over when both say the same light. */
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

function spansOf({ span, set, course }: Lit): LightSpan[] {
  const of = (kind: LightSpan["kind"]) =>
    within(kind === "day" ? course.days : course.nights, span).map((part) => ({
      kind,
      span: part,
      source: set.label,
      margin: worseMargin(set, part),
    }));
  return [...of("day"), ...of("night")].sort((a, b) => a.span.start - b.span.start);
}

const worseMargin = (set: ElementSet, { start, end }: Interval): Seconds =>
  seconds(Math.max(marginAt(set, start), marginAt(set, end)));

function crossingsOf({ span, set, course }: Lit): SunCrossing[] {
  return course.contacts.filter((c) => holds(span, c.firstContact)).flatMap((c) => placed(set, c));
}

function placed(set: ElementSet, contacts: Contacts): SunCrossing[] {
  const at = contacts.firstContact;
  const state = positionAt(set, at);
  if (!state.ok) return [];
  const place = geodeticOf(earthFixedFromTeme(state.value.position, at));
  return [{ ...contacts, ...place, source: set.label, margin: marginAt(set, at) }];
}

/** 12:00 UTC of every date that the window touches. */
function noonsOf(asked: Interval): EpochSeconds[] {
  const noons: EpochSeconds[] = [];
  for (let day = Math.floor(asked.start / 86_400) * 86_400; day < asked.end; day += 86_400)
    noons.push(epochSeconds(day + 43_200));
  return noons;
}
