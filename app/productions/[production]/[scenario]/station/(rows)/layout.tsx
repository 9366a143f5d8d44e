import type { ReactNode } from "react";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Split } from "#ui/tables/split.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { StationHead } from "../head.tsx";
import { KINDS } from "../kinds/index.ts";
import { KindTable } from "../kinds/kind-table.tsx";
import classes from "../station.module.css";

/** Everything the station has, by kind, and beside it the sheet of one. */
export default async function StationLayout({
  params,
  children,
}: {
  params: ScenarioParams;
  children: ReactNode;
}) {
  const { snapshot, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "station");
  const list = (
    <div className={classes.page}>
      <StationHead
        title="Station"
        note="Rooms, glass, kit, events and the ground, as the rules judge by them. Its light follows from orbit data."
        part="station"
        segment={segment}
      />
      {KINDS.map((kind) => {
        const lines = kind.lines(snapshot.tables);
        return (
          <Panel
            key={kind.entity}
            id={kind.entity}
            title={kind.title}
            note={lines.length > 0 ? String(lines.length) : ""}
            action={
              mayEdit ? (
                <span className="no-print">
                  <LinkButton href={`${path}/add/${kind.entity}`} size="compact-xs">
                    Add {kind.one}
                  </LinkButton>
                </span>
              ) : null
            }
          >
            {lines.length > 0 ? (
              <KindTable kind={kind} lines={lines} path={path} />
            ) : (
              <p className={`muted small ${classes.none}`}>None yet. {kind.about}</p>
            )}
          </Panel>
        );
      })}
    </div>
  );
  return (
    <Split title="Station" list={list}>
      {children}
    </Split>
  );
}
