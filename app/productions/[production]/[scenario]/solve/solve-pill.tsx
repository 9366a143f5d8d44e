"use client";

import { Tooltip } from "@mantine/core";
import { IconFileCheck, IconHourglassHigh } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import type { SolveView } from "#server/solves/watch.ts";
import type { UnfinishedSolve } from "#server/solves.ts";
import { solvePath } from "./solve-path.ts";
import classes from "./solve-pill.module.css";

type Asks = UnfinishedSolve["asks"];
type State = SolveView["state"];
const PLAN_IS_ON = "A plan is being worked out";
const WORTH_IS_ON = "What things are worth is being worked out";
/** What is told of each, and the page that shows it. */
const PAGES: Readonly<Record<Asks, { end: string; words: Readonly<Record<State, string>> }>> = {
  plan: {
    end: "/solve",
    words: {
      waiting: PLAN_IS_ON,
      running: PLAN_IS_ON,
      done: "A proposal is ready",
      stopped: "The search for a plan was stopped",
      failed: "No proposal was found",
    },
  },
  prices: {
    end: "/solve/prices",
    words: {
      waiting: WORTH_IS_ON,
      running: WORTH_IS_ON,
      done: "What things are worth is known",
      stopped: "What things are worth: stopped",
      failed: "What things are worth was not found",
    },
  },
};
interface Told extends UnfinishedSolve {
  readonly state: State;
  readonly isSeen: boolean;
}
const isOn = (state: State): boolean => state === "waiting" || state === "running";

/**
 * On every page of the scenario but its own: what is being worked out, a proposal or what things are worth, and when it is there. `solve` is that which was being
 * worked out when the page came, or null; what has ended since is told until it is looked at.
 */
export function SolvePill({
  scenarioId,
  solve,
  path,
}: {
  scenarioId: string;
  solve: UnfinishedSolve | null;
  path: string;
}) {
  const here = usePathname();
  const [told, setTold] = useState<Told | null>(null);
  const known: Told | null =
    solve !== null && told?.id !== solve.id ? { ...solve, state: "waiting", isSeen: false } : told;
  const isThere = known !== null && here.endsWith(PAGES[known.asks].end);
  const watched = known && isOn(known.state) && !isThere ? known.id : null;
  const asks = known?.asks ?? "plan";
  useEffect(() => {
    if (watched === null) return;
    const source = new EventSource(`/api/scenarios/${scenarioId}/solves/${watched}/events`);
    source.onmessage = ({ data }) => {
      const { state } = JSON.parse(data) as SolveView;
      setTold({ id: watched, asks, state, isSeen: false });
      if (!isOn(state)) source.close();
    };
    return () => source.close();
  }, [scenarioId, watched, asks]);
  // Whoever is there sees it.
  const isOver = solve === null;
  useEffect(() => {
    if (isThere) setTold((was) => (isOver ? null : was && !isOn(was.state) ? { ...was, isSeen: true } : was));
  }, [isThere, isOver]);
  if (!known || isThere || known.isSeen) return null;
  const Icon = isOn(known.state) ? IconHourglassHigh : IconFileCheck;
  const words = PAGES[known.asks].words[known.state];
  return (
    <Tooltip label={words}>
      <Link
        href={solvePath(path, known)}
        prefetch={false}
        className={classes.pill}
        data-state={isOn(known.state) ? "on" : known.state}
        aria-label={words}
      >
        <Icon size={16} stroke={1.7} aria-hidden />
        <span className={classes.words} role="status">
          {words}
        </span>
      </Link>
    </Tooltip>
  );
}
