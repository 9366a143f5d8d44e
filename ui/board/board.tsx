"use client";

import { DndContext, DragOverlay } from "@dnd-kit/core";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { clock } from "#core/base/format.ts";
import { instant } from "#core/base/instant.ts";
import type { StripId } from "#core/model/ids.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { clockFor } from "#core/report/moment.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { useTellVerdict } from "#ui/plan/live-verdict.tsx";
import { Announcer, HistoryButtons, OfflineBar, SaveLine } from "#ui/plan/plan-bar.tsx";
import type { Turns } from "#ui/plan/plan-store.ts";
import { type Plan, usePlan } from "#ui/plan/use-plan.ts";
import { StripCard } from "#ui/strip/strip-card.tsx";
import { findingsByStrip, type StripFace, stripFace, stripName } from "#ui/strip/strip-face.ts";
import { JudgedBy, VerdictLine } from "#ui/verdict.tsx";
import classes from "./board.module.css";
import { Boneyard, type BoneyardFilter, filtered, NO_FILTER } from "./boneyard.tsx";
import { type Column, columnsOf } from "./columns.ts";
import { cursorOf, idAt, moveCursor, NOTHING, type Places, type Selection, select } from "./cursor.ts";
import { DayColumn } from "./day-column.tsx";
import { PreviewMark } from "./day-head.tsx";
import { type Asked, BannerInspector, Inspector } from "./inspector/inspector.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { proposeMoves } from "./propose.ts";
import type { CellActions } from "./strip-cell.tsx";
import type { StripAction, StripOptions } from "./strip-menu.tsx";
import { type Over, useDrag } from "./use-drag.ts";
import { type Edits, useEdits } from "./use-edits.ts";
import { type Previews, usePreviews } from "./use-previews.ts";

const NO_FINDINGS = [] as const;
const NO_TURNS: Turns = { undoable: null, redoable: null };
const NO_IDS: readonly StripId[] = [];

/** Faces of all strips; a face that says the same as before stays the same object, so that its cell is not drawn again. */
function useFaces({ facts, report, snapshot }: Plan): ReadonlyMap<string, StripFace> {
  const before = useRef<ReadonlyMap<string, StripFace>>(new Map());
  return useMemo(() => {
    const clock = clockFor(snapshot.production.homeZone, null);
    const findings = findingsByStrip(report.findings);
    const faces = new Map<string, StripFace>();
    for (const strip of facts.strips.values()) {
      const face = stripFace(facts, clock, strip, findings.get(strip.id) ?? NO_FINDINGS);
      const known = before.current.get(strip.id);
      if (face) faces.set(strip.id, known && JSON.stringify(known) === JSON.stringify(face) ? known : face);
    }
    before.current = faces;
    return faces;
  }, [facts, report, snapshot.production.homeZone]);
}

/** What the menu of a strip offers, from where it stands. */
function optionsFor(
  faces: ReadonlyMap<string, StripFace>,
  columns: readonly Column[],
  id: string,
): StripOptions {
  const face = faces.get(id);
  const c = columns.findIndex((column) => column.strips.some((p) => p.strip.id === id));
  const strips = columns[c]?.strips ?? [];
  const i = strips.findIndex((p) => p.strip.id === id);
  const nameAt = (n: number) => {
    const other = faces.get(strips[n]?.strip.id ?? "");
    return other && !other.line.isPinned ? stripName(other).replace("Scene", "scene") : null;
  };
  const dayAt = (n: number) => (c >= 0 && columns[n] ? `day ${columns[n].day.number}` : null);
  return {
    isPlaced: face?.line.time != null,
    isPinned: face?.line.isPinned ?? false,
    isShot: face?.line.status === "shot",
    canSplit: (face?.line.tier ?? null) !== null,
    before: i > 0 ? nameAt(i - 1) : null,
    after: i >= 0 ? nameAt(i + 1) : null,
    previousDay: dayAt(c - 1),
    nextDay: dayAt(c + 1),
  };
}

