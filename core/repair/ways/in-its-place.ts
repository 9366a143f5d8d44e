import { moment } from "../../base/format.ts";
import { isoOf } from "../../base/instant.ts";
import { overlaps } from "../../base/interval.ts";
import { epochSeconds } from "../../base/quantity.ts";
import { sceneOfStrip } from "../../model/command/look-up.ts";
import { moveStrips } from "../../model/command/move-strips.ts";
import { keepsFromFitting } from "../../model/finding.ts";
import type { Strip } from "../../model/strip.ts";
import { shootDayAt } from "../../rules/duty.ts";
import type { Candidate, Standing } from "../../solve/sequence.ts";
import { inTurn } from "../in-turn.ts";
import { stripPlaces } from "../strip-places.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** Strips of one finding that are tried, and others whose place each might have. */
const STRIPS = 3;
const OTHERS = 30;

/**
 * Another scene goes elsewhere, and one of the finding's takes its place: to where that one stood, so that the two change places, else to
 * another time of its day, else to another day.
 */
export const inItsPlace: Way = {
  id: "in-its-place",
  tried: "the place of another scene, which goes elsewhere",
  tries: 32,
  offers: 2,
  isLast: true,
  concerns: ({ strips }) => strips.length > 0,
  attempts: (search) => inTurn(search.strips.slice(0, STRIPS).map((strip) => inPlaces(search, strip))),
};

function* inPlaces(search: Search, strip: Strip): Generator<Attempt | null, void, void> {
  const { checked, finding } = search;
  const places = stripPlaces(checked);
  yield null;
  const others = places.standing.filter((s) => s.strip.id !== strip.id);
  const known = new Set(places.of(strip, others, finding.ruleId).map(({ shootAt }) => shootAt));
  for (const other of movable(search, strip, others).slice(0, OTHERS)) {
    yield null;
    const rest = others.filter((s) => s !== other);
    const opened = places.of(strip, rest, finding.ruleId).filter(({ shootAt }) => !known.has(shootAt));
    for (const at of nearest(opened, other)) {
      const here = places.at(strip, at);
      yield null;
      const to = here ? places.of(other.strip, [...rest, here]) : [];
      for (const there of goesTo(search, strip, other, to))
        yield attemptOf(search, [strip, at], [other, there]);
    }
  }
}

/** Those that the finding names, then those with which something else is wrong; the nearest in time, or for what has no place those about as long. */
function movable(
  { checked: { facts, report }, finding }: Search,
  { id, sceneId, startsAt, shootMin }: Strip,
  others: readonly Standing[],
): readonly Standing[] {
  const unit = facts.scenes.get(sceneId)?.unit;
  const wrong = new Set(report.findings.filter(keepsFromFitting).flatMap(({ strips }) => strips));
  const rank = ({ strip }: Standing) => (finding.strips.includes(strip.id) ? 0 : wrong.has(strip.id) ? 1 : 2);
  const away = (s: Standing) =>
    startsAt === null ? Math.abs(s.strip.shootMin - shootMin) : Math.abs(s.placed.span.start - startsAt);
  return others
    .filter(
      ({ strip, placed }) =>
        strip.id !== id && !strip.isPinned && strip.status === "planned" && placed.scene.unit === unit,
    )
    .sort((a, b) => rank(a) - rank(b) || away(a) - away(b));
}

/** Of what another's going opens, on its day the start that is nearest to its own. */
function nearest(opened: readonly Candidate[], { shootAt, day }: Standing): readonly Candidate[] {
  const away = (at: Candidate) => Math.abs(at.shootAt - shootAt);
  return opened
    .filter((at) => at.day === day)
    .sort((a, b) => away(a) - away(b))
    .slice(0, 1);
}

/** To where the strip stood; on its own day; on the nearest other day. */
function goesTo(
  { checked: { facts } }: Search,
  { id, startsAt }: Strip,
  { shootAt, day }: Standing,
  to: readonly Candidate[],
): readonly Candidate[] {
  const was = facts.placed.get(id)?.span;
  const sorted = [...to].sort((a, b) => Math.abs(a.shootAt - shootAt) - Math.abs(b.shootAt - shootAt));
  const isThere = (at: Candidate) =>
    was !== undefined && overlaps(was, { start: at.shootAt, end: epochSeconds(at.shootAt + 60) });
  const there = sorted
    .filter(isThere)
    .sort((a, b) => Math.abs(a.shootAt - (startsAt ?? 0)) - Math.abs(b.shootAt - (startsAt ?? 0)))[0];
  const today = sorted.find((at) => at.day === day && !isThere(at));
  const other = sorted.find((at) => at.day !== day && !isThere(at));
  return [there, today, other].filter((at) => at !== undefined);
}

function attemptOf(
  { checked: { facts, snapshot } }: Search,
  [strip, at]: readonly [Strip, Candidate],
  [{ strip: other, placed }, there]: readonly [Standing, Candidate],
): Attempt {
  const [scene, gone] = [strip, other].map((s) => sceneOfStrip(snapshot.tables, s));
  const moves = [move(facts, strip, at), move(facts, other, there)] as const;
  const [here, to] = moves.map(({ startsAt }) => moment(startsAt));
  const was = facts.placed.get(strip.id)?.span;
  const isSwap =
    was !== undefined &&
    shootDayAt(facts.days, was.start) === there.day &&
    overlaps(was, { start: there.shootAt, end: epochSeconds(there.shootAt + 60) });
  return {
    commandId: moveStrips.id,
    input: { moves: moves.map((m) => ({ ...m, startsAt: isoOf(m.startsAt) })) },
    words: isSwap
      ? `Scenes ${scene} and ${gone} change places: scene ${scene} to ${here}, scene ${gone} to ${to}`
      : `${strip.startsAt === null ? "Place scene" : "Scene"} ${scene} ${strip.startsAt === null ? "on" : "to"} ${here}; scene ${gone}, which stands there from ${moment(placed.span.start)}, to ${to}`,
  };
}

const move = (
  { scenes }: Search["checked"]["facts"],
  strip: Strip,
  { shootAt, rigMin, shootMin }: Candidate,
) => ({
  stripId: strip.id,
  startsAt: epochSeconds(shootAt - rigMin * 60),
  moduleId: scenes.get(strip.sceneId)?.moduleId ?? null,
  rigMin,
  shootMin,
});
