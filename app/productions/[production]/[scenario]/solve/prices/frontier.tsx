import { list } from "#core/base/format.ts";
import { TIERS } from "#core/model/scene.ts";
import type { Price } from "#core/solve/prices/index.ts";
import classes from "./prices.module.css";

const WIDTH = 480;
const HEIGHT = 150;
const FOOT = 20;
const LEFT = 30;

const daysOf = ({ id }: Price): number => Number(id.split(":")[1]);
const setUpsOf = ({ setUpsIn }: Price): number => TIERS.reduce((sum, tier) => sum + setUpsIn[tier].in, 0);

/** Set-ups that find a place against the days of the window; the table beside it says the same. */
export function Frontier({ prices }: { prices: readonly Price[] }) {
  const points = prices
    .map((price) => ({ days: daysOf(price), setUps: setUpsOf(price) }))
    .sort((a, b) => a.days - b.days);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return null;
  const most = Math.max(...points.map((p) => p.setUps), 1);
  const x = (days: number) => LEFT + ((days - first.days) / (last.days - first.days)) * (WIDTH - LEFT - 14);
  const y = (setUps: number) => 20 + (1 - setUps / most) * (HEIGHT - FOOT - 20);
  const told = `Set-ups with a place: ${list(points.map((p) => `${p.setUps} in ${p.days} days`))}.`;
  return (
    <figure className={classes.frontier}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={told}>
        <line x1={LEFT} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className={classes.axis} />
        <polyline
          points={points.map((p) => `${x(p.days)},${y(p.setUps)}`).join(" ")}
          className={classes.line}
        />
        {points.map((p) => (
          <g key={p.days}>
            <circle cx={x(p.days)} cy={y(p.setUps)} r="3.5" className={classes.dot} />
            <text x={x(p.days)} y={y(p.setUps) - 7} className={classes.value}>
              {p.setUps}
            </text>
            <text x={x(p.days)} y={HEIGHT - 5} className={classes.tick}>
              {p.days}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="muted small">Set-ups with a place, by days of the window</figcaption>
    </figure>
  );
}
