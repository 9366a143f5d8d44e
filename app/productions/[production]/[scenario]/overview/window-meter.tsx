import { dayMonth, duration } from "#core/base/format.ts";
import type { DayMinutes } from "#core/model/finding.ts";
import type { LightTable } from "#core/model/light-table.ts";
import classes from "./window-meter.module.css";

const share = (part: number, whole: number) => `${whole > 0 ? Math.min(100, (part / whole) * 100) : 0}%`;

/** Orbital day and night from wake to sleep, as stops of a gradient-free band. */
function LightBand({ day, light }: { day: DayMinutes; light: LightTable }) {
  const length = day.span.end - day.span.start;
  const x = (at: number) => Math.max(0, Math.min(100, ((at - day.span.start) / length) * 100));
  const spans = light.spans.filter((s) => s.span.start < day.span.end && day.span.start < s.span.end);
  const unknown = light.unknown.filter((s) => s.span.start < day.span.end && day.span.start < s.span.end);
  return (
    <svg className={classes.light} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      {spans.map(({ kind, span }) => (
        <rect
          key={span.start}
          x={x(span.start)}
          width={x(span.end) - x(span.start)}
          height={8}
          data-light={kind}
        />
      ))}
      {unknown.map(({ span }) => (
        <rect
          key={span.start}
          x={x(span.start)}
          width={x(span.end) - x(span.start)}
          height={8}
          data-light="unknown"
        />
      ))}
    </svg>
  );
}

const LEGEND = ["used", "reserved", "free", "closed", "orbital day", "orbital night"] as const;

/** The window, one column a day: used, reserved, free of the shootable minutes; the light of the day under it. */
export function WindowMeter({
  days,
  light,
  today,
}: {
  days: readonly DayMinutes[];
  light: LightTable;
  today: string | null;
}) {
  const tallest = Math.max(1, ...days.map((d) => Math.max(d.shootable, d.used)));
  return (
    <div>
      <ol
        className={classes.days}
        style={{ gridTemplateColumns: `repeat(${days.length}, minmax(44px, 1fr))` }}
      >
        {days.map((day) => {
          const over = Math.max(0, day.used - day.shootable);
          const reserved = Math.max(0, Math.min(day.reserved, day.shootable - day.used));
          const said = day.isClosed
            ? "closed"
            : `${day.used} min used, ${day.reserved} reserved, ${day.free} free of ${day.shootable} shootable`;
          return (
            <li
              key={day.dayId}
              className={classes.day}
              data-today={day.dayId === today ? "" : undefined}
              title={`Day ${day.number}: ${said}`}
            >
              <div className={classes.column} data-closed={day.isClosed ? "" : undefined}>
                <div
                  className={classes.stack}
                  style={{ height: share(Math.max(day.shootable, day.used), tallest) }}
                >
                  <i data-part="free" style={{ flexGrow: day.free }} />
                  <i data-part="reserved" style={{ flexGrow: reserved }} />
                  <i data-part="used" style={{ flexGrow: day.used - over }} />
                  {over > 0 ? <i data-part="over" style={{ flexGrow: over }} /> : null}
                </div>
              </div>
              <LightBand day={day} light={light} />
              <div className={classes.label}>
                <b>{day.number}</b> {dayMonth(day.span.start)}
              </div>
              <div className={classes.free}>{day.isClosed ? "closed" : duration(day.free)}</div>
              <span className="visually-hidden">{said}</span>
            </li>
          );
        })}
      </ol>
      <p className={classes.legend} aria-hidden>
        {LEGEND.map((part) => (
          <span key={part}>
            <i data-part={part.replace("orbital ", "")} /> {part}
          </span>
        ))}
      </p>
    </div>
  );
}
