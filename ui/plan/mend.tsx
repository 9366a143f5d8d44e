"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { count } from "#core/base/format.ts";
import type { OfferedRepair } from "#core/scenario/repairs.ts";
import classes from "./mend.module.css";

type State =
  | { readonly is: "closed" }
  | { readonly is: "asking" }
  | { readonly is: "offered"; readonly offers: readonly OfferedRepair[] }
  | { readonly is: "failed"; readonly message: string };

/** `mends it whole`, `leaves 15`; then what else it would change. */
function wordsOf({ left, effect }: OfferedRepair): string {
  const { mends, asks } = effect;
  return [
    left === 0 ? "mends it" : `leaves ${left}`,
    mends > 1 ? `mends ${count(mends - 1, "other finding")}` : "",
    asks.length > 0 ? `raises ${count(asks.length, "soft or unknown finding")}` : "breaks nothing else",
  ]
    .filter((part) => part !== "")
    .join("; ");
}

/** Asks, when it is opened, what would mend a finding: each offer was tried on a copy and judged by the whole book. */
export function Mend({
  ask,
  take,
  beside,
}: {
  ask: () => Promise<readonly OfferedRepair[]>;
  take: (offer: OfferedRepair) => void | Promise<void>;
  beside?: ReactNode;
}) {
  const [state, setState] = useState<State>({ is: "closed" });
  const open = async () => {
    setState({ is: "asking" });
    try {
      setState({ is: "offered", offers: await ask() });
    } catch (error) {
      const message = error instanceof Error ? error.message : "";
      setState({ is: "failed", message: message || "The server does not answer. Try again." });
    }
  };
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
        {state.is === "failed" ? <p className={classes.failed}>{state.message}</p> : null}
        {state.is === "offered" && state.offers.length === 0 ? (
          <p className="muted small">
            No single edit within two days mends this without breaking something else. Change the plan by hand
            {beside ? ", or ask for a waiver" : ""}.
          </p>
        ) : null}
      </div>
      {state.is === "offered" && state.offers.length > 0 ? (
        <ol className={classes.offers}>
          {state.offers.map((offer) => (
            <li key={offer.words}>
              <span>
                {offer.words}
                <span className="muted small">: {wordsOf(offer)}</span>
              </span>
              <Button
                size="compact-xs"
                onClick={() => {
                  setState({ is: "closed" });
                  void take(offer);
                }}
              >
                Do it
              </Button>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}
