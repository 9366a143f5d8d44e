import { moment, weekdayMonth } from "#core/base/format.ts";
import type { DayLines, StripLine } from "./proposal-effect.ts";
import classes from "./solve.module.css";

const KINDS = { comes: "comes", leaves: "leaves", shifts: "moves within the day" } as const;

function lineText({ kind, from, to }: StripLine): string {
  if (kind === "comes") return from ? `from ${moment(from)}` : "from the boneyard";
  if (kind === "leaves") return to ? `to ${moment(to)}` : "to the boneyard";
  return from ? `from ${moment(from).split(" ").at(-1)}` : "";
}

function Lines({ lines }: Pick<DayLines, "lines">) {
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={`${line.scene} ${line.kind}`} data-kind={line.kind} className={classes.move}>
          <span className={classes.time}>
            {line.kind !== "leaves" && line.to ? moment(line.to).split(" ").at(-1) : ""}
          </span>
          <span>
            Scene {line.scene} {KINDS[line.kind]} <span className="muted">{lineText(line)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What comes to a day, leaves it and moves within it. */
export function DayPart({ day: { number, at, isClosed, lines } }: { day: DayLines }) {
  return (
    <div className={classes.day}>
      <h3>
        Day {number} <span className="muted">{weekdayMonth(at)}</span>
        {isClosed ? <span className="muted small"> closed to shooting</span> : null}
      </h3>
      <Lines lines={lines} />
    </div>
  );
}
