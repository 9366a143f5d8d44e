"use client";

import type { ReactNode } from "react";
import { InspectorPart } from "#ui/tables/inspector.tsx";
import { SheetForm } from "#ui/tables/sheet-form.tsx";
import { useSheetForm } from "#ui/tables/use-sheet-form.ts";
import { savePerson } from "./actions.ts";
import { IdentityFields, MeasureFields } from "./person-fields.tsx";
import { type PersonSheetInput, personSheet } from "./person-sheet.ts";

export function PersonForm({
  scenarioId,
  personId,
  revision,
  sheet,
  plan,
}: {
  scenarioId: string;
  personId: string;
  /** Of what all scenarios share. */
  revision: number;
  sheet: PersonSheetInput;
  /** What the plan asks of them. */
  plan: ReactNode;
}) {
  const form = useSheetForm({
    id: `person:${personId}`,
    schema: personSheet,
    loaded: sheet,
    revision,
    save: (change) => savePerson({ scenarioId, personId, ...change }),
    saved: `${sheet.shortName} saved, in all scenarios`,
  });
  return (
    <SheetForm label={`Sheet of ${sheet.name}`} form={form}>
      <InspectorPart title="Identity" note="the same in all scenarios">
        <IdentityFields control={form.control} />
      </InspectorPart>
      <InspectorPart title="Measures" note="seen by planners only; seats have limits">
        <MeasureFields control={form.control} />
      </InspectorPart>
      {plan}
    </SheetForm>
  );
}
