import type { CheckReport } from "#core/model/finding.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { ReportContext, ReportSpec } from "#core/report/report.ts";
import { now } from "../../../../clock.ts";

/** A report as it would be made now: a draft, not yet published. */
export const draft = (): ReportContext => ({ madeAt: now(), issue: 0, isDraft: true });

export const makeDraft = <Id extends string, P, M>(
  spec: ReportSpec<Id, P, M>,
  plan: { snapshot: ScenarioSnapshot; report: CheckReport },
  params: P,
): M => spec.build(plan.snapshot, plan.report, params, draft());
