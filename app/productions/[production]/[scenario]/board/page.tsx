import type { Metadata } from "next";
import { Board } from "#ui/board/board.tsx";
import { scenarioPath } from "#ui/frame/pages.ts";
import { openScenario, type ScenarioParams } from "../open.ts";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ strip?: string }>;
}) {
  const { snapshot, mayEdit, segment } = await openScenario(params, "plan.view");
  const { strip } = await searchParams;
  // Whom to call is not for the browser: it stays here.
  const plan = { ...snapshot, tables: { ...snapshot.tables, contact: [] } };
  return (
    <Board
      snapshot={plan}
      mayEdit={mayEdit}
      base={scenarioPath(segment.production, segment.scenario, "").replace(/\/$/, "")}
      stripId={strip ?? null}
    />
  );
}
