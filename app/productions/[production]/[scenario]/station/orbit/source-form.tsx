"use client";

import type { ReactNode } from "react";
import { MomentField, TextAreaField, TextField } from "#ui/form/fields.tsx";
import { InspectorPart } from "#ui/tables/inspector.tsx";
import { SheetForm } from "#ui/tables/sheet-form.tsx";
import { useSheetForm } from "#ui/tables/use-sheet-form.ts";
import classes from "../station.module.css";
import { saveSource } from "./actions.ts";
import { type SourceSheetInput, sourceSheet } from "./source-sheet.ts";

export function SourceForm({
  scenarioId,
  entity,
  id,
  revision,
  sheet,
  children,
}: {
  scenarioId: string;
  entity: "elementSet" | "ephemeris";
  id: string;
  /** Of what all scenarios share. */
  revision: number;
  sheet: SourceSheetInput;
  children: ReactNode;
}) {
  const form = useSheetForm<SourceSheetInput, unknown>({
    id: `${entity}:${id}`,
    schema: sourceSheet,
    loaded: sheet,
    revision,
    save: (change) => saveSource({ scenarioId, entity, id, ...change }),
    saved: `${sheet.label} saved, in all scenarios`,
  });
  return (
    <SheetForm label={`Sheet of ${sheet.label}`} form={form}>
      {children}
      <InspectorPart title="Span of use" note="empty ends are open; with one it goes before others without">
        <div className={classes.fields}>
          <MomentField control={form.control} name="usedFrom" label="Use it from" />
          <MomentField control={form.control} name="usedUntil" label="Use it until" />
        </div>
      </InspectorPart>
      <InspectorPart title="Name and source">
        <div className={classes.fields}>
          <TextField control={form.control} name="label" label="Name" required />
          <TextAreaField control={form.control} name="source" label="Source" rows={2} />
        </div>
      </InspectorPart>
    </SheetForm>
  );
}
