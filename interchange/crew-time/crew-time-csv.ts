import type { CrewTimeLine } from "#core/report/crew-time.ts";
import { asText, csvOf } from "../csv.ts";

/** One line a line of the ledger, minutes and US dollars; what a column says in all is the sum of its cells. */
export const crewTimeCsv = (lines: readonly CrewTimeLine[]): string =>
  csvOf(
    COLUMNS,
    lines.map(({ agency, person, date, kind, what, how, charge, figures }) => ({
      agency: asText(agency),
      person: asText(person),
      date: date ?? "",
      kind,
      what: asText(what),
      source: charge ? "" : asText(how),
      call_min: charge?.bound ?? "",
      brief_min: charge?.brief ?? "",
      make_up_min: charge?.makeUp ?? "",
      way_min: charge?.travel ?? "",
      rounding_min: charge ? Number(charge.rounding.toFixed(3)) : "",
      asked_min: figures.asked,
      granted_min: figures.granted,
      planned_min: figures.planned,
      personal_min: figures.personal,
      consented_min: figures.personalGranted,
      spent_min: figures.spent,
      owed_min: figures.owed,
      price_usd: figures.priceUsd,
      would_cost_usd: figures.listPriceUsd,
    })),
  );

const COLUMNS = [
  ...["agency", "person", "date", "kind", "what", "source"],
  ...["call_min", "brief_min", "make_up_min", "way_min", "rounding_min"],
  ...["asked_min", "granted_min", "planned_min", "personal_min", "consented_min", "spent_min", "owed_min"],
  ...["price_usd", "would_cost_usd"],
];
