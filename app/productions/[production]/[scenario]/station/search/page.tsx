import type { Metadata } from "next";
import Link from "next/link";
import { clockSeconds, weekdayMonth } from "#core/base/format.ts";
import { holds, type Interval, overlaps, utcDay } from "#core/base/interval.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { subsolarPoint } from "#core/light/index.ts";
import { type Facts, factsOf } from "#core/model/facts.ts";
import { conditions } from "#core/model/light/conditions/index.ts";
import { nextChances } from "#core/model/light/next-chances.ts";
import type { SetUp } from "#core/model/scene.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { StationHead } from "../head.tsx";
import classes from "../station.module.css";
import { margin, minutesSeconds } from "../words.ts";
import { SearchForm } from "./search-form.tsx";
import { ABOARD, BELOW, type TargetChance, targetChances } from "./target-chances.ts";

export const metadata: Metadata = { title: "Search light and ground" };

/** As many chances are told at once. */
const COUNT = 10;

const oneOf = <T extends string>(list: readonly T[], asked: string | undefined): T =>
  list.find((each) => each === asked) ?? (list[0] as T);
const words = (list: readonly string[], any: string) =>
  list.map((value) => ({ value, label: value === "any" ? any : value }));

const asks = (setUp: SetUp) => conditions.filter((condition) => condition.isAsked(setUp));

const dayAt = (facts: Facts, at: EpochSeconds) =>
  facts.days.find((day, i) =>
    holds({ start: day.wakesAt, end: facts.days[i + 1]?.wakesAt ?? day.sleepsAt }, at),
  );

export default async function SearchPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ target?: string; below?: string; aboard?: string; setUp?: string; from?: string }>;
}) {
  const { snapshot, segment, mayEdit } = await openScenario(params, "plan.view");
  const asked = await searchParams;
  const facts = factsOf(snapshot);
  const { light, tables } = snapshot;
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const fromDay = facts.days.find((day) => String(day.number) === asked.from) ?? facts.days[0];
  const from = fromDay?.wakesAt ?? light.window.start;
  const below = oneOf(BELOW, asked.below);
  const aboard = oneOf(ABOARD, asked.aboard);
  const target = tables.groundTarget.find(({ id }) => id === asked.target);
  const asking = tables.setUp.filter((setUp) => asks(setUp).length > 0);
  const setUp = tables.setUp.find(({ id }) => id === asked.setUp);
  const days = facts.days.map((day) => ({
    value: String(day.number),
    label: `day ${day.number}, ${weekdayMonth(utcDay(day.date).start)}`,
  }));
  const fromChoice = { name: "from", label: "From", options: days, value: String(fromDay?.number ?? "") };
  const nameOf = ({ sceneId, label, description }: SetUp) =>
    `${facts.scenes.get(sceneId)?.number ?? "?"}${label} ${description}`.trim();
  return (
    <div className={classes.page}>
      <StationHead
        title="Search"
        note="When a place lies below in the light that is asked for, and when a set-up has next all it asks for."
        part="station/search"
        segment={segment}
      />
      <Panel title="A place below" note="over the Volga at dusk">
        {tables.groundTarget.length === 0 ? (
          <p className="muted small">
            No ground targets yet.{" "}
            {mayEdit ? (
              <Link href={to("station/add/groundTarget")}>Add the first: a name, a place, a radius.</Link>
            ) : null}
          </p>
        ) : (
          <SearchForm
            key={`target ${asked.target} ${below} ${aboard} ${fromChoice.value}`}
            label="A place below"
            action="Find passes"
            choices={[
              {
                name: "target",
                label: "Place",
                options: tables.groundTarget.map(({ id, name }) => ({ value: id, label: name })),
                value: target?.id ?? tables.groundTarget[0]?.id ?? "",
              },
              { name: "below", label: "Light there", options: words(BELOW, "any light"), value: below },
              {
                name: "aboard",
                label: "Aboard",
                options: words(ABOARD, "day or night").map((o) =>
                  o.value === "any" ? o : { ...o, label: `orbital ${o.label}` },
                ),
                value: aboard,
              },
              fromChoice,
            ]}
          />
        )}
        {target ? (
          <TargetTable
            name={target.name}
            chances={targetChances(light, target, { below, aboard }, from, COUNT, subsolarPoint)}
            facts={facts}
            to={to}
          />
        ) : null}
      </Panel>
      <Panel title="A set-up's light" note="the next ten chances">
        {asking.length === 0 ? (
          <p className="muted small">
            No set-up asks for light, Sun, ground or link. Say what it asks for on its scene's sheet.
          </p>
        ) : (
          <SearchForm
            key={`set-up ${asked.setUp} ${fromChoice.value}`}
            label="A set-up's light"
            action="Find chances"
            choices={[
              {
                name: "setUp",
                label: "Set-up",
                options: asking.map((each) => ({ value: each.id, label: nameOf(each) })),
                value: setUp && asking.includes(setUp) ? setUp.id : (asking[0]?.id ?? ""),
              },
              fromChoice,
            ]}
          />
        )}
        {setUp ? <SetUpChances setUp={setUp} name={nameOf(setUp)} facts={facts} from={from} to={to} /> : null}
      </Panel>
      {light.unknown.length > 0 && mayEdit ? (
        <p className="muted small">
          Light is unknown in parts of the window; chances there are not told.{" "}
          <LinkButton href={to("station/orbit")} size="compact-xs">
            Orbit data
          </LinkButton>
        </p>
      ) : null}
    </div>
  );
}

