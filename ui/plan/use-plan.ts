"use client";

import { notifications } from "@mantine/notifications";
import { useCallback, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import { count } from "#core/base/format.ts";
import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import { type CheckReport, isCostOfPlan } from "#core/model/finding.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Checked } from "#core/rules/check.ts";
import type { Turns } from "./edit-answer.ts";
import { judging } from "./judging.ts";
import { listenTo, openPlan, showPlan } from "./open-plan.ts";
import type { PlanState } from "./plan-store.ts";

export interface Plan extends PlanState {
  readonly mayEdit: boolean;
  readonly checked: Checked;
  /** Of `checked`. */
  readonly facts: Facts;
  readonly report: CheckReport;
  /** What the live region says; `at` tells the same sentence said twice apart. */
  readonly said: { readonly text: string; readonly at: number };
  say(text: string): void;
  /** Carries out an edit; `say` words it for the live region. Gives whether it was carried out. */
  edit(commandId: string, input: unknown, say?: (tables: Tables) => string, through?: "repair"): boolean;
  retry(): void;
  /** The report of other tables of the same scenario: what an edit would do. */
  judge(tables: Tables): CheckReport;
}

/** The plan in the browser: edits at once, judged at once, saved in the background. Of one scenario: give its page a key. */
export function usePlan({
  snapshot,
  mayEdit,
  turns,
}: {
  snapshot: ScenarioSnapshot;
  mayEdit: boolean;
  turns: Turns;
}): Plan {
  const [said, setSaid] = useState({ text: "", at: 0 });
  const say = useCallback((text: string) => setSaid(({ at }) => ({ text, at: at + 1 })), []);
  const [store] = useState(() => openPlan(snapshot, turns));
  const { id } = snapshot.scenario;
  // What the page came with may be newer than what this tab held, the same page made again after a form on it for example. Before
  // anything is seen, and not while it is drawn: whoever else listens would be drawn in between, and a page on its way would begin anew.
  useLayoutEffect(() => store.adopt(snapshot, turns), [store, snapshot, turns]);
  useEffect(() => showPlan(id), [id]);
  useEffect(
    () =>
      listenTo(id, {
        failed: (what, message) => say(`${what}. ${message}`),
        turned: (way, description) => say(`${way === "undo" ? "Undone" : "Done again"}: ${description}`),
      }),
    [id, say],
  );
  const state = useSyncExternalStore(store.subscribe, store.state, store.state);
  const { tables, light } = state.snapshot;

  const [checkedOf] = useState(judging);
  const checked = useMemo(
    () => checkedOf({ ...snapshot, light, tables }),
    [checkedOf, snapshot, light, tables],
  );
  const { facts, report } = checked;
  const judge = useCallback(
    (next: Tables) => checkedOf({ ...snapshot, light, tables: next }).report,
    [checkedOf, snapshot, light],
  );

  const edit = useCallback<Plan["edit"]>(
    (commandId, input, words, through) => {
      const after = store.edit(commandId, input, through);
      if (!after.ok) {
        say(after.error.message);
        notifications.show({ color: "danger", title: "Not done", message: after.error.message });
        return false;
      }
      say(words ? words(after.value) : (store.state().undoable ?? ""));
      return true;
    },
    [store, say],
  );
  useEffect(() => {
    window.addEventListener("online", store.retry);
    return () => window.removeEventListener("online", store.retry);
  }, [store]);
  useEffect(() => {
    if (state.waiting === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [state.waiting]);

  return {
    ...state,
    mayEdit,
    checked,
    facts,
    report,
    said,
    say,
    edit,
    retry: store.retry,
    judge,
  };
}

/** `2 findings`, `no finding`: what of a report touches some strips. */
export const findingsOn = (report: CheckReport, strips: readonly string[]): string => {
  const n = report.findings.filter(
    (f) => !isCostOfPlan(f) && f.strips.some((id) => strips.includes(id)),
  ).length;
  return n === 0 ? "no finding" : count(n, "finding");
};
