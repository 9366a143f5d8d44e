import type { ReactNode } from "react";
import { count, moment, spanText } from "#core/base/format.ts";
import { lightWindow } from "#core/scenario/snapshot.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { ChosenRow } from "#ui/tables/chosen-row.tsx";
import { RowLink } from "#ui/tables/row-link.tsx";
import { Split } from "#ui/tables/split.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { StationHead } from "../head.tsx";
import classes from "../station.module.css";
import { margin } from "../words.ts";
import { ageWords, type SourceLine, sourceLines, spanWords } from "./source-lines.ts";

const marginWords = ({ marginS }: SourceLine): string => {
  if (!marginS) return "–";
  const [first, last] = [margin(marginS.first), margin(marginS.last)];
  return first === last ? first : `${first} to ${last}`;
};

/** All orbit data with its age and what it is trusted for, and beside it the sheet of one. */
export default async function OrbitLayout({
  params,
  children,
}: {
  params: ScenarioParams;
  children: ReactNode;
}) {
  const { production, scenario, snapshot, mayEdit, segment } = await openScenario(params, "plan.view");
  const tables = (await planOfScenario(production.id, scenario.id))?.snapshot.tables ?? snapshot.tables;
  const path = scenarioPath(segment.production, segment.scenario, "station/orbit");
  const window = lightWindow(tables);
  const lines = sourceLines(tables, snapshot.light);
  const warnings = [...new Set(lines.flatMap((line) => line.warnings))];
  const add = mayEdit ? (
    <LinkButton href={`${path}/import`} variant="filled">
      Import orbit data
    </LinkButton>
  ) : null;
  const list = (
    <div className={classes.page}>
      <StationHead
        title="Orbit data"
        note={`From it follow all light, ground and links; the same in all scenarios. ${lines.length > 0 ? `${count(lines.length, "source")}.` : ""}`}
        part="station/orbit"
        segment={segment}
        actions={lines.length > 0 ? add : null}
      />
      {lines.length === 0 ? (
        <Empty title="No orbit data yet" action={add}>
          <p>
            Light is computed from where the station is. Until orbit data is here, every set-up that asks for
            day, night, a sunrise, a target or a link stays unknown.
          </p>
          <p style={{ marginTop: 8 }}>
            A published two-line element set near the days of the shoot is enough to begin; an ephemeris of
            the flight-dynamics office is better, and brings its dockings and burns.
          </p>
        </Empty>
      ) : (
        <>
          {(window ? snapshot.light.unknown : []).map(({ span, reason }) => (
            <p key={span.start} className={`${classes.gap} hatch`}>
              <span>
                <b>? Light unknown {spanText(span)}.</b> {reason}
              </span>
            </p>
          ))}
          {warnings.map((sentence) => (
            <p key={sentence} className={classes.warning} role="note">
              {sentence}
            </p>
          ))}
          <Panel title="Sources" note="in order of epoch; for each moment the best is used, and named">
            <table className={`table ${classes.rows}`} aria-label="Orbit data">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Format</th>
                  <th scope="col">Epoch, GMT</th>
                  <th scope="col" className={classes.minor}>
                    Age
                  </th>
                  <th scope="col" className={classes.minor}>
                    Meant for
                  </th>
                  <th scope="col">Used</th>
                  <th scope="col" className="number">
                    May be off
                  </th>
                  <th scope="col" className={classes.sourceCell}>
                    Source
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <ChosenRow key={line.id} param="source" id={line.id}>
                    <td className={classes.name}>
                      <RowLink href={`${path}/${encodeURIComponent(line.id)}`} param="source" id={line.id}>
                        {line.label}
                      </RowLink>
                      {line.problem ? <span className={classes.problem}>{line.problem}</span> : null}
                      {line.warnings.length > 0 ? (
                        <span className={classes.problem}>at odds with a neighbour</span>
                      ) : null}
                    </td>
                    <td data-head="Format">{line.format}</td>
                    <td data-head="Epoch" className={classes.nowrap}>
                      {line.epoch === null ? "?" : moment(line.epoch)}
                    </td>
                    <td className={classes.minor}>
                      {line.epoch === null || !window ? "" : ageWords(line.epoch, window)}
                    </td>
                    <td className={classes.minor}>{spanWords(line.usedFrom, line.usedUntil)}</td>
                    <td data-head="Used">
                      {line.used ? spanText(line.used) : <span className="muted">not used</span>}
                    </td>
                    <td data-head="May be off" className="number">
                      {marginWords(line)}
                    </td>
                    <td className={classes.sourceCell} title={line.source}>
                      <span>{line.source || <span className={classes.noSource}>no source</span>}</span>
                    </td>
                  </ChosenRow>
                ))}
              </tbody>
            </table>
          </Panel>
          <Panel title="What “may be off” means">
            <p className={`muted small ${classes.none}`}>
              Every moment is told with a margin: 1 s, and 1.5 s for each day between it and the epoch, twice
              that past 10 days. A second is 7.7 km along the track. Beyond 14 days, or across a burn that the
              data does not hold, the light is unknown. A shot planned on it two weeks ahead is planned again
              on fresher data.
            </p>
          </Panel>
        </>
      )}
    </div>
  );
  return (
    <Split title="Orbit data" list={list} wide={["import"]}>
      {children}
    </Split>
  );
}
