import Link from "next/link";
import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import { crewTimeAccounts, ledgerCaveat, ledgerParamsOf } from "#core/report/crew-time-accounts.ts";
import type { Figure } from "#core/report/crew-time-lines.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { addressOf } from "../reports/crew-time/figure-address.ts";
import classes from "./overview.module.css";

const COLUMNS: readonly (readonly [Figure, string])[] = [
  ["granted", "granted"],
  ["planned", "planned"],
  ["personal", "personal"],
  ["owed", "owed"],
];
const n = (value: number) => value.toLocaleString("en").replace("-", "−");

/** Station crew time per person over all days, in minutes; each figure leads to what it is made of. */
export function Ledger({
  facts,
  tables,
  to,
}: {
  facts: Facts;
  tables: Tables;
  to: (page: string) => string;
}) {
  const people = crewTimeAccounts(facts, ledgerParamsOf(tables)).agencies.flatMap((agency) => agency.people);
  const report = to("reports/crew-time");
  const caveat = ledgerCaveat(tables);
  return (
    <Panel
      title="Crew time"
      note="minutes, all days"
      action={
        <>
          <Link className="small" href={to("solve/prices")}>
            What an hour more is worth
          </Link>
          {" · "}
          <Link className="small" href={report}>
            By day
          </Link>
        </>
      }
    >
      {caveat ? <p className="small">{caveat}</p> : null}
      {people.length === 0 ? (
        <p className="muted small">No station crew time is granted or used.</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              {COLUMNS.map(([figure, head]) => (
                <th key={figure} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, sums, days }) => {
              const isOver = days.some(
                ({ sums: day, date }) => date !== null && day.planned - day.personal > day.granted,
              );
              return (
                <tr key={person.id} data-tone={isOver ? "hard" : undefined}>
                  <td>
                    <Link href={to(`people/${encodeURIComponent(person.id)}`)}>{person.shortName}</Link>
                  </td>
                  {COLUMNS.map(([figure, head]) => (
                    <td key={figure} title={isOver && figure === "owed" ? "Overspent on a day" : undefined}>
                      {sums[figure] === 0 ? (
                        "–"
                      ) : (
                        <Link
                          href={`${report}${addressOf({ figure, rowId: person.id })}`}
                          aria-label={`${person.shortName}, ${head}: ${sums[figure]} min, what it is made of`}
                          prefetch={false}
                        >
                          {n(sums[figure])}
                        </Link>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
