import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { factsOf } from "#core/model/facts.ts";
import { isCostOfPlan } from "#core/model/finding.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import { findingPath } from "#ui/rules/rule-path.ts";
import { Inspector } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { pages } from "../pages.ts";
import { ReadSheet } from "../read-sheet.tsx";
import { sheetOf } from "../scene-sheet.ts";
import { SceneSheet } from "../scene-sheet-form.tsx";
import classes from "../scenes.module.css";
import { sheetOptions, sheetStrips } from "../sheet-options.ts";

type Params = Promise<Awaited<ScenarioParams> & { scene: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { scene: sceneId } = await params;
  const { snapshot } = await openScenario(params, "plan.view");
  const scene = snapshot.tables.scene.find((s) => s.id === decodeURIComponent(sceneId));
  return { title: scene ? `Scene ${scene.number}` : "Scene" };
}

export default async function ScenePage({ params }: { params: Params }) {
  const sceneId = decodeURIComponent((await params).scene);
  const { snapshot, report, scenario, mayEdit, segment } = await openScenario(params, "plan.view");
  const sheet = sheetOf(snapshot.tables, sceneId);
  if (!sheet) notFound();
  const facts = factsOf(snapshot);
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const strips = sheetStrips(facts, sceneId);
  const own = new Set<string>(strips.map((strip) => strip.id));
  const findings = report.findings.filter((f) => !isCostOfPlan(f) && f.strips.some((id) => own.has(id)));
  const found =
    findings.length > 0 ? (
      <FindingList findings={findings} hrefOf={(f) => findingPath(to("").replace(/\/$/, ""), f)} />
    ) : (
      <p className={classes.ok}>
        {strips.some((s) => s.placed) ? "Nothing found." : "Nothing is judged while it is in the boneyard."}
      </p>
    );
  const about = { sheet, strips, found, options: sheetOptions(snapshot.tables), boardPath: to("board") };
  return (
    <Inspector
      title={`Scene ${sheet.number}`}
      label={`Scene ${sheet.number}`}
      note={`${sheet.intExt} ${sheet.setName} – ${sheet.scriptDayNight}, ${pages(sheet.eighths)}`}
      closeHref={to("scenes")}
    >
      {mayEdit ? (
        <SceneSheet
          key={sceneId}
          {...about}
          sceneId={sceneId}
          scenarioId={scenario.id}
          revision={scenario.revision}
          listPath={to("scenes")}
        />
      ) : (
        <ReadSheet {...about} />
      )}
    </Inspector>
  );
}
