import type { ReactNode } from "react";
import classes from "./tables.module.css";

/** Names and values, one a line. Empty values are left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  const told = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return (
    <dl className={classes.facts}>
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
