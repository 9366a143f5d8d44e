import Link from "next/link";
import type { ReactNode } from "react";
import { pagesText } from "#core/base/format.ts";
import { minutes } from "#core/base/quantity.ts";
import { JOB_NAMES } from "#core/model/job.ts";
import { setUpMinutes } from "#core/model/placed.ts";
import { ELEMENT_CATEGORIES } from "#core/model/scene.ts";
import { Facts } from "#ui/tables/facts.tsx";
import { InspectorPart } from "#ui/tables/inspector.tsx";
import type { SceneSheetInput, SetUpInput } from "./scene-sheet.ts";
import classes from "./scenes.module.css";
import type { SheetOptions, SheetStrip } from "./sheet-options.ts";

const labelIn = (options: readonly { value: string; label: string }[], value: string | null) =>
  options.find((o) => o.value === value)?.label ?? null;

/** What a set-up asks for beside people, in words. */
const needs = (s: SetUpInput, options: SheetOptions) =>
  [
    s.light === "any" ? null : `${s.light}${s.paneId ? ` through ${labelIn(options.panes, s.paneId)}` : ""}`,
    s.movingCamera ? "moving camera" : null,
    s.syncSound ? "sync sound" : null,
    s.groundLink ? "ground link" : null,
    s.strenuous ? "strenuous" : null,
  ]
    .filter(Boolean)
    .join(", ");

/** A scene's sheet for who may look and not change. */
export function ReadSheet({
  sheet,
  strips,
  found,
  options,
  boardPath,
}: {
  sheet: SceneSheetInput;
  strips: readonly SheetStrip[];
  found: ReactNode;
  options: SheetOptions;
  boardPath: string;
}) {
  return (
    <>
      <InspectorPart title="Script">
        <Facts
          rows={[
            ["Module", labelIn(options.modules, sheet.moduleId)],
            ["Unit", sheet.unit],
            ["Script day", sheet.scriptDay],
            ["Pages", pagesText(sheet.eighths)],
            ["Synopsis", sheet.synopsis],
          ]}
        />
      </InspectorPart>
      <InspectorPart title="On the board">
        {strips.map((strip) => {
          const length = sheet.strips.find((s) => s.id === strip.id);
          return (
            <div key={strip.id} className={classes.stripLine}>
              <p className={classes.stripHead}>
                <strong>{strip.name}</strong>
                <span>{strip.placed ?? "in the boneyard"}</span>
                <Link href={`${boardPath}?strip=${strip.id}`}>Board</Link>
              </p>
              {length ? (
                <p className={classes.ask}>
                  rig {length.rigMin}, shoot {length.shootMin}, strike {length.strikeMin} min
                </p>
              ) : null}
              {strip.people.map((line) => (
                <p key={line} className={classes.ask}>
                  {line}
                </p>
              ))}
            </div>
          );
        })}
        {strips.length === 0 ? <p className="muted small">It has no strip.</p> : null}
      </InspectorPart>
      <InspectorPart title="Findings">{found}</InspectorPart>
      <InspectorPart title="Set-ups" note={String(sheet.setUps.length)}>
        {sheet.setUps.map((s) => (
          <div key={s.id} className={classes.stripLine}>
            <p className={classes.stripHead}>
              <strong>{s.label}</strong>
              <span>{s.tier}</span>
              <span>
                {s.takes} × {s.takeMin} min,{" "}
                {setUpMinutes({ ...s, takeMin: minutes(s.takeMin), resetMin: minutes(s.resetMin) })} min in
                all
              </span>
            </p>
            {s.description ? <p className="small">{s.description}</p> : null}
            <p className={classes.ask}>
              {[
                s.roleIds.map((id) => labelIn(options.roles, id)).join(", "),
                s.jobs.map((job) => JOB_NAMES[job].toLowerCase()).join(", "),
                needs(s, options),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
        ))}
      </InspectorPart>
      <InspectorPart title="Elements">
        <Facts rows={ELEMENT_CATEGORIES.map((c) => [c, sheet.elements[c].join(", ")] as const)} />
        {ELEMENT_CATEGORIES.every((c) => sheet.elements[c].length === 0) ? (
          <p className="muted small">None noted.</p>
        ) : null}
      </InspectorPart>
    </>
  );
}
