import { count, list } from "#core/base/format.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { DayPart } from "./day-part.tsx";
import type { ProposalEffect } from "./proposal-effect.ts";
import classes from "./solve.module.css";

/** Whose calls change: how much at a glance, and opened, on which day with which strips. */
export function People({ people }: Pick<ProposalEffect, "people">) {
  return (
    <Panel title="People" note="whose calls change, day by day">
      {people.length === 0 ? <p className="muted small">Nobody's calls change.</p> : null}
      {people.map(({ name, strips, days }) => (
        <details key={name} className={classes.person}>
          <summary>
            <b>{name}</b>{" "}
            <span className="muted">
              {count(strips, "strip")}, {days.length === 1 ? "day" : "days"}{" "}
              {list(days.map(({ number }) => `${number}`))}
            </span>
          </summary>
          {days.map((day) => (
            <DayPart key={day.dayId} day={day} />
          ))}
        </details>
      ))}
    </Panel>
  );
}
