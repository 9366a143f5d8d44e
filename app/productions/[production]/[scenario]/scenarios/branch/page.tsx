import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { weekdayMonth } from "#core/base/format.ts";
import { utcDay } from "#core/base/interval.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Inspector } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { BranchScenario, type BranchSource } from "./branch-scenario.tsx";

export const metadata: Metadata = { title: "Branch" };

export default async function BranchPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ from?: string }>;
}) {
  const { production, scenarios, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "scenarios");
  if (!mayEdit) redirect(path);
  const { from } = await searchParams;
  const sources = await Promise.all(
    scenarios.map(async ({ id, name, isCurrent }): Promise<BranchSource> => {
      const days = (await planOfScenario(production.id, id))?.snapshot.tables.shootDay ?? [];
      return {
        id,
        name: isCurrent ? `${name} (current)` : name,
        days: [...days]
          .sort((a, b) => a.wakesAt - b.wakesAt)
          .filter((day) => !day.isClosed)
          .map((day) => ({
            value: day.id,
            label: `Day ${day.number}, ${weekdayMonth(utcDay(day.date).start)}`,
          })),
      };
    }),
  );
  const chosen = scenarios.find((s) => s.id === from) ?? scenarios.find((s) => s.isCurrent) ?? scenarios[0];
  return (
    <Inspector title="Branch" label="new scenario" note="A copy to try something in" closeHref={path}>
      <BranchScenario key={chosen?.id} sources={sources} from={chosen?.id ?? ""} listPath={path} />
    </Inspector>
  );
}
