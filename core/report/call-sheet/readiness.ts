import { list } from "../../base/format.ts";
import type { Facts } from "../../model/facts.ts";
import type { CheckReport } from "../../model/finding.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { jobsFilled } from "../../rules/jobs-filled.ts";
import type { DayPlan } from "../day-plan.ts";
import { isZoneKnown } from "../moment.ts";
import { rolesOfStrip } from "../strip-line.ts";
import type { DayLight } from "./light.ts";
import type { PersonCall } from "./people.ts";
import type { CallSheetStrip } from "./strips.ts";

/** What is missing before the sheet can go out. */
export interface Gap {
  readonly id: string;
  readonly message: string;
}

export interface SheetSoFar {
  readonly strips: readonly CallSheetStrip[];
  readonly people: readonly PersonCall[];
  readonly light: DayLight;
  readonly hasMeal: boolean;
  readonly hasSleep: boolean;
}

const gap = (id: string, missing: unknown, message: string): readonly Gap[] =>
  missing ? [{ id, message }] : [];

function contactGaps({ production, tables }: ScenarioSnapshot): readonly Gap[] {
  const has = (kind: "safety" | "medical") => tables.contact.some((c) => c.kind === kind && c.channel !== "");
  return [
    ...gap("company", production.company === "", "The production company is not named."),
    ...gap(
      "zone",
      !isZoneKnown(production.homeZone),
      `Home times are missing: no zone is called ${production.homeZone}.`,
    ),
    ...gap("safety-contact", !has("safety"), "There is no safety contact with a channel."),
    ...gap("medical-contact", !has("medical"), "There is no medical contact with a channel."),
  ];
}

const sceneList = (strips: readonly CallSheetStrip[]): string =>
  list([...new Set(strips.map((line) => line.scene))]);

/** Jobs are the rule's to judge; the sheet only names the scenes. */
function jobGap(report: CheckReport, strips: readonly CallSheetStrip[]): readonly Gap[] {
  if (!report.judged.includes(jobsFilled.id))
    return [{ id: "jobs", message: "Whether every job is filled was not judged: its rule is off." }];
  const open = report.findings.filter((f) => f.ruleId === jobsFilled.id && f.kind === "violation");
  const scenes = strips.filter((line) => open.some((f) => f.strips.includes(line.stripId)));
  return gap("jobs", scenes.length > 0, `Not every job is filled on ${sceneList(scenes)}.`);
}

/** What is missing before the sheet can be published; none: it is ready. */
export function gapsOf(
  snapshot: ScenarioSnapshot,
  facts: Facts,
  report: CheckReport,
  plan: DayPlan,
  sheet: SheetSoFar,
): readonly Gap[] {
  if (sheet.strips.length === 0) return contactGaps(snapshot);
  const scenesOf = (isMissing: (line: CallSheetStrip) => boolean) =>
    sceneList(sheet.strips.filter(isMissing));
  const uncast = new Map(
    plan.strips
      .flatMap((p) => rolesOfStrip(facts, p.strip.id))
      .filter((role) => role.personId === null)
      .map((role) => [role.id, `${role.number} ${role.name}`]),
  );
  const noModule = scenesOf((line) => line.unit === "main" && !facts.placed.get(line.stripId)?.moduleId);
  const noSetUps = scenesOf((line) => line.setUps.length === 0);
  const noJobs = scenesOf((line) => line.jobs.length === 0);
  const noNoise = scenesOf((line) => line.sound === "unknown");
  return [
    ...contactGaps(snapshot),
    ...gap("cast", uncast.size > 0, `Not cast: ${list([...uncast.values()])}.`),
    ...jobGap(report, sheet.strips),
    ...gap("crew", noJobs, `Nobody is named behind the camera on ${noJobs}.`),
    ...gap("module", noModule, `No module is named for ${noModule}.`),
    ...gap("set-ups", noSetUps, `No set-ups are written for ${noSetUps}.`),
    ...gap("noise", noNoise, `Sync sound is wanted and the module's noise is not known on ${noNoise}.`),
    ...gap("meal", !sheet.hasMeal, "No meal stands in the plan for who is called."),
    ...gap("sleep", !sheet.hasSleep, "No sleep stands in the plan."),
    ...gap(
      "light",
      sheet.light.unknown.length > 0,
      `The light is not known ${list(sheet.light.unknown.map((u) => `${u.start.gmt}–${u.end.gmt}`))}.`,
    ),
  ];
}
