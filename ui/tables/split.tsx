"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";
import classes from "./tables.module.css";

/** A list, and beside it what is selected in it; on a phone the one or the other. `wide` names routes that take all the width. */
export function Split({
  title,
  list,
  wide = [],
  children,
}: {
  /** The page's heading, said where the list that shows it is out of sight. */
  title: string;
  list: ReactNode;
  wide?: readonly string[];
  children: ReactNode;
}) {
  const segment = useSelectedLayoutSegment();
  const pane = segment === null ? "list" : wide.includes(segment) ? "wide" : "both";
  return (
    <div className={classes.split} data-pane={pane}>
      <div className={classes.list}>{list}</div>
      {pane === "list" ? null : (
        <div className={classes.beside}>
          {pane === "both" ? (
            <div className={classes.narrowTitle}>
              <h1 className="visually-hidden">{title}</h1>
            </div>
          ) : null}
          {children}
        </div>
      )}
    </div>
  );
}
