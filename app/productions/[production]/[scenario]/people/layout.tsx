import type { ReactNode } from "react";
import { capital, count, dayMonth } from "#core/base/format.ts";
import { utcDay } from "#core/base/interval.ts";
import { factsOf } from "#core/model/facts.ts";
import { PERSON_CATEGORIES, PERSON_CATEGORY_NAMES } from "#core/model/person.ts";
import { allows } from "#server/permissions.ts";
import { seenBy } from "#server/seen-by.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { Split } from "#ui/tables/split.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import { peopleLines } from "./people-list.ts";
import { PeopleTable } from "./people-table.tsx";

/** Everyone by category, and beside them the sheet of one. */
export default async function PeopleLayout({
  params,
  children,
}: {
  params: ScenarioParams;
  children: ReactNode;
}) {
  const { snapshot, report, role, mayEdit, segment } = await openScenario(params, "plan.view");
  const { tables } = seenBy(role, snapshot);
  const facts = factsOf(snapshot);
  const lines = peopleLines(tables, facts, report);
  const path = scenarioPath(segment.production, segment.scenario, "people");
  const days = facts.days.map((day) => ({
    number: day.number,
    date: dayMonth(utcDay(day.date).start),
    ofMonth: Number(day.date.slice(-2)),
  }));
  const list = (
    <Page
      title="People"
      note={`${count(lines.length, "person", "people")}; the same in all scenarios`}
      actions={
        mayEdit ? (
          <LinkButton href={`${path}/new`} variant="filled">
            Add person
          </LinkButton>
        ) : null
      }
      wide
    >
      {lines.length === 0 ? (
        <Empty title="Nobody yet">
          People are cast, crew, cosmonauts and ground. Who is here can fly, hold certificates, play roles and
          do jobs on strips.
        </Empty>
      ) : null}
      {PERSON_CATEGORIES.map((category) => {
        const own = lines.filter((line) => line.person.category === category);
        const title = capital(PERSON_CATEGORY_NAMES[category]);
        return own.length > 0 ? (
          <Panel key={category} title={title} note={String(own.length)}>
            <PeopleTable
              lines={own}
              days={days}
              path={path}
              label={title}
              showsMeasures={allows(role, "plan.edit") && category !== "ground-crew"}
              flies={category !== "ground-crew"}
            />
          </Panel>
        ) : null;
      })}
    </Page>
  );
  return (
    <Split title="People" list={list}>
      {children}
    </Split>
  );
}
