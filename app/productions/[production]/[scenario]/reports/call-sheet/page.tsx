import type { Metadata } from "next";
import { factsOf } from "#core/model/facts.ts";
import { nextShootingDay } from "#core/model/next-day.ts";
import { callSheet } from "#core/report/call-sheet.ts";
import { Empty } from "#ui/parts/state.tsx";
import { now } from "../../../../../clock.ts";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { makeDraft } from "../make.ts";
import { ReportHead } from "../report-head.tsx";
import classes from "../reports.module.css";
import { DayPicker } from "./day-picker.tsx";
import { Sheet } from "./sheet.tsx";

export const metadata: Metadata = { title: "Call sheet" };

export default async function CallSheetPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ day?: string }>;
}) {
  const plan = await openScenario(params, "plan.view");
  const { day: asked } = await searchParams;
  const days = [...plan.snapshot.tables.shootDay].sort((a, b) => a.number - b.number);
  const chosen =
    asked && /^-?\d+$/.test(asked)
      ? Number(asked)
      : (nextShootingDay(factsOf(plan.snapshot), now())?.number ?? days[0]?.number ?? 0);
  const model = makeDraft(callSheet, plan, { dayNumber: chosen });
  return (
    <article className={classes.report}>
      <ReportHead title={`Call sheet, day ${chosen}`} model={model} pdf={`call-sheet/pdf?day=${chosen}`}>
        <DayPicker days={days.map(({ number, date }) => ({ number, date }))} chosen={chosen} />
      </ReportHead>
      {model.day ? (
        <Sheet model={model} day={model.day} />
      ) : (
        <Empty title={`There is no day ${chosen} in this scenario`}>
          Choose one of its {days.length} days above.
        </Empty>
      )}
    </article>
  );
}
