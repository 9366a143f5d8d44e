"use client";

import Link from "next/link";
import { Fragment, type ReactNode, useMemo, useState } from "react";
import { list } from "#core/base/format.ts";
import type { StripId } from "#core/model/ids.ts";
import type { WayTogether } from "#core/solve/why/together/laid.ts";
import { isAsTelling } from "#core/solve/why/together/telling.ts";
import type { WhyTogether } from "#core/solve/why/together/together.ts";

import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Asking, LookLonger } from "./asking.tsx";
import { useQuestion } from "./use-question.ts";
import { WaysOut } from "./ways-out.tsx";
import classes from "./why.module.css";
import { cutText, daysOfPlan, reasonText, scenesText, setTitle, verdictText } from "./why-words.ts";

interface Asked {
  readonly id: StripId;
  readonly name: string;
  readonly isOut: boolean;
}

/** Asks when it is shown, and tells whether scenes can all be in: how, or which of them cannot and what would let them. */
export function TogetherAnswer({
  scenarioId,
  scenes,
  strips,
  mayEdit,
  paths,
}: {
  scenarioId: string;
  /** Numbers; `null`: everything that must be shot. */
  scenes: readonly string[] | null;
  strips: readonly Asked[];
  mayEdit: boolean;
  paths: { readonly why: string; readonly board: string; readonly solve: string };
}) {
  // The page is drawn anew for another question, so that the first list of numbers stays the one.
  const [numbers] = useState(scenes && [...scenes]);
  const about = useMemo(() => ({ scenes: numbers }), [numbers]);
  const asked = useQuestion<WhyTogether>(scenarioId, about, isAsTelling);
  const { state, isAsking } = asked;
  const what = scenes ? scenesText(scenes) : "everything that must be shot";
  // What is open so far may be decided in a moment.
  if (state.is !== "told" || (isAsking && state.why.is === "open"))
    return (
      <Asking asked={asked} about={`Looking for a plan of ${what}, and for a proof that there is none`}>
        {null}
      </Asking>
    );
  const { why, revision } = state;
  const isOne = why.conflicts.length === 1;
  return (
    <Asking asked={asked} about="" then="Looking for ways out and more sets">
      <Verdict {...{ why, scenes, strips, mayEdit, paths }}>
        {why.cutBy && !isAsking ? <LookLonger asked={asked}>{cutText(why.cutBy)}</LookLonger> : null}
      </Verdict>
      {why.place ? (
        <WaysOut
          title={`The plan with ${why.nowhere.length > 0 ? "the others" : "them"} in it`}
          note="tried on a copy and judged by the whole book"
          ways={[why.place]}
          none=""
          {...{ scenarioId, revision, mayEdit, board: paths.board }}
        />
      ) : null}
      {why.conflicts.map((few) => (
        <Fragment key={few.strips.join()}>
          <Panel
            title={setTitle(few)}
            note={
              few.isMinimal
                ? "these cannot all hold; without any one of them they could"
                : "these cannot all hold; of some it was not shown that they are needed"
            }
          >
            <ol className={classes.conflict}>
              {few.told.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ol>
          </Panel>
          <WaysOut
            title={isOne ? "Ways out" : `Ways out for ${scenesText(few.scenes)}`}
            ways={few.ways}
            then={(way) => thenText(way, isOne)}
            none={
              isAsking
                ? "They are being looked for."
                : why.cutBy
                  ? "None was found in the time there was."
                  : "No single change was found that lets them all in without breaking something else."
            }
            {...{ scenarioId, revision, mayEdit, board: paths.board }}
          />
        </Fragment>
      ))}
    </Asking>
  );
}

const thenText = ({ frees }: WayTogether, isOne: boolean): string =>
  frees === "all" ? "then all fit" : isOne ? "then these fit" : "then these fit, the other sets do not yet";

/** The answer in a sentence, how it is known, and the plan where there is one. */
function Verdict({
  why,
  scenes,
  strips,
  mayEdit,
  paths,
  children,
}: Pick<Parameters<typeof TogetherAnswer>[0], "scenes" | "strips" | "mayEdit" | "paths"> & {
  why: WhyTogether;
  children: ReactNode;
}) {
  const out = strips.filter(({ isOut }) => isOut).length;
  const reason = reasonText(why, { out, pinned: strips.length - why.strips.length });
  const nowhere = strips.filter(({ id, isOut }) => isOut && why.nowhere.includes(id));
  const nameOf = (id: StripId) => strips.find((strip) => strip.id === id)?.name ?? id;
  const own = new Set(why.strips);
  const plan = why.plan.filter(({ stripId }) => own.has(stripId));
  return (
    <Panel title={verdictText(why.is, scenes)}>
      {reason ? <p className={classes.reason}>{reason}</p> : null}
      {why.notes.map((note) => (
        <p key={note} className={classes.reason}>
          {note}
        </p>
      ))}
      {nowhere.length > 0 ? (
        <p className={`${classes.buttons} ${classes.nowhere}`}>
          {nowhere.map(({ id, name }) => (
            <LinkButton key={id} href={`${paths.why}?strip=${encodeURIComponent(id)}`} size="compact-xs">
              Why not {name.toLowerCase()}?
            </LinkButton>
          ))}
        </p>
      ) : null}
      {why.is === "fits" && plan.length > 0 ? (
        <>
          <h3 className={classes.how}>One way to place them, GMT</h3>
          <dl className={classes.days}>
            {daysOfPlan(plan, nameOf).map(({ day, strips: onDay }) => (
              <div key={day}>
                <dt>{day}</dt>
                <dd>{list(onDay)}</dd>
              </div>
            ))}
          </dl>
          {out > 0 && mayEdit ? (
            <p className={classes.after}>
              This looks at them alone.{why.place ? " The plan with them in it is below." : ""}{" "}
              <Link href={paths.solve}>A proposal</Link> plans everything anew.
            </p>
          ) : null}
        </>
      ) : null}
      {children}
    </Panel>
  );
}
