"use client";

import { Tooltip } from "@mantine/core";
import { IconFileCheck, IconHourglassHigh } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import type { SolveView } from "#server/solves/watch.ts";
import classes from "./solve-pill.module.css";

type State = SolveView["state"];
const WORDS: Readonly<Record<State, string>> = {
  waiting: "A plan is being worked out",
  running: "A plan is being worked out",
  done: "A proposal is ready",
  stopped: "A proposal is ready",
  failed: "No proposal was found",
};
interface Told {
  readonly id: string;
  readonly state: State;
  readonly isSeen: boolean;
}
const isOn = (state: State): boolean => state === "waiting" || state === "running";

/**
 * On every page of the scenario but its own: that a proposal is being worked out, and when it is there. `solveId` is that which was being
 * worked out when the page came, or null; what has ended since is told until it is looked at.
 */
export function SolvePill({
  scenarioId,
  solveId,
  path,
}: {
  scenarioId: string;
  solveId: string | null;
  path: string;
}) {
  const isThere = usePathname().endsWith("/solve");
  const [told, setTold] = useState<Told | null>(null);
  const known: Told | null =
    solveId !== null && told?.id !== solveId ? { id: solveId, state: "waiting", isSeen: false } : told;
  const watched = known && isOn(known.state) && !isThere ? known.id : null;
  useEffect(() => {
    if (watched === null) return;
    const source = new EventSource(`/api/scenarios/${scenarioId}/solves/${watched}/events`);
    source.onmessage = ({ data }) => {
      const { state } = JSON.parse(data) as SolveView;
      setTold({ id: watched, state, isSeen: false });
      if (!isOn(state)) source.close();
    };
    return () => source.close();
  }, [scenarioId, watched]);
  // Whoever is there sees it.
  useEffect(() => {
    if (isThere)
      setTold((was) => (solveId === null ? null : was && !isOn(was.state) ? { ...was, isSeen: true } : was));
  }, [isThere, solveId]);
  if (!known || isThere || known.isSeen) return null;
  const Icon = isOn(known.state) ? IconHourglassHigh : IconFileCheck;
  const words = WORDS[known.state];
  return (
    <Tooltip label={words}>
      <Link
        href={`${path}?proposal=${known.id}`}
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
