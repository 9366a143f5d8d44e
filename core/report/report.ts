import type * as z from "zod";
import type { EpochSeconds } from "../base/quantity.ts";
import type { CheckReport } from "../model/finding.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";

/** What a report cannot know from the plan: who asks, and when. */
export interface ReportContext {
  /** When the report is made. Printed, and the only clock a report sees. */
  readonly madeAt: EpochSeconds;
  /** Issue of this paper: 0 when first published, counted up by each publication. Not the scenario's revision. */
  readonly issue: number;
  /** Not published: every page says so. */
  readonly isDraft: boolean;
}

export interface ReportSpec<Id extends string, P, M> {
  readonly id: Id;
  readonly title: string;
  /** What it is for, in a line. */
  readonly purpose: string;
  readonly params: z.ZodType<P>;
  /** Pure. The model is plain data that survives JSON, read by pages and by paper alike. */
  build(snapshot: ScenarioSnapshot, report: CheckReport, params: P, context: ReportContext): M;
}

/** A report as the list holds it: its own types are known only inside. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly params: z.ZodType;
  /** @throws z.ZodError when the parameters do not fit the report's schema. */
  make(snapshot: ScenarioSnapshot, report: CheckReport, params: unknown, context: ReportContext): unknown;
}

/** A report for the list: its own types are known only inside. */
export function defineReport<Id extends string, P, M>(
  spec: ReportSpec<Id, P, M>,
): Report & ReportSpec<Id, P, M> {
  return {
    ...spec,
    make: (snapshot, report, params, context) =>
      spec.build(snapshot, report, spec.params.parse(params), context),
  };
}
