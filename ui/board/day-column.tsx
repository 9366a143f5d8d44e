"use client";

import { memo } from "react";
import { instant } from "#core/base/instant.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import type { Banner, ShootDay } from "#core/model/day.ts";
import type { DayMinutes } from "#core/model/finding.ts";
import type { LightTable } from "#core/model/light-table.ts";
import type { StripFace } from "#ui/strip/strip-face.ts";
import classes from "./board.module.css";
import { type Column, timeOn } from "./columns.ts";
import { DayHead, PreviewMark } from "./day-head.tsx";
import { previewTone } from "./preview.ts";
import { StartsRuler } from "./starts-ruler.tsx";
import { type CellActions, StripCell } from "./strip-cell.tsx";
import type { DayPreview, Position, Starts } from "./use-previews.ts";

/** Where the held strip would come to stand, and what that would break. */
function DropLine({ day, position }: { day: ShootDay; position: Position | null }) {
  const [first] = position?.moves ?? [];
  return (
    <div className={classes.dropLine} aria-hidden>
      {position && first ? (
        <>
          <b>{timeOn(day, instant(first.startsAt))}</b>
          <PreviewMark preview={position.preview} />
        </>
      ) : (
        "looking…"
      )}
    </div>
  );
}

function BannerCell({ banner, onOpen }: { banner: Banner; onOpen: (id: string) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the strip cells
    <div role="gridcell" className={classes.bannerCell} tabIndex={-1}>
      <button type="button" className={classes.banner} onClick={() => onOpen(banner.id)} title={banner.text}>
        {banner.text}
      </button>
    </div>
  );
}

/** One day of the board. While a strip is held it is shaded with what the drop would break. */
export const DayColumn = memo(function DayColumn({
  column,
  faces,
  minutes,
  light,
  base,
  mayEdit,
  activeId,
  selected,
  held,
  isHolding,
  dropIndex,
  startsAt,
  starts,
  preview,
  actions,
  onClose,
  onBanner,
  onOpenBanner,
}: {
  column: Column;
  faces: ReadonlyMap<string, StripFace>;
  minutes: DayMinutes | undefined;
  light: LightTable;
  base: string;
  mayEdit: boolean;
  activeId: string;
  selected: readonly string[];
  held: readonly string[];
  isHolding: boolean;
  /** The position under the pointer, counted without the held strips; null when it is elsewhere. */
  dropIndex: number | null;
  /** The quarter of an hour that is pointed at, or at which what is moved by keys stands. */
  startsAt: EpochSeconds | null;
  /** What starts on this day would do; null where it is not the day that is looked at. */
  starts: Starts | null;
  preview: DayPreview | undefined;
  actions: CellActions;
  onClose: (dayId: string, isClosed: boolean) => void;
  onBanner: (dayId: string) => void;
  onOpenBanner: (id: string) => void;
}) {
  const { day, strips, banners } = column;
  const shown = strips.flatMap((p) => faces.get(p.strip.id) ?? []);
  const tone = isHolding && preview ? previewTone(preview.best.preview) : undefined;
  const weight = Math.min(3, preview?.best.preview.breaks.length ?? 0);
  const ruled = starts !== null && !day.isClosed ? starts : null;
  let standing = -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the strip cells
    <div
      role="row"
      tabIndex={-1}
      aria-label={`Day ${day.number}`}
      className={classes.day}
      data-column={day.id}
      data-tone={tone}
      data-weight={weight}
      data-over={dropIndex === null && startsAt === null ? undefined : ""}
      data-closed={day.isClosed ? "" : undefined}
      data-ruled={ruled ? "" : undefined}
    >
      <DayHead
        column={column}
        minutes={minutes}
        eighths={shown.reduce((sum, face) => sum + face.line.eighths, 0)}
        light={light}
        held={isHolding ? (preview?.best ?? "looking") : null}
        mayEdit={mayEdit}
        isActive={activeId === day.id}
        base={base}
        onClose={onClose}
        onBanner={onBanner}
      />
      {ruled ? <StartsRuler day={day} starts={ruled} startsAt={startsAt} /> : null}
      {shown.map((face, i) => {
        const id = face.line.stripId;
        const isHeld = held.includes(id);
        if (!isHeld) standing += 1;
        return [
          ...banners
            .filter((b) => b.order === i)
            .map((b) => <BannerCell key={b.id} banner={b} onOpen={onOpenBanner} />),
          !isHeld && dropIndex === standing ? (
            <DropLine key="drop" day={day} position={preview?.at.get(dropIndex) ?? null} />
          ) : null,
          <StripCell
            key={id}
            face={face}
            isSelected={selected.includes(id)}
            isActive={activeId === id}
            isHeld={isHeld}
            mayEdit={mayEdit}
            actions={actions}
          />,
        ];
      })}
      {dropIndex !== null && dropIndex > standing ? (
        <DropLine day={day} position={preview?.at.get(dropIndex) ?? null} />
      ) : null}
      {banners
        .filter((b) => b.order >= shown.length || b.order < 0)
        .map((b) => (
          <BannerCell key={b.id} banner={b} onOpen={onOpenBanner} />
        ))}
    </div>
  );
});
