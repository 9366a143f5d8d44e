import * as z from "zod";
import { duration, list, spanText } from "../base/format.ts";
import type { Interval } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { difference, measure, profile, within } from "../base/profile.ts";
import { type EpochSeconds, startedMinutes } from "../base/quantity.ts";
import type { Entity } from "../model/entities.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId, PersonId } from "../model/ids.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type NotJudged } from "../model/rule.ts";
import { asOne, changed } from "./offers.ts";
import { engagementsIn, homeOf, remembered, sidesWithout } from "./whereabouts.ts";

type Reads = Pick<
  Facts,
  | "people"
  | "modules"
  | "neighbours"
  | "hatchesBetween"
  | "blocksOf"
  | "devices"
  | "calledFor"
  | "aboard"
  | "flights"
  | "seats"
>;

const seatsByPerson = remembered((seats: Facts["seats"]) => {
  const found = new Map<PersonId, Entity<"seat">[]>();
  for (const seat of seats) found.set(seat.personId, [...(found.get(seat.personId) ?? []), seat]);
  return found;
});

/** The docked ship, as a room, that holds a person's seat liner; null where none is known. */
function shipOf(personId: PersonId, at: EpochSeconds, { flights, seats }: Reads): ModuleId | null {
  const legs = (seatsByPerson(seats).get(personId) ?? []).flatMap((seat) => {
    const leg = flights.find((f) => f.id === seat.flightId);
    return leg ? [{ ...leg, linerMovedAt: seat.linerMovedAt }] : [];
  });
  const home = legs
    .filter((leg) => leg.direction === "down" && leg.hatchAt >= at)
    .reduce<(typeof legs)[number] | null>((a, b) => (a && a.hatchAt <= b.hatchAt ? a : b), null);
  if (!home) return null;
  if ((home.linerMovedAt ?? at) <= at) return home.moduleId;
  const came = legs
    .filter((leg) => leg.direction === "up" && leg.arrivesAt <= at)
    .reduce<(typeof legs)[number] | null>((a, b) => (a && a.arrivesAt >= b.arrivesAt ? a : b), null);
  return came?.moduleId ?? null;
}

/** Set-ups with a cable that stays in its hatch. */
const fixedIn = (placed: Placed) =>
  once(placed, "fixed cables", () =>
    placed.setUps.filter(({ setUp }) => setUp.hatchCable === "fixed" && !setUp.isShot),
  );

type Way = "clear" | "cut" | "unknown";

function wayHome(from: ModuleId | null, ship: ModuleId | null, held: ModuleId, facts: Reads): Way {
  if (from === null || ship === null || !facts.hatchesBetween.get(from)?.has(ship)) return "unknown";
  if (from === held) return "cut";
  const sides = sidesWithout(held, facts.neighbours);
  return sides.get(from) === sides.get(ship) ? "clear" : "cut";
}

/** The worst of a person's ways during a span, wherever they are in it; each stretch is judged at its start, and where a liner moves. */
function wayDuring(person: Person, span: Interval, held: ModuleId, facts: Reads): Way {
  const stays = within(facts.aboard.get(person.id) ?? [], span);
  const engaged = engagementsIn(span, person.id, facts);
  const idle = difference(stays, profile(engaged.map((e) => e.span)));
  const moved = (seatsByPerson(facts.seats).get(person.id) ?? []).flatMap((seat) => seat.linerMovedAt ?? []);
  const stretches = [
    ...engaged.map((e) => ({ span: e.span, where: e.moduleId ?? homeOf(person, e.span.start, facts) })),
    ...idle.map((free) => ({ span: free, where: homeOf(person, free.start, facts) })),
  ].flatMap(({ span: whole, where }) => within(stays, whole).map((part) => ({ part, where })));
  const ways = stretches.flatMap(({ part, where }) =>
    [part.start, ...moved.filter((at) => part.start < at && at < part.end)].map((at) =>
      wayHome(where, shipOf(person.id, at, facts), held, facts),
    ),
  );
  return ways.find((way) => way === "cut") ?? ways.find((way) => way === "unknown") ?? "clear";
}

