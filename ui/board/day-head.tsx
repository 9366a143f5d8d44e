"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconCheck, IconDots, IconQuestionMark, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { memo } from "react";
import { count, pagesText } from "#core/base/format.ts";
import { instant } from "#core/base/instant.ts";
import type { DayMinutes } from "#core/model/finding.ts";
import type { LightTable } from "#core/model/light-table.ts";
import type { Effect } from "#core/scenario/effect.ts";
import classes from "./board.module.css";
import { type Column, dayDate, dayTitle, timeOn } from "./columns.ts";
import { previewText, previewTone } from "./preview.ts";
import type { Position } from "./use-previews.ts";

const ICONS = { fits: IconCheck, fails: IconX, unknown: IconQuestionMark } as const;

/** What a drop would do, in a mark, a number and, where it is short enough, a word. */
export function PreviewMark({ preview }: { preview: Effect }) {
  const tone = previewTone(preview);
  const Icon = ICONS[tone];
  return (
    <span className={classes.preview} data-tone={tone}>
      <Icon size={13} stroke={2.5} aria-hidden />
      {previewText(preview)}
    </span>
  );
}

/** Used, reserved and free of the shootable minutes. */
function Meter({ day }: { day: DayMinutes }) {
  const over = Math.max(0, day.used - day.shootable);
  const reserved = Math.max(0, Math.min(day.reserved, day.shootable - day.used));
  const parts = { used: day.used - over, over, reserved, free: day.free };
  return (
    <span className={classes.meter} aria-hidden>
      {Object.entries(parts).map(([part, min]) =>
        min > 0 ? <i key={part} data-part={part} style={{ flexGrow: min }} /> : null,
      )}
    </span>
  );
}

/** Orbital day and night from wake to sleep, with what is unknown hatched. */
function DayLight({ column: { day }, light }: { column: Column; light: LightTable }) {
  const length = day.sleepsAt - day.wakesAt;
  const x = (at: number) => Math.max(0, Math.min(100, ((at - day.wakesAt) / length) * 100));
  const inDay = ({ span }: { span: { start: number; end: number } }) =>
    span.start < day.sleepsAt && day.wakesAt < span.end;
  const nights = light.spans.filter((s) => s.kind === "night").filter(inDay);
  const unknown = light.unknown.filter(inDay);
  const beta = light.beta.find((b) => b.date === day.date)?.betaDeg;
  const said = `${count(nights.length, "orbital night")} while awake${beta === undefined ? "" : `, beta ${beta.toFixed(0).replace("-", "−")}°`}${unknown.length > 0 ? ", light partly unknown" : ""}`;
  return (
    <span className={classes.light} title={said}>
      {nights.map(({ span }) => (
        <i
          key={span.start}
          data-light="night"
          style={{ left: `${x(span.start)}%`, width: `${x(span.end) - x(span.start)}%` }}
        />
      ))}
      {unknown.map(({ span }) => (
        <i
          key={span.start}
          data-light="unknown"
          style={{ left: `${x(span.start)}%`, width: `${x(span.end) - x(span.start)}%` }}
        />
      ))}
      <span className="visually-hidden">{said}</span>
    </span>
  );
}

/** What can be done with a day. */
const DayMenu = memo(function DayMenu({
  dayId,
  number,
  isClosed,
  base,
  tabIndex,
  onClose,
  onBanner,
}: {
  dayId: string;
  number: number;
  isClosed: boolean;
  base: string;
  tabIndex: number;
  onClose: (dayId: string, isClosed: boolean) => void;
  onBanner: (dayId: string) => void;
}) {
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          className={classes.headMenu ?? ""}
          aria-label={`Day ${number}: more`}
          tabIndex={tabIndex}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} href={`${base}/day?day=${number}`}>
          Day view
        </Menu.Item>
        <Menu.Item onClick={() => onBanner(dayId)}>Add a banner</Menu.Item>
        <Menu.Item onClick={() => onClose(dayId, !isClosed)}>
          {isClosed ? "Open this day again" : "Lose this day"}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});

/** Head of a day: number and date, pages, strips, minutes, light; while a strip is held, what the best place on it would break. */
export function DayHead({
  column,
  minutes,
  eighths,
  light,
  held,
  mayEdit,
  isActive,
  base,
  onClose,
  onBanner,
}: {
  column: Column;
  minutes: DayMinutes | undefined;
  eighths: number;
  light: LightTable;
  /** The best place for what is held; "looking" until known; null while nothing is. */
  held: Position | "looking" | null;
  mayEdit: boolean;
  isActive: boolean;
  base: string;
  onClose: (dayId: string, isClosed: boolean) => void;
  onBanner: (dayId: string) => void;
}) {
  const { day, strips } = column;
  const said = minutes
    ? `${minutes.used} of ${minutes.shootable} min used, ${minutes.free} free, ${minutes.reserved} reserved`
    : "";
  const [first] = held === "looking" || held === null ? [] : held.moves;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the cells of this grid
    <div
      role="rowheader"
      className={classes.head}
      tabIndex={isActive ? 0 : -1}
      data-day-id={day.id}
      aria-label={`${dayTitle(day)}: ${count(strips.length, "strip")}, ${pagesText(eighths)} pages${day.isClosed ? ", lost" : ""}${said ? `, ${said}` : ""}`}
    >
      <div className={classes.headTop}>
        <Link href={`${base}/day?day=${day.number}`} className={classes.dayLink} tabIndex={isActive ? 0 : -1}>
          <b>Day {day.number}</b>
        </Link>
        {mayEdit ? (
          <DayMenu
            dayId={day.id}
            number={day.number}
            isClosed={day.isClosed}
            base={base}
            tabIndex={isActive ? 0 : -1}
            onClose={onClose}
            onBanner={onBanner}
          />
        ) : null}
      </div>
      <span className={classes.date} title={day.note}>
        {dayDate(day)}
      </span>
      {held ? (
        <span className={classes.headPreview}>
          {held === "looking" ? (
            <span className="muted">looking…</span>
          ) : (
            <>
              <PreviewMark preview={held.preview} />
              {first ? <span className="muted">at {timeOn(day, instant(first.startsAt))}</span> : null}
            </>
          )}
        </span>
      ) : (
        <span className={classes.totals} title={said}>
          {day.isClosed ? (
            <b className={classes.lost}>lost</b>
          ) : (
            <span>
              {minutes?.used ?? 0}/{minutes?.shootable ?? 0} min
            </span>
          )}
          <span>
            <span title={count(strips.length, "strip")}>{strips.length}</span> · {pagesText(eighths)} pp
          </span>
        </span>
      )}
      {minutes ? <Meter day={minutes} /> : null}
      <DayLight column={column} light={light} />
    </div>
  );
}
