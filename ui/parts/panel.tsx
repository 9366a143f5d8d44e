import type { ReactNode } from "react";
import classes from "./panel.module.css";

/** A titled part of a page: a hairline and space, no box. `id` lets a link jump here. */
export function Panel({
  title,
  note,
  action,
  id,
  children,
}: {
  title: string;
  note?: ReactNode;
  action?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section className={classes.panel} id={id} aria-label={title}>
      <header className={classes.head}>
        <h2>{title}</h2>
        {note ? <span className="muted small">{note}</span> : null}
        {action ? <span className={classes.action}>{action}</span> : null}
      </header>
      {children}
    </section>
  );
}
