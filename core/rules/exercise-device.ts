import * as z from "zod";
import { clock, duration, list, moment, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { isoOf, plusMinutes } from "../base/instant.ts";
import { covers, type Interval, intersect, lengthOf } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { measure, profile, within } from "../base/profile.ts";
import { type EpochSeconds, minutes, startedMinutes } from "../base/quantity.ts";
import { blockName, type CrewBlock } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import { parameter } from "../model/parameter.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found, type NotJudged, type Repair } from "../model/rule.ts";
import type { Module } from "../model/station.ts";
import { asGap } from "./bars.ts";
import type { PlacedBlock } from "./meetings.ts";
import { changed, startingAt } from "./offers.ts";
import { blocksInOrder, meeting } from "./whereabouts.ts";

type DeviceFacts = { readonly min: number; readonly runs: readonly PlacedBlock[] } & (
  | { readonly is: "shared"; readonly device: string; readonly people: readonly string[]; span: Interval }
  | {
      readonly is: "shaken";
      readonly scene: string;
      readonly module: string;
      readonly devices: readonly string[];
      readonly people: readonly string[];
      readonly lost: readonly Interval[];
    }
);
type Read = Pick<Facts, "devices" | "exerciseIn" | "people">;

const params = z.object({
  spoils: parameter(
    "A device in use spoils",
    null,
    z.enum(["every take", "sync sound"]).default("every take"),
  ),
});
type Params = z.output<typeof params>;

export const exerciseDevice = defineRule({
  id: "exercise-device",
  level: "hard",
  sentence:
    "One person at a time is on an exercise device, and nothing is shot in its module while it runs, for it makes noise and shakes.",
  source:
    "BD-2 and VELO in Zvezda, T2 and ARED in Tranquility, CEVIS in Destiny [G]; treadmill and bicycle in Zvezda [S], facts.md §3.1.",
  unit: "minutes",
  params,
  scope: "module",
  reads: ["devices", "exerciseIn", "people"],
  apart: true,
  sees: ({ subject: { id }, facts: { devices, exerciseIn, people } }) => [
    devices,
    people,
    exerciseIn.get(id),
    exerciseIn.get(null),
  ],
  search: {
    alone: "bars",
    bars(placed, { exerciseIn, devices }, p) {
      const { moduleId, calls } = placed;
      if (moduleId === null) return [];
      const isBesideDevice = [...devices.values()].some((device) => device.moduleId === moduleId);
      const others = (where: typeof moduleId | null) =>
        profile(
          blocksInOrder(exerciseIn.get(where) ?? NO_BLOCKS)
            .entries.filter(({ block }) => !calls.some((call) => call.personId === block.personId))
            .map(({ span }) => span),
        );
      const parts = takes(placed, p);
      const [here, somewhere] = [others(moduleId), isBesideDevice ? others(null) : []];
      return [
        ...(here.length > 0 ? parts.map((part) => ({ part, never: here })) : []),
        ...(somewhere.length > 0 ? parts.map((part) => asGap({ part, never: somewhere })) : []),
      ];
    },
  },

  // Shooting is spoilt, rig and strike go on beside it: a wall that shakes shows in any frame, so that by default no take is safe.
  // Who is called on the strip itself is passed over: their own exercise against their call is counted by the rule exercise. Exercise
  // that names its module and no device shakes it all the same; with neither, what is shot then where a device stands is unknown.
  besides: ({ subject: module, facts }) => ({
    violations: shared(facts.exerciseIn.get(module.id), facts),
    unknown: [],
  }),

  check({ subject: module, strips, facts }, p) {
    return {
      violations: shaken(module, strips, facts.exerciseIn.get(module.id), facts, p),
      unknown: somewhere(module, strips, facts, p),
    };
  },

  explain: (f) =>
    f.is === "shared"
      ? `${list(f.people)} are on ${f.device} at once for ${duration(f.min)} (${spanText(f.span)}).`
      : `Scene ${f.scene}: ${duration(f.min)} shot in ${f.module} while ${list(f.people)} ${f.people.length > 1 ? "exercise" : "exercises"}${f.devices.length > 0 ? ` on ${list(f.devices)}` : ""} (${f.lost.map(spanText).join(", ")}).`,

  // Exercise that may move goes first; then the strip, to the end of the run or before it.
  *repairs({ facts: f, strips: [stripId] }, { strips, facts: { people } }) {
    const [first, last] = [f.runs[0], f.runs.at(-1)];
    if (!first || !last) return;
    if (f.is === "shared") {
      yield* movedBlock(last, first.span.end, people);
      yield* movedBlock(first, last.span.end, people);
      return;
    }
    const placed = strips.find(({ strip }) => strip.id === stripId);
    if (!placed?.shoot) return;
    if (f.runs.length === 1) {
      yield* movedBlock(first, placed.shoot.end, people);
      yield* movedBlock(first, plusMinutes(placed.shoot.start, minutes(-lengthOf(first.span))), people);
    }
    const { strip, shoot } = placed;
    yield startingAt([strip.id, plusMinutes(last.span.end, minutes(-strip.rigMin))]);
    yield startingAt([strip.id, plusMinutes(first.span.start, minutes(-strip.rigMin - lengthOf(shoot)))]);
  },
});

const NO_BLOCKS: readonly CrewBlock[] = [];

const nameOf = (people: Facts["people"], { block }: PlacedBlock): string =>
  people.get(block.personId)?.shortName ?? "a person";

/** Runs of two people on one device that overlap; runs come in order of start. */
const pairs = (blocks: readonly CrewBlock[] = NO_BLOCKS) =>
  once(blocks, "pairs on one device", () => {
    const going = new Map<string, PlacedBlock[]>();
    const found: { readonly both: readonly [PlacedBlock, PlacedBlock]; readonly span: Interval }[] = [];
    for (const run of blocksInOrder(blocks).entries) {
      const { deviceId, personId } = run.block;
      if (deviceId === null) continue;
      const before = (going.get(deviceId) ?? []).filter(({ span }) => span.end > run.span.start);
      for (const other of before) {
        const span = intersect(other.span, run.span);
        if (span && other.block.personId !== personId) found.push({ both: [other, run], span });
      }
      going.set(deviceId, [...before, run]);
    }
    return found;
  });

const shared = (blocks: readonly CrewBlock[] | undefined, { devices, people }: Read): Found<DeviceFacts>[] =>
  pairs(blocks).map(({ both, span }) => {
    const { deviceId } = both[0].block;
    const device = (deviceId && devices.get(deviceId)?.name) || "one device";
    const min = startedMinutes(lengthOf(span));
    const names = both.map((run) => nameOf(people, run));
    return {
      amount: min,
      span,
      strips: [],
      people: both.map(({ block }) => block.personId),
      facts: { is: "shared", device, people: names, min, span, runs: both },
    };
  });

/** What of a strip a running device spoils. */
const takes = ({ setUps }: Placed, { spoils }: Params): readonly Interval[] =>
  profile(
    setUps
      .filter(({ setUp }) => !setUp.isShot && (spoils === "every take" || setUp.syncSound))
      .map(({ span }) => span),
  );

/** Strips that are shot while exercise of others goes on, with that. */
const during = (strips: readonly Placed[], exercise: readonly CrewBlock[] = NO_BLOCKS) =>
  gather(strips, (placed) => {
    const { shoot, calls } = placed;
    const met = shoot ? meeting(blocksInOrder(exercise), shoot) : [];
    const runs = met.filter(({ block }) => !calls.some((call) => call.personId === block.personId));
    return runs.length > 0 ? [{ placed, runs }] : [];
  });

function shaken(
  module: Module,
  strips: readonly Placed[],
  exercise: readonly CrewBlock[] | undefined,
  { devices, people }: Read,
  p: Params,
): Found<DeviceFacts>[] {
  return gather(during(strips, exercise), ({ placed, runs: met }) => {
    const spoilt = takes(placed, p);
    const runs = met.filter((run) => within(spoilt, run.span).length > 0);
    const lost = profile(gather(runs, (run) => within(spoilt, run.span)));
    const [first] = lost;
    if (!first) return [];
    const min = startedMinutes(measure(lost));
    const ids = [...new Set(runs.map(({ block }) => block.personId))];
    const deviceNames = runs.map(({ block }) => (block.deviceId && devices.get(block.deviceId)?.name) || "");
    return [
      {
        amount: min,
        span: first,
        strips: [placed.strip.id],
        people: ids,
        facts: {
          is: "shaken",
          scene: placed.scene.number,
          module: module.name,
          devices: [...new Set(deviceNames)].filter((name) => name !== ""),
          people: [...new Set(runs.map((run) => nameOf(people, run)))],
          min,
          lost,
          runs,
        },
      },
    ];
  });
}

function somewhere(module: Module, strips: readonly Placed[], facts: Read, p: Params): readonly NotJudged[] {
  const lost = facts.exerciseIn.get(null);
  if (!lost || ![...facts.devices.values()].some((device) => device.moduleId === module.id)) return [];
  return gather(during(strips, lost), ({ placed, runs }) => {
    const [run] = runs.filter(({ span }) => within(takes(placed, p), span).length > 0);
    if (!run) return [];
    const reason = `Scene ${placed.scene.number}: ${nameOf(facts.people, run)} exercises meanwhile on no known device; whether it is in ${module.name} is not judged.`;
    return [{ span: intersect(run.span, placed.span), strips: [placed.strip.id], reason }];
  });
}

/** The block at another time, where it may be. */
function* movedBlock(
  run: PlacedBlock,
  to: EpochSeconds,
  people: Facts["people"],
): Generator<Repair, void, void> {
  const { block, span } = run;
  const { earliestAt, latestAt } = block;
  if (earliestAt === null || latestAt === null || earliestAt >= latestAt) return;
  const moved = { start: to, end: plusMinutes(to, lengthOf(span)) };
  if (covers({ start: earliestAt, end: latestAt }, moved))
    yield {
      ...changed("crewBlock", block.id, { startsAt: isoOf(to) }),
      words: `${nameOf(people, run)}’s ${blockName(block).toLowerCase()} at ${clock(to)} instead of ${moment(span.start)}`,
    };
}
