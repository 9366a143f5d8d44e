import { ChosenRow } from "#ui/tables/chosen-row.tsx";
import { RowLink } from "#ui/tables/row-link.tsx";
import classes from "../station.module.css";
import { rowKey } from "./index.ts";
import type { AnyKind, KindLine } from "./kind.ts";

/** The rows of one kind; each opens its sheet. */
export function KindTable({
  kind,
  lines,
  path,
}: {
  kind: AnyKind;
  lines: readonly KindLine[];
  path: string;
}) {
  const classOf = ({ isNumber, isMinor }: AnyKind["heads"][number]) =>
    [isNumber ? "number" : "", isMinor ? classes.minor : ""].join(" ").trim() || undefined;
  return (
    <table className={`table ${classes.rows}`} aria-label={kind.title}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          {kind.heads.map((head) => (
            <th key={head.head} scope="col" className={classOf(head)}>
              {head.head}
            </th>
          ))}
          <th scope="col" className={classes.sourceCell}>
            Source
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ChosenRow key={line.id} param="row" id={rowKey(kind.entity, line.id)}>
            <td className={classes.name}>
              <RowLink
                href={`${path}/${encodeURIComponent(rowKey(kind.entity, line.id))}`}
                param="row"
                id={rowKey(kind.entity, line.id)}
              >
                {line.name}
              </RowLink>
            </td>
            {kind.heads.map((head, i) => (
              <td key={head.head} className={classOf(head)} data-head={head.head}>
                {line.cells[i] || <span className="muted">–</span>}
              </td>
            ))}
            <td className={classes.sourceCell} title={line.source}>
              <span>{line.source || <span className={classes.noSource}>no source</span>}</span>
            </td>
          </ChosenRow>
        ))}
      </tbody>
    </table>
  );
}
