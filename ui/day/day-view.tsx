"use client";

import { SegmentedControl } from "@mantine/core";
import {
  IconBarbell,
  IconBed,
  IconMessages,
  IconMoon,
  IconSoup,
  IconStethoscope,
  IconSun,
  IconX,
} from "@tabler/icons-react";
import Link from "next/link";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Interval } from "#core/base/interval.ts";
import { findingPath } from "#ui/rules/rule-path.ts";
import type { FindingLinks } from "../parts/finding-links.ts";
import { FindingList } from "../parts/finding-list.tsx";
import { Panel } from "../parts/panel.tsx";
import classes from "./day.module.css";
import { type DayModel, type Item, REST_KINDS, type Row } from "./day-model.ts";

const ZOOMS = [
  { value: "1", label: "Day" },
  { value: "2", label: "2×" },
  { value: "4", label: "4×" },
];
const KIND_ICONS: Partial<Record<Item["kind"], typeof IconBed>> = {
  sleep: IconBed,
  meal: IconSoup,
  exercise: IconBarbell,
  conference: IconMessages,
  medical: IconStethoscope,
};
const GROUP_NAMES = { people: "People", modules: "Modules" } as const;

const place = (range: Interval, span: Interval) => {
  const length = range.end - range.start;
  const left = Math.max(0, (span.start - range.start) / length);
  const right = Math.min(1, (span.end - range.start) / length);
  return { left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` };
};

/** What happens in an item: rig, shoot, strike, make-up as patterns inside its length. */
function Stretches({ item }: { item: Item }) {
  return item.stretches.map(({ kind, span }) => (
    <i key={kind} className={classes.stretch} data-stretch={kind} style={place(item.span, span)} />
  ));
}

function ItemBar({
  item,
  range,
  isActive,
  onShow,
  base,
}: {
  item: Item;
  range: Interval;
  isActive: boolean;
  onShow: (item: Item | null) => void;
  base: string;
}) {
  const Icon = KIND_ICONS[item.kind];
  const said = [item.text, ...item.messages].join(". ");
  const shared = {
    className: classes.item ?? "",
    "data-kind": item.kind,
    "data-rest": REST_KINDS.includes(item.kind) ? "" : undefined,
    "data-strip-tone": item.tone ?? undefined,
    "data-finding": item.finding ?? undefined,
    "data-item": item.id,
    "aria-label": said,
    title: said,
    tabIndex: isActive ? 0 : -1,
    onFocus: () => onShow(item),
    onMouseEnter: () => onShow(item),
  };
  const inside = (
    <>
      <Stretches item={item} />
      <span className={classes.label}>
        {item.finding === "hard" ? (
          <IconX size={12} stroke={3} aria-hidden className={classes.cross} />
        ) : null}
        {Icon ? <Icon size={12} stroke={1.8} aria-hidden /> : null}
        <span>{item.label}</span>
      </span>
    </>
  );
  return (
    <li
      className={classes.place}
      style={{ ...place(range, item.span), ["--lane" as string]: item.lane }}
      data-rest={shared["data-rest"]}
    >
      {item.stripId ? (
        <Link href={`${base}/board?strip=${item.stripId}`} {...shared}>
          {inside}
        </Link>
      ) : (
        <button type="button" {...shared}>
          {inside}
        </button>
      )}
    </li>
  );
}

/** Orbital day and night, sunrises and sunsets, on top of everything; unknown is hatched. */
function LightBand({ model, isWide }: { model: DayModel; isWide: boolean }) {
  const { range } = model;
  return (
    <>
      <div className={classes.name} data-band="">
        Light
      </div>
      <ul className={`${classes.track} ${classes.light}`} aria-label="Light">
        {model.light.map((piece) => (
          <li
            key={`${piece.kind}${piece.span.start}`}
            className={classes.piece}
            data-light={piece.kind}
            style={place(range, piece.span)}
            title={piece.text}
          >
            {piece.kind === "day" ? (
              <IconSun size={11} aria-hidden />
            ) : piece.kind === "night" ? (
              <IconMoon size={11} aria-hidden />
            ) : (
              <b aria-hidden>?</b>
            )}
            <span className="visually-hidden">{piece.text}</span>
          </li>
        ))}
        {model.crossings.map((crossing) => (
          <li
            key={crossing.at}
            className={classes.crossing}
            data-kind={crossing.kind}
            style={{ left: place(range, { start: crossing.at, end: crossing.at }).left }}
            title={crossing.text}
          >
            {isWide ? (
              <span aria-hidden>
                {crossing.text.slice(crossing.text.indexOf(" ") + 1, crossing.text.indexOf(" GMT"))}
              </span>
            ) : null}
            <span className="visually-hidden">{crossing.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function EventBand({ model }: { model: DayModel }) {
  if (model.events.length === 0) return null;
  const lanes = Math.max(...model.events.map((e) => e.lane + 1));
  return (
    <>
      <div className={classes.name} data-band="">
        Station
      </div>
      <ul
        className={classes.track}
        style={{ ["--lanes" as string]: lanes }}
        aria-label="Station events"
        data-band=""
      >
        {model.events.map((event) => (
          <li
            key={event.id}
            className={classes.place}
            style={{ ...place(model.range, event.taken), ["--lane" as string]: event.lane }}
            title={event.text}
          >
            <span className={classes.event}>
              <i style={place(event.taken, event.span)} />
              <span>{event.title}</span>
            </span>
            <span className="visually-hidden">{event.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The moment now, while the page is open; nothing on another day. */
function NowLine({ range, nowAt }: { range: Interval; nowAt: number }) {
  const [now, setNow] = useState(nowAt);
  useEffect(() => {
    const opened = Date.now();
    const timer = setInterval(() => setNow(nowAt + (Date.now() - opened) / 1000), 15_000);
    return () => clearInterval(timer);
  }, [nowAt]);
  if (now < range.start || now >= range.end) return null;
  const left = `${((now - range.start) / (range.end - range.start)) * 100}%`;
  return <span className={classes.now} style={{ left }} aria-hidden title="Now" />;
}

/** All of the day as a table, for reading and for copying. */
function AsTable({ rows }: { rows: readonly Row[] }) {
  return (
    <details className={classes.asTable}>
      <summary>As a table</summary>
      <div className="scroll-x">
        <table className="table">
          <caption className="visually-hidden">Everything on this day, by person and module</caption>
          <thead>
            <tr>
              <th scope="col">Who or where</th>
              <th scope="col">What, and when</th>
              <th scope="col">Findings</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap((row) =>
              row.items.map((item, i) => (
                <tr key={`${row.id}${item.id}`}>
                  {i === 0 ? (
                    <th scope="rowgroup" rowSpan={row.items.length}>
                      {row.name}
                    </th>
                  ) : null}
                  <td>{item.text}</td>
                  <td>{item.messages.join(" ")}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A shoot day in time: light and station events on top, a row for everyone, a row for each module in use. */
export function DayView({
  model,
  links,
  base,
  nowAt,
  homeLabel,
}: {
  model: DayModel;
  /** Of its findings. */
  links: FindingLinks;
  base: string;
  nowAt: number;
  homeLabel: string;
}) {
  const { range, rows } = model;
  const [zoom, setZoom] = useState("1");
  const [shown, setShown] = useState<Item | null>(null);
  const chart = useRef<HTMLDivElement>(null);
  const grid = useMemo(() => rows.map((row) => row.items.map((item) => item.id)), [rows]);
  const [active, setActive] = useState<string | null>(null);
  const activeId = active !== null && grid.flat().includes(active) ? active : (grid.flat()[0] ?? "");

  // Where the chart is wider than the page it opens at the first strip, else at the first thing done.
  const opensAt = useMemo(() => {
    const items = rows.flatMap((row) => row.items);
    const busy = items.filter((item) => item.kind === "strip");
    const rest = items.filter((item) => !REST_KINDS.includes(item.kind));
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
    <div className={classes.view}>
      <div className={classes.tools}>
        <p className={classes.detail} aria-hidden>
          {shown ? (
            <>
              <b>{shown.text}</b>
              {shown.messages.length > 0 ? (
                <span className={classes.problem}> {shown.messages.join(" ")}</span>
              ) : null}
            </>
          ) : (
            <span className="muted">
              Point at something, or go there with the arrow keys, to read it here.
            </span>
          )}
        </p>
        <SegmentedControl size="xs" data={ZOOMS} value={zoom} onChange={setZoom} aria-label="Zoom" />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys lead over what can be focused inside */}
      <div
        ref={chart}
        className={classes.chart}
        style={{ ["--hours" as string]: model.hours.length, ["--zoom" as string]: zoom }}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setShown(null)}
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
          <LightBand model={model} isWide={zoom === "4"} />
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
                    onShow={setShown}
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
      <p className={classes.legend} aria-hidden>
        <i data-stretch="rig" /> rig <i data-stretch="shoot" /> shoot <i data-stretch="strike" /> strike{" "}
        <i data-stretch="make-up" /> make-up <i data-kind="sleep" /> sleep <i data-kind="post-sleep" /> post-
        and pre-sleep <i data-kind="off-duty" /> off duty <i data-kind="duty" /> block{" "}
        <i data-light="unknown" className="hatch" /> unknown light
      </p>
      <div className={classes.below}>
        <Panel title={`Findings on this day (${model.findings.length})`}>
          {model.findings.length === 0 ? (
            <p className="muted small">No rule finds anything on this day.</p>
          ) : (
            <FindingList
              findings={model.findings}
              links={links}
              hrefOf={(f) => (f.strips[0] ? `${base}/board?strip=${f.strips[0]}` : findingPath(base, f))}
            />
          )}
        </Panel>
        <AsTable rows={rows} />
      </div>
    </div>
  );
}
