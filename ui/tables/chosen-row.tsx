"use client";

import { useParams } from "next/navigation";
import type { ReactNode } from "react";
import classes from "./tables.module.css";

/** A row of a list whose address leads to it; marked while it is open beside the list. The whole row is the link's. */
export function ChosenRow({ param, id, children }: { param: string; id: string; children: ReactNode }) {
  const isChosen = useParams()[param] === id;
  return (
    <tr className={classes.row} data-chosen={isChosen ? "" : undefined}>
      {children}
    </tr>
  );
}
