import * as z from "zod";
import { dayMonth, duration } from "../base/format.ts";
import { utcDay } from "../base/interval.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import type { StripId } from "../model/ids.ts";
import type { LedgerParams } from "../rules/crew-time-ledger.ts";
import {
  crewTimeAccounts,
  type DayAccount,
  ledgerCaveat,
  ledgerParamsOf,
  type PersonAccount,
} from "./crew-time-accounts.ts";
import {
  type About,
  type Charge,
  FIGURES,
  type Figure,
  type Figures,
  type LedgerLine,
} from "./crew-time-lines.ts";
import { type Heading, headingOf } from "./heading.ts";
import { defineReport } from "./report.ts";

/** Figures as they are printed: `1 h 35`, `130,000 USD`; empty where there is nothing. */
export type FigureTexts = { readonly [F in Figure]: string };

export interface CrewTimeRow {
  readonly id: string;
  /** The person, the agency, or `All`. */
  readonly name: string;
  readonly kind: "person" | "agency" | "all";
  readonly figures: Figures;
  readonly text: FigureTexts;
}

/** One person's account on one date; at the end of each person what is of no day. */
export interface CrewTimeDay {
  readonly personId: string;
  readonly person: string;
  readonly date: string | null;
  /** `8 Oct`; `no day`. */
  readonly dateText: string;
  readonly figures: Figures;
  readonly text: FigureTexts;
  /** Granted less what is planned of working time: `−15 min` where it is overspent; empty for what is of no day. */
  readonly left: string;
  readonly isOver: boolean;
  /** `scenes 12, 14`, and what is put back. */
  readonly what: string;
}

/** What figures are made of: a call, what is put back, what was granted. Every figure of the report is a sum of lines. */
export interface CrewTimeLine {
  readonly personId: string;
  readonly person: string;
  readonly agency: string;
  readonly date: string | null;
  readonly dateText: string;
  readonly kind: About["kind"];
  readonly stripId: string | null;
  /** `Scene 12 part 1 of 2`. */
  readonly what: string;
  /** `call 41 + brief 15 + make-up 10 + rounding 4 min`; where it is from. */
  readonly how: string;
  readonly charge: Charge | null;
  readonly figures: Figures;
  readonly text: FigureTexts;
}

/** How a column is to be read. */
export interface FigureWords {
  readonly head: string;
  readonly note: string;
}

export interface CrewTimeModel {
  readonly heading: Heading;
  /** Each agency, its people after it; at the end all. */
  readonly rows: readonly CrewTimeRow[];
  /** By person and date. */
  readonly days: readonly CrewTimeDay[];
  readonly lines: readonly CrewTimeLine[];
  readonly columns: { readonly [F in Figure]: FigureWords };
  /** What is true of several columns, a sentence each. */
  readonly notes: readonly string[];
}

const PRICES: readonly Figure[] = ["priceUsd", "listPriceUsd"];
const time = (min: number): string => (min === 0 ? "" : duration(min));
const thousands = (n: number): string => String(Math.round(n)).replace(/\B(?=(?:\d{3})+$)/g, ",");
/** `130,000 USD`; empty where there is nothing. */
const money = (usd: number): string => (usd === 0 ? "" : `${thousands(usd)} USD`);

/** As it is printed: `2 h 15`, `130,000 USD`; empty for 0. */
export const figureText = (figure: Figure, amount: number): string =>
  PRICES.includes(figure) ? money(amount) : time(amount);
const textsOf = (figures: Figures): FigureTexts =>
  Object.fromEntries(
    FIGURES.map((figure) => [figure, figureText(figure, figures[figure])]),
  ) as unknown as FigureTexts;

const rowOf = (id: string, name: string, kind: CrewTimeRow["kind"], figures: Figures): CrewTimeRow => ({
  id,
  name,
  kind,
  figures,
  text: textsOf(figures),
});

export const crewTime = defineReport({
  id: "crew-time",
  title: "Crew time",
  purpose:
    "Station crew time by agency and person: asked, granted, planned, spent and owed, personal time, and what it would cost.",
  params: z.object({}),

  build(snapshot, _report, _params, context): CrewTimeModel {
    const facts = factsOf(snapshot);
    const p = ledgerParamsOf(snapshot.tables);
    const all = crewTimeAccounts(facts, p);
    const caveat = ledgerCaveat(snapshot.tables);
    return {
      heading: headingOf(snapshot, context),
      rows: [
        ...all.agencies.flatMap((agency) => [
          rowOf(`agency:${agency.agency}`, agency.agency, "agency", agency.sums),
          ...agency.people.map(({ person, sums }) => rowOf(person.id, person.name, "person", sums)),
        ]),
        ...(all.agencies.length > 0 ? [rowOf("all", "All", "all", all.sums)] : []),
      ],
      days: all.agencies.flatMap(({ people }) =>
        people.flatMap((account) => account.days.map((day) => dayOf(facts, account, day))),
      ),
      lines: all.lines.map((line) => lineOf(facts, line)),
      columns: columnsOf(p),
      notes: [
        ...(caveat ? [caveat] : []),
        "Owed is not beside planned but of it: time beyond the grant and personal time are planned as well. Only what is put back when the film has left comes on top.",
        "Every figure is a sum of lines, and prices are rounded to the dollar line by line, so that days add up to people, people to agencies and agencies to all.",
      ],
    };
  },
});

