import { weekdayMonth } from "../base/format.ts";
import { isoOf } from "../base/instant.ts";
import { utcDay } from "../base/interval.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import type { ReportContext } from "./report.ts";

/** What stands at the head of every page of every report. */
export interface Heading {
  readonly title: string;
  /** In the film's own language; empty where the same. */
  readonly titleLocal: string;
  readonly company: string;
  readonly homeZoneLabel: string;
  readonly scenario: string;
  readonly scenarioRevision: number;
  readonly issue: number;
  /** `White, first issue`, `Revision 2, pink`. */
  readonly issueText: string;
  readonly isDraft: boolean;
  readonly madeAt: EpochSeconds;
  /** `2021-10-07 18:00 GMT`. */
  readonly madeText: string;
  /** What a reader must know about the data. */
  readonly note: string;
}

/** In the order of script revisions; after cherry comes a second blue. Source: facts.md §7 [S]. */
const COLOURS = ["blue", "pink", "yellow", "green", "goldenrod", "buff", "salmon", "cherry"] as const;
const ROUNDS = ["", "second ", "third ", "fourth "] as const;

/** Issue 0 is white; each later one has the next colour. */
export function issueText(issue: number): string {
  if (issue <= 0) return "White, first issue";
  const round = ROUNDS[Math.floor((issue - 1) / COLOURS.length)] ?? "another ";
  return `Revision ${issue}, ${round}${COLOURS[(issue - 1) % COLOURS.length]}`;
}

export const headingOf = (
  { production, scenario }: ScenarioSnapshot,
  { madeAt, issue, isDraft }: ReportContext,
): Heading => ({
  title: production.title,
  titleLocal: production.titleLocal === production.title ? "" : production.titleLocal,
  company: production.company,
  homeZoneLabel: production.homeZoneLabel,
  scenario: scenario.name,
  scenarioRevision: scenario.revision,
  issue,
  issueText: issueText(issue),
  isDraft,
  madeAt,
  madeText: `${isoOf(madeAt).slice(0, 16).replace("T", " ")} GMT`,
  note: production.note,
});

/** `Fri 8 Oct 2021`. */
export const dateText = (date: string): string => `${weekdayMonth(utcDay(date).start)} ${date.slice(0, 4)}`;
