import classes from "./day.module.css";
import type { Row } from "./item.ts";

/** All of the day as a table, for reading and for copying. */
export function AsTable({ rows }: { rows: readonly Row[] }) {
  return (
    <details className={classes.asTable}>
      <summary>As a table</summary>
      <div className="scroll-x">
        <table className="table">
          <caption className="visually-hidden">Everything on this day, by person and module</caption>
          <thead>
            <tr>
              <th scope="col">Who or where</th>
              <th scope="col">What, and when</th>
              <th scope="col">Findings</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap((row) =>
              row.items.map((item, i) => (
                <tr key={`${row.id}${item.id}`}>
                  {i === 0 ? (
                    <th scope="rowgroup" rowSpan={row.items.length}>
                      {row.name}
                    </th>
                  ) : null}
                  <td>{item.text}</td>
                  <td>{item.messages.join(" ")}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}
