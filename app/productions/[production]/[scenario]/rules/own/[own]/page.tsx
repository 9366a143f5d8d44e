import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { factsOf } from "#core/model/facts.ts";
import { ownRuleId } from "#core/rules/own/own-rule.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Facts } from "#ui/tables/facts.tsx";
import { Inspector, InspectorPart } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import { RuleFindings } from "../../findings.tsx";
import { selectionOptions } from "../../options.ts";
import { OwnRuleForm } from "../../own-rule-form.tsx";
import type { OwnRuleSheetInput } from "../../rule-sheet.ts";
import { shapeChoices } from "../shape-choices.ts";

export const metadata: Metadata = { title: "Own rule" };

type Params = Promise<Awaited<ScenarioParams> & { own: string }>;

export default async function OwnRulePage({ params }: { params: Params }) {
  const id = decodeURIComponent((await params).own);
  const { scenario, snapshot, report, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "rules");
  const row = snapshot.tables.ownRule.find((r) => (r.id as string) === id);
  if (!row) notFound();
  const findings = report.findings.filter((f) => f.ruleId === ownRuleId(row));
  const { id: _, ...sheet } = row;
  return (
    <Inspector
      title={row.title}
      label={`own rule ${row.title}`}
      note={`${row.level}, own rule`}
      closeHref={path}
    >
      <InspectorPart title="Findings" note={String(findings.length)}>
        <RuleFindings
          findings={findings}
          facts={factsOf(snapshot)}
          base={path.replace(/\/rules$/, "")}
          scenarioId={scenario.id}
          mayEdit={mayEdit}
          chosen={undefined}
        />
      </InspectorPart>
      <InspectorPart title="Settings">
        {mayEdit ? (
          <OwnRuleForm
            key={`${id} ${scenario.revision}`}
            scenarioId={scenario.id}
            ownRuleId={id}
            sheet={sheet as OwnRuleSheetInput}
            shapes={shapeChoices()}
            options={selectionOptions(snapshot.tables)}
            listPath={path}
          />
        ) : (
          <Facts
            rows={[
              ["Shape", row.shape],
              ["Parameters", JSON.stringify(row.params)],
              ["Why", row.reason],
            ]}
          />
        )}
      </InspectorPart>
    </Inspector>
  );
}
