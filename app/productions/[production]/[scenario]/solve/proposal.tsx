import { IconArrowNarrowRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { count, list, moment, weekdayMonth } from "#core/base/format.ts";
import type { Finding } from "#core/model/finding.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import { findingPath } from "#ui/rules/rule-path.ts";
import { inHandText, VerdictLine } from "#ui/verdict.tsx";
import { MustsMissing } from "./musts-missing.tsx";
import type { Change, DayLines, ProposalEffect, StripLine } from "./proposal-effect.ts";
import classes from "./solve.module.css";
import { signed, worth } from "./solve-words.ts";

/** A proposal beside the plan of today. */
export function Proposal({ effect, to }: { effect: ProposalEffect; to: (page: string) => string }) {
  const { days, people, ledger, parts } = effect;
  const nothing = days.length === 0 && effect.scenesIn.length === 0 && effect.scenesOut.length === 0;
  if (nothing)
    return (
      <p className={classes.said}>It is the plan of today: nothing better was found, and nothing moves.</p>
    );
  return (
    <>
      <AtAGlance effect={effect} to={to} />
      <div className={classes.columns}>
        <Panel title="Day by day" note={count(days.length, "day changes", "days change")}>
          {days.map((day) => (
            <DayPart key={day.dayId} day={day} />
          ))}
        </Panel>
        <div>
          <Findings effect={effect} to={to} />
          <Panel title="People" note="whose calls change">
            <ul className={classes.lines}>
              {people.map(({ name, scenes }) => (
                <li key={name}>
                  <b>{name}</b> <span className="muted">{count(scenes.length, "strip")}:</span>{" "}
                  {shortList(scenes, 8)}
                </li>
              ))}
            </ul>
          </Panel>
          <CrewTime ledger={ledger} />
          <Parts parts={parts} points={effect.points} />
        </div>
      </div>
    </>
  );
}

const shortList = (names: readonly string[], most: number): string =>
  list(names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names);

function Arrow() {
  return (
    <>
      <IconArrowNarrowRight size={14} stroke={1.8} aria-hidden className={classes.arrow} />
      <span className="visually-hidden">then </span>
    </>
  );
}

function AtAGlance({ effect, to }: { effect: ProposalEffect; to: (page: string) => string }) {
  const { verdict, inHand, hard, setUps, mustsMissingMin, points, scenesIn, scenesOut, breaks } = effect;
  return (
    <section className={classes.glance} aria-label="Plan of today and proposal">
      <div className={classes.verdicts}>
        <span>
          <span className="muted small">Plan of today</span>
          <VerdictLine verdict={verdict.before} inHand={inHand.before} />
        </span>
        <Arrow />
        <span>
          <span className="muted small">Proposal</span>
          <VerdictLine verdict={verdict.after} inHand={inHand.after} />
        </span>
      </div>
      <dl className={classes.figures}>
        {(["must", "should", "nice"] as const)
          .filter((tier) => setUps.after[tier].of > 0)
          .map((tier) => (
            <Figure
              key={tier}
              name={`${tier} set-ups in`}
              change={{ before: setUps.before[tier].in, after: setUps.after[tier].in }}
              unit={`of ${setUps.after[tier].of}`}
            />
          ))}
        <Figure name="hard findings" change={hard} isLessBetter />
        <Figure name="minutes in hand" change={inHand} said={inHandText} />
        <Figure name="worth" change={points} said={worth} />
      </dl>
      <ul className={classes.lines}>
        {breaks.length > 0 ? (
          <li className={classes.problem}>
            Adopted as the plan is now, it would break what is kept today:{" "}
            {count(breaks.length, "hard finding")}, named below.
          </li>
        ) : null}
        {mustsMissingMin.after > 0 ? (
          <li>
            <MustsMissing min={mustsMissingMin.after} to={to} />
          </li>
        ) : null}
        <li>
          {scenesIn.length > 0
            ? `In: ${count(scenesIn.length, "strip")} from the boneyard, ${scenesIn.length === 1 ? "scene" : "scenes"} ${shortList(scenesIn, 16)}.`
            : "In: nothing comes out of the boneyard."}
        </li>
        <li>
          {scenesOut.length > 0
            ? `Out: ${count(scenesOut.length, "strip goes", "strips go")} back to it, ${scenesOut.length === 1 ? "scene" : "scenes"} ${shortList(scenesOut, 16)}.`
            : "Out: nothing goes back to it."}
        </li>
      </ul>
    </section>
  );
}

function Figure({
  name,
  change: { before, after },
  unit = "",
  isLessBetter = false,
  said = (n) => n.toLocaleString("en"),
}: {
  name: string;
  change: Change<number>;
  unit?: string;
  isLessBetter?: boolean;
  said?: (n: number) => string;
}) {
  const tone =
    Math.round(after - before) === 0 ? "same" : after > before !== isLessBetter ? "better" : "worse";
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {said(after)} {unit}
        <span className={classes.delta} data-tone={tone}>
          {Math.round(after - before) === 0 ? "as today" : `${signed(Math.round(after - before))}, ${tone}`}
        </span>
      </dd>
    </div>
  );
}

