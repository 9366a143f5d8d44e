import { IconX } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./tables.module.css";

/** What is selected, at the right of its list: never over the plan. */
export function Inspector({
  title,
  label,
  note,
  closeHref,
  children,
}: {
  title: ReactNode;
  /** What the part is called by assistive technology. */
  label: string;
  note?: ReactNode;
  closeHref: string;
  children: ReactNode;
}) {
  return (
    <section className={classes.inspector} aria-label={label}>
      <header className={classes.inspectorHead}>
        <div className={classes.inspectorTitles}>
          <h2 className={classes.inspectorTitle}>{title}</h2>
          {note ? <div className="muted small">{note}</div> : null}
        </div>
        <Link href={closeHref} className={classes.close} aria-label={`Close ${label}`} scroll={false}>
          <IconX size={16} aria-hidden />
        </Link>
      </header>
      {children}
    </section>
  );
}

/** A part of an inspector. */
export function InspectorPart({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.part} aria-label={title}>
      <header className={classes.partHead}>
        <h3>{title}</h3>
        {note ? <span className="muted small">{note}</span> : null}
      </header>
      {children}
    </section>
  );
}