function Day({ facts, at, to }: { facts: Facts; at: EpochSeconds; to: (page: string) => string }) {
  const day = dayAt(facts, at);
  if (!day) return <>{weekdayMonth(at)}</>;
  const isAsleep = at >= day.sleepsAt;
  return (
    <>
      <Link href={to(`day?day=${day.number}`)}>
        {day.number}, {weekdayMonth(at)}
      </Link>
      {isAsleep ? <span className="muted small"> crew asleep</span> : null}
    </>
  );
}

function TargetTable({
  name,
  chances,
  facts,
  to,
}: {
  name: string;
  chances: readonly TargetChance[];
  facts: Facts;
  to: (page: string) => string;
}) {
  if (chances.length === 0)
    return (
      <p className={classes.nothing}>
        No pass over {name} in this light until the end of the window, as far as the orbit is known.
      </p>
    );
  return (
    <Scroll label={`Passes over ${name}`}>
      <table className="table" aria-label={`Passes over ${name}`}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" className="number">
              Begins
            </th>
            <th scope="col" className="number">
              Nearest
            </th>
            <th scope="col" className="number">
              Ends
            </th>
            <th scope="col" className="number">
              Lasts
            </th>
            <th scope="col" className="number">
              Away
            </th>
            <th scope="col">There</th>
            <th scope="col">Aboard</th>
            <th scope="col" className="number">
              May be off
            </th>
          </tr>
        </thead>
        <tbody>
          {chances.map(({ pass, below, aboard }) => (
            <tr key={pass.span.start}>
              <td className={classes.nowrap}>
                <Day facts={facts} at={pass.closestAt} to={to} />
              </td>
              {[pass.span.start, pass.closestAt, pass.span.end].map((at, i) => (
                <td key={["begins", "nearest", "ends"][i]} className="number mono">
                  {clockSeconds(at)}
                </td>
              ))}
              <td className="number">{minutesSeconds((pass.span.end - pass.span.start) / 60)}</td>
              <td className="number">{Math.round(pass.closestKm)} km</td>
              <td className={classes.nowrap}>
                {below}, Sun at {pass.sunElevationDeg.toFixed(0).replace("-", "−")}°
              </td>
              <td className={classes.nowrap}>
                {aboard ? (
                  <span className={classes.lasts} data-light={aboard}>
                    {aboard}
                  </span>
                ) : (
                  "unknown"
                )}
              </td>
              <td className="number">{margin(pass.margin)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function SetUpChances({
  setUp,
  name,
  facts,
  from,
  to,
}: {
  setUp: SetUp;
  name: string;
  facts: Facts;
  from: EpochSeconds;
  to: (page: string) => string;
}) {
  const chances = nextChances(setUp, facts, from, COUNT);
  const marginIn = (span: Interval) =>
    Math.max(0, ...facts.light.spans.filter((s) => overlaps(s.span, span)).map((s) => s.margin));
  if (chances === null)
    return <p className={classes.nothing}>{name} asks for nothing of light or ground: any time will do.</p>;
  return (
    <>
      <p className={classes.nothing}>
        <b>{name}</b>: {setUp.takes} takes of {setUp.takeMin} min, {setUp.resetMin} min between.{" "}
        {asks(setUp)
          .map(({ sentence }) => sentence)
          .join(" ")}
      </p>
      {chances.length === 0 ? (
        <p className={classes.nothing}>
          No stretch with room for a take until the end of the window, as far as the orbit is known.
        </p>
      ) : (
        <Scroll label={`Chances for ${name}`}>
          <table className="table" aria-label={`Chances for ${name}`}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col" className="number">
                  From
                </th>
                <th scope="col" className="number">
                  Until
                </th>
                <th scope="col" className="number">
                  Lasts
                </th>
                <th scope="col" className="number">
                  Takes that fit
                </th>
                <th scope="col" className="number">
                  Margin taken off
                </th>
              </tr>
            </thead>
            <tbody>
              {chances.map(({ span, takes }) => (
                <tr key={span.start}>
                  <td className={classes.nowrap}>
                    <Day facts={facts} at={span.start} to={to} />
                  </td>
                  <td className="number mono">{clockSeconds(span.start)}</td>
                  <td className="number mono">{clockSeconds(span.end)}</td>
                  <td className="number">{minutesSeconds((span.end - span.start) / 60)}</td>
                  <td className="number">
                    {takes} of {setUp.takes}
                  </td>
                  <td className="number">{margin(marginIn(span))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