/** What each column says, with the numbers that are set. */
const columnsOf = (p: LedgerParams): CrewTimeModel["columns"] => ({
  asked: {
    head: "Asked",
    note: "What all strips would take of them, placed or in the boneyard; in the boneyard without the way.",
  },
  granted: { head: "Granted", note: "Working time that their agency gives the film, by date." },
  planned: {
    head: "Planned",
    note: `What is placed: every bound minute of a call, ${p.briefMin} min of brief, make-up beside it and the way, rounded up to ${p.roundUpToMin} min; spotting, escort and putting back count.`,
  },
  personal: {
    head: "of it personal",
    note: "Of planned, what lies in post-sleep, pre-sleep and off-duty time, as far as they consent to it.",
  },
  personalGranted: { head: "Consented", note: "Personal time that they give by their own consent, by date." },
  spent: { head: "Spent", note: "Of planned, what lies behind them: strips that are shot, or partly." },
  owed: {
    head: "Owed",
    note: "Working time beyond what was granted on a date, personal time by consent, and what they put back when the film has left.",
  },
  priceUsd: {
    head: "Price",
    note: `What the film pays: ${p.usdPerHour === 0 ? "nothing" : `${money(p.usdPerHour)} an hour`} of what is planned and of what is put back when it has left.`,
  },
  listPriceUsd: {
    head: "Would cost",
    note: `(planned + put back when the film has left) × ${money(p.listUsdPerHour)} an hour. ${p.listUsdPerHour === LIST_USD_PER_HOUR ? "That is NASA's list price of February 2021 for crew time of the US segment, 17,500 USD before (SpaceNews, in print at silentgarden.net); it was not asked of the Russian film." : "A price of your own, set in the rule crew-time-ledger."}`,
  },
});
/** NASA's list, February 2021; facts.md §1.6 [S]. */
const LIST_USD_PER_HOUR = 130_000;

const NO_DAY = "no day";
const dateText = (date: string | null): string => (date === null ? NO_DAY : dayMonth(utcDay(date).start));

function sceneName(facts: Facts, id: StripId): string {
  const strip = facts.strips.get(id);
  const number = (strip && facts.scenes.get(strip.sceneId)?.number) ?? "?";
  return strip && strip.parts > 1 ? `${number} part ${strip.part} of ${strip.parts}` : number;
}

function dayOf(facts: Facts, { person }: PersonAccount, { date, lines, sums }: DayAccount): CrewTimeDay {
  const left = sums.granted - (sums.planned - sums.personal);
  return {
    personId: person.id,
    person: person.shortName,
    date,
    dateText: dateText(date),
    figures: sums,
    text: textsOf(sums),
    left: date === null ? "" : duration(left),
    isOver: date !== null && left < 0,
    what: whatOf(facts, lines),
  };
}

function whatOf(facts: Facts, lines: readonly LedgerLine[]): string {
  const numbers = (kind: "call" | "waiting") => [
    ...new Set(
      lines.flatMap(({ about }) => {
        if (about.kind !== kind) return [];
        const strip = facts.strips.get(about.stripId);
        return [(strip && facts.scenes.get(strip.sceneId)?.number) ?? "?"];
      }),
    ),
  ];
  const scenes = (some: readonly string[], more = "") =>
    some.length === 0 ? [] : [`${some.length === 1 ? "scene" : "scenes"} ${some.join(", ")}${more}`];
  return [
    ...scenes(numbers("call")),
    ...scenes(numbers("waiting"), " in the boneyard"),
    ...lines.flatMap(({ about }) =>
      about.kind === "restore"
        ? [`putting back ${about.what}`]
        : about.kind === "handed-over"
          ? [`putting back ${about.what} when the film has left`]
          : [],
    ),
  ].join("; ");
}

function lineOf(facts: Facts, { person, date, about, adds }: LedgerLine): CrewTimeLine {
  const own = { person: person.shortName, personId: person.id, agency: person.agency };
  return {
    ...own,
    date,
    dateText: dateText(date),
    kind: about.kind,
    stripId: "stripId" in about ? about.stripId : null,
    ...wordsOf(facts, about, person.agency),
    charge: "charge" in about ? about.charge : null,
    figures: adds,
    text: textsOf(adds),
  };
}

const plain = (min: number): string => String(Number(min.toFixed(1)));
const chargeText = ({ bound, brief, makeUp, travel, rounding }: Charge): string =>
  [
    ["call", bound] as const,
    ["brief", brief] as const,
    ["make-up", makeUp] as const,
    ["way", travel] as const,
    ["rounding", rounding] as const,
  ]
    .filter(([, min]) => min > 0)
    .map(([word, min]) => `${word} ${plain(min)}`)
    .join(" + ")
    .concat(" min");

function wordsOf(facts: Facts, about: About, agency: string): Pick<CrewTimeLine, "what" | "how"> {
  switch (about.kind) {
    case "allocation":
      return { what: `Granted by ${agency}`, how: about.source };
    case "consent":
      return { what: "Consented", how: about.source };
    case "call":
      return { what: `Scene ${sceneName(facts, about.stripId)}`, how: chargeText(about.charge) };
    case "waiting":
      return {
        what: `Scene ${sceneName(facts, about.stripId)}, in the boneyard`,
        how: chargeText(about.charge),
      };
    case "restore":
      return {
        what: `Putting back ${about.what}, scene ${sceneName(facts, about.stripId)}`,
        how: "outside a call, rounded up",
      };
    case "handed-over":
      return {
        what: `Putting back ${about.what} when the film has left`,
        how: "its own minutes, out of no day's grant",
      };
    case "beyond":
      return {
        what: "Beyond what was granted",
        how: `${plain(about.used)} min of working time less ${plain(about.granted)} min granted`,
      };
  }
}
