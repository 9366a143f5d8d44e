import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Heading } from "#core/report/heading.ts";
import { PrintButton } from "./print-button.tsx";
import classes from "./reports.module.css";

/** Head of a report on screen: what it is, of which plan, and the ways to paper. */
export function ReportHead({
  title,
  heading,
  pdf,
  children,
}: {
  title: ReactNode;
  heading: Heading;
  pdf: string;
  children?: ReactNode;
}) {
  return (
    <header className={classes.head}>
      <div>
        <h1>{title}</h1>
        <p className="muted small">
          {heading.title}
          {heading.titleLocal ? ` · ${heading.titleLocal}` : ""} · {heading.scenario}, plan revision{" "}
          {heading.scenarioRevision} · {heading.issueText}
          {heading.isDraft ? " · draft" : ""}
        </p>
      </div>
      <div className={`${classes.actions} no-print`}>
        {children}
        <PrintButton />
        <Button component="a" href={pdf} download leftSection={<IconDownload size={15} aria-hidden />}>
          PDF
        </Button>
      </div>
    </header>
  );
}
