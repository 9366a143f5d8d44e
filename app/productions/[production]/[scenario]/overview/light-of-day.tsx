import Link from "next/link";
import { clockSeconds, weekdayMonth } from "#core/base/format.ts";
import { utcDay } from "#core/base/interval.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { Facts } from "#core/model/facts.ts";
import { dayPlansOf } from "#core/report/day-plan.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { lightDays } from "../station/light/light-days.ts";
import { margin, signed } from "../station/words.ts";
import classes from "./overview.module.css";

/** The light of the next shooting day in short: first and last sunrise awake, minutes, beta, how far it is trusted. */
export function LightOfDay({
  facts,
  day,
  to,
}: {
  facts: Facts;
  day: ShootDay | null;
  to: (page: string) => string;
}) {
  if (!day) return null;
  const plans = dayPlansOf(facts).filter((plan) => plan.day.id === day.id);
  const [light] = lightDays(facts.light, plans, "first-contact");
  if (!light) return null;
  const awake = light.lines.filter((line) => line.isAwake && line.crossing.kind === "sunrise");
  const [first, last] = [awake[0], awake.at(-1)];
  const rows: readonly (readonly [string, string])[] = [
    ["Sunrises awake", `${light.sunrisesAwake} of ${light.sunrises}`],
    [
      "First, last",
      first && last
        ? `${clockSeconds(first.crossing.firstContact)}, ${clockSeconds(last.crossing.firstContact)}`
        : "–",
    ],
    ["Orbital day, night awake", `${Math.round(light.dayMin)}, ${Math.round(light.nightMin)} min`],
    [
      "The disc crosses in",
      light.crossingS ? `${light.crossingS.map((s) => s.toFixed(1)).join("–")} s` : "–",
    ],
    ["Beta", light.betaDeg === null ? "unknown" : `${signed(light.betaDeg)}°`],
    ["May be off by", light.marginS === null ? "–" : margin(light.marginS)],
  ];
  return (
    <Panel
      title={`Light of day ${day.number}, ${weekdayMonth(utcDay(day.date).start)}`}
      action={
        <Link className="small" href={to(`station/light?day=${day.number}`)}>
          All of it
        </Link>
      }
    >
      {light.lines.length === 0 ? (
        <p className="muted small">
          Unknown: {light.unknown[0]?.reason ?? "no light was computed for this day."}{" "}
          <Link href={to("station/orbit")}>Orbit data</Link>
        </p>
      ) : (
        <table className={classes.table} aria-label={`Light of day ${day.number}`}>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {light.lines.length > 0 && light.unknownMin >= 1 ? (
        <p className="muted small">{Math.round(light.unknownMin)} min of it unknown.</p>
      ) : null}
    </Panel>
  );
}
