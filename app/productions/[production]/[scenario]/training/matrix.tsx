import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import { type Readiness, readinessOf } from "#core/model/readiness.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import { Empty } from "#ui/parts/state.tsx";
import classes from "./training.module.css";

const WORDS: Record<Readiness, string> = {
  held: "held",
  "runs-out": "runs out before its last day of use",
  missing: "asked by the plan, not held",
  "not-wanted": "not asked",
};
const ICONS = { held: IconCheck, "runs-out": IconAlertTriangle, missing: IconX, "not-wanted": null } as const;

/** Person × certificate. Icon and words in every cell; a dot means that the plan asks it. */
export function Matrix({ tables, facts }: { tables: Tables; facts: Facts }) {
  const rows = readinessOf(tables, facts);
  if (tables.certificate.length === 0 || rows.length === 0)
    return (
      <Empty title="Nothing to compare yet">
        As soon as certificates gate jobs or modules and people are placed, this shows who lacks what.
      </Empty>
    );
  return (
    <Scroll label="Readiness matrix">
      <table className={`table ${classes.matrix}`}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {tables.certificate.map((c) => (
              <th key={c.id} scope="col" title={c.source}>
                {c.name}
              </th>
            ))}
            <th scope="col" className="number">
              Ready
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ person, cells, wanted, ready }) => (
            <tr key={person.id}>
              <th scope="row">{person.shortName}</th>
              {tables.certificate.map((c) => {
                const cell = cells.get(c.id);
                if (!cell) return <td key={c.id} />;
                const Icon = ICONS[cell.readiness];
                const said = `${WORDS[cell.readiness]}${cell.validUntil ? `, valid until ${cell.validUntil}` : ""}`;
                return (
                  <td
                    key={c.id}
                    data-readiness={cell.readiness}
                    title={`${person.shortName}, ${c.name}: ${said}`}
                  >
                    {Icon ? <Icon size={15} stroke={2.4} aria-hidden /> : <span aria-hidden>–</span>}
                    {cell.isWanted ? (
                      <span className={classes.wanted} aria-hidden>
                        •
                      </span>
                    ) : null}
                    <span className="visually-hidden">
                      {said}
                      {cell.isWanted ? ", asked by the plan" : ""}
                    </span>
                  </td>
                );
              })}
              <td className="number">{wanted > 0 ? `${ready}/${wanted}` : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.legend}>
        <span data-readiness="held">
          <IconCheck size={14} stroke={2.4} aria-hidden /> held
        </span>
        <span data-readiness="runs-out">
          <IconAlertTriangle size={14} stroke={2.4} aria-hidden /> runs out
        </span>
        <span data-readiness="missing">
          <IconX size={14} stroke={2.4} aria-hidden /> missing
        </span>
        <span>
          <span className={classes.wanted}>•</span> the plan asks it
        </span>
      </p>
    </Scroll>
  );
}
