import Link from "next/link";
import type { ReactNode } from "react";
import { clock, count, dayMonth, moment, weekdayMonth } from "#core/base/format.ts";
import { utcDay } from "#core/base/interval.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import { VerdictLine } from "#ui/verdict.tsx";
import classes from "../station.module.css";
import { margin } from "../words.ts";
import type { OrbitWhatIf } from "./what-if.ts";

const shift = (seconds: number): string => {
  const whole =
    Math.abs(seconds) < 9.95 ? Math.abs(seconds).toFixed(1) : Math.round(Math.abs(seconds)).toString();
  return Number(whole) === 0 ? "0 s" : `${whole} s ${seconds > 0 ? "later" : "earlier"}`;
};
const minutesOf = (min: number) => `${min.toFixed(1)} min`;
const marginOf = (seconds: number | null) => (seconds === null ? "?" : margin(seconds));

/** What a file holds, and what adopting it would do to light, strips and findings. */
export function WhatIf({
  shown,
  boardPath,
  children,
}: {
  shown: OrbitWhatIf;
  boardPath: string;
  children: ReactNode;
}) {
  const { effect } = shown;
  return (
    <div className={classes.whatIf}>
      {shown.refusals.length > 0 ? (
        <div role="alert" className={classes.refusal}>
          <p>
            <b>{shown.adoptable.length === 0 ? "Nothing of this can be adopted." : "Left out:"}</b>
          </p>
          {shown.refusals.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ) : null}
      {shown.warnings.map((sentence) => (
        <p key={sentence} className={classes.warning}>
          {sentence}
        </p>
      ))}
      {shown.adoptable.length > 0 ? (
        <Panel title="What would be adopted" note={count(shown.adoptable.length, "source")}>
          <ul className={classes.adopts}>
            {shown.adoptable.slice(0, 12).map((each) => (
              <li key={`${each.label} ${each.epoch}`}>
                <b>{each.label}</b> {each.format}, epoch {moment(each.epoch)} GMT;{" "}
                {each.usedMin > 0
                  ? `light of ${each.usedMin.toLocaleString("en")} min of the planned days would be told from it`
                  : "no light would be told from it"}
              </li>
            ))}
          </ul>
          {shown.adoptable.length > 12 ? (
            <p className="muted small">and {shown.adoptable.length - 12} more</p>
          ) : null}
          {shown.does.map((sentence) => (
            <p key={sentence} className="small">
              {sentence}
            </p>
          ))}
        </Panel>
      ) : null}
      {effect ? (
        <>
          {children}
          <Panel title="The plan with it" note="as it stands, judged by every rule">
            <div className={classes.verdicts}>
              <span>
                <span className="muted small">Now</span>
                <VerdictLine verdict={effect.verdict.before} inHand={effect.inHand.before} />
              </span>
              <span>
                <span className="muted small">With it</span>
                <VerdictLine verdict={effect.verdict.after} inHand={effect.inHand.after} />
              </span>
            </div>
            {effect.breaks.length + effect.asks.length === 0 ? (
              <p className="small">
                No new finding{effect.mends > 0 ? `; ${count(effect.mends, "finding")} mended` : ""}.
              </p>
            ) : (
              <>
                {effect.mends > 0 ? <p className="small">{count(effect.mends, "finding")} mended.</p> : null}
                <Sentences title="New or worse" tone="hard" sentences={effect.breaks} />
                <Sentences title="Worth a look, or no longer known" tone="soft" sentences={effect.asks} />
              </>
            )}
          </Panel>
          <Panel
            title="Strips that lose or gain their light"
            note="minutes of takes in what they ask for, for certain"
          >
            {effect.strips.length === 0 ? (
              <p className="small">None: every take keeps what it has, to the second.</p>
            ) : (
              <Scroll label="Table of strips">
                <table
                  className={`table ${classes.narrowTable}`}
                  aria-label="Strips that lose or gain their light"
                >
                  <thead>
                    <tr>
                      <th scope="col">Strip</th>
                      <th scope="col">Where it stands</th>
                      <th scope="col" className="number">
                        Asks for
                      </th>
                      <th scope="col" className="number">
                        Has now
                      </th>
                      <th scope="col" className="number">
                        Would have
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {effect.strips.map((strip) => (
                      <tr
                        key={strip.stripId}
                        data-tone={strip.heldMin.after < strip.heldMin.before ? "hard" : "fits"}
                      >
                        <td>
                          <Link href={`${boardPath}?strip=${strip.stripId}`}>Scene {strip.scene}</Link>
                        </td>
                        <td className={classes.nowrap}>
                          {dayMonth(strip.startsAt)} {clock(strip.startsAt)}
                        </td>
                        <td className="number">{minutesOf(strip.askedMin)}</td>
                        <td className="number">{minutesOf(strip.heldMin.before)}</td>
                        <td className="number">
                          {minutesOf(strip.heldMin.after)}{" "}
                          {strip.heldMin.after < strip.heldMin.before ? "loses" : "gains"}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
            )}
          </Panel>
          <Panel title="Sunrises and sunsets" note="between waking and sleep">
            <Scroll label="Table of days">
              <table className={`table ${classes.narrowTable}`} aria-label="How sunrises and sunsets move">
                <thead>
                  <tr>
                    <th scope="col">Day</th>
                    <th scope="col" className="number">
                      Compared
                    </th>
                    <th scope="col" className="number">
                      Moves most
                    </th>
                    <th scope="col" className="number">
                      May be off now
                    </th>
                    <th scope="col" className="number">
                      with it
                    </th>
                    <th scope="col" className="number">
                      Unknown now
                    </th>
                    <th scope="col" className="number">
                      with it
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {effect.days.map((day) => (
                    <tr key={day.number}>
                      <td className={classes.nowrap}>
                        {day.number}, {weekdayMonth(utcDay(day.date).start)}
                      </td>
                      <td className="number">{day.crossings}</td>
                      <td className="number">{day.crossings > 0 ? shift(day.mostS) : "–"}</td>
                      <td className="number">{marginOf(day.marginS.before)}</td>
                      <td className="number">{marginOf(day.marginS.after)}</td>
                      <td className="number">{Math.round(day.unknownMin.before)} min</td>
                      <td className="number">{Math.round(day.unknownMin.after)} min</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </Panel>
        </>
      ) : null}
    </div>
  );
}

function Sentences({
  title,
  tone,
  sentences,
}: {
  title: string;
  tone: "hard" | "soft";
  sentences: readonly string[];
}) {
  if (sentences.length === 0) return null;
  return (
    <section className={classes.sentences} data-tone={tone} aria-label={title}>
      <h3>
        {title}, {sentences.length}
      </h3>
      <ul>
        {sentences.slice(0, 12).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {sentences.length > 12 ? <p className="muted small">and {sentences.length - 12} more</p> : null}
    </section>
  );
}
