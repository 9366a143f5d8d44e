import * as z from "zod";
import { dayMonth, duration } from "../base/format.ts";
import { utcDay } from "../base/interval.ts";
import { factsOf } from "../model/facts.ts";
import type { PersonId } from "../model/ids.ts";
import {
  type CrewTimeAccount,
  type CrewTimeSums,
  crewTimeAccounts,
  ledgerParamsOf,
} from "./crew-time-accounts.ts";
import { type Heading, headingOf } from "./heading.ts";
import { defineReport } from "./report.ts";

/** Times as they are printed: `1 h 35`; empty where there is nothing. */
export interface CrewTimeTexts {
  readonly asked: string;
  readonly granted: string;
  readonly planned: string;
  readonly personal: string;
  readonly personalGranted: string;
  readonly spent: string;
  readonly owed: string;
  readonly price: string;
  readonly listPrice: string;
}
export interface CrewTimeRow {
  readonly id: string;
  /** The person, the agency, or `All`. */
  readonly name: string;
  readonly kind: "person" | "agency" | "all";
  readonly minutes: CrewTimeSums;
  readonly text: CrewTimeTexts;
}

/** One person's account on one date. */
export interface CrewTimeDay {
  readonly personId: PersonId;
  readonly person: string;
  readonly date: string;
  /** `8 Oct`. */
  readonly dateText: string;
  readonly granted: string;
  readonly used: string;
  /** `−15 min` where it is overspent. */
  readonly left: string;
  readonly isOver: boolean;
  readonly personalGranted: string;
  readonly personalUsed: string;
  /** `scenes 12, 14`, and what is put back. */
  readonly what: string;
}

export interface CrewTimeModel {
  readonly heading: Heading;
  /** Each agency, its people after it; at the end all. */
  readonly rows: readonly CrewTimeRow[];
  /** By person and date. */
  readonly days: readonly CrewTimeDay[];
  /** How the columns are to be read, a sentence each. */
  readonly notes: readonly string[];
}

const time = (min: number): string => (min === 0 ? "" : duration(min));
/** `130,000 USD`; empty where there is nothing. */
const money = (usd: number): string =>
  usd === 0 ? "" : `${String(Math.round(usd)).replace(/\B(?=(?:\d{3})+$)/g, ",")} USD`;

const rowOf = (id: string, name: string, kind: CrewTimeRow["kind"], sums: CrewTimeSums): CrewTimeRow => ({
  id,
  name,
  kind,
  minutes: {
    asked: sums.asked,
    granted: sums.granted,
    planned: sums.planned,
    personal: sums.personal,
    personalGranted: sums.personalGranted,
    spent: sums.spent,
    owed: sums.owed,
    priceUsd: sums.priceUsd,
    listPriceUsd: sums.listPriceUsd,
  },
  text: {
    asked: time(sums.asked),
    granted: time(sums.granted),
    planned: time(sums.planned),
    personal: time(sums.personal),
    personalGranted: time(sums.personalGranted),
    spent: time(sums.spent),
    owed: time(sums.owed),
    price: money(sums.priceUsd),
    listPrice: money(sums.listPriceUsd),
  },
});

export const crewTime = defineReport({
  id: "crew-time",
  title: "Crew time",
  params: z.object({}),

  build(snapshot, _report, _params, context): CrewTimeModel {
    const facts = factsOf(snapshot);
    const p = ledgerParamsOf(snapshot.tables);
    const { agencies, total } = crewTimeAccounts(facts, p);
    const sceneOf = (id: CrewTimeAccount["entries"][number]["calls"][number]["stripId"]) => {
      const strip = facts.strips.get(id);
      return (strip && facts.scenes.get(strip.sceneId)?.number) ?? "?";
    };
    const daysOf = ({ person, entries }: CrewTimeAccount) =>
      entries.map((entry): CrewTimeDay => {
        const scenes = [...new Set(entry.calls.map((call) => sceneOf(call.stripId)))];
        const back = entry.restores.map((restore) => `putting back ${restore.what}`);
        return {
          personId: person.id,
          person: person.shortName,
          date: entry.date,
          dateText: dayMonth(utcDay(entry.date).start),
          granted: time(entry.granted),
          used: time(entry.used),
          left: duration(entry.left),
          isOver: entry.left < 0,
          personalGranted: time(entry.personalGranted),
          personalUsed: time(entry.personalUsed),
          what: [
            ...(scenes.length > 0
              ? [`${scenes.length === 1 ? "scene" : "scenes"} ${scenes.join(", ")}`]
              : []),
            ...back,
          ].join("; "),
        };
      });
    return {
      heading: headingOf(snapshot, context),
      rows: [
        ...agencies.flatMap((agency) => [
          rowOf(`agency:${agency.agency}`, agency.agency, "agency", agency),
          ...agency.people.map((account) => rowOf(account.person.id, account.person.name, "person", account)),
        ]),
        ...(agencies.length > 0 ? [rowOf("all", "All", "all", total)] : []),
      ],
      days: agencies.flatMap((agency) => agency.people.flatMap(daysOf)),
      notes: [
        `Charged: every bound minute of a call, ${p.briefMin} min of brief, make-up beside it and the way, rounded up to ${p.roundUpToMin} min; spotting, escort and putting back count.`,
        "Asked is what all strips would take, placed or not; spent is what lies behind on strips that are shot or partly shot.",
        "Owed is working time beyond what was granted that day, personal time by consent, and what is put back when the film has left.",
        `The film pays ${p.usdPerHour === 0 ? "nothing" : `${money(p.usdPerHour)} an hour`}; would cost is NASA's list price of February 2021, ${money(p.listUsdPerHour)} an hour of the US segment, and was not asked of the Russian film.`,
      ],
    };
  },
});
