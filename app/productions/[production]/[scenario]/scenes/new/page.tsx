import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Inspector } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { sheetOptions } from "../sheet-options.ts";
import { NewSceneForm } from "./form.tsx";

export const metadata: Metadata = { title: "Add scene" };

export default async function NewScenePage({ params }: { params: ScenarioParams }) {
  const { snapshot, scenario, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "scenes");
  if (!mayEdit) redirect(path);
  const { modules, roles } = sheetOptions(snapshot.tables);
  const numbers = snapshot.tables.scene.map((s) => Number.parseInt(s.number, 10)).filter(Number.isFinite);
  return (
    <Inspector title="Add scene" label="new scene" closeHref={path}>
      <NewSceneForm
        scenarioId={scenario.id}
        number={String(Math.max(0, ...numbers) + 1)}
        modules={modules}
        roles={roles}
        listPath={path}
      />
    </Inspector>
  );
}
