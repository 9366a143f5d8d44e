import { count, dayMonth, duration, listSome, moment } from "#core/base/format.ts";
import { elapsedMinutes } from "#core/base/instant.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import type { CheckReport, Verdict } from "#core/model/finding.ts";
import type { Scenario } from "#core/model/production.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Comparison } from "#core/scenario/compare.ts";
import { hardFindings } from "./branch-effect.ts";

export interface ScenarioFacts {
  readonly scenario: Scenario;
  readonly verdict: Verdict;
  readonly inHand: number;
  readonly hard: number;
  /** Must set-ups placed or shot, of all. */
  readonly mustPlaced: number;
  readonly must: number;
  readonly inTheCanAt: EpochSeconds | null;
  readonly window: { readonly startsAt: EpochSeconds; readonly endsAt: EpochSeconds } | null;
  readonly openDays: number;
  readonly days: number;
}

export function scenarioFacts(snapshot: ScenarioSnapshot, report: CheckReport): ScenarioFacts {
  const { tables } = snapshot;
  const placed = new Set(tables.strip.filter((s) => s.startsAt !== null).map((s) => s.id));
  const must = tables.setUp.filter((s) => s.tier === "must");
  const window = tables.shootWindow.find((w) => w.unit === "main");
  return {
    scenario: snapshot.scenario,
    verdict: report.verdict,
    inHand: report.minutes.inHand,
    hard: hardFindings(report),
    mustPlaced: must.filter((s) => s.isShot || (s.stripId !== null && placed.has(s.stripId))).length,
    must: must.length,
    inTheCanAt: report.inTheCanAt,
    window: window ? { startsAt: window.startsAt, endsAt: window.endsAt } : null,
    openDays: tables.shootDay.filter((d) => !d.isClosed).length,
    days: tables.shootDay.length,
  };
}

/** A difference from the current scenario: signed, in words, and whether it is for the better. */
export interface Delta {
  readonly text: string;
  readonly tone: "better" | "worse" | "other";
}

const signed = (n: number) => `${n > 0 ? "+" : "−"}${Math.abs(n).toLocaleString("en")}`;

function amount(value: number, unit: string, isMoreBetter: boolean): Delta | null {
  if (value === 0) return null;
  const isBetter = value > 0 === isMoreBetter;
  return {
    text: `${signed(value)}${unit ? ` ${unit}` : ""}, ${isBetter ? "better" : "worse"}`,
    tone: isBetter ? "better" : "worse",
  };
}

function span(min: number): string {
  const days = Math.floor(Math.abs(min) / 1_440);
  const rest = Math.round(Math.abs(min) % 1_440);
  return [...(days > 0 ? [`${days} d`] : []), ...(rest > 0 ? [duration(rest)] : [])].join(" ");
}

function moved(from: EpochSeconds | null, to: EpochSeconds | null, isEarlierBetter: boolean): Delta | null {
  if (from === null || to === null) return null;
  const by = elapsedMinutes(from, to);
  if (by === 0) return null;
  const isBetter = by < 0 === isEarlierBetter;
  return {
    text: `${by > 0 ? "+" : "−"}${span(by)}, ${by > 0 ? "later" : "earlier"}`,
    tone: isBetter ? "better" : "worse",
  };
}

/** What stands in each row of the comparison: the value, and how it differs from the current scenario's. */
export function deltas(current: ScenarioFacts, other: ScenarioFacts) {
  return {
    inHand: amount(other.inHand - current.inHand, "min", true),
    hard: amount(other.hard - current.hard, "", false),
    must: amount(other.mustPlaced - current.mustPlaced, "", true),
    inTheCan:
      current.inTheCanAt !== null && other.inTheCanAt === null
        ? ({ text: "− not all are placed here", tone: "worse" } as Delta)
        : current.inTheCanAt === null && other.inTheCanAt !== null
          ? ({ text: "+ all are placed here", tone: "better" } as Delta)
          : moved(current.inTheCanAt, other.inTheCanAt, true),
    opens: moved(current.window?.startsAt ?? null, other.window?.startsAt ?? null, true),
    closes: moved(current.window?.endsAt ?? null, other.window?.endsAt ?? null, false),
    openDays: amount(other.openDays - current.openDays, "", true),
  };
}

const MOVES = {
  moved: "moved",
  placed: "placed",
  returned: "back in the boneyard",
  added: "added",
  removed: "removed",
} as const;

/** What another scenario does differently, one line each. */
export function differences({
  isSame,
  strips,
  people,
  windowEdges,
  days,
  others,
}: Comparison): readonly string[] {
  if (isSame) return ["Nothing: the plans are the same."];
  const kinds = (Object.keys(MOVES) as (keyof typeof MOVES)[]).flatMap((kind) => {
    const own = strips.filter((s) => s.kind === kind);
    if (own.length === 0) return [];
    const scenes = own.map((s) => s.scene);
    return [`${count(own.length, "strip")} ${MOVES[kind]}: ${listSome(scenes, 5)}`];
  });
  return [
    ...windowEdges.map(
      ({ unit, edge, to }) =>
        `${unit === "main" ? "Window" : `Window of the ${unit} unit`} ${edge === "start" ? "opens" : "closes"} ${moment(to)}`,
    ),
    ...days.map(({ number, kind }) => `Day ${number} ${kind}`),
    ...kinds,
    ...(people.length > 0
      ? [
          `Concerns ${listSome(
            people.map((p) => `${p.name} (${p.strips})`),
            4,
          )}`,
        ]
      : []),
    ...others.map(({ what, rows }) => `${count(rows, what)} differ${rows === 1 ? "s" : ""}`),
  ];
}

export const windowText = ({ window }: ScenarioFacts): string =>
  window ? `${dayMonth(window.startsAt)} to ${moment(window.endsAt)}` : "no window";
