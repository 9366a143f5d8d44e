import type { ReactNode } from "react";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkRow } from "#ui/parts/link-row.tsx";
import { STATION_PARTS, type StationPart } from "./parts.ts";
import classes from "./station.module.css";

/** The head of every part: one h1, the line of parts, what can be done here. */
export function StationHead({
  title,
  note,
  part,
  segment,
  actions,
}: {
  title: string;
  note?: ReactNode;
  part: StationPart;
  segment: { readonly production: string; readonly scenario: string };
  actions?: ReactNode;
}) {
  return (
    <header className={classes.head}>
      <div className={classes.titles}>
        <h1>{title}</h1>
        {note ? <p className="muted small">{note}</p> : null}
      </div>
      {actions ? <div className={`${classes.actions} no-print`}>{actions}</div> : null}
      <div className={classes.parts}>
        <LinkRow
          label="Parts of the station page"
          links={STATION_PARTS.map(({ path, title: name }) => ({
            href: scenarioPath(segment.production, segment.scenario, path),
            title: name,
            isHere: path === part,
          }))}
        />
      </div>
    </header>
  );
}