function runAction(action: StripAction, id: string, ids: readonly StripId[], plan: Plan, edits: Edits): void {
  const one = id as StripId;
  const setUps = () => (plan.facts.setUpsOfStrip.get(one) ?? []).map((s) => s.id);
  const run: { readonly [A in StripAction]?: () => unknown } = {
    earlier: () => edits.shift(ids, -5),
    later: () => edits.shift(ids, 5),
    before: () => edits.swap(one, -1),
    after: () => edits.swap(one, 1),
    "previous-day": () => edits.toDay(ids, -1),
    "next-day": () => edits.toDay(ids, 1),
    boneyard: () => edits.toBoneyard(ids),
    pin: () => edits.pin(ids, true),
    unpin: () => edits.pin(ids, false),
    "mark-shot": () => edits.mark(one, setUps()),
    "mark-planned": () => edits.mark(one, []),
  };
  run[action]?.();
}

const KEYS_WITH_ALT: Record<string, StripAction> = {
  ArrowUp: "earlier",
  ArrowDown: "later",
  ArrowLeft: "previous-day",
  ArrowRight: "next-day",
};

/** The stripboard: shoot days as columns of strips, the boneyard below, what is selected at the right. */
export function Board({
  snapshot,
  mayEdit,
  base,
  turns = NO_TURNS,
  stripId = null,
}: {
  snapshot: ScenarioSnapshot;
  mayEdit: boolean;
  /** What this user could undo and redo when the page was made. */
  turns?: Turns;
  /** Address of the scenario's pages. */
  base: string;
  /** Selected when the board opens. */
  stripId?: string | null;
}) {
  const plan = usePlan({ snapshot, mayEdit, turns });
  const { facts, report } = plan;
  const { banner: banners } = plan.snapshot.tables;
  const columns = useMemo(() => columnsOf(facts, banners), [facts, banners]);
  const faces = useFaces(plan);
  const edits = useEdits(plan, columns);
  useTellVerdict({
    scenarioId: snapshot.scenario.id,
    verdict: report.verdict,
    inHand: report.minutes.inHand,
  });

  const [filter, setFilter] = useState<BoneyardFilter>(NO_FILTER);
  const bones = useMemo(() => {
    const order = (face: StripFace) => facts.scenes.get(face.line.sceneId)?.order ?? 0;
    return [...faces.values()]
      .filter((face) => face.line.time === null)
      .sort((a, b) => order(a) - order(b) || a.line.part.localeCompare(b.line.part));
  }, [faces, facts]);
  const shownBones = useMemo(() => filtered(bones, filter), [bones, filter]);
  const places: Places = useMemo(
    () => columns.map((column) => column.strips.map((p) => p.strip.id)),
    [columns],
  );
  const bonePlaces: Places = useMemo(() => [shownBones.map((face) => face.line.stripId)], [shownBones]);

  const [selection, setSelection] = useState<Selection>(
    stripId === null ? NOTHING : { ids: [stripId], anchor: stripId },
  );
  const [bannerId, setBannerId] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>({ part: null, times: 0 });
  const [active, setActive] = useState<string | null>(stripId);
  const [activeBone, setActiveBone] = useState<string | null>(null);
  const focusNext = useRef<string | null>(null);
  /** Where the keyboard was; null once it went somewhere else by itself. */
  const lastFocused = useRef<string | null>(null);

  const activeId =
    active !== null &&
    (cursorOf(places, active) || columns.some((c) => c.day.id === active && c.strips.length === 0))
      ? active
      : (places.flat()[0] ?? columns[0]?.day.id ?? "");
  const activeBoneId =
    activeBone !== null && cursorOf(bonePlaces, activeBone) ? activeBone : (bonePlaces[0]?.[0] ?? "");

  const drag = useDrag({
    idsOf: (id) =>
      selection.ids.includes(id)
        ? selection.ids.filter((other) => !facts.strips.get(other as StripId)?.isPinned)
        : [id],
    onDrop(ids, over) {
      const held = ids as readonly StripId[];
      if (over === "boneyard") {
        edits.toBoneyard(held.filter((id) => facts.strips.get(id)?.startsAt !== null));
        return;
      }
      const column = columns.find((c) => c.day.id === over.dayId);
      if (column) edits.move(proposeMoves(facts, column, { day: column.day, index: over.index }, held));
    },
  });
  const held = drag.held as readonly StripId[];
  const previews = usePreviews(plan, columns, held.length > 0 ? held : NO_IDS);

  useEffect(() => {
    const board = drag.board.current;
    const onFocus = ({ target }: FocusEvent) => {
      lastFocused.current = (target as HTMLElement).dataset.stripId ?? null;
    };
    const onPress = () => {
      lastFocused.current = null;
    };
    board?.addEventListener("focusin", onFocus);
    board?.addEventListener("mousedown", onPress);
    return () => {
      board?.removeEventListener("focusin", onFocus);
      board?.removeEventListener("mousedown", onPress);
    };
  }, [drag.board]);
  // A strip that moves to another day is drawn anew there: the keyboard's place goes with it.
  useEffect(() => {
    const isLost = document.activeElement === document.body && lastFocused.current;
    const id = focusNext.current ?? (isLost ? lastFocused.current : null);
    focusNext.current = null;
    if (id === null) return;
    drag.board.current?.querySelector<HTMLElement>(`[data-strip-id="${CSS.escape(id)}"]`)?.focus();
  });
  useEffect(() => {
    if (stripId === null) return;
    document
      .querySelector(`[data-strip-id="${CSS.escape(stripId)}"]`)
      ?.scrollIntoView({ block: "center", inline: "center" });
  }, [stripId]);

  // What cells call is kept in a ref, so that the cells themselves need not be drawn again when it changes.
  const now = useRef({ plan, edits, columns, faces, selection, places, bonePlaces });
  now.current = { plan, edits, columns, faces, selection, places, bonePlaces };
  const ask = useCallback((id: string, part: Asked["part"]) => {
    setBannerId(null);
    setSelection(({ ids, anchor }) => (ids.includes(id) ? { ids, anchor } : { ids: [id], anchor: id }));
    setAsked(({ times }) => ({ part, times: times + 1 }));
  }, []);
  const openBanner = useCallback((id: string | null) => {
    setSelection(NOTHING);
    setBannerId(id);
  }, []);
  const addBanner = useCallback(
    (dayId: string) => openBanner(now.current.edits.addBanner(dayId)),
    [openBanner],
  );
  const closeDay = useCallback((dayId: string, isClosed: boolean) => {
    now.current.edits.closeDay(dayId, isClosed);
  }, []);
  const actions: CellActions = useMemo(() => {
    const goingWith = (id: string) => {
      const { ids } = now.current.selection;
      return (ids.includes(id) ? ids : [id]) as readonly StripId[];
    };
    return {
      select(id, how) {
        const all: Places = [...now.current.places, ...now.current.bonePlaces];
        setBannerId(null);
        setSelection((before) => select(all, before, id, how));
      },
      focus(id) {
        if (cursorOf(now.current.places, id)) setActive(id);
        else setActiveBone(id);
      },
      run(id, action) {
        if (action === "move-to") ask(id, "move");
        else if (action === "split") ask(id, "split");
        else if (action === "mark-set-ups") ask(id, "mark");
        else {
          focusNext.current = id;
          setActive(id);
          runAction(action, id, goingWith(id), now.current.plan, now.current.edits);
        }
      },
      optionsOf: (id) => optionsFor(now.current.faces, now.current.columns, id),
    };
  }, [ask]);

  const goTo = (grid: Places, id: string | null, dayId: string | undefined, isExtending: boolean) => {
    const key = id ?? dayId;
    if (!key) return;
    const place = id ? `[data-strip-id="${CSS.escape(id)}"]` : `[data-day-id="${CSS.escape(key)}"]`;
    if (grid === places) setActive(key);
    else setActiveBone(key);
    drag.board.current?.querySelector<HTMLElement>(place)?.focus();
    if (!id) return;
    if (isExtending)
      setSelection((s) =>
        select([...places, ...bonePlaces], s.anchor ? s : { ids: [], anchor: activeId }, id, "range"),
      );
    // While one strip is looked at, the inspector follows the keyboard.
    else if (selection.ids.length === 1) setSelection({ ids: [id], anchor: id });
  };
  const onKeyDown = (grid: Places) => (event: KeyboardEvent) => {
    const here = (event.target as HTMLElement).dataset;
    const id = here.stripId ?? null;
    const at = id ?? here.dayId;
    if (!at) return;
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    const done = () => event.preventDefault();
    if (altKey && id && grid === places && mayEdit) {
      const action =
        shiftKey && key === "ArrowUp"
          ? "before"
          : shiftKey && key === "ArrowDown"
            ? "after"
            : KEYS_WITH_ALT[key];
      if (!action) return;
      done();
      if (facts.strips.get(id as StripId)?.isPinned)
        plan.say(`${stripName(faces.get(id) as StripFace)} is pinned. Unpin it to move it.`);
      else actions.run(id, action);
      return;
    }
    if (altKey) return;
    const column = grid === places ? columns.findIndex((c) => c.day.id === at) : -1;
    const cursor = id ? cursorOf(grid, id) : column >= 0 ? { column, row: -1 } : null;
    // In the boneyard strips stand beside and below each other: every arrow is on or back.
    const arrow =
      grid === places ? key : key === "ArrowLeft" ? "ArrowUp" : key === "ArrowRight" ? "ArrowDown" : key;
    const next = cursor && moveCursor(grid, cursor, arrow, ctrlKey || metaKey);
    if (next) {
      done();
      goTo(grid, idAt(grid, next), columns[next.column]?.day.id, shiftKey);
    } else if (key === "Escape") {
      setSelection(NOTHING);
      setBannerId(null);
    } else if (!id) return;
    else if (key === " ") {
      done();
      actions.select(id, "toggle");
    } else if (key === "Enter") {
      done();
      actions.select(id, "only");
    } else if ((key === "Delete" || key === "Backspace") && mayEdit && grid === places) {
      done();
      const cursorNow = cursorOf(places, id);
      const column = cursorNow ? (places[cursorNow.column] ?? []) : [];
      const ids = selection.ids.includes(id) ? selection.ids : [id];
      const rest = column.filter((other) => !ids.includes(other));
      if (edits.toBoneyard(ids as readonly StripId[]))
        focusNext.current =
          rest[Math.min(cursorNow?.row ?? 0, rest.length - 1)] ??
          places.flat().find((other) => !ids.includes(other)) ??
          null;
    }
  };

  const keys = useRef(onKeyDown(bonePlaces));
  keys.current = onKeyDown(bonePlaces);
  const boneKeys = useCallback((event: KeyboardEvent) => keys.current(event), []);
  const { module: allModules } = plan.snapshot.tables;
  const modules = useMemo(() => allModules.filter((m) => m.isUsable), [allModules]);
  const homeClock = useMemo(
    () => clockFor(snapshot.production.homeZone, null),
    [snapshot.production.homeZone],
  );
  const chosen = selection.ids.flatMap((id) => faces.get(id) ?? []);
  const banner = banners.find((b) => b.id === bannerId) ?? null;
  const close = () => {
    setSelection(NOTHING);
    setBannerId(null);
    const [first] = selection.ids;
    if (first) focusNext.current = first;
  };
  const heldFace = faces.get(held[0] ?? "");
  const isEmpty = facts.strips.size === 0;

  return (
    <div className={classes.board} ref={drag.board}>
      <header className={classes.bar}>
        <h1>Board</h1>
        <VerdictLine verdict={report.verdict} inHand={report.minutes.inHand} />
        {held.length > 0 ? (
          <Holding columns={columns} over={drag.over} previews={previews} />
        ) : (
          <JudgedBy report={report} />
        )}
        <span className={classes.tools}>
          <SaveLine plan={plan} />
          <KeysHelp />
          {mayEdit ? <HistoryButtons plan={plan} /> : null}
        </span>
      </header>
      <OfflineBar plan={plan} />
      <Announcer said={plan.said} />
      {isEmpty || columns.length === 0 ? (
        <div className={classes.empty}>
          <Empty
            title={columns.length === 0 ? "No shoot days yet" : "No scenes yet"}
            action={<LinkButton href={`${base}/scenes`}>To the scenes</LinkButton>}
          >
            {columns.length === 0
              ? "The board shows the days between two hatches, one column each. Give the shoot window and its days first."
              : "The board is where scenes become a plan: each scene is a strip, and strips are placed on days. Write or import the scenes first."}
          </Empty>
        </div>
      ) : (
        <DndContext
          id="board"
          sensors={drag.sensors}
          {...drag.events}
          accessibility={{ screenReaderInstructions: { draggable: "" }, announcements: SILENT }}
        >
          <div className={classes.body} data-inspector={chosen.length > 0 || banner ? "" : undefined}>
            <div className={classes.left}>
              {places.every((ids) => ids.length === 0) && mayEdit ? (
                <p className={classes.hint}>
                  Nothing is placed yet. Hold a strip of the boneyard over a day to see what fits, or open its
                  menu and choose Place…
                </p>
              ) : null}
              {/* biome-ignore lint/a11y/useSemanticElements: the days are rows of a grid and stand beside each other; no table does that */}
              <div
                role="grid"
                aria-label="Shoot days"
                aria-multiselectable="true"
                aria-readonly={!mayEdit}
                className={classes.days}
                style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(var(--day-min), 1fr))` }}
                data-days=""
                data-holding={held.length > 0 ? "" : undefined}
                onKeyDown={onKeyDown(places)}
                tabIndex={-1}
              >
                {columns.map((column) => (
                  <DayColumn
                    key={column.day.id}
                    column={column}
                    faces={faces}
                    minutes={report.days.find((d) => d.dayId === column.day.id)}
                    light={plan.snapshot.light}
                    base={base}
                    mayEdit={mayEdit}
                    activeId={
                      activeId === column.day.id || column.strips.some((p) => p.strip.id === activeId)
                        ? activeId
                        : ""
                    }
                    selected={selection.ids}
                    held={held}
                    isHolding={held.length > 0}
                    dropIndex={
                      drag.over !== null && drag.over !== "boneyard" && drag.over.dayId === column.day.id
                        ? drag.over.index
                        : null
                    }
                    preview={previews.get(column.day.id)}
                    actions={actions}
                    onClose={closeDay}
                    onBanner={addBanner}
                    onOpenBanner={openBanner}
                  />
                ))}
              </div>
              <Boneyard
                faces={shownBones}
                all={bones}
                filter={filter}
                onFilter={setFilter}
                modules={modules}
                mayEdit={mayEdit}
                activeId={activeBoneId}
                selected={selection.ids}
                held={held}
                isOver={drag.over === "boneyard"}
                actions={actions}
                onKeyDown={boneKeys}
              />
            </div>
            {banner ? (
              <BannerInspector
                key={banner.id}
                banner={banner}
                edits={edits}
                mayEdit={mayEdit}
                onClose={close}
              />
            ) : (
              <Inspector
                faces={chosen}
                plan={plan}
                edits={edits}
                columns={columns}
                clock={homeClock}
                homeLabel={snapshot.production.homeZoneLabel}
                base={base}
                asked={asked}
                onClose={close}
              />
            )}
          </div>
          <DragOverlay dropAnimation={null} className={classes.overlay ?? ""}>
            {heldFace ? (
              <div className={classes.overlayStack}>
                <StripCard face={heldFace} />
                {held.length > 1 ? <span className={classes.more}>{held.length} strips</span> : null}
              </div>
            ) : null}
          </DragOverlay>
        </DndContext>
      )}
    </div>
  );
}

/** What is under the pointer while strips are held: the day, the start, what breaks there, the first of it in words. */
function Holding({
  columns,
  over,
  previews,
}: {
  columns: readonly Column[];
  over: Over;
  previews: Previews;
}) {
  if (over === null) return <span className={classes.holding}>Held: drop it on a day</span>;
  if (over === "boneyard") return <span className={classes.holding}>To the boneyard</span>;
  const day = columns.find((c) => c.day.id === over.dayId)?.day;
  const position = previews.get(over.dayId)?.at.get(over.index);
  const [first] = position?.moves ?? [];
  const [worst] = position?.preview.breaks ?? [];
  return (
    <span className={classes.holding}>
      <span>
        Day {day?.number}
        {first ? `, ${clock(instant(first.startsAt))} GMT` : ""}
      </span>
      {position ? <PreviewMark preview={position.preview} /> : null}
      {worst ? <span className="muted">{worst.message}</span> : null}
    </span>
  );
}

/** The board's own live region speaks; the library's stays quiet. */
const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
