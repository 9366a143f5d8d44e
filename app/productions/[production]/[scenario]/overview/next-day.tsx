import Link from "next/link";
import { clock, pagesText, weekdayMonth } from "#core/base/format.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { Facts } from "#core/model/facts.ts";
import { stripsOfDay } from "#core/model/next-day.ts";
import { Panel } from "#ui/parts/panel.tsx";
import classes from "./overview.module.css";

/** The next shooting day in short: calls and strips. */
export function NextDay({
  facts,
  day,
  to,
}: {
  facts: Facts;
  day: ShootDay | null;
  to: (page: string) => string;
}) {
  if (!day)
    return (
      <Panel title="Next shooting day">
        <p className="muted small">
          {facts.scenes.size === 0 ? (
            <Link href={to("scenes")}>Add or paste scenes first.</Link>
          ) : (
            <>
              No strip is placed. <Link href={to("board")}>Place the first on the board.</Link>
            </>
          )}
        </p>
      </Panel>
    );
  const strips = stripsOfDay(facts, day);
  return (
    <Panel
      title={`Next shooting day: ${day.number}, ${weekdayMonth(day.wakesAt)}`}
      action={
        <Link className="small" href={to(`day?day=${day.number}`)}>
          Day view
        </Link>
      }
    >
      <table className={classes.table}>
        <tbody>
          {strips.slice(0, 7).map((p) => (
            <tr key={p.strip.id}>
              <td>
                <span className="mono">{clock(p.span.start)}</span> {p.scene.number} {p.scene.setName}
              </td>
              <td>{pagesText(p.scene.eighths)} pp</td>
            </tr>
          ))}
        </tbody>
      </table>
      {strips.length > 7 ? <p className="muted small">and {strips.length - 7} more</p> : null}
    </Panel>
  );
}
