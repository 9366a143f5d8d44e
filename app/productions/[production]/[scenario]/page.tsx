import { redirect } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";
import { openScenario, type ScenarioParams } from "./open.ts";

export default async function ScenarioPage({ params }: { params: ScenarioParams }) {
  const { segment } = await openScenario(params, "plan.view");
  redirect(scenarioPath(segment.production, segment.scenario));
}
