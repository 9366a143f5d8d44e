import { isoOf, plusMinutes } from "../../base/instant.ts";
import { minutes } from "../../base/quantity.ts";
import { sceneOfStrip } from "../../model/command/look-up.ts";
import { moveStrips } from "../../model/command/move-strips.ts";
import type { ModuleId } from "../../model/ids.ts";
import { shootDayAt } from "../../rules/duty.ts";
import { lengthsOf } from "../../solve/plan/lengths.ts";
import { beforeIn, standingBefore } from "../../solve/sequence.ts";
import { inTurn } from "../in-turn.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** The strip shot in another module, the nearest by hatches first: at the time that it has, with the rig that it needs there. */
export const modules: Way = {
  id: "modules",
  tried: "another module",
  tries: 10,
  offers: 1,
  concerns: ({ strips }) => strips.some(({ moduleId }) => moduleId !== null),
  attempts: (search) => inTurn(search.strips.map((strip) => inOthers(search, strip))),
};

function* inOthers(
  { checked: { facts, snapshot } }: Search,
  strip: Search["strips"][number],
): Generator<Attempt, void, void> {
  const { moduleId: from, startsAt } = strip;
  const scene = facts.scenes.get(strip.sceneId);
  if (from === null || startsAt === null || !scene) return;
  const lengths = lengthsOf(snapshot, facts);
  const line = standingBefore({ facts })
    .filter((s) => s.strip.id !== strip.id && s.placed.scene.unit === scene.unit)
    .filter((s) => s.placed.span.start < startsAt)
    .sort((a, b) => a.shootAt - b.shootAt);
  const hatches = (id: ModuleId) => facts.hatchesBetween.get(from)?.get(id) ?? Number.POSITIVE_INFINITY;
  const others = [...facts.modules.values()]
    .filter((m) => m.isUsable && m.id !== from)
    .sort((a, b) => hatches(a.id) - hatches(b.id) || a.order - b.order);
  for (const { id: moduleId, name } of others) {
    const { onDay, inModule } = beforeIn(line, moduleId, shootDayAt(facts.days, startsAt));
    const rigMin = lengths.rigAfter(strip, { scene, moduleId }, onDay, inModule);
    // The shoot as it was, or the rig as it was: the one that fits is offered.
    const kept = plusMinutes(startsAt, minutes(strip.rigMin - rigMin));
    for (const at of new Set([kept, startsAt]))
      yield {
        commandId: moveStrips.id,
        input: { moves: [{ stripId: strip.id, startsAt: isoOf(at), moduleId, rigMin }] },
        words: `Scene ${sceneOfStrip(snapshot.tables, strip)} in ${name}${rigMin === strip.rigMin ? "" : `, rig ${rigMin} min`}`,
      };
  }
}
