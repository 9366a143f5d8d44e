import * as z from "zod";
import { duration, moment } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { elapsedMinutes, plusMinutes } from "../base/instant.ts";
import { lengthOf } from "../base/interval.ts";
import { type EpochSeconds, type Minutes, minutes, startedMinutes } from "../base/quantity.ts";
import type { SceneId, StripId } from "../model/ids.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found, type NotJudged, type StripOrder } from "../model/rule.ts";
import type { SceneOrder } from "../model/scene.ts";
import type { Strip } from "../model/strip.ts";
import { startingAt } from "./offers.ts";

interface OrderFacts {
  readonly first: string;
  readonly second: string;
  readonly reason: string;
  readonly is: "early" | "late";
  readonly ends: EpochSeconds;
  readonly starts: EpochSeconds;
  readonly asked: Minutes;
  readonly min: Minutes;
  readonly lastId: StripId;
  readonly nextId: StripId;
}

export const sceneOrder = defineRule({
  id: "scene-order",
  level: "hard",
  sentence:
    "What cannot be undone comes after what needs it whole: cut hair, a broken prop, a set that is put back.",
  source: "House rule [G]; each pair of scenes carries its own lags, reason and source.",
  unit: "minutes",
  params: z.object({}),
  scope: "plan",
  reads: ["sceneOrders"],
  search: {
    orders: (strips, { sceneOrders }) =>
      sceneOrders.flatMap(({ firstSceneId, thenSceneId, minLagMin, maxLagMin }) =>
        ordersBetween(
          strips.filter((strip) => strip.sceneId === firstSceneId),
          strips.filter((strip) => strip.sceneId === thenSceneId),
          minLagMin,
          maxLagMin,
        ),
      ),
  },

  // The lag runs from the last strike of the one scene to the first rig of the other, over all their parts, shot ones too: what is
  // destroyed stays so. A part in the boneyard binds nobody; that a must lies there is must-scenes'.
  check({ strips, facts: { sceneOrders } }) {
    if (sceneOrders.length === 0) return { violations: [], unknown: [] };
    const placed = new Map<SceneId, Placed[]>(
      gather(sceneOrders, (order) => [
        [order.firstSceneId, []],
        [order.thenSceneId, []],
      ]),
    );
    for (const strip of strips) placed.get(strip.scene.id)?.push(strip);
    const violations: Found<OrderFacts>[] = [];
    const unknown: NotJudged[] = [];
    for (const order of sceneOrders) {
      const [first = [], then = []] = [placed.get(order.firstSceneId), placed.get(order.thenSceneId)];
      if (order.firstSceneId === order.thenSceneId) {
        const reason = `Scene ${first[0]?.scene.number ?? order.firstSceneId} is ordered after itself: name another.`;
        unknown.push({ span: null, strips: first.map((p) => p.strip.id), reason });
        continue;
      }
      const found = breachOf(order, first, then);
      if (found) violations.push(found);
    }
    return { violations, unknown };
  },

  explain: ({ first, second, reason, is, ends, starts, asked, min }) => {
    const where = `scene ${second} begins ${moment(starts)}, scene ${first} ends ${moment(ends)}`;
    const lag = asked > 0 ? ` and ${is === "early" ? "at least" : "at most"} ${duration(asked)} between` : "";
    return `Scene ${second} comes ${duration(min)} too ${is} after scene ${first}: ${where}${lag} (${reason}).`;
  },

  // Only what is not shot and not pinned can move; move-strips refuses the pinned.
  *repairs({ facts: { is, lastId, nextId, asked } }, { strips }) {
    const [last, next] = [lastId, nextId].map((id) => strips.find((p) => p.strip.id === id));
    if (!last || !next) return;
    const after = plusMinutes(last.span.end, asked);
    const before = plusMinutes(next.span.start, minutes(-asked - lengthOf(last.span)));
    if (next.strip.status !== "shot") yield startingAt([nextId, after]);
    if (last.strip.status !== "shot") yield startingAt([lastId, before]);
    if (is === "early" && last.strip.status !== "shot" && next.strip.status !== "shot")
      yield {
        ...startingAt([nextId, last.span.start], [lastId, next.span.start]),
        words: `Scenes ${last.scene.number} and ${next.scene.number} change places`,
      };
  },
});

/** From every part of the one to every part of the other; at most so long after it only where neither has more. */
const ordersBetween = (
  firsts: readonly Strip[],
  thens: readonly Strip[],
  minMin: number,
  maxMin: number | null,
): readonly StripOrder[] =>
  gather(firsts, (first) =>
    gather(thens, (then) =>
      first.id === then.id || first.sceneId === then.sceneId
        ? []
        : [
            {
              first: first.id,
              second: then.id,
              minMin,
              maxMin: firsts.length + thens.length === 2 ? maxMin : null,
            },
          ],
    ),
  );

/** Strips of both scenes that break the order; the lag itself is between the last of the one and the first of the other. */
function breachOf(
  order: SceneOrder,
  first: readonly Placed[],
  then: readonly Placed[],
): Found<OrderFacts> | null {
  const next = then[0];
  const last = first.reduce<Placed | undefined>((a, b) => (a && a.span.end >= b.span.end ? a : b), undefined);
  if (!next || !last) return null;
  const [ends, starts] = [last.span.end, next.span.start];
  const lag = elapsedMinutes(ends, starts);
  const early = startedMinutes(order.minLagMin - lag);
  const late = order.maxLagMin === null ? 0 : startedMinutes(lag - order.maxLagMin);
  if (early <= 0 && late <= 0) return null;
  const asked = early > 0 ? order.minLagMin : (order.maxLagMin ?? order.minLagMin);
  const strips =
    early > 0
      ? [
          ...first.filter((p) => elapsedMinutes(p.span.end, starts) < asked),
          ...then.filter((p) => elapsedMinutes(ends, p.span.start) < asked),
        ]
      : [last, next];
  const min = minutes(Math.max(early, late));
  return {
    amount: min,
    span:
      starts === ends ? null : starts < ends ? { start: starts, end: ends } : { start: ends, end: starts },
    strips: strips.map((p) => p.strip.id),
    people: [],
    facts: {
      first: last.scene.number,
      second: next.scene.number,
      reason: order.reason,
      is: early > 0 ? "early" : "late",
      ends,
      starts,
      asked,
      min,
      lastId: last.strip.id,
      nextId: next.strip.id,
    },
  };
}
