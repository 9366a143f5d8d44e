"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { Fragment, useMemo } from "react";
import { count, moment } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import type { StripId } from "#core/model/ids.ts";
import type { Told } from "#core/solve/why/told.ts";
import type { WhyNot } from "#core/solve/why/why.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { rulePath } from "#ui/rules/rule-path.ts";
import { Asking, LookLonger } from "./asking.tsx";
import { useQuestion } from "./use-question.ts";
import { useTaking } from "./use-taking.ts";
import { WaysOut } from "./ways-out.tsx";
import classes from "./why.module.css";
import { conflictNote } from "./why-words.ts";

/** Asks when it is shown, and tells what keeps a strip out and what would let it in. */
export function WhyAnswer({
  scenarioId,
  stripId,
  name,
  mayEdit,
  base,
}: {
  scenarioId: string;
  stripId: StripId;
  name: string;
  mayEdit: boolean;
  /** The address of the scenario. */
  base: string;
}) {
  const board = boardAt(base, stripId);
  const about = useMemo(() => ({ stripId }), [stripId]);
  const asked = useQuestion<WhyNot>(scenarioId, about, isAsTelling);
  const { state, isAsking } = asked;
  const { taking, inPlan } = useTaking(board);
  const told = state.is === "told" ? state : null;
  const free = told?.why.free;
  return (
    <Asking
      asked={asked}
      about={`Asking every rule about every start of ${name.toLowerCase()}`}
      then="Looking for ways out, each solved and judged before it is offered"
    >
      {told && free ? (
        <Panel title={`Nothing keeps ${name.toLowerCase()} out`}>
          <p>
            As the plan stands it goes in at {count(free.starts, "start")}, such as{" "}
            {moment(free.placement.startsAt)} GMT.
          </p>
          <div className={classes.buttons}>
            {mayEdit ? (
              <Button
                size="xs"
                loading={taking !== null}
                onClick={() => {
                  const { placement } = free;
                  const moves = [{ ...placement, startsAt: isoOf(placement.startsAt) }];
                  const edit = { commandId: "move-strips", input: { moves } };
                  void inPlan({ scenarioId, revision: told.revision, edit, words: "Place it" });
                }}
              >
                Place it
              </Button>
            ) : null}
            <LinkButton href={board}>Best places on the board</LinkButton>
          </div>
        </Panel>
      ) : null}
      {told && !free ? (
        <>
          <Panel
            title={`What keeps ${name.toLowerCase()} out`}
            note={told.why.conflict.length > 0 ? conflictNote(told.why) : undefined}
          >
            {told.why.lead ? <p className={classes.lead}>{told.why.lead}</p> : null}
            <ol className={classes.conflict}>
              {[...told.why.conflict, ...told.why.others].map((member) => (
                <li key={member.text}>
                  <Member told={member} base={base} />
                </li>
              ))}
            </ol>
            {told.why.notes.map((note) => (
              <p key={note} className={told.why.conflict.length > 0 ? "muted small" : undefined}>
                {note}
              </p>
            ))}
          </Panel>
          {told.why.conflict.length > 0 ? (
            <WaysOut
              ways={told.why.ways}
              none={noneText(told.why, isAsking)}
              {...{ scenarioId, mayEdit, board, revision: told.revision }}
            >
              {told.why.isCut && !isAsking ? (
                <LookLonger asked={asked}>Not every way out was tried.</LookLonger>
              ) : null}
            </WaysOut>
          ) : null}
        </>
      ) : null}
    </Asking>
  );
}

const boardAt = (base: string, id: StripId): string => `${base}/board?strip=${encodeURIComponent(id)}`;

/** Of the same plan an answer with as many ways out tells as much. */
const isAsTelling = (next: WhyNot, was: WhyNot): boolean =>
  !next.isCut || next.ways.length >= was.ways.length;

const noneText = ({ isCut }: WhyNot, isAsking: boolean): string =>
  isAsking
    ? "They are being looked for."
    : isCut
      ? "None was found in the time there was."
      : "No single change was found that lets it in without breaking something else.";

/** A member of the conflict: a rule with the way to its sheet, strips with the way to each on the board. */
function Member({ told: { ruleId, strips, parts, text }, base }: { told: Told; base: string }) {
  if (!parts) return text;
  return (
    <>
      <b>{ruleId ? <Link href={rulePath(base, ruleId)}>{parts.title}</Link> : parts.title}</b>
      {strips.length > 0 ? ": " : ". "}
      {strips.map((id, i) => (
        <Fragment key={id}>
          {i > 0 ? ", " : ""}
          <Link href={boardAt(base, id)}>{parts.names[i]}</Link>
        </Fragment>
      ))}
      {strips.length > 0 ? ". " : ""}
      {parts.rest}
    </>
  );
}
