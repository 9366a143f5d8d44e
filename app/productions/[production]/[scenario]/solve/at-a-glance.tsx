import { IconArrowNarrowRight } from "@tabler/icons-react";
import { count, list } from "#core/base/format.ts";
import { inHandText, tellsNumber, VerdictLine } from "#ui/verdict.tsx";
import { MustsMissing } from "./musts-missing.tsx";
import type { Change, ProposalEffect } from "./proposal-effect.ts";
import type { Words } from "./proposal-words.ts";
import classes from "./solve.module.css";
import { COST, costText, movesText, signed } from "./solve-words.ts";
import { SHOWN, StillOut } from "./still-out.tsx";

/** What a proposal does, before any detail: verdicts, figures, what comes and goes. */
export function AtAGlance({
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

function Arrow() {
  return (
    <>
      <IconArrowNarrowRight size={14} stroke={1.8} aria-hidden className={classes.arrow} />
      <span className="visually-hidden">then </span>
    </>
  );
}

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
