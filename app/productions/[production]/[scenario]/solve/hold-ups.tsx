import type { SolveView } from "#server/solves/watch.ts";
import { Failure } from "#ui/parts/state.tsx";
import classes from "./solve.module.css";
import { lostText } from "./solve-words.ts";

/** What stands in the way of something that is being worked out; nothing where all is well. */
export function HoldUps({
  view,
  problem,
  isLost,
  what,
  waits,
}: {
  view: SolveView;
  /** Why it could not be stopped. */
  problem: string | null;
  /** The stream from the server broke. */
  isLost: boolean;
  /** On what nobody works. */
  what: string;
  /** What becomes of it until somebody does. */
  waits: string;
}) {
  const gone = lostText(view);
  return (
    <>
      {problem ? (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      ) : null}
      {isLost ? (
        <p className="muted small">
          No word from the server. The search goes on there; this page asks again.
        </p>
      ) : null}
      {gone ? <p className="muted small">{gone}</p> : null}
      {view.isAttended ? null : (
        <Failure title={`Nobody works on ${what} at present`}>
          {waits} until a worker is there. Whoever runs Perigee starts one with{" "}
          <code className="mono">npm run worker</code>.
        </Failure>
      )}
    </>
  );
}
