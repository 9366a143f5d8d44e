import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { factsOf } from "#core/model/facts.ts";
import type { RuleSetting } from "#core/model/rule-setting.ts";
import { RULE_BOOK } from "#core/rules/book.ts";
import { settingsOf } from "#core/rules/in-force.ts";
import { rules } from "#core/rules/index.ts";
import { fieldsOf } from "#core/rules/parameters/fields.ts";
import { valueText } from "#core/rules/parameters/words.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Facts } from "#ui/tables/facts.tsx";
import { Inspector, InspectorPart } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { RuleFindings } from "../findings.tsx";
import { RuleForm, type Standing } from "../rule-form.tsx";
import { SourceText } from "../source-text.tsx";

const standingOf = (row: RuleSetting | null): Standing =>
  row && { isEnabled: row.isEnabled, reason: row.reason };

type Params = Promise<Awaited<ScenarioParams> & { rule: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: `Rule ${decodeURIComponent((await params).rule)}` };
}

export default async function RulePage({
  params,
  searchParams,
}: {
  params: Params;
  searchParams: Promise<{ finding?: string }>;
}) {
  const ruleId = decodeURIComponent((await params).rule);
  if (!RULE_BOOK.includes(ruleId)) notFound();
  const { finding } = await searchParams;
  const { snapshot, report, scenario, base, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "").replace(/\/$/, "");
  const rule = rules.find((r) => r.id === ruleId);
  if (!rule) notFound();
  const { tables } = snapshot;
  const inForce = settingsOf(rule, tables);
  const book = rule.params.parse({}) as Record<string, unknown>;
  const read = rule.params.safeParse(inForce.params);
  const values = { ...book, ...(read.success ? (read.data as object) : inForce.params) };
  const own = tables.ruleSetting.find((s) => (s.id as string) === ruleId) ?? null;
  const house = tables.houseRule.find((s) => (s.id as string) === ruleId) ?? null;
  const fields = fieldsOf(rule.params);
  return (
    <Inspector
      title={rule.sentence}
      label={`rule ${rule.id}`}
      note={<span className="mono">{rule.id}</span>}
      closeHref={`${path}/rules`}
    >
      <InspectorPart
        title="Findings"
        note={String(report.findings.filter((f) => f.ruleId === ruleId).length)}
      >
        <RuleFindings
          findings={report.findings.filter((f) => f.ruleId === ruleId)}
          facts={factsOf(snapshot)}
          base={path}
          scenarioId={scenario.id}
          mayEdit={mayEdit}
          chosen={finding}
          isJudging={inForce.isEnabled}
        />
      </InspectorPart>
      <InspectorPart title="The rule">
        <Facts
          rows={[
            [
              "Level",
              rule.level === "hard" ? "hard: a plan that breaks it does not fit" : "soft: it costs points",
            ],
            ["Penalty in", rule.unit],
            ["Judges", rule.scope === "plan" ? "the whole plan" : `each ${rule.scope}`],
            ["Source", <SourceText key="source" source={rule.source} path={`${path}/rules`} />],
            ["Set in the production", house?.reason],
            ["Set in this scenario", own?.reason],
          ]}
        />
      </InspectorPart>
      <InspectorPart
        title="Settings"
        note={mayEdit ? "a change is an edit: it stands in the history" : undefined}
      >
        {mayEdit ? (
          <RuleForm
            key={ruleId}
            scenarioId={scenario.id}
            base={base}
            ruleId={ruleId}
            fields={fields}
            values={values}
            book={book}
            setBy={inForce.setBy}
            isEnabled={inForce.isEnabled}
            standing={{ scenario: standingOf(own), production: standingOf(house) }}
          />
        ) : (
          <Facts
            rows={[
              ["Judges this plan", inForce.isEnabled ? "yes" : "no"],
              ...fields.map((field) => [field.title, valueText(field, values[field.name])] as const),
            ]}
          />
        )}
      </InspectorPart>
    </Inspector>
  );
}
