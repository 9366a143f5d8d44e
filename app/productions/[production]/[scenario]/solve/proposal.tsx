import { IconArrowNarrowRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { count, list, moment, weekdayMonth } from "#core/base/format.ts";
import type { Finding } from "#core/model/finding.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import { findingPath, rulePath } from "#ui/rules/rule-path.ts";
import { inHandText, tellsNumber, VerdictLine } from "#ui/verdict.tsx";
import { MustsMissing } from "./musts-missing.tsx";
import type { Change, DayLines, ProposalEffect, StripLine } from "./proposal-effect.ts";
import classes from "./solve.module.css";
import { COST, costText, movesText, signed } from "./solve-words.ts";

const baseOf = (to: (page: string) => string): string => to("").replace(/\/$/, "");

/** What stands beside one another: the plan as it is and a proposal, or the plan before an adoption and after it. */
const WORDS = {
  open: {
    before: "Plan of today",
    after: "Proposal",
    today: "today",
    proposed: "as proposed",
    breaks: "Adopted as the plan is now, it would break what is kept today",
    broken: "It would break",
    none: "It breaks nothing that is kept today.",
    mends: "It mends",
    eases: "Gone, or less, with the proposal",
    // Before the words of a finding that goes away: they are those of the plan without the proposal.
    lead: "Today:",
  },
  past: {
    before: "Plan before",
    after: "As adopted",
    today: "before",
    proposed: "as adopted",
    breaks: "It broke what was kept before",
    broken: "It broke",
    none: "It broke nothing that was kept before.",
    mends: "It mended",
    eases: "Gone, or less, with it",
    lead: "Before:",
  },
} as const;
type Words = (typeof WORDS)[keyof typeof WORDS];

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
          <Findings effect={effect} words={words} to={to} />
          <People people={people} />
          <CrewTime ledger={ledger} words={words} />
          <Parts parts={parts} points={effect.points} words={words} to={to} />
        </div>
      </div>
    </>
  );
}

function Arrow() {
  return (
    <>
      <IconArrowNarrowRight size={14} stroke={1.8} aria-hidden className={classes.arrow} />
      <span className="visually-hidden">then </span>
    </>
  );
}

