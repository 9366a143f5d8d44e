import Link from "next/link";
import { count, doneAt, weekdayMonth } from "#core/base/format.ts";
import { check } from "#core/rules/check.ts";
import { isUnfinished, type Solve } from "#server/db/solves.ts";
import { plansAround } from "#server/edits/past-plan.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { lostIn, viewOf } from "#server/solves/watch.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty, Failure } from "#ui/parts/state.tsx";
import type { openScenario } from "../open.ts";
import { Adopt } from "./adopt.tsx";
import {
  adoptedTables,
  adoptionOf,
  collisionSentence,
  collisionsOf,
  daysInOrder,
  daysOf,
  leftOutText,
} from "./adoption.ts";
import { ProposeAgain } from "./again.tsx";
import { AnswerTitle } from "./answer-title.tsx";
import { Chart } from "./chart.tsx";
import { MustsMissing } from "./musts-missing.tsx";
import { Proposal } from "./proposal.tsx";
import { proposalEffect, stillOut } from "./proposal-effect.ts";
import { Running } from "./running.tsx";
import classes from "./solve.module.css";
import { asAsked } from "./solve-form.ts";
import { gapHelp, gapText, lostText, outcomeText } from "./solve-words.ts";
import { StillOut } from "./still-out.tsx";

/** What was asked for, as it stands, and what can be done with it. */

type Open = Awaited<ReturnType<typeof openScenario>>;

/** One solve: on its way, failed, or with its proposal. */
export async function Answer({ solve, open, isBusy, to }: Omit<Shown, "proposal">) {
  const { scenario, mayEdit } = open;
  if (isUnfinished(solve.state))
    return mayEdit ? (
      <Running scenarioId={scenario.id} came={await viewOf(solve)} />
    ) : (
      <Empty title="A plan is being worked out">
        {solve.askedByName} asked for it at {doneAt(solve.askedAt)} GMT. Load the page again in a while to see
        the proposal.
      </Empty>
    );
  const failure =
    solve.state === "failed" ? (
      <Failure
        title={
          solve.proposal
            ? `Broken off, ${doneAt(solve.endedAt ?? solve.askedAt)} GMT: the best plan by then is below`
            : `No proposal from ${doneAt(solve.askedAt)} GMT`
        }
        action={mayEdit ? <Again solve={solve} isBusy={isBusy} to={to} /> : null}
      >
        {solve.problem}
      </Failure>
    ) : null;
  if (!solve.proposal)
    return (
      failure ?? (
        <Empty title="Stopped before there was a plan">
          The plan is unchanged. Ask again, with more time, and stop it once it says that a plan was found.
        </Empty>
      )
    );
  return (
    <>
      {failure}
      <Answered solve={solve} proposal={solve.proposal} open={open} isBusy={isBusy} to={to} />
    </>
  );
}

type Shown = {
  readonly solve: Solve;
  readonly proposal: NonNullable<Solve["proposal"]>;
  readonly open: Open;
  /** Something is being worked out, so that nothing can be asked for. */
  readonly isBusy: boolean;
  readonly to: (page: string) => string;
};

const Again = ({ solve, isBusy, to }: Pick<Shown, "solve" | "isBusy" | "to">) => (
  <ProposeAgain values={asAsked(solve.scenarioId, solve.options)} path={to("solve")} isBusy={isBusy} />
);

