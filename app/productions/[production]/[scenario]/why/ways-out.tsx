"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { count } from "#core/base/format.ts";
import type { Way } from "#core/solve/why/ways/find.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { useTaking } from "./use-taking.ts";
import classes from "./why.module.css";
import { partText, pointsText, startsText } from "./why-words.ts";

/** Ways out with their price, each to be carried out. */
export function WaysOut<W extends Way>({
  title = "Ways out",
  note = "each tried on a copy and judged by the whole book; cheapest first",
  ways,
  none,
  then,
  scenarioId,
  revision,
  mayEdit,
  board,
  children,
}: {
  title?: string;
  note?: string;
  ways: readonly W[];
  /** What is said where there is none. */
  none: string;
  /** What is to be known of a way besides. */
  then?: (way: W) => string;
  scenarioId: string;
  revision: number;
  mayEdit: boolean;
  board: string;
  children?: ReactNode;
}) {
  const { taking, inPlan, onCopy } = useTaking(board);
  const notesOf = (way: W): string =>
    [
      `from ${startsText(way.placements)}`,
      ...(then ? [then(way)] : []),
      ...(way.waives ? ["it fits once the waiver is signed"] : []),
      ...(way.grantedBy ? [`with the ${way.grantedBy}'s word`] : []),
      ...(way.edit ? [] : ["make it as a what-if"]),
    ].join("; ");
  return (
    <Panel title={title} note={note}>
      {ways.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ol className={classes.ways}>
          {ways.map((way) => (
            <li key={way.words}>
              <div>
                <b>{way.words}</b> <span className="muted small">{notesOf(way)}</span>
                <Price way={way} />
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
                  loading={taking === way.words}
                  aria-label={`Do it: ${way.words}`}
                  onClick={() => {
                    const carry = way.grantedBy ? onCopy : inPlan;
                    if (way.edit) void carry({ scenarioId, revision, edit: way.edit, words: way.words });
                  }}
                >
                  {way.grantedBy ? "Do it on a copy" : "Do it"}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {children}
      {ways.length > 0 ? (
        <p className={`muted small ${classes.after}`}>
          Priority points, about a minute of the main unit each: what is asked of others (a working
          assumption), and what the soft rules take beside the scenes themselves. Gained: even so the plan
          comes out better than today.
        </p>
      ) : null}
    </Panel>
  );
}

/** What a way out costs, and by what parts. */
function Price({ way: { price, parts, asked } }: { way: Way }) {
  if (parts.length === 0) return <p className="small">{pointsText(price)}</p>;
  return (
    <details className="small">
      <summary>{pointsText(price)}</summary>
      <ul>
        {parts.map((part) => (
          <li key={part.ruleId}>{partText(part, asked)}</li>
        ))}
      </ul>
    </details>
  );
}
