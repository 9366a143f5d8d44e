"use client";

import { DndContext, DragOverlay, type Modifiers } from "@dnd-kit/core";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useRef, useState } from "react";
import { quartersOf } from "#core/model/day.ts";
import type { StripId } from "#core/model/ids.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { clockFor } from "#core/report/moment.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { NO_TURNS, type Turns } from "#ui/plan/edit-answer.ts";
import { useTellVerdict } from "#ui/plan/live-verdict.tsx";
import { Announcer, OfflineBar, SaveLine } from "#ui/plan/plan-bar.tsx";
import { usePlan } from "#ui/plan/use-plan.ts";
import { StripCard } from "#ui/strip/strip-card.tsx";
import type { StripFace } from "#ui/strip/strip-face.ts";
import { JudgedBy, VerdictLine } from "#ui/verdict.tsx";
import classes from "./board.module.css";
import { Boneyard, type BoneyardFilter, filtered, NO_FILTER } from "./boneyard.tsx";
import { type Column, columnsOf } from "./columns.ts";
import { cursorOf, type Places } from "./cursor.ts";
import { DayColumn } from "./day-column.tsx";
import { belowPointer } from "./ghost.ts";
import { Holding } from "./holding.tsx";
import { BannerInspector, Inspector } from "./inspector/inspector.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { proposeMoves, startMoves } from "./propose.ts";
import { optionsFor, runAction } from "./strip-actions.ts";
import type { CellActions } from "./strip-cell.tsx";
import { useBoardKeys } from "./use-board-keys.ts";
import { type Over, useDrag } from "./use-drag.ts";
import { useEdits } from "./use-edits.ts";
import { useFaces } from "./use-faces.ts";
import { useFocus } from "./use-focus.ts";
import { usePreviews } from "./use-previews.ts";
import { useSelection } from "./use-selection.ts";

const BELOW: Modifiers = [({ transform, ...held }) => belowPointer(transform, held)];

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
  const router = useRouter();
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

  const selecting = useSelection(places, bonePlaces, columns, stripId);
  const { selection, choose } = selecting;

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
      if (!column) return;
      edits.move(
        over.startsAt === undefined
          ? proposeMoves(plan.checked, column, { day: column.day, index: over.index }, held)
          : startMoves(plan.checked, column, over.startsAt, held),
      );
    },
  });
  const focusNext = useFocus(drag.board, stripId);

  // What cells call is kept in a ref, so that the cells themselves need not be drawn again when it changes.
  const now = useRef({ plan, edits, columns, faces, selection, places });
  now.current = { plan, edits, columns, faces, selection, places };
  const addBanner = useCallback(
    (dayId: string) => choose.openBanner(now.current.edits.addBanner(dayId)),
    [choose],
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
      select: choose.select,
      focus: (id) => choose.enter(cursorOf(now.current.places, id) ? "days" : "boneyard", id),
      run(id, action) {
        if (action === "move-to") choose.ask(id, "move");
        else if (action === "best-places") choose.ask(id, "best");
        else if (action === "why-not") router.push(`${base}/why?strip=${encodeURIComponent(id)}`);
        else if (action === "split") choose.ask(id, "split");
        else if (action === "mark-set-ups") choose.ask(id, "mark");
        else {
          focusNext.current = id;
          choose.enter("days", id);
          runAction(action, id, goingWith(id), now.current.plan, now.current.edits);
        }
      },
      optionsOf: (id) => optionsFor(now.current.faces, now.current.columns, id),
    };
  }, [choose, focusNext, router, base]);

  const { dayKeys, boneKeys, weighed } = useBoardKeys({
    board: drag.board,
    plan,
    edits,
    columns,
    places,
    bonePlaces,
    faces,
    selecting,
    actions,
    focusNext,
  });
  const held = drag.held as readonly StripId[];
  const isHolding = held.length + weighed.length > 0;
  const over = held.length > 0 ? drag.over : standsAt(columns, weighed[0]);
  const overDay = over !== null && over !== "boneyard" ? over : null;
  const previews = usePreviews(plan, columns, held.length > 0 ? held : weighed, overDay?.dayId ?? null);

  const { module: allModules } = plan.snapshot.tables;
  const modules = useMemo(() => allModules.filter((m) => m.isUsable), [allModules]);
  const homeClock = useMemo(
    () => clockFor(snapshot.production.homeZone, null),
    [snapshot.production.homeZone],
  );
  const chosen = selection.ids.flatMap((id) => faces.get(id) ?? []);
  const banner = banners.find((b) => b.id === selecting.bannerId) ?? null;
  const close = () => {
    choose.clear();
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
        {isHolding ? (
          <Holding checked={plan.checked} columns={columns} over={over} previews={previews} />
        ) : (
          <JudgedBy report={report} tables={plan.snapshot.tables} href={`${base}/rules`} />
        )}
        <span className={classes.tools}>
          <SaveLine plan={plan} />
          <KeysHelp />
          {mayEdit ? <LinkButton href={`${base}/solve`}>Propose a plan</LinkButton> : null}
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
                data-holding={isHolding ? "" : undefined}
                onKeyDown={dayKeys}
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
                      selecting.activeId === column.day.id ||
                      column.strips.some((p) => p.strip.id === selecting.activeId)
                        ? selecting.activeId
                        : ""
                    }
                    selected={selection.ids}
                    held={held}
                    isHolding={isHolding}
                    dropIndex={overDay?.dayId === column.day.id ? (overDay.index ?? null) : null}
                    startsAt={overDay?.dayId === column.day.id ? (overDay.startsAt ?? null) : null}
                    starts={isHolding && overDay?.dayId === column.day.id ? previews.starts : null}
                    preview={previews.days.get(column.day.id)}
                    actions={actions}
                    onClose={closeDay}
                    onBanner={addBanner}
                    onOpenBanner={choose.openBanner}
                  />
                ))}
              </div>
              <Boneyard
                faces={shownBones}
                all={bones}
                filter={filter}
                onFilter={setFilter}
                modules={modules}
                base={base}
                mayEdit={mayEdit}
                activeId={selecting.activeBoneId}
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
                asked={selecting.asked}
                onClose={close}
              />
            )}
          </div>
          <DragOverlay dropAnimation={null} modifiers={BELOW} className={classes.overlay ?? ""}>
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

/** The quarter of an hour of its day in which a strip starts. */
function standsAt(columns: readonly Column[], id: StripId | undefined): Over {
  for (const { day, strips } of columns) {
    const placed = strips.find((p) => p.strip.id === id);
    const startsAt = placed && quartersOf(day).findLast((at) => at <= placed.span.start);
    if (startsAt !== undefined) return { dayId: day.id, startsAt };
  }
  return null;
}

/** The board's own live region speaks; the library's stays quiet. */
const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
