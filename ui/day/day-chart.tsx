import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { EventBand, LightBand, NowLine } from "./bands.tsx";
import classes from "./day.module.css";
import type { DayModel } from "./day-model.ts";
import { type Item, isRest, type Row } from "./item.ts";
import { ItemBar } from "./item-bar.tsx";

const GROUP_NAMES = { people: "People", modules: "Modules" } as const;

/** The bands and rows of a day over its hours; `onShow` is told what is pointed at or focused. */
export function DayChart({
  model,
  zoom,
  base,
  nowAt,
  homeLabel,
  onShow,
}: {
  model: DayModel;
  zoom: number;
  base: string;
  nowAt: number;
  homeLabel: string;
  onShow: (item: Item | null) => void;
}) {
  const { range, rows } = model;
  const chart = useRef<HTMLDivElement>(null);
  const grid = useMemo(() => rows.map((row) => row.items.map((item) => item.id)), [rows]);
  const [active, setActive] = useState<string | null>(null);
  const activeId = active !== null && grid.flat().includes(active) ? active : (grid.flat()[0] ?? "");

  // Where the chart is wider than the page it opens at the first strip, else at the first thing done.
  const opensAt = useMemo(() => {
    const items = rows.flatMap((row) => row.items);
    const busy = items.filter((item) => item.kind === "strip");
    const rest = items.filter((item) => !isRest(item));
    return Math.min(range.end, ...(busy.length > 0 ? busy : rest).map((item) => item.span.start));
  }, [rows, range]);
  useEffect(() => {
    const frame = chart.current;
    if (!frame) return;
    const name = frame.querySelector<HTMLElement>("[data-head]")?.offsetWidth ?? 0;
    const share = (opensAt - 1800 - range.start) / (range.end - range.start);
    frame.scrollLeft = Math.max(0, share * (frame.scrollWidth - name));
  }, [opensAt, range]);

  // Left and right in a row, up and down to what stands nearest in time: one stop for Tab, not two hundred.
  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset.item;
    if (!id) return;
    const r = grid.findIndex((ids) => ids.includes(id));
    const items = rows[r]?.items ?? [];
    const i = items.findIndex((item) => item.id === id);
    const at = items[i]?.span.start ?? 0;
    const nearest = (row: Row | undefined) =>
      row?.items.toSorted((a, b) => Math.abs(a.span.start - at) - Math.abs(b.span.start - at))[0];
    const next = {
      ArrowLeft: items[i - 1],
      ArrowRight: items[i + 1],
      ArrowUp: nearest(rows[r - 1]),
      ArrowDown: nearest(rows[r + 1]),
      Home: items[0],
      End: items.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    setActive(next.id);
    chart.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.id)}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys lead over what can be focused inside
    <div
      ref={chart}
      className={classes.chart}
      style={{ ["--hours" as string]: model.hours.length, ["--zoom" as string]: zoom }}
      onKeyDown={onKeyDown}
      onMouseLeave={() => onShow(null)}
    >
      <div className={classes.plane}>
        <div className={classes.name} data-head="">
          <span>GMT</span>
          <span className="muted">{homeLabel}</span>
        </div>
        <div className={classes.hours} aria-hidden>
          {model.hours.map((hour) => (
            <span key={hour.at}>
              <b>{hour.gmt}</b>
              <span>{hour.home}</span>
            </span>
          ))}
        </div>
        <LightBand model={model} isWide={zoom === 4} />
        <EventBand model={model} />
        {rows.map((row, i) => (
          <div
            key={row.id}
            className={classes.rowGroup}
            data-first={rows[i - 1]?.group === row.group ? undefined : ""}
          >
            <div className={classes.name}>
              <span className={classes.who}>{row.name}</span>
              {row.note ? (
                <span className="muted small" title={`On call ${row.note}`}>
                  {row.note}
                </span>
              ) : null}
            </div>
            <ul
              className={classes.track}
              style={{ ["--lanes" as string]: row.lanes }}
              aria-label={`${row.name}, ${GROUP_NAMES[row.group].toLowerCase()}`}
            >
              {row.items.map((item) => (
                <ItemBar
                  key={item.id}
                  item={item}
                  range={range}
                  isActive={item.id === activeId}
                  onShow={onShow}
                  base={base}
                />
              ))}
            </ul>
          </div>
        ))}
        <div className={classes.over} aria-hidden>
          <NowLine range={range} nowAt={nowAt} />
        </div>
      </div>
    </div>
  );
}
