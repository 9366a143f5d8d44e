import type { Metadata } from "next";
import { turnsOf } from "#server/edits/undo-chain.ts";
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
  const { production, scenario, snapshot, mayEdit, segment, user } = await openScenario(params, "plan.view");
  const { strip } = await searchParams;
  const turns = mayEdit
    ? await turnsOf({ productionId: production.id, scenarioId: scenario.id }, user.id)
    : undefined;
  // Whom to call is not for the browser: it stays here.
  const plan = { ...snapshot, tables: { ...snapshot.tables, contact: [] } };
  return (
    <Board
      key={scenario.id}
      snapshot={plan}
      mayEdit={mayEdit}
      {...(turns ? { turns } : {})}
      base={scenarioPath(segment.production, segment.scenario, "").replace(/\/$/, "")}
      stripId={strip ?? null}
    />
  );
}
