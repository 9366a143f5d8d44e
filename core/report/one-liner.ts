import * as z from "zod";
import { pagesText } from "../base/format.ts";
import { factsOf } from "../model/facts.ts";
import { dayPlansOf, stripsOutsideDays } from "./day-plan.ts";
import { dateText, type Heading, headingOf } from "./heading.ts";
import { clockFor } from "./moment.ts";
import { defineReport } from "./report.ts";
import { type StripLine, stripLines } from "./strip-line.ts";
import { type VerdictLine, verdictLine } from "./verdict.ts";

export interface LineTotals {
  readonly strips: number;
  readonly eighths: number;
  readonly pages: string;
  readonly shootMin: number;
}

export interface OneLinerDay {
  readonly number: number;
  readonly text: string;
  readonly dateText: string;
  readonly isClosed: boolean;
  readonly note: string;
  readonly banners: readonly string[];
  readonly strips: readonly StripLine[];
  readonly totals: LineTotals;
}

export interface OneLinerModel {
  readonly heading: Heading;
  readonly verdict: VerdictLine;
  readonly days: readonly OneLinerDay[];
  /** Placed too far from every shoot day to count for one. */
  readonly elsewhere: readonly StripLine[];
  /** In script order. */
  readonly boneyard: readonly StripLine[];
  readonly totals: LineTotals & { readonly boneyard: LineTotals };
}

const totalsOf = (strips: readonly StripLine[]): LineTotals => {
  const eighths = strips.reduce((sum, line) => sum + line.eighths, 0);
  return {
    strips: strips.length,
    eighths,
    pages: pagesText(eighths),
    shootMin: strips.reduce((sum, line) => sum + line.shootMin, 0),
  };
};

export const oneLiner = defineReport({
  id: "one-liner",
  title: "One-liner",
  purpose: "The whole schedule, one line a strip, day by day, with the boneyard at the end.",
  params: z.object({}),

  build(snapshot, report, _params, context): OneLinerModel {
    const facts = factsOf(snapshot);
    const zone = snapshot.production.homeZone;
    const plans = dayPlansOf(facts);
    const days = plans.map(({ day, strips: placed }): OneLinerDay => {
      const strips = stripLines(
        facts,
        clockFor(zone, day.date),
        placed.map((p) => p.strip),
      );
      return {
        number: day.number,
        text: `Day ${day.number}`,
        dateText: dateText(day.date),
        isClosed: day.isClosed,
        note: day.note,
        banners: snapshot.tables.banner
          .filter((banner) => banner.dayId === day.id)
          .sort((a, b) => a.order - b.order)
          .map((banner) => banner.text),
        strips,
        totals: totalsOf(strips),
      };
    });
    const elsewhere = stripLines(
      facts,
      clockFor(zone, null),
      stripsOutsideDays(facts, plans).map((p) => p.strip),
    );
    const order = (sceneId: StripLine["sceneId"]) => facts.scenes.get(sceneId)?.order ?? 0;
    const boneyard = [
      ...stripLines(
        facts,
        clockFor(zone, null),
        snapshot.tables.strip.filter((strip) => !facts.placed.has(strip.id)),
      ),
    ].sort((a, b) => order(a.sceneId) - order(b.sceneId) || a.part.localeCompare(b.part, "en"));
    return {
      heading: headingOf(snapshot, context),
      verdict: verdictLine(report),
      days,
      elsewhere,
      boneyard,
      totals: { ...totalsOf([...days.flatMap((d) => d.strips), ...elsewhere]), boneyard: totalsOf(boneyard) },
    };
  },
});