function Answered({ solve, proposal, open, isBusy, to }: Shown) {
  const { scenario } = open;
  const help = gapHelp({ ...proposal, points: proposal.objective.points });
  const gone = lostText({ lost: lostIn(solve), state: solve.state, seconds: solve.options.seconds });
  const { tables } = open.snapshot;
  const out = stillOut(tables, tables);
  const isAdopted = solve.outcome === "adopted";
  const shown = { solve, proposal, open, isBusy, to };
  return (
    <>
      <header className={classes.answerHead}>
        <div>
          <AnswerTitle solveId={solve.id}>Proposal of {doneAt(solve.askedAt)} GMT</AnswerTitle>
          <p className={classes.said}>
            {gapText(proposal)}{" "}
            <span className="muted">
              Asked by {solve.askedByName} on plan revision {solve.baseRevision}
              {solve.baseRevision === scenario.revision ? "" : `; the plan is at ${scenario.revision} now`}.
            </span>
          </p>
          {help ? <p className="muted small">{help}</p> : null}
          {solve.outcome === "" ? null : (
            <p className={classes.said}>
              {outcomeText(solve)}{" "}
              {solve.adoptedBy.length > 0 ? <Link href={to("board")}>See the board</Link> : null}
            </p>
          )}
        </div>
      </header>
      {proposal.notes.length > 0 ? (
        <ul className={`${classes.lines} ${classes.notes}`}>
          {proposal.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {proposal.moves.length === 0 ? (
        <p className={classes.said}>
          It is the plan of today, and nothing moves:{" "}
          {proposal.isOptimal ? "no plan is better." : "nothing better was found."}{" "}
          {out.length > 0 ? <StillOut strips={out} to={to} /> : null}
        </p>
      ) : (
        <>
          {isAdopted ? null : <OpenToAdopt {...shown} />}
          {solve.adoptedBy.length > 0 ? (
            isAdopted ? (
              <Adopted {...shown} />
            ) : (
              <Panel title="What was adopted of it">
                <details className={classes.more}>
                  <summary>Beside the plan before</summary>
                  <Adopted {...shown} />
                </details>
              </Panel>
            )
          ) : null}
        </>
      )}
      <Panel title="How it came about" note={count(solve.progress.at(-1)?.round ?? 0, "round")}>
        {gone ? <p className="muted small">{gone}</p> : null}
        <Chart points={solve.progress} seconds={solve.options.seconds} />
      </Panel>
    </>
  );
}

/** What is left of a proposal to adopt, beside the plan as it is, and the way to do so. */
async function OpenToAdopt({ solve, proposal, open: { production, scenario, mayEdit }, isBusy, to }: Shown) {
  // With all that rules read, whoever looks.
  const plan = await planOfScenario(production.id, scenario.id);
  if (!plan) return null;
  const { tables } = plan.snapshot;
  const collisions = collisionsOf(tables, proposal.moves);
  const changed = new Set(collisions.map(({ stripId }) => stripId));
  const moves = proposal.moves.filter(({ stripId }) => !changed.has(stripId));
  const adoption = adoptionOf(tables, moves);
  const effect = adoption.ok ? proposalEffect(plan.snapshot, plan.report(), adoption.value.after) : null;
  // What is left of it is offered at once only where it stands by itself.
  const holds = effect !== null && (changed.size === 0 || effect.breaks.length === 0);
  const rest = leftOutText(collisions);
  const days = adoption.ok
    ? daysInOrder(tables)
        .map(({ id, number, wakesAt }) => ({
          ...{ id, number, label: weekdayMonth(wakesAt) },
          strips: moves.filter((move) => daysOf(tables, move).includes(id)).length,
        }))
        .filter((day) => day.strips > 0)
    : [];
  return (
    <>
      {collisions.length > 0 ? (
        <Failure
          title={
            holds
              ? "It cannot be adopted whole as the plan is now"
              : "It cannot be adopted as the plan is now"
          }
          action={mayEdit ? <Again solve={solve} isBusy={isBusy} to={to} /> : null}
        >
          {collisionSentence(
            collisions,
            holds
              ? `All of it but ${rest} can be adopted still, and breaks nothing: it is shown below.`
              : days.length > 1
                ? "Propose again, or adopt some of its days."
                : undefined,
          )}
        </Failure>
      ) : adoption.ok ? null : (
        <p className={classes.said}>{adoption.error}</p>
      )}
      {mayEdit ? (
        <Adopt
          scenarioId={scenario.id}
          solveId={solve.id}
          revision={scenario.revision}
          days={days}
          isDiscarded={solve.outcome === "discarded"}
          isGood={effect !== null && effect.hard.after === 0}
          all={holds ? (changed.size === 0 ? "Adopt all" : `Adopt all but ${rest}`) : null}
          without={[...changed]}
          known={collisionSentence(collisions)}
        />
      ) : null}
      {holds ? (
        <Proposal effect={effect} to={to} />
      ) : proposal.objective.mustsMissingMin > 0 ? (
        <p className={classes.said}>
          <MustsMissing min={proposal.objective.mustsMissingMin} to={to} />
        </p>
      ) : null}
    </>
  );
}

/** What was adopted, beside the plan as it was before: it stays to be read whatever has come since. */
async function Adopted({ solve, proposal, open: { production, scenario }, to }: Shown) {
  const [first, last] = [solve.adoptedBy[0], solve.adoptedBy.at(-1)];
  const plans =
    first && last
      ? await plansAround({ productionId: production.id, scenarioId: scenario.id }, first, last)
      : null;
  if (!plans)
    return (
      <p className="muted">
        So much has been changed since that the plan before can no longer be set beside it. The history has
        every edit.
      </p>
    );
  const { before, after } = plans;
  const effect = proposalEffect(
    before,
    check(before),
    adoptedTables(before.tables, after.tables, proposal.moves),
  );
  return <Proposal effect={effect} when="past" to={to} />;
}
