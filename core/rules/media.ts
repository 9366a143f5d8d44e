import * as z from "zod";
import { count, dayMonth } from "../base/format.ts";
import { elapsedMinutes } from "../base/instant.ts";
import { type Interval, sharedMinutes } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import { parameter } from "../model/parameter.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found, type NotJudged } from "../model/rule.ts";
import type { Kit } from "../model/station.ts";
import { shootDayOf } from "./duty.ts";
import { isCard, isDisk, piecesAboard } from "./kit-use.ts";

interface MediaFacts {
  /** Cards are full, disks are full, or the last copies do not get done. */
  readonly why: "cards" | "disks" | "home";
  readonly at: EpochSeconds;
  readonly recorded: number;
  readonly waiting: number;
  readonly room: number;
  readonly short: number;
}
/** What a shoot day records. */
interface Reel {
  readonly day: ShootDay;
  readonly strips: readonly Placed[];
  readonly gb: number;
}

export const media = defineRule({
  id: "media",
  level: "hard",
  sentence:
    "What a day records has room on cards, and a card is wiped only after two checked copies on separate disks that come home.",
  source:
    "House rule [G]; about 30 hours were recorded and came home on MS-18, facts.md §1.3 and §1.5 [S/S2]; GB of cards, disks and cameras stand with the kit as assumptions [G].",
  unit: "GB short",
  params: z.object({
    /** Of a person, awake, for each day's off-load. */
    checkMin: parameter("Checking copies a day", "min", z.number().int().min(0).max(600).default(20)),
  }),
  scope: "plan",
  reads: ["kit", "flights", "days", "windows"],

  // Main unit; ship and landing units carry cards of their own. Kit that says how fast it is copied to is a disk, other kit that holds
  // GB a card. Off-load runs from a day's last wrap to the next day's first roll, one copy after the other, and needs somebody awake
  // for the check; after the last day it runs until the hatch closes. Copies count on disks that a ship brings home, if there are two.
  // Where the cards are full nothing more is recorded, so that no GB is short twice.
  check({ strips, facts }, { checkMin }) {
    const { kit, flights, days } = facts;
    const recording = strips.filter((p) => p.scene.unit === "main" && gbOf(p, kit) > 0);
    if (recording.length === 0) return { violations: [], unknown: [] };
    const items = [...kit.values()];
    const [cards, disks] = [items.filter(isCard), items.filter(isDisk)];
    const home = disks.filter((disk) => disk.downFlightId !== null);
    const unknown = gapsOf(cards, disks, home, recording);
    if (unknown.length > 0) return { violations: [], unknown };

    const violations: Found<MediaFacts>[] = [];
    let [waiting, copied, disksAreFull] = [0, 0, false];
    const { reels, dateless } = byDay(recording, kit, days);
    for (const [i, reel] of reels.entries()) {
      const { day, gb } = reel;
      const wrap = epochSeconds(Math.max(...reel.strips.map((p) => p.span.end)));
      const found = (why: MediaFacts["why"], amount: number, room: number) => {
        const short = wholeGb(amount);
        const facts = {
          ...{ why, at: day.wakesAt, short },
          ...{ recorded: Math.ceil(gb), waiting: Math.ceil(waiting), room: Math.floor(room) },
        };
        const span = { start: day.wakesAt, end: day.sleepsAt };
        const ids = reel.strips.map((p) => p.strip.id);
        if (short > 0) violations.push({ amount: short, span, strips: ids, people: [], facts });
      };
      const cardRoom = gigabytes(piecesAboard(cards, flights, reel.strips[0]?.span.start ?? day.wakesAt));
      found("cards", (disksAreFull ? 0 : waiting) + gb - cardRoom, cardRoom);
      const onCards = Math.min(waiting + gb, cardRoom);
      const there = piecesAboard(home, flights, wrap);
      const twice = there.reduce((sum, disk) => sum + disk.quantity, 0) >= 2;
      const diskRoom = twice ? Math.max(0, gigabytes(there) / 2 - copied) : 0;
      const next = reels[i + 1];
      const off = offLoad(wrap, next ?? null, facts);
      const byTime = twice ? (Math.max(0, checkedMinutes(off, days, checkMin)) * slowest(there)) / 2 : 0;
      if (onCards > diskRoom && !disksAreFull) {
        const toCome = reels.slice(i + 1).reduce((sum, later) => sum + later.gb, 0);
        found("disks", onCards + toCome - diskRoom, diskRoom);
        disksAreFull = true;
      }
      if (!next && !disksAreFull) found("home", onCards - byTime, byTime);
      const freed = Math.min(onCards, byTime, diskRoom);
      copied += freed;
      waiting = onCards - freed;
    }
    const reason = `${count(dateless.length, "placement")} on no shoot day: what they record is not judged.`;
    return {
      violations,
      unknown: dateless.length > 0 ? [{ span: null, strips: dateless.map((p) => p.strip.id), reason }] : [],
    };
  },

  explain: ({ why, at, recorded, waiting, room, short }) => {
    const gb = `${dayMonth(at)}: ${recorded} GB to record${waiting > 0 ? ` beside ${waiting} GB of earlier days not yet copied twice` : ""}`;
    switch (why) {
      case "cards":
        return `${gb}, cards for ${room}: ${short} GB short.`;
      case "disks":
        return `${gb}, room for two copies of ${room} more on the disks that come home: ${short} GB short by the end.`;
      case "home":
        return `${gb}, time for two checked copies of ${room} before the hatch closes: ${short} GB short.`;
    }
  },
});

