import type { Metadata } from "next";
import Link from "next/link";
import { clock, weekdayMonth } from "#core/base/format.ts";
import { type Interval, utcDay } from "#core/base/interval.ts";
import { seconds } from "#core/base/quantity.ts";
import { groundTrack, subsolarPoint } from "#core/light/index.ts";
import { factsOf } from "#core/model/facts.ts";
import { nextShootingDay, stripsOfDay } from "#core/model/next-day.ts";
import { manoeuvresOf } from "#core/scenario/snapshot.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { DayPicker } from "#ui/day/day-picker.tsx";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { now } from "../../../../../clock.ts";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { StationHead } from "../head.tsx";
import classes from "../station.module.css";
import { graticulePath, landPath } from "./drawing.ts";
import own from "./map.module.css";
import { mapModel } from "./map-model.ts";
import { orbitsIn } from "./orbits.ts";
import { PassTable, TrackTable } from "./pass-table.tsx";
import { passLines } from "./passes.ts";
import { TrackMap } from "./track-map.tsx";

export const metadata: Metadata = { title: "Ground track" };

/** Points of the track lie so far apart: 230 km on the ground. */
const STEP = seconds(30);

export default async function MapPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ day?: string; orbit?: string }>;
}) {
  const { production, scenario, snapshot, segment, mayEdit } = await openScenario(params, "plan.view");
  const asked = await searchParams;
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const facts = factsOf(snapshot);
  const day =
    facts.days.find((d) => String(d.number) === asked.day) ?? nextShootingDay(facts, now()) ?? facts.days[0];
  const head = (
    <StationHead
      title="Ground track"
      note="What lies straight below, and when which ground site hears the station."
      part="station/map"
      segment={segment}
    />
  );
  if (!day)
    return (
      <div className={classes.page}>
        {head}
        <Empty title="No shoot days yet">
          The track is drawn day by day. Give the shoot window and its days first.
        </Empty>
      </div>
    );
  // Positions need the states of ephemerides, which no page is given: from the plan as stored.
  const tables = (await planOfScenario(production.id, scenario.id))?.snapshot.tables ?? snapshot.tables;
  const awake: Interval = { start: day.wakesAt, end: day.sleepsAt };
  const track = groundTrack([...tables.elementSet, ...tables.ephemeris], awake, STEP, {
    manoeuvres: manoeuvresOf(tables),
  });
  const points = track.pieces.flatMap((piece) => piece.points);
  const orbits = orbitsIn(points);
  const firstStrip = stripsOfDay(facts, day)[0]?.span.start ?? day.wakesAt;
  const inOrbits = Math.max(
    0,
    orbits.findIndex(({ end }) => end > firstStrip),
  );
  const index =
    asked.orbit === "all"
      ? null
      : Math.min(Math.max(0, (Number(asked.orbit) || inOrbits + 1) - 1), orbits.length - 1);
  const chosen = (index === null ? undefined : orbits[index]) ?? {
    start: points[0]?.at ?? awake.start,
    end: points.at(-1)?.at ?? awake.end,
  };
  const model = mapModel(points, chosen, snapshot.light, {
    sites: tables.groundSite,
    targets: tables.groundTarget,
  });
  const passes = passLines(snapshot.light, tables.groundTarget, chosen);
  const orbitHref = (orbit: string) => `${to("station/map")}?day=${day.number}&orbit=${orbit}`;
  const title =
    index === null
      ? `Day ${day.number}, ${weekdayMonth(utcDay(day.date).start)}, all orbits`
      : `Day ${day.number}, ${weekdayMonth(utcDay(day.date).start)}, orbit ${index + 1}: ${clock(chosen.start)}–${clock(chosen.end)}`;
  return (
    <div className={classes.page}>
      {head}
      <DayPicker days={facts.days} number={day.number} base={to("").replace(/\/$/, "")} page="station/map" />
      {points.length === 0 ? (
        <Empty
          title={`Where the station is on day ${day.number} cannot be told`}
          action={
            mayEdit ? (
              <LinkButton href={to("station/orbit/import")} variant="filled">
                Import orbit data
              </LinkButton>
            ) : null
          }
        >
          {track.unknown[0]?.reason ?? "There is no orbit data."}
        </Empty>
      ) : (
        <>
          <nav className={own.orbits} aria-label="Orbits of the day">
            {orbits.map((orbit, i) => (
              <Link
                key={orbit.start}
                href={orbitHref(String(i + 1))}
                aria-current={i === index ? "true" : undefined}
                aria-label={`Orbit ${i + 1}, ${clock(orbit.start)} to ${clock(orbit.end)}`}
                scroll={false}
              >
                {i + 1} · {clock(orbit.start)}
              </Link>
            ))}
            <Link href={orbitHref("all")} aria-current={index === null ? "true" : undefined} scroll={false}>
              All of the day
            </Link>
          </nav>
          {track.unknown.map(({ span, reason }) => (
            <p key={span.start} className={`${classes.gap} hatch`}>
              <span>
                <b>
                  ? Unknown {clock(span.start)}–{clock(span.end)}.
                </b>{" "}
                {reason}
              </span>
            </p>
          ))}
          <TrackMap
            key={`${day.number} ${index}`}
            model={model}
            land={landPath()}
            graticule={graticulePath()}
            sun={subsolarPoint(chosen.start)}
            sunAt={chosen.start}
            passes={passes.map(({ key, name, span }) => ({ key, name, start: span.start, end: span.end }))}
            label={`Ground track, ${title}`}
          />
          <Panel title="Passes" note={`${title}. Ground sites, relays and targets, GMT`}>
            <PassTable
              passes={passes}
              hasLists={tables.groundSite.length + tables.groundTarget.length + tables.relayPass.length > 0}
              stationHref={to("station")}
            />
          </Panel>
          <Panel title="Track" note="every ten minutes, GMT">
            <TrackTable points={model.points} sun={subsolarPoint(chosen.start)} sunAt={chosen.start} />
          </Panel>
          <p className={`muted small ${classes.credit}`}>
            Land: Natural Earth, public domain. Visibility circles are for the round Earth and the greatest
            height of the stretch; the passes themselves are computed on the oblate one.
          </p>
        </>
      )}
    </div>
  );
}
