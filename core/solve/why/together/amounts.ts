import { elapsedMinutes } from "../../../base/instant.ts";
import { measure, profile } from "../../../base/profile.ts";
import { epochSeconds, type Minutes, minutes } from "../../../base/quantity.ts";
import type { ShootDay } from "../../../model/day.ts";
import type { StripId } from "../../../model/ids.ts";
import { shootDayAt } from "../../../rules/duty.ts";
import { placedAt } from "../../openings.ts";
import { lengthsOf } from "../../plan/lengths.ts";
import { type Alone, aloneOf } from "../alone.ts";
import type { Room } from "./room.ts";

/** What strips ask of an account and what it gives, in the unit of its rule. */
export interface AskedOf {
  readonly asked: number;
  /** Of one strip alone. */
  readonly dearest: number;
  /** Of the strips, those that ask. */
  readonly by: readonly StripId[];
  /** On all days on which their unit may shoot, and on one day at the most. */
  readonly granted: number;
  readonly mostOnADay: number;
  /** So many of the strips go into one day, and into all days, at the most: each is whole on one day, and the smallest go first. */
  readonly strips: { readonly onADay: number; readonly inAll: number };
}

/** With rigs as short as they may be: what is asked at the least. */
export function askedOf(
  room: Room,
  ids: readonly StripId[],
  ruleId: string,
  account: string,
): AskedOf | null {
  const of = room.views.rules.find(({ rule }) => rule.id === ruleId);
  if (!of) return null;
  const by = ids.flatMap((id) => {
    const placed = shortest(room, id);
    const own = placed ? room.views.draws(of, placed) : [];
    const amount = own.reduce((sum, draw) => sum + (draw.account === account ? draw.amount : 0), 0);
    return amount > 0 ? [{ id, amount }] : [];
  });
  const units = new Set(by.map(({ id }) => unitOf(room, id)));
  const windows = room.facts.windows.filter(({ unit }) => units.has(unit));
  const isOpen = (day: ShootDay | undefined) =>
    day !== undefined &&
    !day.isClosed &&
    windows.some(({ startsAt, endsAt }) => startsAt < day.sleepsAt && day.wakesAt < endsAt);
  const days = room.views
    .caps(of)
    .filter((cap) => cap.account === account && cap.days.length === 1 && isOpen(cap.days[0]))
    .map(({ most }) => most);
  const sums = by.map(({ amount }) => amount).sort((a, b) => a - b);
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] as number) + (sums[i - 1] as number);
  const into = days.map((most) => sums.filter((sum) => sum <= most).length);
  return {
    asked: by.reduce((sum, { amount }) => sum + amount, 0),
    dearest: Math.max(0, ...by.map(({ amount }) => amount)),
    by: by.map(({ id }) => id),
    granted: days.reduce((sum, most) => sum + most, 0),
    mostOnADay: Math.max(0, ...days),
    strips: { onADay: Math.max(0, ...into), inAll: into.reduce((sum, most) => sum + most, 0) },
  };
}

const unitOf = ({ facts: { strips, scenes } }: Room, id: StripId) => {
  const strip = strips.get(id);
  return strip && scenes.get(strip.sceneId)?.unit;
};

function shortest({ facts, snapshot }: Room, id: StripId) {
  const strip = facts.strips.get(id);
  const scene = strip && facts.scenes.get(strip.sceneId);
  if (!strip || !scene) return null;
  const rigs = lengthsOf(snapshot, facts).rigs(strip, scene);
  return placedAt(
    facts,
    strip,
    minutes(Math.min(...(rigs.length > 1 ? rigs.slice(1) : rigs))),
    epochSeconds(0),
  );
}

/** The time that strips take of their unit one after the other, at the least, and the time in which rules let any of them be. */
export interface TimeFor {
  readonly takesMin: Minutes;
  readonly leftMin: Minutes;
  readonly days: number;
}

/** `aside`: the strips, each by itself; `isKept`: rules that hold. */
export function timeFor(room: Room, aside: readonly Alone[], isKept: (ruleId: string) => boolean): TimeFor {
  const { days } = room.facts;
  const open = aside.flatMap((alone) =>
    [...alone.shootAt.keys()].flatMap((start) => {
      const placed = alone.barOf(start, isKept) === null ? alone.placed(start) : null;
      return placed && shootDayAt(days, placed.span.start) ? [placed.span] : [];
    }),
  );
  const takes = aside.flatMap((alone) => {
    const span = alone.placed(0)?.span;
    return span ? [elapsedMinutes(span.start, span.end)] : [];
  });
  return {
    takesMin: minutes(takes.reduce((sum, min) => sum + min, 0)),
    leftMin: measure(profile(open)),
    days: new Set(open.map(({ start }) => shootDayAt(days, start)?.id)).size,
  };
}

/** Each of the strips by itself: its starts, and which rules bar each. */
export const asideOf = ({ views, facts, snapshot }: Room, ids: readonly StripId[]): readonly Alone[] => {
  const lengths = lengthsOf(snapshot, facts);
  return ids.flatMap((id) => {
    const strip = facts.strips.get(id);
    return strip ? [aloneOf(views, lengths, strip)] : [];
  });
};
