import { moment } from "../../base/format.ts";
import { isoOf } from "../../base/instant.ts";
import { epochSeconds } from "../../base/quantity.ts";
import { sceneOfStrip } from "../../model/command/look-up.ts";
import { moveStrips } from "../../model/command/move-strips.ts";
import { returnStrips } from "../../model/command/return-strips.ts";
import { type SetUp, TIERS, type Tier } from "../../model/scene.ts";
import { shootDayAt } from "../../rules/duty.ts";
import { asOne } from "../../rules/offers.ts";
import { sequenceOf, standingBefore } from "../../solve/sequence.ts";
import { placesGround } from "../ground.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** A scene that matters less gives its place to one of the finding's, and goes to the boneyard: the shortest first. */
export const makeRoom: Way = {
  id: "make-room",
  tried: "the place of a scene that matters less",
  tries: 16,
  offers: 2,
  isLast: true,
  concerns: (search) => wanted(search) !== null,
  *attempts(search) {
    const strip = wanted(search);
    if (!strip) return;
    const { facts, snapshot } = search.checked;
    const tierOf = (id: typeof strip.id) => bestTier(facts.setUpsOfStrip.get(id) ?? []);
    const own = tierOf(strip.id);
    const ground = placesGround(search.checked);
    const all = standingBefore(ground);
    const moduleId = facts.scenes.get(strip.sceneId)?.moduleId ?? null;
    const free = { ...strip, startsAt: null, moduleId: null };
    const known = new Set(
      sequenceOf(
        ground,
        all.filter((s) => s.strip.id !== strip.id),
      )
        .candidates(free)
        .map(({ shootAt }) => shootAt),
    );
    const lesser = [...facts.placed.values()]
      .filter(
        (p) =>
          p.strip.id !== strip.id &&
          !p.strip.isPinned &&
          p.strip.status === "planned" &&
          tierOf(p.strip.id) > own,
      )
      .sort((a, b) => tierOf(b.strip.id) - tierOf(a.strip.id) || lengthOfStrip(a) - lengthOfStrip(b));
    for (const { strip: other } of lesser) {
      const rest = all.filter((s) => s.strip.id !== strip.id && s.strip.id !== other.id);
      const opened = sequenceOf(ground, rest)
        .candidates(free)
        .filter(({ shootAt }) => !known.has(shootAt));
      const day = other.startsAt === null ? null : shootDayAt(facts.days, other.startsAt);
      const at = opened.find((candidate) => candidate.day === day);
      if (!at) continue;
      const { rigMin, shootMin, shootAt } = at;
      const startsAt = epochSeconds(shootAt - rigMin * 60);
      const [scene, gone] = [strip, other].map((s) => sceneOfStrip(snapshot.tables, s));
      yield {
        ...asOne([
          { commandId: returnStrips.id, input: { stripIds: [other.id] } },
          {
            commandId: moveStrips.id,
            input: { moves: [{ stripId: strip.id, startsAt: isoOf(startsAt), moduleId, rigMin, shootMin }] },
          },
        ]),
        words: `Scene ${scene} ${strip.startsAt === null ? "on" : "to"} ${moment(startsAt)}, scene ${gone} (${TIERS[tierOf(other.id)]}) to the boneyard`,
        key: `${other.id} gives way`,
      } satisfies Attempt;
    }
  },
};

/** The one that matters most. */
function wanted({ strips, checked: { facts } }: Search) {
  const tierOf = (id: (typeof strips)[number]["id"]) => bestTier(facts.setUpsOfStrip.get(id) ?? []);
  return [...strips].sort((a, b) => tierOf(a.id) - tierOf(b.id))[0] ?? null;
}

/** Its index: 0 for a must. */
const bestTier = (setUps: readonly SetUp[]): number =>
  Math.min(TIERS.length - 1, ...setUps.map(({ tier }) => TIERS.indexOf(tier satisfies Tier)));
const lengthOfStrip = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
  span.end - span.start;
