import type { ReactNode } from "react";
import { factsOf } from "#core/model/facts.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { Split } from "#ui/tables/split.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import { sceneLines } from "./scene-list.ts";
import { SceneTable } from "./scene-table.tsx";
import classes from "./scenes.module.css";

/** The list of scenes, and beside it the sheet of one. */
export default async function ScenesLayout({
  params,
  children,
}: {
  params: ScenarioParams;
  children: ReactNode;
}) {
  const { snapshot, report, mayEdit, segment } = await openScenario(params, "plan.view");
  const lines = sceneLines(factsOf(snapshot), report);
  const path = scenarioPath(segment.production, segment.scenario, "scenes");
  const isIllustrative = /illustrative breakdown/i.test(snapshot.production.note);
  const add = (
    <>
      <LinkButton href={`${path}/paste`}>Paste scenes</LinkButton>
      <LinkButton href={`${path}/new`} variant="filled">
        Add scene
      </LinkButton>
    </>
  );
  const list = (
    <Page
      title="Scenes"
      note={isIllustrative ? "An illustrative breakdown: no scene list of the film is public." : null}
      actions={mayEdit && lines.length > 0 ? add : null}
      wide
    >
      {lines.length > 0 ? (
        <SceneTable lines={lines} path={path} />
      ) : (
        <Empty
          title="No scenes yet"
          action={mayEdit ? <div className={classes.removeActions}>{add}</div> : null}
        >
          A scene is what the script asks for; its set-ups say what it takes. Add one, or paste the breakdown
          from a spreadsheet.
        </Empty>
      )}
    </Page>
  );
  return (
    <Split title="Scenes" list={list} wide={["paste"]}>
      {children}
    </Split>
  );
}
