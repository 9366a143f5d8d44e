"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./tables.module.css";

/** The frame of an inspector's form: what went wrong on top, one primary action at the foot, always in sight. */
export function SheetForm({
  label,
  form,
  aside,
  children,
}: {
  label: string;
  form: {
    submit: (event?: React.BaseSyntheticEvent) => Promise<void>;
    problem: string | null;
    isBusy: boolean;
    isDirty: boolean;
    isConflict: boolean;
    isKept: boolean;
    said: string;
    discard: () => void;
    saveOver: () => Promise<void>;
  };
  /** Beside the buttons at the foot. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.problem) notice.current?.scrollIntoView({ block: "center" });
  }, [form.problem]);
  return (
    <form onSubmit={(event) => void form.submit(event)} noValidate aria-label={label}>
      {form.problem ? (
        <div ref={notice} role="alert" className={classes.notice}>
          <p>{form.problem}</p>
          {form.isConflict ? (
            <>
              <p>What you typed is still here and not saved.</p>
              <div className={classes.noticeActions}>
                <Button variant="default" onClick={() => void form.saveOver()} loading={form.isBusy}>
                  Save mine over it
                </Button>
                <Button variant="default" onClick={form.discard}>
                  Take theirs
                </Button>
              </div>
            </>
          ) : null}
        </div>
      ) : form.isKept && form.isDirty ? (
        <p className={classes.notice} data-tone="soft">
          Typed earlier and not saved yet.
        </p>
      ) : null}
      {children}
      <div className={classes.foot}>
        <Button type="submit" size="sm" loading={form.isBusy} disabled={!form.isDirty}>
          Save
        </Button>
        {form.isDirty ? (
          <Button variant="default" size="sm" onClick={form.discard} disabled={form.isBusy}>
            Discard
          </Button>
        ) : null}
        <span className={classes.footNote} role="status">
          {form.isDirty ? "Not saved" : form.said}
        </span>
        {aside}
      </div>
    </form>
  );
}
