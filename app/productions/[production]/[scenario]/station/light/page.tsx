import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { weekdayMonth } from "#core/base/format.ts";
import { utcDay } from "#core/base/interval.ts";
import { factsOf } from "#core/model/facts.ts";
import { nextShootingDay } from "#core/model/next-day.ts";
import { DayPicker } from "#ui/day/day-picker.tsx";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { now } from "../../../../../clock.ts";
import type { ScenarioParams } from "../../open.ts";
import { StationHead } from "../head.tsx";
import classes from "../station.module.css";
import { AllDays } from "./all-days.tsx";
import { DayTable } from "./day-table.tsx";
import { DEFINITION_WORDS } from "./light-days.ts";
import { openLight } from "./light-of.ts";

export const metadata: Metadata = { title: "Light" };

export default async function LightPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ day?: string; definition?: string }>;
}) {
  const asked = await searchParams;
  const { days, definition, snapshot, segment, mayEdit } = await openLight(params, asked.definition);
  const facts = factsOf(snapshot);
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const day =
    days.find((d) => String(d.day.number) === asked.day) ??
    days.find((d) => d.day.id === nextShootingDay(facts, now())?.id) ??
    days[0];
  const hasNone = snapshot.tables.elementSet.length + snapshot.tables.ephemeris.length === 0;
  const query = definition === "first-contact" ? "" : `&definition=${definition}`;
  const file = (name: string, path: string) => (
    <Button
      key={name}
      component="a"
      href={`${to(`station/light/${path}`)}${query}`}
      download
      variant="default"
      size="xs"
      leftSection={<IconDownload size={14} aria-hidden />}
    >
      {name}
    </Button>
  );
  const files = day
    ? [
        file(`CSV, day ${day.day.number}`, `csv?day=${day.day.number}`),
        file("CSV, all days", "csv?all"),
        file("Calendar (ICS)", "ics?all"),
      ]
    : null;
  return (
    <div className={classes.page}>
      <StationHead
        title="Light"
        note="Sunrises and sunsets as the station sees them, GMT, to the second, with how far each may be off. Colours in the air are outside the model."
        part="station/light"
        segment={segment}
        actions={hasNone ? null : files}
      />
      {hasNone ? (
        <Empty
          title="No orbit data yet"
          action={
            mayEdit ? (
              <LinkButton href={to("station/orbit/import")} variant="filled">
                Import orbit data
              </LinkButton>
            ) : null
          }
        >
          Without it nobody can say when the station sees the Sun: every set-up that asks for light stays
          unknown. Two lines of a published element set are enough to begin.
        </Empty>
      ) : day ? (
        <>
          <DayPicker
            days={days.map((d) => d.day)}
            number={day.day.number}
            base={to("").replace(/\/$/, "")}
            page="station/light"
            query={query}
          />
          <nav className={classes.choice} aria-label="Which moment counts">
            {Object.entries(DEFINITION_WORDS).map(([name, words]) => (
              <Link
                key={name}
                href={`${to("station/light")}?day=${day.day.number}&definition=${name}`}
                aria-current={name === definition ? "true" : undefined}
                title={words.means}
                scroll={false}
              >
                {words.name}
              </Link>
            ))}
            <span className="muted small">{DEFINITION_WORDS[definition].means}</span>
          </nav>
          <Panel
            title={`Day ${day.day.number}, ${weekdayMonth(utcDay(day.day.date).start)}`}
            note="from waking to the next waking; what lies in the crew's sleep is grey"
          >
            <DayTable day={day} definition={definition} />
          </Panel>
          <Panel title="All days" note="minutes between waking and sleep">
            <Scroll label="Light of all shoot days">
              <AllDays
                days={days}
                chosen={day.day.id}
                hrefOf={(n) => `${to("station/light")}?day=${n}${query}`}
              />
            </Scroll>
          </Panel>
        </>
      ) : (
        <Empty title="No shoot days yet">
          Light is told day by day, from waking to sleep. Give the shoot window and its days first.
        </Empty>
      )}
    </div>
  );
}
