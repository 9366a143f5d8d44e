import * as z from "zod";
import { count, dayMonth, list } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { dateOf } from "../base/instant.ts";
import { hull, type Interval, utcDay } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { profile } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import type { Entity } from "../model/entities.ts";
import type { PersonId } from "../model/ids.ts";
import { JOB_NAMES, type Job } from "../model/job.ts";
import { defineRule } from "../model/rule.ts";
import { startOf, whenNot } from "./bars.ts";
import { type CallOf, callsOf } from "./duty.ts";
import { remembered } from "./whereabouts.ts";

type Holding = Entity<"holding">;
const NOTHING: readonly never[] = [];

/** Of a person's holdings of a certificate, when each is valid. */
const validTimes = (
  holdings: readonly Holding[],
  personId: PersonId,
  certificateId: Holding["certificateId"],
): readonly Interval[] =>
  once(holdings, `${certificateId} of ${personId}`, () =>
    (byPerson(holdings).get(personId) ?? [])
      .filter((h) => h.certificateId === certificateId && h.validFrom <= h.validUntil)
      .map((h) => hull(utcDay(h.validFrom), utcDay(h.validUntil))),
  );

export const trainingGate = defineRule({
  id: "training-gate",
  level: "hard",
  sentence: "A person only does what their certificates, valid on that day, allow.",
  source: "House rule; each certificate names the jobs and modules that need it, and its source.",
  unit: "jobs missing",
  params: z.object({}),
  scope: "person",
  reads: ["certificates", "holdings", "modules", "people"],
  apart: true,
  search: {
    alone: "bars",
    bars: (placed, { certificates, holdings, people }) =>
      placed.calls.flatMap((call) => {
        const category = people.get(call.personId)?.category;
        const needed = certificates.filter(
          (c) =>
            category !== undefined &&
            c.categories.includes(category) &&
            (c.jobs.some((job) => call.jobs.includes(job)) ||
              (placed.moduleId !== null && c.moduleIds.includes(placed.moduleId))),
        );
        return needed.flatMap(({ id }) => {
          // A call lies in one holding with all of itself; where none is long enough, nowhere.
          const length = call.span.end - call.span.start;
          const starts = validTimes(holdings, call.personId, id)
            .filter((span) => span.end - span.start > length)
            .map((span) => ({ start: span.start, end: epochSeconds(span.end - length) }));
          return [{ part: startOf(call.span), never: whenNot(profile(starts)) }];
        });
      }),
  },

  // A certificate that a call needs counts once for every job, and once for work in the module. It is valid on the call's first and
  // last day, both included. One finding a strip and person.
  check({ subject: person, strips, facts: { certificates, holdings, modules } }) {
    const needed = certificates.filter((c) => c.categories.includes(person.category));
    if (needed.length === 0) return { violations: [], unknown: [] };
    const own = byPerson(holdings).get(person.id) ?? [];
    const violations = gather(callsOf(person.id, strips), ({ call, placed }) => {
      const lacking = gather(needed, (certificate) => {
        const isNeeded = (job: Job) => call.jobs.includes(job);
        const isOfModule = placed.moduleId !== null && certificate.moduleIds.includes(placed.moduleId);
        if (!isOfModule && !certificate.jobs.some(isNeeded)) return NOTHING;
        const held = own.filter((h) => h.certificateId === certificate.id);
        const why = whyNot(held, call);
        if (why === null) return NOTHING;
        const jobs: string[] = certificate.jobs.filter(isNeeded).map((job) => JOB_NAMES[job].toLowerCase());
        if (isOfModule) jobs.push(`work in ${modules.get(placed.moduleId)?.name ?? "the module"}`);
        return [{ jobs, certificate: certificate.name, why }];
      });
      const jobs = lacking.reduce((sum, l) => sum + l.jobs.length, 0);
      if (jobs === 0) return NOTHING;
      const facts = { person: person.shortName, scene: placed.scene.number, jobs, lacking };
      const found = { amount: jobs, span: call.span, strips: [placed.strip.id] };
      return [{ ...found, people: [person.id], facts }];
    });
    return { violations, unknown: [] };
  },

  explain: ({ person, scene, jobs, lacking }) =>
    `${person} may not do ${count(jobs, "job")} of scene ${scene}: ${lacking.map((l) => `${list(l.jobs)} needs “${l.certificate}” (${l.why})`).join("; ")}.`,
});

const byPerson = remembered((holdings: readonly Holding[]) => {
  const found = new Map<PersonId, Holding[]>();
  for (const holding of holdings)
    found.set(holding.personId, [...(found.get(holding.personId) ?? []), holding]);
  return found;
});

/** Null when a holding is valid on all days of the call. */
function whyNot(held: readonly Holding[], { span }: CallOf["call"]): string | null {
  const [first, last] = [dateOf(span.start), dateOf(span.end)];
  if (held.some((h) => h.validFrom <= first && last <= h.validUntil)) return null;
  const past = held.map((h) => h.validUntil).filter((until) => until < last);
  const latest = past.sort().at(-1);
  if (latest) return `expired after ${dayMonth(utcDay(latest).start)}`;
  const from = held.map((h) => h.validFrom).sort()[0];
  return from ? `valid only from ${dayMonth(utcDay(from).start)}` : "never held";
}
