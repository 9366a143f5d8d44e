"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./form.module.css";

/** A form with one primary action; what went wrong as a whole is said above it. */
export function Form({
  submit,
  problem,
  wayOut,
  isBusy,
  action,
  secondary,
  children,
  label,
}: {
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>;
  problem: string | null;
  /** Stands with the problem: what else is to be known, and what can be done about it. */
  wayOut?: ReactNode;
  isBusy: boolean;
  /** Words of the primary button. */
  action: string;
  secondary?: ReactNode;
  label?: string;
  children: ReactNode;
}) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) notice.current?.scrollIntoView({ block: "center" });
  }, [problem]);
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate aria-label={label}>
      {problem ? (
        <div ref={notice} role="alert" className={classes.problem}>
          <p>{problem}</p>
          {wayOut}
        </div>
      ) : null}
      {children}
      <div className={classes.actions}>
        <Button type="submit" loading={isBusy} size="sm">
          {action}
        </Button>
        {secondary}
      </div>
    </form>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
