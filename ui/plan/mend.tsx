"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { count, list } from "#core/base/format.ts";
import type { OfferedRepair, Repairs } from "#core/repair/repairs.ts";
import type { SaidChange } from "#core/repair/said.ts";
import classes from "./mend.module.css";
import { SaidChanges } from "./said-changes.tsx";

type State =
  | { readonly is: "closed" }
  | { readonly is: "asking"; readonly of: unknown; readonly judged: number }
  | { readonly is: "found"; readonly of: unknown; readonly repairs: Repairs }
  | { readonly is: "failed"; readonly of: unknown; readonly message: string };

/** Rules that are named before the rest is counted. */
const NAMED = 2;

/** `script order 7 inversions → 9 inversions`; of many the first, and how many more. */
function named(changes: readonly SaidChange[]): string {
  const rules = [...new Set(changes.map((change) => change.named))];
  const first = rules.slice(0, NAMED);
  return rules.length > NAMED
    ? `${first.join(", ")} and ${count(rules.length - NAMED, "other rule")}`
    : list(first);
}

/** What an offer leaves and changes, in one line. */
function shortOf({ left, price, better, worse }: OfferedRepair): string {
  const hard = better.filter(({ tone }) => tone === "hard");
  return [
    left === null ? "mends it" : `leaves ${left}`,
    hard.length > 0 ? `also better: ${named(hard)}` : "",
    price ?? "",
    worse.length > 0 ? `worse: ${named(worse)}` : price ? "no rule gets worse" : "nothing gets worse",
  ]
    .filter((part) => part !== "")
    .join("; ");
}

/**
 * Asks, when it is opened, what would mend a finding: each offer was tried on a copy and judged by the whole book. `of`: the plan that
 * is asked about; another one shuts what was offered for it.
 */
export function Mend({
  of,
  ask,
  take,
  beside,
}: {
  of: unknown;
  ask: (onJudged: (judged: number) => void) => Promise<Repairs>;
  take: (offer: OfferedRepair) => void | Promise<void>;
  beside?: ReactNode;
}) {
  const [kept, setState] = useState<State>({ is: "closed" });
  const state: State = kept.is === "closed" || kept.of === of ? kept : { is: "closed" };
  const open = async () => {
    setState({ is: "asking", of, judged: 0 });
    try {
      const repairs = await ask((judged) => setState({ is: "asking", of, judged }));
      setState({ is: "found", of, repairs });
    } catch (error) {
      const message = error instanceof Error ? error.message : "";
      setState({ is: "failed", of, message: message || "The server does not answer. Try again." });
    }
  };
  const offers = state.is === "found" ? state.repairs.offers : [];
  return (
    <div className={classes.mend}>
      <div className={classes.buttons}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void open()}
          loading={state.is === "asking"}
        >
          What would mend it
        </Button>
        {beside}
      </div>
      <div role="status">
        {state.is === "asking" && state.judged > 0 ? (
          <p className="muted small">{count(state.judged, "edit")} tried…</p>
        ) : null}
        {state.is === "failed" ? <p className={classes.failed}>{state.message}</p> : null}
        {state.is === "found" && offers.length === 0 ? (
          <p className="muted small">{state.repairs.said}</p>
        ) : null}
      </div>
      {offers.length > 0 ? (
        <ol className={classes.offers}>
          {offers.map((offer) => (
            <li key={JSON.stringify(offer.input)}>
              <span>{offer.words}</span>
              <Button
                size="compact-xs"
                aria-label={`Do it: ${offer.words}`}
                onClick={() => {
                  setState({ is: "closed" });
                  void take(offer);
                }}
              >
                Do it
              </Button>
              <WhatElse offer={offer} />
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

/** The line tells it short; opened, every rule with whom and how much. */
function WhatElse({ offer }: { offer: OfferedRepair }) {
  const { better, worse } = offer;
  if (better.length + worse.length === 0) return <p className="muted small">{shortOf(offer)}</p>;
  return (
    <details className={classes.else}>
      <summary className="muted small">{shortOf(offer)}</summary>
      <SaidChanges title="Worse, or new" changes={worse} />
      <SaidChanges title="Better" changes={better} />
    </details>
  );
}
