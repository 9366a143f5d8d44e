import type { Metadata } from "next";
import type { ReactNode } from "react";
import { turnsOf } from "#server/edits/undo-chain.ts";
import { unfinishedSolve } from "#server/solves.ts";
import { isDatabaseDown } from "#server/unavailable.ts";
import { Frame } from "#ui/frame/frame.tsx";
import { scenarioPath } from "#ui/frame/pages.ts";
import { BarTitle } from "#ui/frame/top-bar.tsx";
import { LiveVerdict } from "#ui/plan/live-verdict.tsx";
import { TurnBar } from "#ui/plan/turn-bar.tsx";
import { Bar } from "../../../bar.tsx";
import { DatabaseDown } from "../../../database-down.tsx";
import { checkScenario } from "./actions.ts";
import { openScenario, type ScenarioParams, segmentOf } from "./open.ts";
import { ScenarioPicker } from "./scenario-picker.tsx";
import { SolvePill } from "./solve/solve-pill.tsx";

type Props = { params: ScenarioParams; children: ReactNode };

export async function generateMetadata({ params }: { params: ScenarioParams }): Promise<Metadata> {
  const { production: slug } = await params;
  const title = await openScenario(params, "plan.view")
    .then(({ production }) => production.title)
    .catch(() => slug);
  return { title: { default: title, template: `%s · ${title} · Perigee` } };
}

export default async function ScenarioLayout({ params, children }: Props) {
  const plan = await openScenario(params, "plan.view").catch((error: unknown) => {
    if (isDatabaseDown(error)) return null;
    throw error;
  });
  if (!plan) return <DatabaseDown />;
  const { production, scenario, scenarios, report, revision, user, segment, mayEdit } = plan;
  const of = { productionId: production.id, scenarioId: scenario.id };
  const [turns, solve] = mayEdit
    ? await Promise.all([turnsOf(of, user.id), unfinishedSolve(of)])
    : [null, null];
  return (
    <>
      <Bar
        user={user}
        clock={{ zone: production.homeZone, label: production.homeZoneLabel }}
        tools={
          turns ? (
            <>
              <SolvePill
                key={`proposal ${scenario.id}`}
                scenarioId={scenario.id}
                solve={solve}
                path={scenarioPath(segment.production, segment.scenario, "solve")}
              />
              <TurnBar key={scenario.id} scenarioId={scenario.id} turns={turns} />
            </>
          ) : null
        }
      >
        <BarTitle>{production.title}</BarTitle>
        <ScenarioPicker
          production={segment.production}
          chosen={scenario.id}
          scenarios={scenarios.map((s) => ({
            id: s.id,
            name: s.name,
            segment: s.isCurrent ? "current" : segmentOf(scenarios, s),
          }))}
        />
        <LiveVerdict
          scenarioId={scenario.id}
          revision={revision}
          verdict={report.verdict}
          inHand={report.minutes.inHand}
          ask={checkScenario}
        />
      </Bar>
      <Frame>{children}</Frame>
    </>
  );
}
