"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import type { ShootDay } from "#core/model/day.ts";
import { dayDate, dayTitle } from "../board/columns.ts";
import classes from "./day.module.css";

/** The shoot days in a line, the one that is shown marked. */
export function DayPicker({
  days,
  number,
  base,
  page = "day",
  query = "",
}: {
  days: readonly Pick<ShootDay, "id" | "number" | "date" | "isClosed">[];
  number: number;
  base: string;
  /** Where a day leads, and what is kept of the address: `&definition=umbra`. */
  page?: string;
  query?: string;
}) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is another place in the line
  useEffect(() => {
    const [frame, here] = [list.current, list.current?.querySelector<HTMLElement>("[aria-current]")];
    if (frame && here) frame.scrollLeft = here.offsetLeft - (frame.clientWidth - here.offsetWidth) / 2;
  }, [number]);
  return (
    <nav className={classes.picker} aria-label="Shoot days">
      <ul ref={list}>
        {days.map((day) => (
          <li key={day.id}>
            <Link
              href={`${base}/${page}?day=${day.number}${query}`}
              aria-current={day.number === number ? "page" : undefined}
              aria-label={`${dayTitle(day as ShootDay)}${day.isClosed ? ", lost" : ""}`}
              data-closed={day.isClosed ? "" : undefined}
              scroll={false}
            >
              <b>{day.number}</b>
              <span>{dayDate(day as ShootDay).slice(4)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