export const escapePath = defineRule({
  id: "escape-path",
  level: "hard",
  sentence:
    "At every minute everyone has a clear way to the ship that holds their seat liner; nothing runs through a hatch without a quick disconnect.",
  source:
    "Seat liners move on 7 and 8 October [S], facts.md §1.1; a hatch that cannot be closed at once [G] station rule.",
  unit: "minutes",
  params: z.object({}),
  scope: "strip",
  reads: [
    "people",
    "modules",
    "neighbours",
    "hatchesBetween",
    "blocksOf",
    "devices",
    "calledFor",
    "aboard",
    "flights",
    "seats",
  ],
  search: { alone: "anywhere" },
  near: { calledFor: { before: 0, after: 0 } },
  sees({ subject, facts }) {
    if (fixedIn(subject).length === 0) return [];
    const { people, modules, neighbours, hatchesBetween, blocksOf, devices, aboard, flights, seats } = facts;
    const { calledFor } = facts;
    return [
      people,
      modules,
      neighbours,
      hatchesBetween,
      blocksOf,
      devices,
      aboard,
      flights,
      seats,
      calledFor,
    ];
  },

  // What stands in a passage is held by people and gone at a word: a hold alone breaks no way, and is thoroughfare's. A fixed cable
  // stays, and the hatch behind it open: it breaks the way of everyone in the module or beyond it, and is a breach while its set-up is
  // shot even where it lies in nobody's way; in rig and strike there are hands at it. Which hatch it runs through is not said, so that
  // all of the module's are taken to be. Until a liner is moved the way leads to the ship that its owner came in.
  check({ subject, facts }) {
    const { strip, scene, moduleId } = subject;
    const fixed = fixedIn(subject);
    const spans = profile(fixed.map((s) => s.span)).filter((s) => s.start < s.end);
    const [first] = spans;
    if (moduleId === null || !first) return { violations: [], unknown: [] };
    const ways = [...facts.people.values()].map((person) => ({
      person,
      ways: spans.map((span) => wayDuring(person, span, moduleId, facts)),
    }));
    const cut = ways.filter((w) => w.ways.includes("cut")).map((w) => w.person);
    const lost = ways
      .filter((w) => w.ways.includes("unknown") && !w.ways.includes("cut"))
      .map((w) => w.person);
    const min = startedMinutes(measure(spans));
    const found = {
      scene: scene.number,
      module: facts.modules.get(moduleId)?.name ?? "an unknown module",
      min,
      spans,
      setUps: fixed.map(({ setUp }) => ({ id: setUp.id, label: setUp.label })),
      cut: cut.map((p) => p.shortName),
    };
    const unknown: NotJudged[] = [];
    if (lost.length > 0) {
      const reason = `Scene ${scene.number}: it is not known where ${list(lost.map((p) => p.shortName))} would be, or which ship holds their seat liner.`;
      unknown.push({ span: first, strips: [strip.id], reason });
    }
    return {
      violations: [
        { amount: min, span: first, strips: [strip.id], people: cut.map((p) => p.id), facts: found },
      ],
      unknown,
    };
  },

  explain: ({ scene, module, min, spans, setUps, cut }) =>
    `Scene ${scene}: ${duration(min)} with a fixed cable through a hatch of ${module}, set-up${setUps.length > 1 ? "s" : ""} ${list(setUps.map((s) => s.label))} (${spans.map(spanText).join(", ")}). ${
      cut.length > 0
        ? `It lies on the way of ${list(cut)} to their ship.`
        : "It lies in nobody's way, and the hatch cannot be shut."
    }`,

  *repairs({ facts: { scene, setUps } }) {
    yield {
      ...asOne(setUps.map(({ id }) => changed("setUp", id, { hatchCable: "quick-disconnect" }))),
      words: `A cable that comes apart by hand in scene ${scene}, set-up${setUps.length > 1 ? "s" : ""} ${list(setUps.map(({ label }) => label))}`,
    };
  },
});
