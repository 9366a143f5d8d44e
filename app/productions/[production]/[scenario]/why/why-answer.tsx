"use client";

import { Button } from "@mantine/core";
import { useCallback } from "react";
import { count, moment } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import type { StripId } from "#core/model/ids.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { ask } from "./actions.ts";
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
  board,
}: {
  scenarioId: string;
  stripId: StripId;
  name: string;
  mayEdit: boolean;
  board: string;
}) {
  const asked = useQuestion(
    useCallback((isLonger: boolean) => ask({ scenarioId, stripId, isLonger }), [scenarioId, stripId]),
  );
  const { state } = asked;
  const { taking, inPlan } = useTaking(board);
  const told = state.is === "told" ? state : null;
  const free = told?.why.free;
  return (
    <Asking asked={asked} about={`Asking every rule about every start of ${name.toLowerCase()}`}>
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
          <Panel title={`What keeps ${name.toLowerCase()} out`} note={conflictNote(told.why)}>
            <ol className={classes.conflict}>
              {[...told.why.conflict, ...told.why.others].map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ol>
            {told.why.notes.map((note) => (
              <p key={note} className="muted small">
                {note}
              </p>
            ))}
          </Panel>
          <WaysOut
            ways={told.why.ways}
            none={
              told.why.isCut
                ? "None was found in the time there was."
                : "No single change was found that lets it in without breaking something else."
            }
            {...{ scenarioId, mayEdit, board, revision: told.revision }}
          >
            {told.why.isCut ? (
              <LookLonger asked={asked}>Time was up before every way out was tried.</LookLonger>
            ) : null}
          </WaysOut>
        </>
      ) : null}
    </Asking>
  );
}
