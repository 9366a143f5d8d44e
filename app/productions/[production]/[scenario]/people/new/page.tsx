import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Inspector } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { NewPersonForm } from "./form.tsx";

export const metadata: Metadata = { title: "Add person" };

export default async function NewPersonPage({ params }: { params: ScenarioParams }) {
  const { scenario, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "people");
  if (!mayEdit) redirect(path);
  return (
    <Inspector
      title="Add person"
      label="new person"
      note="They are there in all scenarios; seats, roles and jobs come after."
      closeHref={path}
    >
      <NewPersonForm scenarioId={scenario.id} listPath={path} />
    </Inspector>
  );
}
