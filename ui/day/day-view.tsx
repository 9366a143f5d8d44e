"use client";

import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { findingPath } from "#ui/rules/rule-path.ts";
import type { FindingLinks } from "../parts/finding-links.ts";
import { FindingList } from "../parts/finding-list.tsx";
import { Panel } from "../parts/panel.tsx";
import { AsTable } from "./as-table.tsx";
import classes from "./day.module.css";
import { DayChart } from "./day-chart.tsx";
import type { DayModel } from "./day-model.ts";
import type { Item } from "./item.ts";

const ZOOMS = [
  { value: "1", label: "Day" },
  { value: "2", label: "2×" },
  { value: "4", label: "4×" },
];

/** A shoot day in time: light and station events on top, a row for everyone, a row for each module in use. */
export function DayView({
  model,
  links,
  base,
  nowAt,
  homeLabel,
}: {
  model: DayModel;
  /** Of its findings. */
  links: FindingLinks;
  base: string;
  nowAt: number;
  homeLabel: string;
}) {
  const [zoom, setZoom] = useState("1");
  const [shown, setShown] = useState<Item | null>(null);

  return (
    <div className={classes.view}>
      <div className={classes.tools}>
        <p className={classes.detail} aria-hidden>
          {shown ? (
            <>
              <b>{shown.text}</b>
              {shown.messages.length > 0 ? (
                <span className={classes.problem}> {shown.messages.join(" ")}</span>
              ) : null}
            </>
          ) : (
            <span className="muted">
              Point at something, or go there with the arrow keys, to read it here.
            </span>
          )}
        </p>
        <SegmentedControl size="xs" data={ZOOMS} value={zoom} onChange={setZoom} aria-label="Zoom" />
      </div>
      <DayChart
        model={model}
        zoom={Number(zoom)}
        base={base}
        nowAt={nowAt}
        homeLabel={homeLabel}
        onShow={setShown}
      />
      <p className={classes.legend} aria-hidden>
        <i data-stretch="rig" /> rig <i data-stretch="shoot" /> shoot <i data-stretch="strike" /> strike{" "}
        <i data-stretch="make-up" /> make-up <i data-kind="sleep" /> sleep <i data-kind="post-sleep" /> post-
        and pre-sleep <i data-kind="off-duty" /> off duty <i data-kind="duty" /> block{" "}
        <i data-light="unknown" className="hatch" /> unknown light
      </p>
      <div className={classes.below}>
        <Panel title={`Findings on this day (${model.findings.length})`}>
          {model.findings.length === 0 ? (
            <p className="muted small">No rule finds anything on this day.</p>
          ) : (
            <FindingList
              findings={model.findings}
              links={links}
              hrefOf={(f) => (f.strips[0] ? `${base}/board?strip=${f.strips[0]}` : findingPath(base, f))}
            />
          )}
        </Panel>
        <AsTable rows={model.rows} />
      </div>
    </div>
  );
}
