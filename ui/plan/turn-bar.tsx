"use client";

import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Turns } from "./edit-answer.ts";
import { isShown, listenTo, subscribeToPlans, turnerOf, turnPlan } from "./open-plan.ts";
import classes from "./plan.module.css";
import { isNoted, noteEdit, noteFailure, noteTurn } from "./turn-note.tsx";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));

const BUTTONS = [
  { way: "undo", name: "Undo", keys: "Ctrl+Z", icon: IconArrowBackUp },
  { way: "redo", name: "Redo", keys: "Ctrl+Shift+Z", icon: IconArrowForwardUp },
] as const;

/**
 * Undo and redo of the plan, on every page of it: two buttons, the keys, and a note beside every edit that a page did not show as it
 * was done. `turns` come from the server with each page and after each edit, so that no page need say that it edits. Of one scenario:
 * give it a key.
 */
export function TurnBar({ scenarioId, turns }: { scenarioId: string; turns: Turns }) {
  const router = useRouter();
  const turner = useSyncExternalStore(
    subscribeToPlans,
    () => turnerOf(scenarioId, turns),
    () => null,
  );
  const subscribe = turner?.subscribe ?? subscribeToPlans;
  const state = useSyncExternalStore(
    subscribe,
    () => turner?.state() ?? null,
    () => null,
  );

  const noted = useRef(turns.undo?.editId ?? "");
  useEffect(() => {
    turner?.tell(turns);
    const { undo } = turns;
    // Ids are made in the order of time: what was brought again is older than what was done since.
    if (!undo || undo.editId <= noted.current) return;
    noted.current = undo.editId;
    if (turner?.knows(undo.editId) || isNoted(undo.editId)) return;
    noteEdit(undo.description, () => turnPlan(scenarioId, "undo"));
  }, [scenarioId, turner, turns]);

  useEffect(
    () =>
      listenTo(scenarioId, {
        failed(what, message) {
          noteFailure(what, message);
          if (!isShown(scenarioId)) router.refresh();
        },
        turned(way, description) {
          if (isShown(scenarioId)) return;
          noteTurn(way, description, () => turnPlan(scenarioId, way === "undo" ? "redo" : "undo"));
          router.refresh();
        },
      }),
    [scenarioId, router],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const way = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
      if (!way) return;
      event.preventDefault();
      turnPlan(scenarioId, way);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [scenarioId]);

  const words = {
    undo: state ? state.undoable : (turns.undo?.description ?? null),
    redo: state ? state.redoable : (turns.redo?.description ?? null),
  };
  return (
    <>
      <span className={classes.history}>
        {BUTTONS.map(({ way, name, keys, icon: Icon }) => (
          <Tooltip
            key={way}
            multiline
            maw={360}
            label={words[way] ? `${name}: ${words[way]} (${keys})` : `Nothing to ${way}`}
          >
            <ActionIcon
              variant="default"
              size={30}
              aria-label={words[way] ? `${name}: ${words[way]}` : name}
              aria-disabled={words[way] === null}
              onClick={() => turnPlan(scenarioId, way)}
              {...(words[way] === null ? { "data-disabled": true } : {})}
            >
              <Icon size={17} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        ))}
      </span>
      <span className={classes.turnMenu}>
        <TurnMenu words={words} turn={(way) => turnPlan(scenarioId, way)} />
      </span>
    </>
  );
}

/** Both in one place where there is no room for two buttons, nor a pointer that would show what they do. */
function TurnMenu({
  words,
  turn,
}: {
  words: Readonly<Record<"undo" | "redo", string | null>>;
  turn: (way: "undo" | "redo") => void;
}) {
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="Undo and redo">
          <IconArrowBackUp size={17} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {BUTTONS.map(({ way, name, icon: Icon }) => (
          <Menu.Item
            key={way}
            leftSection={<Icon size={15} />}
            disabled={words[way] === null}
            onClick={() => turn(way)}
          >
            {words[way] ? `${name}: ${words[way]}` : `Nothing to ${way}`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
