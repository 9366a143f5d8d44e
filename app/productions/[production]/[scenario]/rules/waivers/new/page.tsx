import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { amountText } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Empty } from "#ui/parts/state.tsx";
import { rulePath } from "#ui/rules/rule-path.ts";
import { Inspector } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import { WaiverForm } from "../../waiver-form.tsx";
import { waiverOptions } from "../waiver-options.ts";

export const metadata: Metadata = { title: "Waive a finding" };

/** Begins with what the finding says: its strips, people, amount and time. */
export default async function NewWaiverPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ finding?: string }>;
}) {
  const { finding: findingId } = await searchParams;
  const { scenario, base, snapshot, report, mayEdit, segment, user } = await openScenario(
    params,
    "plan.view",
  );
  const path = scenarioPath(segment.production, segment.scenario, "rules");
  if (!mayEdit) redirect(path);
  const finding = report.findings.find(
    (f) => f.id === findingId && f.kind === "violation" && f.level === "hard",
  );
  const window = snapshot.tables.shootWindow[0];
  const span = finding?.span ?? (window && { start: window.startsAt, end: window.endsAt });
  return (
    <Inspector
      title="Waive a finding"
      label="new waiver"
      note={finding ? finding.message : undefined}
      closeHref={finding ? rulePath(path.replace(/\/rules$/, ""), finding.ruleId) : path}
    >
      {finding && span ? (
        <WaiverForm
          scenarioId={scenario.id}
          base={base}
          waiverId={null}
          sheet={{
            ruleId: finding.ruleId,
            stripIds: [...finding.strips],
            personIds: [...finding.people],
            startsAt: isoOf(span.start),
            endsAt: isoOf(span.end),
            amount: finding.amount,
            rationale: "",
            askedBy: user.name,
            signedBy: "",
          }}
          unit={finding.unit}
          now={amountText(finding.amount, finding.unit)}
          {...waiverOptions(snapshot)}
          listPath={path}
        />
      ) : (
        <Empty title="This finding is gone">
          The plan has changed since you opened it, or the finding is not a hard one. Open its rule from the
          list.
        </Empty>
      )}
    </Inspector>
  );
}