/** What keeps the rule from judging at all. */
function gapsOf(
  cards: readonly Kit[],
  disks: readonly Kit[],
  home: readonly Kit[],
  recording: readonly Placed[],
): readonly NotJudged[] {
  const strips = recording.map((p) => p.strip.id);
  const gap = (reason: string): NotJudged => ({ span: null, strips, reason });
  if (cards.length === 0) return [gap("The kit list has no card with its GB to record on.")];
  if (disks.length === 0) return [gap("The kit list has no disk with its GB and copying rate to copy to.")];
  if (home.length === 0) return [gap("No ship is named in the kit list that brings the disks home.")];
  return [];
}

/** What a placement records: takes, not the resets between them. */
const gbOf = (placed: Placed, kit: Facts["kit"]): number =>
  placed.setUps.reduce((sum, { setUp: { takes, takeMin, kitIds } }) => {
    const perMin = kitIds.reduce((gb, id) => gb + (kit.get(id)?.recordGbPerMin ?? 0), 0);
    return sum + takes * takeMin * perMin;
  }, 0);

/** Shoot days on which something is recorded, in order, and what is recorded on none. */
function byDay(strips: readonly Placed[], kit: Facts["kit"], days: Facts["days"]) {
  const found = new Map<ShootDay, Placed[]>();
  const dateless: Placed[] = [];
  for (const placed of strips) {
    const day = shootDayOf(days, placed.span);
    const today = day && found.get(day);
    if (today) today.push(placed);
    else if (day) found.set(day, [placed]);
    else dateless.push(placed);
  }
  const reels = [...found].map(
    ([day, today]): Reel => ({ day, strips: today, gb: today.reduce((sum, p) => sum + gbOf(p, kit), 0) }),
  );
  return { reels, dateless };
}

/** From a day's wrap to the next first roll, or to the end of the main unit's window; null when there is no time at all. */
function offLoad(
  wrap: EpochSeconds,
  next: Reel | null,
  { windows }: Pick<Facts, "windows">,
): Interval | null {
  const ends = windows.filter((w) => w.unit === "main").map((w) => w.endsAt);
  const end = next?.strips[0]?.shoot?.start ?? epochSeconds(Math.max(wrap, ...ends));
  return wrap < end ? { start: wrap, end } : null;
}

/** Minutes of copying: somebody must be awake long enough to check; nobody need be to copy. */
function checkedMinutes(off: Interval | null, days: Facts["days"], checkMin: number): number {
  if (!off) return 0;
  const awake = days.reduce(
    (sum, { wakesAt, sleepsAt }) => sum + sharedMinutes(off, { start: wakesAt, end: sleepsAt }),
    0,
  );
  return awake >= checkMin ? elapsedMinutes(off.start, off.end) - checkMin : 0;
}

const slowest = (disks: readonly Kit[]): number => Math.min(...disks.map((d) => d.copyGbPerMin ?? 0));
const gigabytes = (items: readonly Kit[]): number =>
  items.reduce((sum, { quantity, cardGb }) => sum + quantity * (cardGb ?? 0), 0);
/** Whole gigabytes, each started one counted; a thousandth is nothing. */
const wholeGb = (gb: number): number => Math.max(0, Math.ceil(gb - 1e-3));
