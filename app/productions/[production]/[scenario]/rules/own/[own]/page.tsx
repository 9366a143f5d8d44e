import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { factsOf } from "#core/model/facts.ts";
import { isOf } from "#core/rules/own/contradictions.ts";
import {
  isCalledByWhatItAsks,
  ownRuleId,
  ownRulesOf,
  sentenceOf,
  strangeShape,
} from "#core/rules/own/own-rule.ts";
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

export default async function OwnRulePage({
  params,
  searchParams,
}: {
  params: Params;
  searchParams: Promise<{ finding?: string }>;
}) {
  const id = decodeURIComponent((await params).own);
  const { finding } = await searchParams;
  const { scenario, base, snapshot, report, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "rules");
  const row = ownRulesOf(snapshot.tables).find((r) => (r.id as string) === id);
  if (!row) notFound();
  // A finding that several rules make together is told on the sheet of each.
  const findings = report.findings.filter((finding) => isOf(ownRuleId(row), finding));
  const facts = factsOf(snapshot);
  const says = sentenceOf(row, facts);
  const { id: _, title, ...sheet } = row;
  return (
    <Inspector
      title={row.title}
      label={`own rule ${row.title}`}
      note={`${says && says !== row.title ? `${says}. ` : ""}Own rule, ${row.level}${row.isEnabled ? "" : ", switched off"}`}
      closeHref={path}
    >
      <InspectorPart title="Findings" note={String(findings.length)}>
        <RuleFindings
          findings={findings}
          facts={facts}
          base={path.replace(/\/rules$/, "")}
          scenarioId={scenario.id}
          mayEdit={mayEdit}
          chosen={finding}
          isJudging={row.isEnabled}
        />
      </InspectorPart>
      <InspectorPart title="Settings">
        {mayEdit ? (
          <OwnRuleForm
            key={id}
            scenarioId={scenario.id}
            base={base}
            now={`${row.title}${says && says !== row.title ? `: ${says}` : ""}, ${row.level}${row.isEnabled ? "" : ", switched off"}`}
            ownRuleId={id}
            sheet={{ ...sheet, title: isCalledByWhatItAsks(row) ? "" : title } as OwnRuleSheetInput}
            shapes={shapeChoices()}
            options={selectionOptions(snapshot)}
            listPath={path}
          />
        ) : (
          <Facts
            rows={[
              ["Asks", says ?? strangeShape(row) ?? "Its parameters do not fit."],
              ["Why", row.reason],
            ]}
          />
        )}
      </InspectorPart>
    </Inspector>
  );
}
