import * as z from "zod";
import { count, list } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import type { RoleId } from "../model/ids.ts";
import { JOB_NAMES, JOBS, type Job } from "../model/job.ts";
import type { Person } from "../model/person.ts";
import { defineRule } from "../model/rule.ts";
import type { SetUp } from "../model/scene.ts";
import { assigned } from "./offers.ts";

/** People that a set-up needs in a job. Who watches a camera that flies is the rule spotter's, who is with guests in a module the rule escort's. */
const needed = (setUp: SetUp, job: Job, isEscorted: boolean): number =>
  (job === "spotter" && setUp.movingCamera) || (job === "escort" && isEscorted)
    ? 0
    : setUp.jobs.reduce((n, each) => (each === job ? n + 1 : n), 0);

export const jobsFilled = defineRule({
  id: "jobs-filled",
  level: "hard",
  sentence: "Every job that a set-up needs is filled, and every role on camera is cast.",
  source: "House rule [G].",
  unit: "jobs missing",
  params: z.object({}),
  scope: "strip",
  reads: ["setUpsOfStrip", "assignmentsOfStrip", "roles", "people", "modules"],
  search: { alone: "anywhere" },
  near: { setUpsOfStrip: { before: 0, after: 0 }, assignmentsOfStrip: { before: 0, after: 0 } },
  sees: ({ subject: { strip, moduleId }, facts }) => [
    facts.setUpsOfStrip.get(strip.id),
    facts.assignmentsOfStrip.get(strip.id),
    facts.roles,
    moduleId && facts.modules.get(moduleId),
  ],

  // People are assigned to the strip and serve all its set-ups: it needs as many as its largest set-up. What is shot needs nobody.
  check({ subject: { strip, scene, span, moduleId }, facts }) {
    const { setUpsOfStrip, assignmentsOfStrip, roles, modules } = facts;
    const isEscorted = moduleId !== null && (modules.get(moduleId)?.needsEscort ?? false);
    const open = (setUpsOfStrip.get(strip.id) ?? []).filter((setUp) => !setUp.isShot);
    const assigned = assignmentsOfStrip.get(strip.id) ?? [];
    const missing = gather(JOBS, (job) => {
      const need = open.reduce((most, setUp) => Math.max(most, needed(setUp, job, isEscorted)), 0);
      if (need === 0) return [];
      const have = new Set(assigned.filter((a) => a.job === job).map((a) => a.personId)).size;
      return need > have ? [{ job, name: JOB_NAMES[job].toLowerCase(), short: need - have, need }] : [];
    });
    const roleIds = gather(open, (setUp) => setUp.roleIds.filter((id) => !roles.get(id)?.personId));
    const uncast = [...new Set<RoleId>(roleIds)].map((id) => roles.get(id)?.name ?? "a role");
    const amount = missing.reduce((sum, { short }) => sum + short, 0) + uncast.length;
    if (amount === 0) return { violations: [], unknown: [] };
    const jobs = missing.map(({ job }) => job);
    const found = { scene: scene.number, amount, missing, uncast, jobs };
    return { violations: [{ amount, span, strips: [strip.id], people: [], facts: found }], unknown: [] };
  },

  explain: ({ scene, amount, missing, uncast }) =>
    `Scene ${scene}: ${count(amount, "job")} missing: ${list([
      ...missing.map(({ name, short, need }) => (need > 1 ? `${name} (${short} of ${need})` : name)),
      ...uncast.map((role) => `role ${role} not cast`),
    ])}.`,

  // Who is called on the strip already comes first, then who is aboard or on the ground with its unit: the other rules say who may.
  *repairs({ facts: { jobs } }, { subject, facts: { people } }) {
    const isCalled = (person: Person) => subject.calls.some((call) => call.personId === person.id);
    const isOf = ({ category }: Person) =>
      (category === "ground-crew") === (subject.scene.unit === "landing");
    const able = [...people.values()].filter((person) => isOf(person) || isCalled(person));
    for (const person of [...able.filter(isCalled), ...able.filter((p) => !isCalled(p))])
      for (const job of jobs) yield assigned(subject, job, person);
  },
});
