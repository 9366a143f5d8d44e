import { count } from "#core/base/format.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { AtAGlance } from "./at-a-glance.tsx";
import { CrewTime } from "./crew-time.tsx";
import { DayPart } from "./day-part.tsx";
import { People } from "./people.tsx";
import type { ProposalEffect } from "./proposal-effect.ts";
import { Findings } from "./proposal-findings.tsx";
import { WORDS } from "./proposal-words.ts";
import { SoftCosts } from "./soft-costs.tsx";
import classes from "./solve.module.css";

/** A proposal beside the plan of today, or as it was adopted. */
export function Proposal({
  effect,
  when = "open",
  to,
}: {
  effect: ProposalEffect;
  when?: keyof typeof WORDS;
  to: (page: string) => string;
}) {
  const words = WORDS[when];
  const base = to("").replace(/\/$/, "");
  const { days, people, ledger, parts } = effect;
  const nothing = days.length === 0 && effect.scenesIn.length === 0 && effect.scenesOut.length === 0;
  if (nothing)
    return (
      <p className={classes.said}>It is the plan of today: nothing better was found, and nothing moves.</p>
    );
  return (
    <>
      <AtAGlance effect={effect} words={words} to={to} />
      <div className={classes.columns}>
        <Panel title="Day by day" note={count(days.length, "day changes", "days change")}>
          {days.map((day) => (
            <DayPart key={day.dayId} day={day} />
          ))}
        </Panel>
        <div>
          <Findings effect={effect} words={words} base={base} />
          <People people={people} />
          <CrewTime ledger={ledger} words={words} />
          <SoftCosts parts={parts} points={effect.points} words={words} base={base} />
        </div>
      </div>
    </>
  );
}
