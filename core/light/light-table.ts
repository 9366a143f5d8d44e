import { dateOf } from "../base/instant.ts";
import { byStart, holds, type Interval, overlaps } from "../base/interval.ts";
import { profile, within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Seconds, seconds } from "../base/quantity.ts";
import type { LightSpan, LightTable, SunCrossing, UnknownLight } from "../model/light-table.ts";
import type { GroundSite, GroundTarget, RelayPass } from "../model/orbit-data.ts";
import { choosePieces, chooseSource, marginAt, type Trust } from "../orbit/choose.ts";
import { earthFixedFromTeme } from "../orbit/frames.ts";
import { geodeticOf } from "../orbit/geodetic.ts";
import { type OrbitInput, orbitSources } from "../orbit/orbit-sources.ts";
import type { OrbitSource } from "../orbit/source.ts";
import { betaAt } from "./beta.ts";
import { type Contacts, type Definition, type SunCourse, sunCourse } from "./contacts.ts";
import { merged } from "./merge.ts";
import { noonsOf } from "./noons.ts";
import { givenRelayPasses, modelledRelayPasses, type Relay } from "./relay-passes.ts";
import { movedSeam, SEAM_REACH } from "./seam.ts";
import { sitePasses } from "./site-passes.ts";
import { targetPasses } from "./target-passes.ts";
import { LOOK_AROUND, STEP, type Track, trackAround } from "./track.ts";

export interface LightOptions extends Trust {
  /** Which contacts begin and end orbital night; without it, first contact both times. */
  readonly definition?: Definition;
  readonly sites?: readonly GroundSite[];
  readonly targets?: readonly GroundTarget[];
  /** Relay coverage as it was given. */
  readonly relayPasses?: readonly RelayPass[];
  /** Relays whose coverage the simple model tells. */
  readonly relays?: readonly Relay[];
}

interface Lit {
  readonly span: Interval;
  readonly track: Track;
  readonly course: SunCourse;
}

/**
 * The light during a window: every sunrise and sunset, the spans of day and night, noons, beta, passes over sites and
 * targets, and where all that cannot be told. Orbit data that is none is left out and named in the reason of what is
 * unknown. Linear in the window's length.
 */
export function lightTable(
  inputs: readonly OrbitInput[],
  window: Interval,
  { definition, sites = [], targets = [], relayPasses = [], relays = [], ...trust }: LightOptions = {},
): LightTable {
  const { sources, refused } = orbitSources(inputs);
  const used = sites.filter((site) => site.isUsed);
  const unknown: UnknownLight[] = [];
  const pieces = choosePieces(sources, window, { ...trust, around: AROUND }).flatMap(({ span, source }) => {
    const refuse = (why: string) => {
      unknown.push({ span, reason: [why, ...refused].join(" ") });
      return [];
    };
    if (!source.ok) return refuse(source.error);
    const track = trackAround(source.value, withReach(span));
    const found = {
      span,
      track,
      course: sunCourse(track, withReach(span), definition),
      noons: noonsOf(track),
      sites: used.map((site) => sitePasses(track, site)),
      relays: relays.map((relay) => modelledRelayPasses(track, relay)),
      targets: targets.map((target) => targetPasses(track, target)),
    };
    const refusal = track.refusal();
    return refusal === null ? [found] : refuse(refusal);
  });
  const seamless = withSeamsMoved(pieces);
  const spans = seamless.flatMap(spansOf);
  const known = profile(spans.map(({ span }) => span));
  /** The n-th list of every piece: one site's, one relay's, one target's. */
  const stretches = <T extends { readonly span: Interval }>(
    listOf: (piece: (typeof pieces)[number]) => readonly T[],
  ) =>
    merged(
      pieces.map((piece) => ({ piece: piece.span, found: listOf(piece) })),
      ({ span }) => span.start,
      (a, b) => overlaps(a.span, b.span),
    ).flatMap((event) => within(known, event.span).map((span) => ({ ...event, span })));
  const given = givenRelayPasses(relayPasses).flatMap((pass) =>
    within([window], pass.span).map((span) => ({ ...pass, span })),
  );
  return {
    window,
    spans,
    crossings: seamless.flatMap(crossingsOf),
    unknown,
    noons: merged(
      pieces.map(({ span, noons }) => ({ piece: span, found: noons })),
      ({ at }) => at,
      (a, b) => b.at - a.at < SAME_NOON,
    ).filter(({ at }) => !unknown.some(({ span }) => holds(span, at))),
    passes: [
      ...used.flatMap((_, n) => stretches((piece) => piece.sites[n] ?? [])),
      ...relays.flatMap((_, n) => stretches((piece) => piece.relays[n] ?? [])),
      ...given,
    ].sort(bySpan),
    targets: targets.flatMap((_, n) => stretches((piece) => piece.targets[n] ?? [])).sort(bySpan),
    beta: utcNoonsOf(window).flatMap((noon) => {
      const source = chooseSource(sources, noon, trust);
      const beta = source.ok ? betaAt(source.value, noon) : source;
      return beta.ok ? [{ date: dateOf(noon), betaDeg: beta.value }] : [];
    }),
  };
}

const AROUND = seconds(SEAM_REACH + LOOK_AROUND + STEP);
/** Noons of one station lie an orbit, 87 minutes and more, apart. */
const SAME_NOON = 1_200;

const bySpan = (a: { readonly span: Interval }, b: { readonly span: Interval }) => byStart(a.span, b.span);

const withReach = ({ start, end }: Interval): Interval => ({
  start: epochSeconds(start - SEAM_REACH),
  end: epochSeconds(end + SEAM_REACH),
});

/** Where two sources follow each other, the second takes over when both say the same light. */
function withSeamsMoved(lit: readonly Lit[]): readonly Lit[] {
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

function spansOf({ span, track: { source }, course }: Lit): LightSpan[] {
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

function crossingsOf({ span, track: { source }, course }: Lit): SunCrossing[] {
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
function utcNoonsOf(asked: Interval): EpochSeconds[] {
  const noons: EpochSeconds[] = [];
  for (let day = Math.floor(asked.start / 86_400) * 86_400; day < asked.end; day += 86_400)
    noons.push(epochSeconds(day + 43_200));
  return noons;
}
