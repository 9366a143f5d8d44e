"use client";

import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { Sorting } from "./sort.ts";
import classes from "./tables.module.css";

/** The head of a column that sorts. */
export function SortHead<K extends string>({
  by,
  sorting,
  onSort,
  className,
  children,
}: {
  by: K;
  sorting: Sorting<K>;
  onSort: (by: K) => void;
  className?: string | undefined;
  children: string;
}) {
  const isHere = sorting.by === by;
  const Arrow = sorting.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isHere ? (sorting.isDescending ? "descending" : "ascending") : undefined}
    >
      <button type="button" className={classes.sort} onClick={() => onSort(by)}>
        {children}
        <Arrow size={12} stroke={2.2} aria-hidden data-here={isHere ? "" : undefined} />
      </button>
    </th>
  );
}
