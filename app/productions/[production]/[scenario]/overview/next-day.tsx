import Link from "next/link";
import { clock, pagesText, weekdayMonth } from "#core/base/format.ts";
import { measure, profile, within } from "#core/base/profile.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { Facts } from "#core/model/facts.ts";
import { stripsOfDay } from "#core/model/next-day.ts";
import { Panel } from "#ui/parts/panel.tsx";
import classes from "./overview.module.css";

function lightLine(facts: Facts, day: ShootDay): string {
  const awake = { start: day.wakesAt, end: day.sleepsAt };
  const lit = measure(
    within(profile(facts.light.spans.filter((s) => s.kind === "day").map((s) => s.span)), awake),
  );
  const rises = facts.light.crossings.filter(
    (c) => c.kind === "sunrise" && awake.start <= c.firstContact && c.firstContact < awake.end,
  ).length;
  const beta = facts.light.beta.find((b) => b.date === day.date)?.betaDeg;
  if (lit === 0 && rises === 0) return "Light unknown: no orbit data covers this day.";
  return `${rises} sunrises while awake, ${Math.round(lit)} min of orbital day${beta === undefined ? "" : `, beta ${beta.toFixed(1).replace("-", "−")}°`}.`;
}

/** The next shooting day in short: calls, strips, light. */
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
      <p className="muted small">{lightLine(facts, day)}</p>
    </Panel>
  );
}
