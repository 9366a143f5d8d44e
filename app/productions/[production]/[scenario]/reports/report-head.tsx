import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { listSome } from "#core/base/format.ts";
import type { Heading } from "#core/report/heading.ts";
import { brief, type LostText, lostTexts } from "#paper/printable.ts";
import { PrintButton } from "./print-button.tsx";
import classes from "./reports.module.css";

/** Texts that are named before the rest is counted. */
const NAMED = 5;

/** What the paper cannot show, said before it is made. */
function lossText(texts: readonly LostText[]): string {
  const named = texts.map(({ text, where }) => `“${brief(text, 60)}” (${where})`);
  return `The PDF has Latin and Cyrillic letters only. With a question mark for what it cannot print: ${listSome(named, NAMED)}. Give the name in one of these alphabets, or print this page.`;
}

/** Head of a report on screen: what it is, of which plan, and the ways to paper. */
export function ReportHead({
  title,
  model,
  pdf,
  children,
}: {
  title: ReactNode;
  model: { readonly heading: Heading };
  pdf: string;
  children?: ReactNode;
}) {
  const { heading } = model;
  const lost = lostTexts(model);
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
        {lost.length > 0 ? <p className={`${classes.lost} small no-print`}>{lossText(lost)}</p> : null}
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
