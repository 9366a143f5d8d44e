import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Inspector } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../../../open.ts";
import { withChoices } from "../../../kinds/choices.ts";
import { kindOf } from "../../../kinds/index.ts";
import { NewRowForm } from "../../../kinds/row-form.tsx";

export const metadata: Metadata = { title: "Add to the station" };

export default async function AddRowPage({
  params,
}: {
  params: Promise<Awaited<ScenarioParams> & { kind: string }>;
}) {
  const kind = kindOf((await params).kind);
  if (!kind) notFound();
  const { snapshot, scenario, mayEdit, segment } = await openScenario(params, "plan.view");
  const listPath = scenarioPath(segment.production, segment.scenario, "station");
  if (!mayEdit) redirect(listPath);
  return (
    <Inspector title={`Add ${kind.one}`} label={`new ${kind.one}`} note={kind.about} closeHref={listPath}>
      <NewRowForm
        key={kind.entity}
        scenarioId={scenario.id}
        entity={kind.entity}
        one={kind.one}
        blank={{ ...kind.blank(snapshot.tables) }}
        groups={withChoices(kind.groups, snapshot.tables)}
        listPath={listPath}
      />
    </Inspector>
  );
}
