import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { amountText, moment as momentText, spanText } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import { allInForce } from "#core/rules/in-force.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Facts } from "#ui/tables/facts.tsx";
import { Inspector, InspectorPart } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import { waiverLines } from "../../rule-lines.ts";
import { WaiverForm } from "../../waiver-form.tsx";
import { waiverOptions } from "../waiver-options.ts";

export const metadata: Metadata = { title: "Waiver" };

type Params = Promise<Awaited<ScenarioParams> & { waiver: string }>;

export default async function WaiverPage({ params }: { params: Params }) {
  const id = decodeURIComponent((await params).waiver);
  const { scenario, base, snapshot, report, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "rules");
  const line = waiverLines(snapshot.tables, report).find(({ waiver }) => waiver.id === id);
  if (!line) notFound();
  const { id: _, ...waiver } = line.waiver;
  const rule = allInForce(snapshot.tables).find(({ rule: { id: ruleId } }) => ruleId === waiver.ruleId)?.rule;
  const options = waiverOptions(snapshot);
  const named = (some: readonly { value: string; label: string }[], ids: readonly string[]) =>
    some
      .filter(({ value }) => ids.includes(value))
      .map(({ label }) => label)
      .join("; ");
  return (
    <Inspector
      title={`Waiver: ${rule?.sentence ?? line.rule}`}
      label="waiver"
      note={`${line.state[0]?.toUpperCase()}${line.state.slice(1)}. ${line.words}`}
      closeHref={path}
    >
      <InspectorPart title="When it lapses">
        <p className="small">
          After {momentText(waiver.endsAt)} GMT; once what it covers grows beyond{" "}
          {amountText(waiver.amount, rule?.unit ?? "")}; or for whatever moves out of its time, to other
          strips or people. The rule then breaks the plan again.
        </p>
      </InspectorPart>
      <InspectorPart title="Signed">
        {mayEdit ? (
          <WaiverForm
            key={id}
            scenarioId={scenario.id}
            base={base}
            standing={`${line.until}, from ${momentText(waiver.startsAt)}, for ${[named(options.strips, waiver.stripIds), named(options.people, waiver.personIds)].filter(Boolean).join("; ")}; signed by ${waiver.signedBy}`}
            waiverId={id}
            sheet={{
              ...waiver,
              stripIds: [...waiver.stripIds],
              personIds: [...waiver.personIds],
              startsAt: isoOf(waiver.startsAt),
              endsAt: isoOf(waiver.endsAt),
            }}
            unit={rule?.unit ?? ""}
            now={null}
            {...options}
            listPath={path}
          />
        ) : (
          <Facts
            rows={[
              ["Strips", named(options.strips, waiver.stripIds)],
              ["People", named(options.people, waiver.personIds)],
              ["Time", `${spanText({ start: waiver.startsAt, end: waiver.endsAt })} GMT`],
              ["Up to", amountText(waiver.amount, rule?.unit ?? "")],
              ["Why", waiver.rationale],
              ["Asked by", waiver.askedBy],
              ["Signed by", waiver.signedBy],
            ]}
          />
        )}
      </InspectorPart>
    </Inspector>
  );
}