function AtAGlance({
  effect,
  words,
  to,
}: {
  effect: ProposalEffect;
  words: Words;
  to: (page: string) => string;
}) {
  const { verdict, inHand, hard, setUps, mustsMissingMin, points, scenesIn, scenesOut, breaks, stillOut } =
    effect;
  return (
    <section className={classes.glance} aria-label={`${words.before} and ${words.after.toLowerCase()}`}>
      <div className={classes.verdicts}>
        <span>
          <span className="muted small">{words.before}</span>
          <VerdictLine verdict={verdict.before} inHand={inHand.before} />
        </span>
        <Arrow />
        <span>
          <span className="muted small">{words.after}</span>
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
        {tellsNumber(verdict.after, inHand.after) ? (
          <Figure
            name="minutes in hand"
            change={inHand}
            said={(min) => inHandText(min, verdict.after)}
            isNew={!tellsNumber(verdict.before, inHand.before)}
          />
        ) : null}
        <Figure
          name={COST}
          // A plan that breaks rules is cheap to have.
          isComparable={hard.after >= hard.before}
          change={{ before: -points.before, after: -points.after }}
          said={costText}
          isLessBetter
        />
      </dl>
      <ul className={classes.lines}>
        <li>
          <b>{movesText(effect.moves)}</b>
        </li>
        {breaks.length > 0 ? (
          <li className={classes.problem}>
            {words.breaks}: {count(breaks.length, "hard finding")}, named below.
          </li>
        ) : null}
        {mustsMissingMin.after > 0 ? (
          <li>
            <MustsMissing min={mustsMissingMin.after} to={to} />
          </li>
        ) : null}
        <Scenes title="In" note="from the boneyard" scenes={scenesIn} />
        <Scenes title="Out" note="back to the boneyard" scenes={scenesOut} />
        {stillOut.length > 0 ? (
          <li>
            <StillOut strips={stillOut} to={to} />
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** So many are named at once; the rest opens. */
const SHOWN = 16;

function Scenes({ title, note, scenes }: { title: string; note: string; scenes: readonly string[] }) {
  if (scenes.length === 0) return null;
  const named = `${title}, ${note}: ${scenes.length === 1 ? "scene" : "scenes"}`;
  return (
    <li>
      {scenes.length <= SHOWN ? (
        `${named} ${list(scenes)}.`
      ) : (
        <details className={classes.more}>
          <summary>
            {named} {scenes.slice(0, SHOWN).join(", ")} and {scenes.length - SHOWN} more
          </summary>
          {scenes.slice(SHOWN).join(", ")}
        </details>
      )}
    </li>
  );
}

/** What has no place, each with the way to ask why. */
export function StillOut({
  strips,
  to,
}: {
  strips: ProposalEffect["stillOut"];
  to: (page: string) => string;
}) {
  return (
    <>
      Without a place still; why not {strips.length === 1 ? "scene" : "scenes"}{" "}
      {strips.slice(0, SHOWN).map(({ stripId, scene }, i) => (
        <span key={stripId}>
          {i === 0 ? "" : ", "}
          <Link href={to(`why?strip=${encodeURIComponent(stripId)}`)} aria-label={`Why not scene ${scene}?`}>
            {scene}
          </Link>
        </span>
      ))}
      {strips.length > SHOWN ? (
        <>
          {" "}
          and <Link href={to("why")}>{strips.length - SHOWN} more</Link>
        </>
      ) : null}
      ?
    </>
  );
}

function Figure({
  name,
  change: { before, after },
  unit = "",
  isLessBetter = false,
  isNew = false,
  isComparable = true,
  said = (n) => n.toLocaleString("en"),
}: {
  name: string;
  change: Change<number>;
  unit?: string;
  isLessBetter?: boolean;
  /** There was no such thing before. */
  isNew?: boolean;
  /** False: more is neither better nor worse. */
  isComparable?: boolean;
  said?: (n: number) => string;
}) {
  const tone =
    Math.round(after - before) === 0 ? "same" : after > before !== isLessBetter ? "better" : "worse";
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {said(after)} {unit}
        <span className={classes.delta} data-tone={isNew || !isComparable ? "same" : tone}>
          {isNew
            ? "none before"
            : tone === "same"
              ? "as before"
              : `${signed(Math.round(after - before))}, ${isComparable ? tone : "for a plan that breaks less"}`}
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

function DayPart({ day: { number, at, isClosed, lines } }: { day: DayLines }) {
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

/** Whose calls change: how much at a glance, and opened, on which day with which strips. */
function People({ people }: Pick<ProposalEffect, "people">) {
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

function Findings({ effect: { breaks, asks, mends, eases }, words, to }: Parameters<typeof AtAGlance>[0]) {
  const hrefOf = (finding: Finding) => findingPath(baseOf(to), finding);
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
      {part(words.broken, breaks, words.none)}
      {part(words.mends, mends, "There is nothing hard to mend, or it stays.", words.lead)}
      {asks.length > 0 ? part("New, worth a look", asks, "") : null}
      {eases.length > 0 ? part(words.eases, eases, "", words.lead) : null}
    </Panel>
  );
}

const whole = (n: number): string => Math.round(n).toLocaleString("en").replace("-", "−");

function CrewTime({ ledger, words }: Pick<ProposalEffect, "ledger"> & { words: Words }) {
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
                {words.proposed}
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
                <td className="number">{whole(granted)}</td>
                <td className="number">{whole(used.before)}</td>
                <td className="number">
                  {whole(used.after)}
                  {personal.after > 0 ? (
                    <span className="muted"> and {whole(personal.after)} personal</span>
                  ) : null}
                </td>
                <td className="number" data-tone={granted < used.after ? "hard" : undefined}>
                  {whole(granted - used.after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

function Parts({
  parts,
  points,
  words,
  to,
}: Pick<ProposalEffect, "parts" | "points"> & { words: Words; to: (page: string) => string }) {
  return (
    <Panel title="What the soft rules cost" note="priority points, about a minute of the main unit each">
      {parts.length === 0 ? (
        <p className="muted small">
          Nothing: no soft rule is broken, {words.today} or {words.proposed}.
        </p>
      ) : (
        <Scroll label="Points by rule, before and after">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col" className="number">
                  {words.today}
                </th>
                <th scope="col" className="number">
                  {words.proposed}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ ruleId, name, sentence, points: { before, after } }) => (
                <tr key={ruleId}>
                  <td>
                    <Link href={rulePath(baseOf(to), ruleId)}>{name}</Link>
                    {sentence ? <div className="muted small">{sentence}</div> : null}
                  </td>
                  <td className="number">{whole(before)}</td>
                  <td className="number">{whole(after)}</td>
                </tr>
              ))}
              <tr>
                <td>
                  <b>Sum</b>
                </td>
                <td className="number">{whole(-points.before)}</td>
                <td className="number">{whole(-points.after)}</td>
              </tr>
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}
