import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { PasteScenes } from "./paste-scenes.tsx";

export const metadata: Metadata = { title: "Paste scenes" };

export default async function PasteScenesPage({ params }: { params: ScenarioParams }) {
  const { snapshot, scenario, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "scenes");
  if (!mayEdit) redirect(path);
  return (
    <Page
      title="Paste scenes"
      note="From Excel, Numbers or a CSV file: copy the rows with their headings. Nothing is saved before you have seen it."
      actions={<LinkButton href={path}>Back to the list</LinkButton>}
    >
      <PasteScenes
        scenarioId={scenario.id}
        listPath={path}
        modules={Object.fromEntries(snapshot.tables.module.map((m) => [m.id, m.name]))}
        roles={Object.fromEntries(snapshot.tables.role.map((r) => [r.id, r.number]))}
      />
    </Page>
  );
}
