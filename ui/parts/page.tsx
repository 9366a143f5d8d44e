import type { ReactNode } from "react";
import classes from "./page.module.css";

/** Head and body of a page inside the frame: one h1, what is said beside it, actions at the right. */
export function Page({
  title,
  note,
  actions,
  wide,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes.page} data-wide={wide ? "" : undefined}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h1>{title}</h1>
          {note ? <div className="muted small">{note}</div> : null}
        </div>
        {actions ? <div className={`${classes.actions} no-print`}>{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}
