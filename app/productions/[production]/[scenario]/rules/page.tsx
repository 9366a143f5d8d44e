import type { Metadata } from "next";
import { rules } from "#core/rules/index.ts";
import { amountText } from "#ui/parts/finding-list.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { JudgedBy } from "#ui/verdict.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import classes from "./rules.module.css";

export const metadata: Metadata = { title: "Rules" };

const paramsText = (params: object): string =>
  Object.entries(params)
    .map(([key, value]) => `${key} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(" · ");

export default async function RulesPage({ params }: { params: ScenarioParams }) {
  const { snapshot, report } = await openScenario(params, "plan.view");
  const settings = new Map(snapshot.tables.ruleSetting.map((setting) => [setting.id as string, setting]));
  return (
    <Page title="Rules" note={<JudgedBy report={report} />}>
      <Panel title="Rules that judge this plan">
        <ul>
          {rules.map((rule) => {
            const setting = settings.get(rule.id);
            const found = report.findings.filter((f) => f.ruleId === rule.id);
            const worst = found.some((f) => f.kind === "violation" && f.level === "hard")
              ? "hard"
              : found.some((f) => f.kind === "unknown")
                ? "unknown"
                : "soft";
            const first = found.find((f) => f.kind === "violation");
            const amount = first
              ? amountText({ ...first, amount: found.reduce((sum, f) => sum + f.amount, 0) })
              : "unknown";
            const parsed = rule.params.safeParse(setting?.params ?? {});
            return (
              <li key={rule.id} id={rule.id} className={classes.rule}>
                <span className={classes.level} data-level={rule.level}>
                  {setting && !setting.isEnabled ? "off" : rule.level}
                </span>
                <div>
                  <p className={classes.sentence}>{rule.sentence}</p>
                  <p className="muted small">
                    <span className="mono">{rule.id}</span> · penalty in {rule.unit}
                    {parsed.success && Object.keys(parsed.data as object).length > 0
                      ? ` · ${paramsText(parsed.data as object)}`
                      : ""}
                  </p>
                  <p className="muted small">Source: {rule.source}</p>
                  {setting?.reason ? <p className="small">Set here: {setting.reason}</p> : null}
                </div>
                <span className={classes.found} data-tone={found.length > 0 ? worst : "none"}>
                  {found.length > 0 ? amount : "nothing found"}
                </span>
              </li>
            );
          })}
        </ul>
      </Panel>
      <Panel
        title="Rules of the book that do not judge yet"
        note="named in every verdict, never counted as fine"
      >
        <p className={classes.open}>
          {report.notJudged.map((id) => (
            <span key={id} className="mono" id={id}>
              {id}
            </span>
          ))}
        </p>
      </Panel>
    </Page>
  );
}
