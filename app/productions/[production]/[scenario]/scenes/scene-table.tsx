"use client";

import { Button } from "@mantine/core";
import { IconCircleFilled, IconPin, IconQuestionMark, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useState } from "react";
import { count, pagesText } from "#core/base/format.ts";
import { TIERS, type Tier } from "#core/model/scene.ts";
import { Empty } from "#ui/parts/state.tsx";
import { dayNightLetter, intExtLetter, stripTone } from "#ui/strip/strip-colour.ts";
import { FilterBar } from "#ui/tables/filter-bar.tsx";
import { inOrder, type Sorting, sortedBy } from "#ui/tables/sort.ts";
import { SortHead } from "#ui/tables/sort-head.tsx";
import stacked from "#ui/tables/stacked.module.css";
import { walkLines } from "#ui/tables/walk-lines.ts";
import { pages } from "./pages.ts";
import { ALL, filtered, type SceneColumn, type SceneFilter, sortValue } from "./scene-filter.ts";
import type { SceneLine } from "./scene-list.ts";
import classes from "./scenes.module.css";

const MARKS = {
  hard: { Icon: IconX, word: "violation" },
  unknown: { Icon: IconQuestionMark, word: "unknown" },
  soft: { Icon: IconCircleFilled, word: "worth a look" },
} as const;
const PLACED = [
  { value: "placed", label: "Placed" },
  { value: "boneyard", label: "In the boneyard" },
  { value: "findings", label: "With findings" },
];
const eighthsOf = (lines: readonly SceneLine[]) => lines.reduce((sum, line) => sum + line.eighths, 0);

export function SceneTable({ lines, path }: { lines: readonly SceneLine[]; path: string }) {
  const { scene: chosen } = useParams<{ scene?: string }>();
  const [filter, setFilter] = useState<SceneFilter>(ALL);
  const [sorting, setSorting] = useState<Sorting<SceneColumn>>({ by: "order", isDescending: false });
  const shown = inOrder(filtered(lines, filter), sorting, sortValue);
  const set = (change: Partial<SceneFilter>) => setFilter((now) => ({ ...now, ...change }));
  const head = { sorting, onSort: (by: SceneColumn) => setSorting((now) => sortedBy(now, by)) };
  return (
    <>
      <FilterBar
        label="Search scenes"
        hint="Number, set, cast, words of the synopsis"
        search={filter.search}
        onSearch={(search) => set({ search })}
        choices={[
          {
            ...{ label: "Module", all: "All modules", value: filter.place },
            options: [...new Set(lines.map((line) => line.place))].sort(),
            onChoose: (place) => set({ place }),
          },
          {
            ...{ label: "Tier", all: "All tiers", value: filter.tier, options: TIERS },
            onChoose: (tier) => set({ tier: tier as Tier | null }),
          },
          {
            ...{ label: "Placed or in the boneyard", all: "Placed or not", value: filter.placed },
            options: PLACED,
            onChoose: (placed) => set({ placed: placed as SceneFilter["placed"] }),
          },
        ]}
      />
      <p className="muted small" role="status">
        {shown.length === lines.length
          ? `${count(lines.length, "scene")}, ${pages(eighthsOf(lines))}`
          : `${shown.length} of ${count(lines.length, "scene")}, ${pagesText(eighthsOf(shown))} of ${pages(eighthsOf(lines))}`}
      </p>
      {shown.length === 0 ? (
        <Empty
          title="No scene fits these filters"
          action={
            <Button variant="default" onClick={() => setFilter(ALL)}>
              Show all scenes
            </Button>
          }
        />
      ) : (
        <table className={`table ${stacked.stacked} ${classes.table}`}>
          <thead>
            <tr>
              <SortHead by="order" {...head}>
                Scene
              </SortHead>
              <SortHead by="set" {...head}>
                Set
              </SortHead>
              <SortHead by="eighths" {...head} className="number">
                Pages
              </SortHead>
              <SortHead by="place" {...head}>
                Module
              </SortHead>
              <th scope="col" className={classes.cast}>
                Cast
              </th>
              <SortHead by="tier" {...head}>
                Set-ups
              </SortHead>
              <th scope="col" className={classes.light}>
                Light asked
              </th>
              <SortHead by="placed" {...head}>
                Placed, GMT
              </SortHead>
              <SortHead by="status" {...head} className={classes.status}>
                Status
              </SortHead>
              <SortHead by="findings" {...head}>
                Found
              </SortHead>
            </tr>
          </thead>
          <tbody onKeyDown={walkLines}>
            {shown.map((line) => (
              <Line key={line.id} line={line} href={`${path}/${line.id}`} isChosen={line.id === chosen} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Line({ line, href, isChosen }: { line: SceneLine; href: string; isChosen: boolean }) {
  return (
    <tr data-chosen={isChosen ? "" : undefined}>
      <td>
        <span
          className={classes.number}
          data-strip-tone={stripTone(line)}
          data-strip-tier={line.tier ?? undefined}
        >
          <Link
            href={href}
            className={classes.link}
            scroll={false}
            prefetch={false}
            data-line
            aria-current={isChosen ? "true" : undefined}
            aria-label={`Scene ${line.number}, ${line.setName}`}
          >
            {line.number}
          </Link>
          <small>
            {intExtLetter(line)} {dayNightLetter(line)}
          </small>
        </span>
      </td>
      <td className={classes.setCell}>
        <span className={classes.set} title={line.synopsis || undefined}>
          {line.setName}
        </span>
      </td>
      <td className={`number ${classes.pagesCell}`}>{pagesText(line.eighths)}</td>
      <td className={`${classes.nowrap} ${classes.placeCell}`}>{line.place}</td>
      <td
        className={`${classes.nowrap} ${classes.cast}`}
        title={line.cast.map((r) => `${r.number} ${r.name}`).join(", ")}
      >
        {line.cast.map((r) => r.number).join(", ") || "–"}
      </td>
      <td className={`${classes.nowrap} ${classes.tiers}`}>
        {TIERS.filter((tier) => line.tiers[tier] > 0)
          .map((tier) => `${line.tiers[tier]} ${tier}`)
          .join(", ") || "none"}
      </td>
      <td className={classes.light}>{line.light.join(", ") || "–"}</td>
      <td className={classes.placedCell}>
        <span className={line.startsAt === null ? classes.boneyard : undefined}>{line.placedText}</span>
        {line.isPinned ? (
          <IconPin size={13} role="img" aria-label="pinned" style={{ marginLeft: 4, verticalAlign: -2 }} />
        ) : null}
        {line.partsNote ? <span className={classes.note}>{line.partsNote}</span> : null}
      </td>
      <td className={`${classes.nowrap} ${classes.status}`}>{line.status}</td>
      <td className={classes.findingsCell}>
        <Found line={line} />
      </td>
    </tr>
  );
}

function Found({ line: { worst, findings } }: { line: SceneLine }) {
  if (!worst) return null;
  const { Icon, word } = MARKS[worst];
  return (
    <span className={classes.mark} data-tone={worst} title={findings.join("\n")}>
      <Icon size={worst === "soft" ? 9 : 14} stroke={2.5} aria-hidden />
      {findings.length}
      <span className="visually-hidden">{`, at worst ${word}`}</span>
    </span>
  );
}
