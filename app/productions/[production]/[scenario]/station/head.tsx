import Link from "next/link";
import type { ReactNode } from "react";
import { scenarioPath } from "#ui/frame/pages.ts";
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
      <nav className={classes.parts} aria-label="Parts of the station page">
        {STATION_PARTS.map(({ path, title: name }) => (
          <Link
            key={path}
            href={scenarioPath(segment.production, segment.scenario, path)}
            aria-current={path === part ? "page" : undefined}
          >
            {name}
          </Link>
        ))}
      </nav>
    </header>
  );
}
