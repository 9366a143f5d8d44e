import Link from "next/link";
import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import { readinessOf } from "#core/model/readiness.ts";
import { Panel } from "#ui/parts/panel.tsx";
import classes from "./overview.module.css";

/** Certificates that the plan asks for, held per person. */
export function ReadinessSummary({
  tables,
  facts,
  to,
}: {
  tables: Tables;
  facts: Facts;
  to: (page: string) => string;
}) {
  const rows = readinessOf(tables, facts).filter((row) => row.wanted > 0);
  return (
    <Panel
      title="Training readiness"
      action={
        <Link className="small" href={to("training")}>
          Matrix
        </Link>
      }
    >
      {rows.length === 0 ? <p className="muted small">The plan asks no certificate of anyone yet.</p> : null}
      {rows.map(({ person, wanted, ready }) => (
        <div key={person.id} className={classes.bar}>
          <span title={person.shortName}>{person.shortName}</span>
          <span className={classes.track}>
            <i
              className={classes.fill}
              data-complete={ready === wanted ? "" : undefined}
              style={{ width: `${(ready / wanted) * 100}%` }}
            />
          </span>
          <span>
            {ready}/{wanted}
          </span>
        </div>
      ))}
    </Panel>
  );
}
