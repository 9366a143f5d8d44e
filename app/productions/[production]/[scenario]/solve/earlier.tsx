import Link from "next/link";
import { doneAt } from "#core/base/format.ts";
import type { SolveLine } from "#server/db/solves.ts";
import { Panel } from "#ui/parts/panel.tsx";
import classes from "./solve.module.css";
import { foundText, gapText, judgedText } from "./solve-words.ts";

const STATES = {
  waiting: "waiting",
  running: "being worked out",
  done: "proposed",
  stopped: "stopped early",
  failed: "no proposal",
} as const;

const stateOf = ({ state, outcome, hasProposal }: SolveLine): string => {
  if (outcome) return outcome;
  if (state === "stopped" && !hasProposal) return "stopped before there was one";
  return state === "failed" && hasProposal ? "broken off, with a plan" : STATES[state];
};

/** Proposals of this scenario, latest first. */
export function Earlier({
  solves,
  shownId,
  path,
}: {
  solves: readonly SolveLine[];
  shownId: string | null;
  path: string;
}) {
  if (solves.length === 0) return null;
  return (
    <Panel title="Proposals so far" note="the last twenty are kept">
      <ul className={classes.earlier}>
        {solves.map((solve) => (
          <li key={solve.id} data-shown={solve.id === shownId ? "" : undefined}>
            <Link
              href={`${path}?proposal=${solve.id}`}
              aria-current={solve.id === shownId ? "true" : undefined}
              scroll={false}
            >
              {doneAt(solve.askedAt)} GMT
            </Link>
            <span>{stateOf(solve)}</span>
            <span className="muted small">
              {solve.askedByName}, {solve.options.seconds} s, seed {solve.options.seed}
              {solve.hasProposal
                ? `. ${[judgedText(solve), foundText(solve), gapText(solve)].filter(Boolean).join(" ")}`
                : ""}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
