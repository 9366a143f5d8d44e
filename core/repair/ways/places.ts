import { moment } from "../../base/format.ts";
import { isoOf } from "../../base/instant.ts";
import { epochSeconds } from "../../base/quantity.ts";
import { sceneOfStrip } from "../../model/command/look-up.ts";
import { moveStrips } from "../../model/command/move-strips.ts";
import type { ShootDay } from "../../model/day.ts";
import type { Strip } from "../../model/strip.ts";
import { shootDayAt } from "../../rules/duty.ts";
import { costOf } from "../../solve/cost.ts";
import { GRID_MIN } from "../../solve/openings.ts";
import { type Candidate, sequenceOf, standingBefore } from "../../solve/sequence.ts";
import { placesGround } from "../ground.ts";
import { inTurn } from "../in-turn.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** Starts tried on one day of what is placed, and strips of one finding that are tried. */
const A_DAY = 3;
const STRIPS = 4;

/**
 * The finding's strips elsewhere in the window, each beside everything else as it stands: where its people are free, its module is open
 * and its unit is not elsewhere. What is placed stays as near as it can, first on its own day; what lies in the boneyard goes where
 * it costs least, one day after another.
 */
export const places: Way = {
  id: "places",
  tried: "another time on any day",
  tries: 90,
  offers: 3,
  concerns: ({ strips }) => strips.length > 0,
  *attempts(search) {
    const { facts } = search.checked;
    const ground = placesGround(search.checked);
    const all = standingBefore(ground);
    const cost = costOf(facts);
    yield* inTurn(
      search.strips.slice(0, STRIPS).map((strip) => {
        const others = all.filter((standing) => standing.strip.id !== strip.id);
        const free = { ...strip, startsAt: null, moduleId: null };
        const candidates = sequenceOf(ground, others).candidates(free);
        return attemptsOf(search, strip, candidates, (at) => cost({ strip, tier: "must" }, at));
      }),
    );
  },
};

/** One of each day, then the next of each. */
const attemptsOf = (
  { checked: { facts, snapshot } }: Search,
  strip: Strip,
  candidates: readonly Candidate[],
  price: (at: Candidate) => number,
): Iterable<Attempt> => {
  const { startsAt: from } = strip;
  const today = from === null ? null : shootDayAt(facts.days, from);
  const away = (at: Candidate) => Math.abs(startOf(at) - (from ?? 0));
  const edges = edgesOf(candidates);
  const isEdge = new Set(edges);
  // What has no place may have one only between them: after them all others.
  const between = from === null ? candidates.filter((at) => !isEdge.has(at)) : [];
  const days = [...byDay([...edges, ...between])].map(([day, some]) => {
    const order = today !== null && day === today ? away : price;
    const [first, ...rest] = some.sort(
      (a, b) => Number(isEdge.has(b)) - Number(isEdge.has(a)) || order(a) - order(b) || a.shootAt - b.shootAt,
    );
    return { rank: from === null ? price : away, first: first as Candidate, day, rest };
  });
  days.sort((a, b) => a.rank(a.first) - b.rank(b.first));
  const scene = sceneOfStrip(snapshot.tables, strip);
  const home = facts.scenes.get(strip.sceneId)?.moduleId ?? null;
  const where =
    from !== null && home !== null && strip.moduleId !== home ? `, in ${facts.modules.get(home)?.name}` : "";
  const attempt = (at: Candidate): Attempt => {
    const startsAt = startOf(at);
    const { rigMin, shootMin } = at;
    const move = { stripId: strip.id, startsAt: isoOf(startsAt), moduleId: home, rigMin, shootMin };
    return {
      commandId: moveStrips.id,
      input: { moves: [move] },
      words: `${from === null ? "Place scene" : "Scene"} ${scene} ${from === null ? "on" : "to"} ${moment(startsAt)}${where}`,
    };
  };
  return inTurn(
    days.map(({ first, rest }) => [first, ...rest].slice(0, from === null ? undefined : A_DAY).map(attempt)),
  );
};

const startOf = ({ shootAt, rigMin }: Candidate) => epochSeconds(shootAt - rigMin * 60);

function byDay(candidates: readonly Candidate[]): ReadonlyMap<ShootDay | null, Candidate[]> {
  const days = new Map<ShootDay | null, Candidate[]>();
  for (const at of candidates) days.set(at.day, [...(days.get(at.day) ?? []), at]);
  return days;
}

/** The first and the last of every stretch of starts, and one every hour between them. */
function edgesOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const inOrder = [...candidates].sort((a, b) => a.shootAt - b.shootAt);
  const isNext = (a: Candidate | undefined, b: Candidate | undefined) =>
    a !== undefined && b !== undefined && b.shootAt - a.shootAt <= GRID_MIN * 60 && a.rigMin === b.rigMin;
  return inOrder.filter(
    (at, i) => !isNext(inOrder[i - 1], at) || !isNext(at, inOrder[i + 1]) || at.shootAt % 3_600 === 0,
  );
}
