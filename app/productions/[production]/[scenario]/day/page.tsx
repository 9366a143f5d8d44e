import type { Metadata } from "next";
import { factsOf } from "#core/model/facts.ts";
import { nextShootingDay } from "#core/model/next-day.ts";
import { clockFor } from "#core/report/moment.ts";
import { dayTitle } from "#ui/board/columns.ts";
import { dayModel } from "#ui/day/day-model.ts";
import { DayPicker } from "#ui/day/day-picker.tsx";
import { DayView } from "#ui/day/day-view.tsx";
import { scenarioPath } from "#ui/frame/pages.ts";
import { findingLinks } from "#ui/parts/finding-links.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { now } from "../../../../clock.ts";
import { openScenario, type ScenarioParams } from "../open.ts";

export const metadata: Metadata = { title: "Day" };

export default async function DayPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ day?: string }>;
}) {
  const { production, snapshot, report, segment } = await openScenario(params, "plan.view");
  const { day: asked } = await searchParams;
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const base = to("").replace(/\/$/, "");
  const facts = factsOf(snapshot);
  const day =
    facts.days.find((d) => String(d.number) === asked) ?? nextShootingDay(facts, now()) ?? facts.days[0];
  if (!day)
    return (
      <Page title="Day">
        <Empty title="No shoot days yet">
          A day shows everyone from wake to sleep: light, calls, meals, station events. Give the shoot window
          and its days first.
        </Empty>
      </Page>
    );
  const clock = clockFor(production.homeZone, day.date);
  const model = dayModel(facts, report, day, clock, production.homeZoneLabel);
  return (
    <Page
      wide
      title={dayTitle(day)}
      note={[day.isClosed ? "Lost for shooting." : "", day.note].filter(Boolean).join(" ")}
      actions={
        <LinkButton href={to(`reports/call-sheet?day=${day.number}`)} variant="default">
          Call sheet day {day.number}
        </LinkButton>
      }
    >
      <DayPicker days={facts.days} number={day.number} base={base} />
      <DayView
        key={day.id}
        model={model}
        links={findingLinks(model.findings, facts, snapshot.tables, base)}
        base={base}
        nowAt={now()}
        homeLabel={production.homeZoneLabel}
      />
    </Page>
  );
}
