"use client";

import { Button, Loader } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { count, list, moment } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import type { StripId } from "#core/model/ids.ts";
import type { Way } from "#core/solve/why/ways/find.ts";
import type { WhyNot } from "#core/solve/why/why.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Failure } from "#ui/parts/state.tsx";
import { ask, take, takeOnCopy } from "./actions.ts";
import classes from "./why.module.css";

type State =
  | { readonly is: "asking" }
  | { readonly is: "failed"; readonly message: string }
  | { readonly is: "told"; readonly why: WhyNot; readonly revision: number };

/** What a way out costs; below 0 the plan comes out better than today, the scene itself not counted. */
function pointsText(price: number): string {
  const points = Math.round(price);
  const said = `${Math.abs(points).toLocaleString("en")} ${Math.abs(points) === 1 ? "point" : "points"}`;
  return points < 0 ? `${said} gained` : said;
}

const sentenceOf = (error: { readonly message?: string }): string =>
  error.message || "The server does not answer. The plan is unchanged. Ask again.";

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
  const router = useRouter();
  const [state, setState] = useState<State>({ is: "asking" });
  const [asked, setAsked] = useState({ times: 0, isLonger: false });
  const [isAsking, setAsking] = useState(true);
  /** Why the longer look brought nothing; what was told before stays told. */
  const [problem, setProblem] = useState<string | null>(null);
  const again = () => setAsked(({ times }) => ({ times: times + 1, isLonger: true }));
  const question = useCallback(
    async (isLonger: boolean): Promise<State> => {
      try {
        const answer = await ask({ scenarioId, stripId, isLonger });
        if (answer.ok) return { is: "told", ...answer.value };
        return { is: "failed", message: sentenceOf("message" in answer.error ? answer.error : {}) };
      } catch {
        return { is: "failed", message: sentenceOf({}) };
      }
    },
    [scenarioId, stripId],
  );
  useEffect(() => {
    let isShown = true;
    setAsking(true);
    setProblem(null);
    void question(asked.isLonger).then((next) => {
      if (!isShown) return;
      setAsking(false);
      setState((was) => (was.is === "told" && next.is === "failed" ? was : next));
      if (next.is === "failed") setProblem(next.message);
    });
    return () => {
      isShown = false;
    };
  }, [question, asked]);

  const [isTaking, setTaking] = useState<string | null>(null);
  const carryOut = async (words: string, edit: NonNullable<Way["edit"]>, revision: number) => {
    setTaking(words);
    try {
      const done = await take({ scenarioId, revision, edit });
      if (done.ok) {
        notifications.show({ title: "Done", message: `${done.value.description}. Undo it on the board.` });
        router.push(board);
      } else {
        const message = sentenceOf("message" in done.error ? done.error : {});
        notifications.show({ color: "danger", title: "Not done", message });
      }
    } finally {
      setTaking(null);
    }
  };

  const tryOnCopy = async (words: string, edit: NonNullable<Way["edit"]>, revision: number) => {
    setTaking(words);
    try {
      const done = await takeOnCopy({ scenarioId, revision, edit, words });
      if (done.ok) {
        notifications.show({ title: "On a copy", message: `Scenario ${done.value.name} has it.` });
        router.push(done.value.path);
      } else {
        const message = sentenceOf("message" in done.error ? done.error : {});
        notifications.show({ color: "danger", title: "Not done", message });
      }
    } finally {
      setTaking(null);
    }
  };

  return (
    <div className={classes.answer}>
      <div role="status" className={classes.status}>
        {isAsking ? (
          <>
            <Loader size="xs" />{" "}
            {asked.isLonger
              ? "Looking longer, up to a minute…"
              : `Asking every rule about every start of ${name.toLowerCase()}…`}
          </>
        ) : null}
      </div>
      {state.is === "told" && problem ? (
        <p role="alert" className="small">
          {problem}
        </p>
      ) : null}
      {state.is === "failed" ? (
        <Failure
          title="No answer"
          action={
            <Button size="xs" onClick={again} loading={isAsking}>
              Ask again, for up to a minute
            </Button>
          }
        >
          {state.message}
        </Failure>
      ) : null}
      {state.is === "told" && state.why.free ? (
        <Panel title={`Nothing keeps ${name.toLowerCase()} out`}>
          <p>
            As the plan stands it goes in at {count(state.why.free.starts, "start")}, such as{" "}
            {moment(state.why.free.placement.startsAt)} GMT.
          </p>
          <div className={classes.buttons}>
            {mayEdit ? (
              <Button
                size="xs"
                loading={isTaking !== null}
                onClick={() => {
                  const { placement } = state.why.free ?? {};
                  if (placement)
                    void carryOut(
                      "free",
                      {
                        commandId: "move-strips",
                        input: { moves: [{ ...placement, startsAt: isoOf(placement.startsAt) }] },
                      },
                      state.revision,
                    );
                }}
              >
                Place it
              </Button>
            ) : null}
            <LinkButton href={board}>Best places on the board</LinkButton>
          </div>
        </Panel>
      ) : null}
      {state.is === "told" && !state.why.free ? (
        <>
          <Panel
            title={`What keeps ${name.toLowerCase()} out`}
            note="these cannot all hold; without any one of them it would go in"
          >
            <ol className={classes.conflict}>
              {state.why.conflict.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ol>
            {state.why.notes.map((note) => (
              <p key={note} className="muted small">
                {note}
              </p>
            ))}
          </Panel>
          <Panel title="Ways out" note="each tried on a copy and judged by the whole book; cheapest first">
            {state.why.ways.length === 0 ? (
              <p className="muted">
                {state.why.isCut
                  ? "None was found in the time there was."
                  : "No single change was found that lets it in without breaking something else."}
              </p>
            ) : (
              <ol className={classes.ways}>
                {state.why.ways.map((way) => (
                  <li key={way.words}>
                    <div>
                      <b>{way.words}</b>{" "}
                      <span className="muted small">
                        {pointsText(way.price)}; from {list(way.placements.map((p) => moment(p.startsAt)))}
                        {way.waives ? "; it fits once the waiver is signed" : ""}
                        {way.grantedBy ? `; with the ${way.grantedBy}'s word` : ""}
                        {way.edit ? "" : "; make it as a what-if"}
                      </span>
                      {way.asks.length > 0 ? (
                        <details className="small">
                          <summary>{count(way.asks.length, "soft or unknown finding")} with it</summary>
                          <ul>
                            {way.asks.map((text) => (
                              <li key={text}>{text}</li>
                            ))}
                          </ul>
                        </details>
                      ) : null}
                    </div>
                    {mayEdit && way.edit ? (
                      <Button
                        size="compact-xs"
                        loading={isTaking === way.words}
                        aria-label={`Try it: ${way.words}`}
                        onClick={() => {
                          const carry = way.grantedBy ? tryOnCopy : carryOut;
                          if (way.edit) void carry(way.words, way.edit, state.revision);
                        }}
                      >
                        {way.grantedBy ? "Try it on a copy" : "Try it"}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ol>
            )}
            {state.why.isCut ? (
              <p className={`${classes.buttons} ${classes.after}`}>
                <span className="muted small">Time was up before every way out was tried.</span>
                <Button size="compact-xs" variant="default" onClick={again} loading={isAsking}>
                  Look longer
                </Button>
              </p>
            ) : null}
            {state.why.ways.length > 0 ? (
              <p className={`muted small ${classes.after}`}>
                Priority points, about a minute of the main unit each: what is asked of others, and what the
                soft rules take beside the scene itself. Gained: even so the plan comes out better than today.
              </p>
            ) : null}
          </Panel>
        </>
      ) : null}
    </div>
  );
}
