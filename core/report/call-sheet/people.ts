import { count, list } from "../../base/format.ts";
import { measure, within } from "../../base/profile.ts";
import { type EpochSeconds, epochSeconds, startedMinutes } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { PersonId } from "../../model/ids.ts";
import { JOB_NAMES, JOBS } from "../../model/job.ts";
import type { Person } from "../../model/person.ts";
import { MAKE_UP_MIN } from "../../model/placed.ts";
import type { LedgerEntry } from "../../rules/crew-time-ledger.ts";
import { type CallOf, callsOf, PERSONAL_TIME, timeIn } from "../../rules/duty.ts";
import type { DayPlan } from "../day-plan.ts";
import type { Clock, Moment } from "../moment.ts";
import { type WorkCode, workCodes } from "../work-days.ts";

/** One person's day on the call sheet. */
export interface PersonCall {
  readonly personId: PersonId;
  readonly name: string;
  /** Empty where the same. */
  readonly nameLocal: string;
  readonly category: Person["category"];
  /** Characters they play today, by cast number; empty for who only works behind the camera. */
  readonly roles: readonly { readonly number: number; readonly name: string; readonly nameLocal: string }[];
  readonly jobs: readonly string[];
  /** SW, W, WF, SWF: how today lies among their working days. */
  readonly status: WorkCode | null;
  /** Null for who is not on camera. */
  readonly makeUp: Moment | null;
  readonly call: Moment;
  readonly onSet: Moment | null;
  readonly wrap: Moment;
  /** Of their calls, minutes in post-sleep, pre-sleep and off-duty time; and what they consented to. */
  readonly personalMin: number;
  readonly consentMin: number;
  readonly remarks: readonly string[];
}

const earliest = (instants: readonly EpochSeconds[]): EpochSeconds => epochSeconds(Math.min(...instants));
const latest = (instants: readonly EpochSeconds[]): EpochSeconds => epochSeconds(Math.max(...instants));

/** Make-up begins as long before the set as there is rig to do it in. */
const makeUpAt = ({ call }: CallOf, onSetAt: EpochSeconds) =>
  epochSeconds(Math.max(call.span.start, onSetAt - MAKE_UP_MIN * 60));

function remarksOf(
  today: readonly CallOf[],
  time: { readonly personalMin: number; readonly consentMin: number },
  account: LedgerEntry | undefined,
): readonly string[] {
  const spots = today
    .filter(({ call }) => call.jobs.includes("spotter"))
    .map(({ placed }) => placed.scene.number);
  const unconsented = time.personalMin - time.consentMin;
  const first = today[0];
  const strikes = first?.placed.strike && first.placed.strike.start <= first.call.span.start;
  return [
    ...(strikes ? [`begins with the strike of ${first.placed.scene.number}`] : []),
    ...(time.personalMin > 0
      ? [
          `personal time ${time.personalMin} min${
            unconsented <= 0 ? ", by consent" : `, ${unconsented} min without consent`
          }`,
        ]
      : []),
    ...(spots.length > 0 ? [`spotter on ${list(spots)}`] : []),
    ...(account && account.calls.length > 0
      ? [
          account.left < 0
            ? `${account.used} min used, ${-account.left} over the ${account.granted} granted`
            : `${account.used} of ${account.granted} min granted`,
        ]
      : []),
    ...(today.length > 1 ? [count(today.length, "strip")] : []),
  ];
}

/** Everyone called on a day: the cast by number, then the others by call time. */
export function personCalls(
  facts: Facts,
  ledger: readonly LedgerEntry[],
  days: readonly DayPlan[],
  { day, strips }: DayPlan,
  clock: Clock,
): readonly PersonCall[] {
  const works = (personId: PersonId, plan: DayPlan) =>
    plan.strips.some((p) => p.calls.some((call) => call.personId === personId));
  const rows = [...facts.people.values()].flatMap((person): PersonCall[] => {
    const today = callsOf(person.id, strips);
    if (today.length === 0) return [];
    const onSet = today.flatMap((c) => (c.call.onSetAt === null ? [] : [{ at: c.call.onSetAt, of: c }]));
    const firstOnSet = onSet[0];
    const off = timeIn(facts.blocksOf.get(person.id), PERSONAL_TIME);
    const personalMin = startedMinutes(
      today.reduce((sum: number, { call }) => sum + measure(within(off, call.span)), 0),
    );
    const consentMin = facts.consents
      .filter((c) => c.personId === person.id && c.date === day.date)
      .reduce((sum, c) => sum + c.minutes, 0);
    const account = ledger.find((e) => e.personId === person.id && e.date === day.date);
    const codes = workCodes(
      days.map((plan) => ({ isWorked: works(person.id, plan), isClosed: plan.day.isClosed })),
    );
    const roleIds = new Set(today.flatMap(({ call }) => call.roleIds));
    const jobs = new Set(today.flatMap(({ call }) => call.jobs));
    return [
      {
        personId: person.id,
        name: person.name,
        nameLocal: person.nameLocal === person.name ? "" : person.nameLocal,
        category: person.category,
        roles: [...roleIds]
          .map((id) => facts.roles.get(id))
          .filter((role) => role !== undefined)
          .sort((a, b) => a.number - b.number)
          .map(({ number, name, nameLocal }) => ({ number, name, nameLocal })),
        jobs: JOBS.filter((job) => jobs.has(job)).map((job) => JOB_NAMES[job]),
        status: codes[days.findIndex((plan) => plan.day.id === day.id)] ?? null,
        makeUp: firstOnSet ? clock.moment(makeUpAt(firstOnSet.of, firstOnSet.at)) : null,
        call: clock.moment(earliest(today.map(({ call }) => call.span.start))),
        onSet: firstOnSet ? clock.moment(firstOnSet.at) : null,
        wrap: clock.moment(latest(today.map(({ call }) => call.span.end))),
        personalMin,
        consentMin,
        remarks: remarksOf(today, { personalMin, consentMin }, account),
      },
    ];
  });
  const castNumber = (row: PersonCall) => row.roles[0]?.number ?? Number.POSITIVE_INFINITY;
  return rows.sort((a, b) =>
    castNumber(a) === castNumber(b) ? a.call.at - b.call.at : castNumber(a) - castNumber(b),
  );
}

/** Aboard at some time of the day and not called: the short names. */
export const aboardNotCalled = (
  facts: Facts,
  { day }: DayPlan,
  called: readonly PersonCall[],
): readonly string[] => {
  const busy = new Set(called.map((row) => row.personId));
  const today = { start: day.wakesAt, end: day.sleepsAt };
  return [...facts.people.values()]
    .filter((p) => !busy.has(p.id) && within(facts.aboard.get(p.id) ?? [], today).length > 0)
    .map((p) => p.shortName);
};