const KINDS = { comes: "comes", leaves: "leaves", shifts: "moves within the day" } as const;

function lineText({ kind, from, to }: StripLine): string {
  if (kind === "comes") return from ? `from ${moment(from)}` : "from the boneyard";
  if (kind === "leaves") return to ? `to ${moment(to)}` : "to the boneyard";
  return from ? `from ${moment(from).split(" ").at(-1)}` : "";
}

function DayPart({ day: { number, at, isClosed, lines } }: { day: DayLines }) {
  return (
    <div className={classes.day}>
      <h3>
        Day {number} <span className="muted">{weekdayMonth(at)}</span>
        {isClosed ? <span className="muted small"> closed to shooting</span> : null}
      </h3>
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
    </div>
  );
}

/** Before the words of a finding that the proposal makes go away: they are those of the plan as it is. */
const TODAY = "Today:";

function Findings({
  effect: { breaks, asks, mends, eases },
  to,
}: Pick<Parameters<typeof Proposal>[0], "effect" | "to">) {
  const hrefOf = (finding: Finding) => findingPath(to("").replace(/\/$/, ""), finding);
  /** `lead`: of which plan the findings are told, where it is not the proposal. */
  const part = (title: string, findings: readonly Finding[], none: string, lead = ""): ReactNode => (
    <div className={classes.findings}>
      <h3>
        {title} <span className="muted">{findings.length}</span>
      </h3>
      {findings.length > 0 ? (
        <FindingList findings={findings} hrefOf={hrefOf} lead={lead} />
      ) : (
        <p className="muted small">{none}</p>
      )}
    </div>
  );
  return (
    <Panel title="Findings" note="by the whole rule book">
      {part("It would break", breaks, "It breaks nothing that is kept today.")}
      {part("It mends", mends, "There is nothing hard to mend, or it stays.", TODAY)}
      {asks.length > 0 ? part("New, worth a look", asks, "") : null}
      {eases.length > 0 ? part("Gone, or less, with the proposal", eases, "", TODAY) : null}
    </Panel>
  );
}

function CrewTime({ ledger }: Pick<ProposalEffect, "ledger">) {
  if (ledger.length === 0) return null;
  return (
    <Panel title="Crew time" note="minutes, all days">
      <Scroll label="Crew time before and after">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col" className="number">
                granted
              </th>
              <th scope="col" className="number">
                used
              </th>
              <th scope="col" className="number">
                as proposed
              </th>
              <th scope="col" className="number">
                left
              </th>
            </tr>
          </thead>
          <tbody>
            {ledger.map(({ name, granted, used, personal }) => (
              <tr key={name}>
                <td>{name}</td>
                <td className="number">{granted}</td>
                <td className="number">{used.before}</td>
                <td className="number">
                  {used.after}
                  {personal.after > 0 ? <span className="muted"> and {personal.after} personal</span> : null}
                </td>
                <td className="number" data-tone={granted < used.after ? "hard" : undefined}>
                  {granted - used.after}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

function Parts({ parts, points }: Pick<ProposalEffect, "parts" | "points">) {
  return (
    <Panel title="What the soft rules cost" note="priority points, about a minute of the main unit each">
      {parts.length === 0 ? (
        <p className="muted small">Nothing: no soft rule is broken, today or as proposed.</p>
      ) : (
        <Scroll label="Points by rule, before and after">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col" className="number">
                  today
                </th>
                <th scope="col" className="number">
                  as proposed
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ ruleId, name, points: { before, after } }) => (
                <tr key={ruleId}>
                  <td>
                    {ruleId.startsWith("own:") ? null : <span className="mono small">{ruleId} </span>}
                    {name}
                  </td>
                  <td className="number">{Math.round(before).toLocaleString("en")}</td>
                  <td className="number">{Math.round(after).toLocaleString("en")}</td>
                </tr>
              ))}
              <tr>
                <td>
                  <b>Sum</b>
                </td>
                <td className="number">{Math.round(-points.before).toLocaleString("en")}</td>
                <td className="number">{Math.round(-points.after).toLocaleString("en")}</td>
              </tr>
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}
