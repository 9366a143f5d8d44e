"use client";

import type { ReactNode } from "react";
import { InspectorPart } from "#ui/tables/inspector.tsx";
import { SheetForm } from "#ui/tables/sheet-form.tsx";
import { useSheetForm } from "#ui/tables/use-sheet-form.ts";
import { saveScene } from "./actions.ts";
import { ElementsPart } from "./elements-part.tsx";
import { RemoveScene } from "./remove-scene.tsx";
import { SceneFields } from "./scene-fields.tsx";
import { type SceneSheetInput, sceneSheet } from "./scene-sheet.ts";
import { SetUpsPart } from "./set-ups-part.tsx";
import type { SheetOptions, SheetStrip } from "./sheet-options.ts";
import { StripsPart } from "./strips-part.tsx";

/** A scene's sheet, edited and saved as a whole. */
export function SceneSheet({
  scenarioId,
  sceneId,
  revision,
  sheet,
  strips,
  found,
  options,
  boardPath,
  listPath,
}: {
  scenarioId: string;
  sceneId: string;
  revision: number;
  sheet: SceneSheetInput;
  strips: readonly SheetStrip[];
  /** The findings of its strips. */
  found: ReactNode;
  options: SheetOptions;
  boardPath: string;
  listPath: string;
}) {
  const form = useSheetForm({
    id: `${scenarioId}:scene:${sceneId}`,
    schema: sceneSheet,
    loaded: sheet,
    revision,
    save: (change) => saveScene({ scenarioId, sceneId, ...change }),
    saved: `Scene ${sheet.number} saved`,
  });
  const { control } = form;
  return (
    <>
      <SheetForm label={`Sheet of scene ${sheet.number}`} form={form}>
        <InspectorPart title="Script">
          <SceneFields control={control} modules={options.modules} />
        </InspectorPart>
        <InspectorPart title="On the board">
          <StripsPart control={control} strips={strips} boardPath={boardPath} setValue={form.setValue} />
        </InspectorPart>
        <InspectorPart title="Findings">{found}</InspectorPart>
        <SetUpsPart control={control} strips={strips} options={options} />
        <InspectorPart title="Elements" note="by breakdown category">
          <ElementsPart control={control} known={options.elements} />
        </InspectorPart>
      </SheetForm>
      <RemoveScene
        scenarioId={scenarioId}
        sceneId={sceneId}
        number={sheet.number}
        strips={strips}
        setUps={sheet.setUps.length}
        listPath={listPath}
      />
    </>
  );
}
