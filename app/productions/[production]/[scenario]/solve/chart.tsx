import type { ProgressPoint } from "#server/db/solves.ts";
import classes from "./solve.module.css";
import { worth } from "./solve-words.ts";

const WIDTH = 480;
const HEIGHT = 120;
const at = (s: number) => `${s.toLocaleString("en", { maximumFractionDigits: 1 })} s`;

/** What the plan is worth over time, and what no plan can be worth more than; only as long as no fewer must set-ups are missing. */
export function Chart({ points: all, seconds }: { points: readonly ProgressPoint[]; seconds: number }) {
  const last = all.at(-1);
  if (!last) return null;
  const points = all.filter((p) => p.mustsMissingMin === last.mustsMissingMin);
  const first = points[0] ?? last;
  const bounds = points.flatMap((p) => p.bound ?? []);
  const low = Math.min(...points.map((p) => p.points));
  const high = Math.max(...bounds, ...points.map((p) => p.points));
  const span = Math.max(high - low, 1);
  const until = Math.max(last.atS, Math.min(seconds, last.atS * 1.5), 0.1);
  const x = (s: number) => (s / until) * WIDTH;
  const y = (value: number) => 6 + (1 - (value - low) / span) * (HEIGHT - 12);
  const steps = (of: (p: ProgressPoint) => number | null) =>
    points
      .flatMap((p, i) => {
        const value = of(p);
        if (value === null) return [];
        const until = points[i + 1]?.atS ?? last.atS;
        return [
          `${x(p.atS).toFixed(1)},${y(value).toFixed(1)}`,
          `${x(until).toFixed(1)},${y(value).toFixed(1)}`,
        ];
      })
      .join(" ");
  const told = [
    first === last
      ? `${worth(last.points)} after ${at(last.atS)}.`
      : `From ${worth(first.points)} after ${at(first.atS)} to ${worth(last.points)} after ${at(last.atS)}.`,
    last.bound === null ? "" : `No plan is worth more than ${worth(last.bound)}.`,
  ].join(" ");
  return (
    <figure className={classes.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={told}>
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={classes.axis} />
        <polyline points={steps((p) => p.bound)} className={classes.bound} />
        <polyline points={steps((p) => p.points)} className={classes.found} />
      </svg>
      <figcaption className={classes.legend}>
        <span data-line="found">what the plan is worth</span>
        {last.bound === null ? null : <span data-line="bound">what no plan can exceed</span>}
        <span>{at(last.atS)}</span>
      </figcaption>
    </figure>
  );
}
