"use client";

import { Button, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { Failure } from "#ui/parts/state.tsx";
import type { useQuestion } from "./use-question.ts";
import classes from "./why.module.css";

/** What is told while a question is on its way, and where it came to nothing; then its answer. */
export function Asking({
  asked: { state, isAsking, isLonger, problem, again, stop },
  about,
  then = "Looking for more",
  children,
}: {
  asked: ReturnType<typeof useQuestion<unknown>>;
  /** What is being asked, as a whole sentence but for its end. */
  about: string;
  /** What is being looked for once something is told. */
  then?: string;
  children: ReactNode;
}) {
  return (
    <div className={classes.answer}>
      <div className={classes.asking}>
        <div role="status" className={classes.status}>
          {isAsking ? (
            <>
              <Loader size="xs" />
              <span>{isLonger ? "Looking longer, up to a minute" : state.is === "told" ? then : about}…</span>
            </>
          ) : null}
        </div>
        {isAsking ? (
          <Button size="compact-xs" variant="default" onClick={stop}>
            {state.is === "told" ? "Stop and keep what is found" : "Stop"}
          </Button>
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
      {children}
    </div>
  );
}

/** Where time was up: what was not tried may be tried still. */
export function LookLonger({
  asked: { again, isAsking },
  children,
}: {
  asked: ReturnType<typeof useQuestion<unknown>>;
  children: ReactNode;
}) {
  return (
    <p className={`${classes.buttons} ${classes.after}`}>
      <span className="muted small">{children}</span>
      <Button size="compact-xs" variant="default" onClick={again} loading={isAsking}>
        Look longer
      </Button>
    </p>
  );
}
