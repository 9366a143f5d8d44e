import * as z from "zod";
import { duration, list, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { type Interval, intersect, lengthOf } from "../base/interval.ts";
import { measure, profile } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import { JOB_NAMES, type Job } from "../model/job.ts";
import type { Person } from "../model/person.ts";
import type { PlacedSetUp } from "../model/placed.ts";
import { defineRule, type Found } from "../model/rule.ts";
import { type CallOf, callsOf } from "./duty.ts";

type ClashFacts =
  | { readonly is: "two-strips"; person: string; scenes: readonly [string, string]; span: Interval }
  | {
      readonly is: "two-jobs";
      person: string;
      scene: string;
      jobs: readonly string[];
      setUps: readonly string[];
      min: number;
    };
type Clash = Found<ClashFacts>;

const jobName = (job: Job) => JOB_NAMES[job].toLowerCase();

/**
 * What one person cannot do at once in a set-up. Direct, camera, light and sound go together. Who is on camera may direct, and
 * may have set the light and the sound, but flies no camera; a spotter only watches; an escort watches and so flies no camera
 * that moves. Rig and strike are one thing after another, make-up among them: nothing clashes there.
 */
function clash({ setUp }: PlacedSetUp, { call }: CallOf): readonly string[] {
  const acts = setUp.roleIds.some((id) => call.roleIds.includes(id)) ? ["on camera"] : [];
  const has = (job: Job) => call.jobs.includes(job);
  const shootJobs = (["direct", "camera", "light", "sound", "escort"] as const).filter(has);
  if (setUp.movingCamera && has("spotter") && acts.length + shootJobs.length > 0)
    return ["spotter", ...acts, ...shootJobs.map(jobName)];
  if (acts.length > 0 && has("camera")) return [...acts, jobName("camera")];
  if (setUp.movingCamera && has("escort") && has("camera")) return [jobName("escort"), jobName("camera")];
  return [];
}

function twoStrips(person: Person, calls: readonly CallOf[]): readonly Clash[] {
  return gather(calls, (first, i) => {
    const found: Clash[] = [];
    for (let j = i + 1; j < calls.length; j++) {
      const second = calls[j] as CallOf;
      const span = intersect(first.call.span, second.call.span);
      if (!span) break;
      const [a, b] = [first.placed, second.placed];
      const scenes = [a.scene.number, b.scene.number] as const;
      const facts = { is: "two-strips", person: person.shortName, scenes, span } as const;
      const amount = startedMinutes(lengthOf(span));
      found.push({ amount, span, strips: [a.strip.id, b.strip.id], people: [person.id], facts });
    }
    return found;
  });
}

function twoJobs(person: Person, own: CallOf): readonly Clash[] {
  // Every clash is one of a camera or of a spotter.
  if (!own.call.jobs.some((job) => job === "camera" || job === "spotter")) return [];
  const { strip, scene, setUps } = own.placed;
  const clashes = setUps.map((s) => ({ ...s, jobs: clash(s, own) })).filter(({ jobs }) => jobs.length > 0);
  if (clashes.length === 0) return [];
  const spans = profile(clashes.map((s) => s.span));
  const min = startedMinutes(measure(spans));
  const jobs = [...new Set(gather(clashes, (s) => s.jobs))];
  const labels = clashes.map((s) => s.setUp.label);
  const facts = {
    is: "two-jobs",
    person: person.shortName,
    scene: scene.number,
    jobs,
    setUps: labels,
    min,
  } as const;
  return [{ amount: min, span: spans[0] ?? null, strips: [strip.id], people: [person.id], facts }];
}

// Calls against meals, exercise, conferences, duty and the like are judged by the rules of those blocks, and not twice.
export const noDoubleBooking = defineRule({
  id: "no-double-booking",
  level: "hard",
  sentence: "A person does one thing at a time, unless the jobs go together.",
  source: "House rule [G]; a moving operator has someone who only watches [S], facts.md §1.4.",
  unit: "minutes",
  params: z.object({}),
  scope: "person",
  reads: [],
  apart: true,
  search: { alone: "anywhere" },

  check({ subject: person, strips }) {
    const calls = callsOf(person.id, strips);
    return {
      violations: [...twoStrips(person, calls), ...gather(calls, (own) => twoJobs(person, own))],
      unknown: [],
    };
  },

  explain: (facts) =>
    facts.is === "two-strips"
      ? `${facts.person}: ${duration(startedMinutes(lengthOf(facts.span)))} on scenes ${facts.scenes.join(" and ")} at once (${spanText(facts.span)}).`
      : `${facts.person}: ${duration(facts.min)} as ${list(facts.jobs)} at once, scene ${facts.scene} set-up${facts.setUps.length > 1 ? "s" : ""} ${list(facts.setUps)}.`,
});
