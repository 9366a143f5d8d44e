import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import { StationHead } from "../../head.tsx";
import classes from "../../station.module.css";
import { ImportOrbit } from "../import-orbit.tsx";

export const metadata: Metadata = { title: "Import orbit data" };

export default async function ImportOrbitPage({ params }: { params: ScenarioParams }) {
  const { scenario, mayEdit, segment } = await openScenario(params, "plan.view");
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  if (!mayEdit) redirect(to("station/orbit"));
  return (
    <div className={classes.page}>
      <StationHead
        title="Import orbit data"
        note="Two-line element sets, OMM (JSON, KVN, XML) or OEM (KVN, XML): it is told by its content. Nothing is stored before you adopt it."
        part="station/orbit"
        segment={segment}
        actions={<LinkButton href={to("station/orbit")}>Back to orbit data</LinkButton>}
      />
      <ImportOrbit scenarioId={scenario.id} listPath={to("station/orbit")} boardPath={to("board")} />
    </div>
  );
}
