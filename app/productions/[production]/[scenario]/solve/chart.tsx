import type { ProgressPoint } from "#server/db/solves.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import { costOver, type Step, secondsText } from "./cost-over.ts";
import classes from "./solve.module.css";
import { costText } from "./solve-words.ts";

const WIDTH = 480;
const HEIGHT = 120;
const PAD = 6;

/** What the plan costs over time, and what no plan costs less than; only as long as no fewer must set-ups are missing. */
export function Chart({ points, seconds }: { points: readonly ProgressPoint[]; seconds: number }) {
  const over = costOver(points, seconds);
  if (!over) return null;
  const { steps, low, high, untilS, told } = over;
  const x = (s: number) => ((s / untilS) * WIDTH).toFixed(1);
  const y = (cost: number) =>
    (PAD + ((high - cost) / Math.max(high - low, 1)) * (HEIGHT - 2 * PAD)).toFixed(1);
  const line = (of: (step: Step) => number | null) =>
    steps
      .flatMap((step, i) => {
        const cost = of(step);
        const until = steps[i + 1]?.atS ?? step.untilS;
        return cost === null ? [] : [`${x(step.atS)},${y(cost)}`, `${x(until)},${y(cost)}`];
      })
      .join(" ");
  const hasFloor = steps.some((step) => step.atLeast !== null);
  return (
    <figure className={classes.chart}>
      <div className={classes.plot}>
        <span className={classes.scale} aria-hidden>
          <span>{costText(high)}</span>
          {low < high ? <span>{costText(low)}</span> : null}
        </span>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={told}>
          {[high, low].map((cost, i) => (
            <line
              key={i === 0 ? "high" : "low"}
              x1="0"
              x2={WIDTH}
              y1={y(cost)}
              y2={y(cost)}
              className={classes.axis}
            />
          ))}
          <polyline points={line((step) => step.atLeast)} className={classes.bound} />
          <polyline points={line((step) => step.cost)} className={classes.found} />
        </svg>
        <span className={classes.times} aria-hidden>
          <span>0 s</span>
          <span>{secondsText(untilS / 2)}</span>
          <span>{secondsText(untilS)}</span>
        </span>
      </div>
      <figcaption className={classes.legend}>
        <span data-line="found">what the plan costs, in points</span>
        {hasFloor ? <span data-line="bound">what no plan costs less than</span> : null}
      </figcaption>
      <details className={classes.more}>
        <summary>As a table</summary>
        <Scroll label="How it came about, as a table">
          <table className="table">
            <thead>
              <tr>
                {["after", "costs", "no plan costs less than"].map((name) => (
                  <th key={name} scope="col" className="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {steps.map(({ atS, cost, atLeast }) => (
                <tr key={atS}>
                  <td className="number">{secondsText(atS)}</td>
                  <td className="number">{costText(cost)}</td>
                  <td className="number">{atLeast === null ? "not known yet" : costText(atLeast)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  );
}
