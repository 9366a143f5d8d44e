"use client";

import Link from "next/link";
import { useParams } from "next/navigation";
import type { ReactNode } from "react";
import classes from "./tables.module.css";

/** The link of a row: its text names it, the row is its target. */
export function RowLink({
  href,
  param,
  id,
  children,
}: {
  href: string;
  param: string;
  id: string;
  children: ReactNode;
}) {
  const isChosen = useParams()[param] === id;
  return (
    <Link
      href={href}
      className={classes.rowLink}
      scroll={false}
      prefetch={false}
      aria-current={isChosen ? "true" : undefined}
    >
      {children}
    </Link>
  );
}
