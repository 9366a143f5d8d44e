import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { moment, spanText } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import { lightWindow } from "#core/scenario/snapshot.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Facts } from "#ui/tables/facts.tsx";
import { Inspector, InspectorPart } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import classes from "../../station.module.css";
import { RemoveSource } from "../remove-source.tsx";
import { SourceForm } from "../source-form.tsx";
import { ageWords, sourceLines, spanWords, trust } from "../source-lines.ts";

export const metadata: Metadata = { title: "Orbit data" };

export default async function SourcePage({
  params,
}: {
  params: Promise<Awaited<ScenarioParams> & { source: string }>;
}) {
  const id = decodeURIComponent((await params).source);
  const { production, scenario, snapshot, mayEdit, segment } = await openScenario(params, "plan.view");
  const plan = await planOfScenario(production.id, scenario.id);
  const tables = plan?.snapshot.tables ?? snapshot.tables;
  const line = sourceLines(tables, snapshot.light).find((each) => each.id === id);
  if (!line) notFound();
  const window = lightWindow(tables);
  const set = tables.elementSet.find((each) => each.id === id);
  const listPath = scenarioPath(segment.production, segment.scenario, "station/orbit");
  const facts = (
    <InspectorPart title="What it says">
      {line.problem ? <p className={classes.warning}>It cannot be used: {line.problem}</p> : null}
      {line.warnings.map((sentence) => (
        <p key={sentence} className={classes.warning}>
          {sentence}
        </p>
      ))}
      <Facts
        rows={[
          ["Format", line.format],
          ["Epoch", line.epoch === null ? "" : `${moment(line.epoch)} GMT`],
          ["Age", line.epoch === null || !window ? "" : ageWords(line.epoch, window)],
          ["Positions", line.extent ? spanText(line.extent) : "anywhere near its epoch"],
          [
            "Used",
            line.used
              ? `${spanText(line.used)}, ${line.usedMin.toLocaleString("en")} min in all`
              : "for no minute of the planned days",
          ],
          ["At first", line.marginS ? trust(line.marginS.first) : ""],
          ["At last", line.marginS ? trust(line.marginS.last) : ""],
          ...(mayEdit
            ? []
            : ([
                ["Meant for", spanWords(line.usedFrom, line.usedUntil)],
                ["Source", line.source],
              ] as const)),
        ]}
      />
      {set && set.form === "tle" ? (
        <pre className={classes.lines} tabIndex={0}>
          {set.line1}
          {"\n"}
          {set.line2}
        </pre>
      ) : null}
    </InspectorPart>
  );
  return (
    <Inspector title={line.label} label={line.label} note="the same in all scenarios" closeHref={listPath}>
      {mayEdit ? (
        <>
          <SourceForm
            key={id}
            scenarioId={scenario.id}
            entity={line.entity}
            id={id}
            revision={plan?.productionRevision ?? 0}
            sheet={{
              label: line.label,
              source: line.source,
              usedFrom: line.usedFrom === null ? null : isoOf(line.usedFrom),
              usedUntil: line.usedUntil === null ? null : isoOf(line.usedUntil),
            }}
          >
            {facts}
          </SourceForm>
          <RemoveSource
            key={`remove ${id}`}
            scenarioId={scenario.id}
            entity={line.entity}
            id={id}
            name={line.label}
            isUsed={line.used !== null}
            listPath={listPath}
          />
        </>
      ) : (
        facts
      )}
    </Inspector>
  );
}
