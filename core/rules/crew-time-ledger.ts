import * as z from "zod";
import { dayMonth, duration } from "../base/format.ts";
import { elapsedMinutes, isoOf } from "../base/instant.ts";
import { hull, type Interval, lengthOf, utcDay } from "../base/interval.ts";
import { once, onceOf } from "../base/once.ts";
import { measure, within } from "../base/profile.ts";
import { type Minutes, minutes, startedMinutes } from "../base/quantity.ts";
import type { FactName, Facts } from "../model/facts.ts";
import type { PersonId, SceneId, StripId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import type { Person } from "../model/person.ts";
import { type Call, MAKE_UP_MIN, type Placed } from "../model/placed.ts";
import { defineRule } from "../model/rule.ts";
import { callsOf, dateFor, dateOn, minutesByDate, PERSONAL_TIME, timeIn } from "./duty.ts";
import { PERSON_MIN_PER_HATCH } from "./minutes-in-hand.ts";
import { added, changed } from "./offers.ts";

/** How a minute of theirs is counted, and priced. */
export const ledgerParams = z.object({
  briefMin: parameter("Briefing before a call", "min", z.number().int().min(0).max(240).default(15)),
  makeUpMin: parameter("Make-up before a call", "min", z.number().int().min(0).max(240).default(MAKE_UP_MIN)),
  roundUpToMin: parameter("Rounded up to", "min", z.number().int().min(1).max(60).default(5)),
  personMinPerHatch: parameter(
    "Way through a hatch",
    "min",
    z.number().min(0).max(60).default(PERSON_MIN_PER_HATCH),
  ),
  /** What the film pays for an hour of a crew member's time. */
  usdPerHour: parameter("Price of an hour", "US$", z.number().min(0).max(10_000_000).default(0)),
  /** NASA's list price of February 2021, facts.md §1.6 [S]: what it would cost. It is of the US segment; the Russian film paid none. */
  listUsdPerHour: parameter(
    "List price of an hour",
    "US$",
    z.number().min(0).max(10_000_000).default(130_000),
  ),
});
export type LedgerParams = z.output<typeof ledgerParams>;
export const LEDGER_READ = [
  "people",
  "placed",
  "calledFor",
  "allocations",
  "consents",
  "restorations",
  "blocksOf",
  "days",
  "hatchesBetween",
] as const satisfies readonly FactName[];
export type LedgerFacts = Pick<Facts, (typeof LEDGER_READ)[number]>;

/** What one call takes of a station crew member's time. */
export interface LedgerCall {
  readonly stripId: StripId;
  readonly span: Interval;
  readonly bound: Minutes;
  readonly brief: Minutes;
  /** Make-up that does not lie inside the call: its rig is too short for it. */
  readonly makeUp: Minutes;
  /** On the way from the person's call before, on the same day. */
  readonly travel: Minutes;
  /** All of it, rounded up. */
  readonly charged: Minutes;
  /** Of the bound minutes, those in post-sleep, pre-sleep and off-duty time. */
  readonly inPersonalTime: Minutes;
}
/** Putting back what a scene moved. */
export interface LedgerRestore {
  readonly what: string;
  readonly stripId: StripId;
  /** Rounded up. */
  readonly charged: Minutes;
}
/** One person's account for the film on one date. */
export interface LedgerEntry {
  readonly personId: PersonId;
  readonly date: string;
  readonly calls: readonly LedgerCall[];
  readonly restores: readonly LedgerRestore[];
  readonly granted: Minutes;
  readonly used: Minutes;
  /** Granted less used: below 0 when overspent. */
  readonly left: Minutes;
  /** Personal time: given by consent, and used; a separate account. */
  readonly personalGranted: Minutes;
  readonly personalUsed: Minutes;
}

export const crewTimeLedger = defineRule({
  id: "crew-time-ledger",
  level: "hard",
  sentence:
    "The film's time with each station crew member is charged to that day's allocation and never overspent.",
  source:
    "House ledger [G]: brief 15 min, make-up 10 min, rounded up to 5; 120 min a person and working day, none at weekends, stand in the plan as allocations. That cosmonauts also gave personal time, facts.md §1.4 [S]; list price 130,000 USD an hour, §1.6 [S].",
  unit: "minutes over",
  params: ledgerParams,
  scope: "person",
  reads: LEDGER_READ,
  // Ways and what is put back come on top of it; what is given by consent is of a second account.
  search: {
    draws: (placed, { people }, p) =>
      placed.scene.unit !== "main"
        ? []
        : placed.calls.flatMap((call) =>
            people.get(call.personId)?.category === "expedition-crew"
              ? [{ account: call.personId, amount: chargeOf(call, 0, p).charged }]
              : [],
          ),
    caps: ({ people, days, allocations, consents }) =>
      [...people.values()]
        .filter((person) => person.category === "expedition-crew")
        .flatMap(({ id }) => {
          const [granted, given] = [minutesByDate(allocations, id), minutesByDate(consents, id)];
          return days.map((day) => ({
            account: id,
            days: [day],
            most: (granted.get(day.date) ?? 0) + (given.get(day.date) ?? 0),
          }));
        }),
  },
  sees({ subject: { id, category }, facts }) {
    if (category !== "expedition-crew") return [];
    const { allocations, consents, restorations, blocksOf, days, hatchesBetween } = facts;
    const placed = restorations.some((r) => r.personId === id) ? facts.placed : null;
    return [allocations, consents, restorations, blocksOf.get(id), days, hatchesBetween, placed];
  },

  // The account is of time aboard: the ship and landing units do not draw on it. A spotter, an escort, an assistant are called like
  // everybody else. Restoring counts where the person's call does not hold it already; what is handed over to who stays is no longer
  // out of a day's allocation: the film owes it.
  check({ subject: person, strips, facts }, p) {
    if (person.category !== "expedition-crew") return { violations: [], unknown: [] };
    return {
      violations: entriesOf(person.id, strips, facts, p)
        .filter((entry) => entry.left < 0)
        .map(({ date, calls, restores, granted, left, personalUsed }) => ({
          amount: -left,
          span: calls
            .map((call) => call.span)
            .reduce<Interval | null>((all, s) => (all ? hull(all, s) : s), null),
          strips: [...new Set([...calls, ...restores].map(({ stripId }) => stripId))],
          people: [person.id],
          facts: { person: person.shortName, day: utcDay(date).start, over: -left, granted, personalUsed },
        })),
      unknown: [],
    };
  },

  explain: ({ person, day, over, granted, personalUsed }) =>
    `${person}: ${duration(over)} over ${granted > 0 ? `the ${granted} min granted` : "what is granted, which is nothing,"} on ${dayMonth(day)}${personalUsed > 0 ? `, beside ${personalUsed} min of personal time by consent` : ""}.`,

  // Asked for, and the agency's to give.
  *repairs({ facts: { person, day, over }, people: [personId] }, { facts: { allocations } }) {
    if (!personId) return;
    const date = isoOf(day).slice(0, 10);
    const row = allocations.find((a) => a.personId === personId && a.date === date);
    yield {
      ...(row
        ? changed("allocation", row.id, { minutes: row.minutes + over })
        : added("allocation", {
            id: `${personId}-${date}-asked`.slice(0, 64),
            ...{ personId, date, minutes: over, source: "Asked for" },
          })),
      words: `${duration(over)} more of ${person} on ${dayMonth(day)}, if granted`,
      price: "their agency must grant it first; the plan then counts it as granted",
    };
  },
});

/** Every Expedition crew member's account, by person and date. Dates without allocation, consent and call have no entry. */
export function ledgerOf(facts: LedgerFacts, given: Partial<LedgerParams> = {}): readonly LedgerEntry[] {
  return [...accountsOf(facts, given).values()].flat();
}

const NO_STRIPS: readonly Placed[] = [];

/** The same by person; an account stays the same list from edit to edit while nothing that it is made of changes. */
export function accountsOf(
  facts: LedgerFacts,
  given: Partial<LedgerParams> = {},
): ReadonlyMap<Person, readonly LedgerEntry[]> {
  const p = ledgerParams.parse(given);
  const crew = [...facts.people.values()].filter((person) => person.category === "expedition-crew");
  return new Map(
    crew.map((person) => [
      person,
      entriesOf(person.id, facts.calledFor.get(person.id) ?? NO_STRIPS, facts, p),
    ]),
  );
}

/** What a call is charged, with the way to it. */
export function chargeOf(call: Call, travelMin: number, p: LedgerParams) {
  const extra = { brief: p.briefMin, makeUp: makeUpBefore(call, p), travel: travelMin };
  const bound = lengthOf(call.span);
  const all = startedMinutes(bound + extra.brief + extra.makeUp + extra.travel);
  return {
    bound,
    brief: minutes(extra.brief),
    makeUp: minutes(extra.makeUp),
    travel: minutes(extra.travel),
    charged: roundedUp(all, p),
  };
}

const roundedUp = (min: number, { roundUpToMin }: LedgerParams): Minutes =>
  minutes(Math.ceil(min / roundUpToMin) * roundUpToMin);

/** Kept from edit to edit while nothing that it is made of changes: the rule, the points and the reports ask for the same. */
function entriesOf(
  personId: PersonId,
  strips: readonly Placed[],
  facts: LedgerFacts,
  p: LedgerParams,
): readonly LedgerEntry[] {
  const { days, allocations, consents, restorations, hatchesBetween, blocksOf } = facts;
  const placed = restorations.some((r) => r.personId === personId) ? facts.placed : null;
  const accounts = [allocations, consents, restorations, hatchesBetween, placed] as const;
  const of = [strips, days, blocksOf.get(personId), ...accounts] as const;
  return onceOf(of, `ledger of ${personId} ${Object.values(p).join()}`, () =>
    countEntries(personId, strips, facts, p),
  );
}

function countEntries(
  personId: PersonId,
  strips: readonly Placed[],
  facts: LedgerFacts,
  p: LedgerParams,
): LedgerEntry[] {
  const granted = minutesByDate(facts.allocations, personId);
  const consented = minutesByDate(facts.consents, personId);
  const calls = chargedCalls(personId, strips, facts, p);
  const restores = chargedRestores(personId, facts, p);
  const dates = new Set([...granted.keys(), ...consented.keys(), ...calls.keys(), ...restores.keys()]);
  return [...dates].sort().map((date) => {
    const today = calls.get(date) ?? [];
    const restored = restores.get(date) ?? [];
    const sum = <T>(of: readonly T[], min: (one: T) => number) =>
      of.reduce((total, one) => total + min(one), 0);
    const personalGranted = consented.get(date) ?? 0;
    const personalUsed = Math.min(
      personalGranted,
      sum(today, (call) => call.inPersonalTime),
    );
    const used = sum([...today, ...restored], ({ charged }) => charged) - personalUsed;
    return {
      personId,
      date,
      calls: today,
      restores: restored,
      granted: minutes(granted.get(date) ?? 0),
      used: minutes(used),
      left: minutes((granted.get(date) ?? 0) - used),
      personalGranted: minutes(personalGranted),
      personalUsed: minutes(personalUsed),
    };
  });
}

function chargedCalls(
  personId: PersonId,
  strips: readonly Placed[],
  facts: LedgerFacts,
  p: LedgerParams,
): ReadonlyMap<string, readonly LedgerCall[]> {
  const personal = timeIn(facts.blocksOf.get(personId), PERSONAL_TIME);
  const byDay = new Map<string, LedgerCall[]>();
  let before: { readonly date: string; readonly moduleId: Placed["moduleId"] } | null = null;
  for (const { call, placed } of callsOf(personId, strips)) {
    if (placed.scene.unit !== "main") continue;
    const date = dateFor(facts.days, call.span);
    const hatches =
      before?.date === date && before.moduleId !== null && placed.moduleId !== null
        ? (facts.hatchesBetween.get(before.moduleId)?.get(placed.moduleId) ?? 0)
        : 0;
    const today = byDay.get(date) ?? [];
    today.push({
      stripId: placed.strip.id,
      span: call.span,
      ...chargeOf(call, hatches * p.personMinPerHatch, p),
      inPersonalTime: startedMinutes(measure(within(personal, call.span))),
    });
    byDay.set(date, today);
    before = { date, moduleId: placed.moduleId };
  }
  return byDay;
}

/** The last placement of every scene: what it moved is put back after it. */
const lastPlacements = (placed: Facts["placed"]): ReadonlyMap<SceneId, Placed> =>
  once(placed, "last placements", () => {
    const last = new Map<SceneId, Placed>();
    for (const p of placed.values()) {
      const other = last.get(p.scene.id);
      if (!other || byEnd(p, other) > 0) last.set(p.scene.id, p);
    }
    return last;
  });
const byEnd = (a: Placed, b: Placed) => a.span.end - b.span.end || (a.strip.id < b.strip.id ? -1 : 1);

/** Restoring at strike is charged on the day of the scene's last placement, restoring before the hatch closes on that of its block. */
function chargedRestores(
  personId: PersonId,
  { restorations, placed, blocksOf, days }: LedgerFacts,
  p: LedgerParams,
): ReadonlyMap<string, readonly LedgerRestore[]> {
  const byDay = new Map<string, LedgerRestore[]>();
  for (const { personId: whose, due, sceneId, blockId, what, minutes: min } of restorations) {
    const last =
      whose === personId && due !== "handed-over" ? lastPlacements(placed).get(sceneId) : undefined;
    if (last?.scene.unit !== "main") continue;
    const { strike, calls, span, strip } = last;
    const until = strike?.end ?? span.end;
    if (due === "strike" && calls.some((c) => c.personId === personId && c.span.end >= until)) continue;
    const block = blocksOf.get(personId)?.find((b) => b.id === blockId);
    const date = dateOn(days, block?.startsAt ?? strike?.start ?? span.end);
    const today = byDay.get(date) ?? [];
    today.push({ what, stripId: strip.id, charged: roundedUp(min, p) });
    byDay.set(date, today);
  }
  return byDay;
}

/** A performer's call holds make-up as far as the rig before their set-up is long enough; the rest is charged beside it. */
const makeUpBefore = ({ onSetAt, span }: Call, { makeUpMin }: LedgerParams): number =>
  onSetAt === null ? 0 : Math.max(0, makeUpMin - elapsedMinutes(span.start, onSetAt));
