import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import { ledgerParamsOf } from "#core/report/crew-time-accounts.ts";
import { ledgerOf } from "#core/rules/crew-time-ledger.ts";
import { Panel } from "#ui/parts/panel.tsx";
import classes from "./overview.module.css";

/** Station crew time: granted, used and left per person, over all days; personal time is an account of its own. */
export function Ledger({ facts, tables }: { facts: Facts; tables: Tables }) {
  const entries = ledgerOf(facts, ledgerParamsOf(tables));
  const people = [...new Set(entries.map((entry) => entry.personId))].map((personId) => {
    const own = entries.filter((entry) => entry.personId === personId);
    const sum = (of: (entry: (typeof own)[number]) => number) =>
      own.reduce((total, entry) => total + of(entry), 0);
    return {
      personId,
      name: facts.people.get(personId)?.shortName ?? personId,
      granted: sum((e) => e.granted),
      used: sum((e) => e.used),
      personal: sum((e) => e.personalUsed),
      isOver: own.some((entry) => entry.left < 0),
    };
  });
  return (
    <Panel title="Crew time" note="minutes, all days">
      {people.length === 0 ? (
        <p className="muted small">No station crew time is granted or used.</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">granted</th>
              <th scope="col">used</th>
              <th scope="col">personal</th>
              <th scope="col">left</th>
            </tr>
          </thead>
          <tbody>
            {people.map((p) => (
              <tr key={p.personId} data-tone={p.isOver ? "hard" : undefined}>
                <td>{p.name}</td>
                <td>{p.granted}</td>
                <td>{p.used}</td>
                <td>{p.personal}</td>
                <td>{p.granted - p.used}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
