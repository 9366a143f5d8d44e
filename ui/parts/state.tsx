import type { ReactNode } from "react";
import classes from "./state.module.css";

/** What a list says when it has nothing: what it is for, and the first step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.state}>
      <h2 className={classes.title}>{title}</h2>
      {children ? <div className="muted">{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}

/** What a failure says: what happened, what is safe, what to do. */
export function Failure({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.state} data-failure role="alert">
      <h2 className={classes.title}>{title}</h2>
      <div className="muted">{children}</div>
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
