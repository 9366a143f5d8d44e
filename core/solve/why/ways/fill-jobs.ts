import { list } from "../../../base/format.ts";
import type { Facts } from "../../../model/facts.ts";
import { JOB_NAMES, type Job } from "../../../model/job.ts";
import type { Person } from "../../../model/person.ts";
import type { Placed } from "../../../model/placed.ts";
import { jobsFilled } from "../../../rules/jobs-filled.ts";
import { assigned } from "../../../rules/offers.ts";
import { ruled } from "../member.ts";
import { ASKING } from "./asking.ts";
import type { Kind } from "./way.ts";

/** So many people are tried in each job. */
const TRIED = 4;

/** Jobs that nobody does on a strip go to people who may do them and are there: whoever does them on other strips comes first. */
export const fillJobs: Kind = {
  id: "fill-jobs",
  asks: "jobs that somebody has to take on and prepare",
  *attempts({ at: { alone, bare }, conflict }) {
    const here = alone.placed(0);
    if (!here || !conflict.members.includes(ruled(jobsFilled.id))) return;
    const { facts } = bare;
    const missing = missingIn(here, facts);
    if (missing.length === 0) return;
    for (const filled of filling(missing.map((job) => ({ job, people: ableTo(job, here, facts) })))) {
      const offers = filled.map(({ job, person }) => assigned(here, job, person));
      yield {
        words: `Have ${list(namesOf(filled))} on scene ${here.scene.number}`,
        edits: offers.map(({ commandId, input }) => ({ commandId, input })),
        placement: null,
        asking: ASKING.job * filled.length,
      };
    }
  },
};

/** Jobs as often as somebody is missing; none where a role is not cast, for that is not solved by a job. */
function missingIn(subject: Placed, facts: Facts): readonly Job[] {
  const [found] = jobsFilled.check(
    { key: subject.strip.id, subject, strips: [subject], facts },
    {},
  ).violations;
  const about = found?.facts;
  return !about || about.uncast.length > 0
    ? []
    : about.missing.flatMap(({ job, short }) => Array.from({ length: short }, () => job));
}

/** Those who are on the strip already first, then by how often they do the job elsewhere. */
function ableTo(job: Job, { calls, scene, strip }: Placed, facts: Facts): readonly Person[] {
  const isCalled = ({ id }: Person) => calls.some((call) => call.personId === id);
  const isOf = ({ category }: Person) => (category === "ground-crew") === (scene.unit === "landing");
  const own = facts.assignmentsOfStrip.get(strip.id) ?? [];
  const all = [...facts.assignmentsOfStrip.values()].flat();
  const often = ({ id }: Person) => all.filter((a) => a.job === job && a.personId === id).length;
  return [...facts.people.values()]
    .filter((person) => isOf(person) || isCalled(person))
    .filter(({ id }) => !own.some((a) => a.job === job && a.personId === id))
    .sort(
      (a, b) => Number(isCalled(b)) - Number(isCalled(a)) || often(b) - often(a) || (a.id < b.id ? -1 : 1),
    );
}

interface Filled {
  readonly job: Job;
  readonly person: Person;
}

/** `Petrova as director and camera operator` */
const namesOf = (filled: readonly Filled[]): readonly string[] =>
  [...new Set(filled.map(({ person }) => person))].map((person) => {
    const jobs = filled
      .filter((each) => each.person === person)
      .map(({ job }) => JOB_NAMES[job].toLowerCase());
    return `${person.shortName} as ${list(jobs)}`;
  });

/** One person for each, those who come first tried first; nobody twice in the same job. */
function filling(
  wanted: readonly { readonly job: Job; readonly people: readonly Person[] }[],
): readonly (readonly Filled[])[] {
  const all = wanted.reduce<readonly { readonly filled: readonly Filled[]; readonly rank: number }[]>(
    (so, { job, people }) =>
      so.flatMap(({ filled, rank }) =>
        people
          .filter((person) => !filled.some((each) => each.job === job && each.person === person))
          .slice(0, TRIED)
          .map((person, i) => ({ filled: [...filled, { job, person }], rank: rank + i })),
      ),
    [{ filled: [], rank: 0 }],
  );
  return [...all].sort((a, b) => a.rank - b.rank).map(({ filled }) => filled);
}
