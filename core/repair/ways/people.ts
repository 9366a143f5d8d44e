import { list } from "../../base/format.ts";
import { overlaps } from "../../base/interval.ts";
import { within } from "../../base/profile.ts";
import { sceneOfStrip } from "../../model/command/look-up.ts";
import { JOB_NAMES, JOBS } from "../../model/job.ts";
import type { Person } from "../../model/person.ts";
import type { Placed } from "../../model/placed.ts";
import type { Assignment, Strip } from "../../model/strip.ts";
import { asOne, changed } from "../../rules/offers.ts";
import { type Busy, busyOf } from "../../solve/openings.ts";
import { inTurn } from "../in-turn.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** Somebody else, who has nothing to do then, takes the jobs of one of the finding's people on one of its strips. Roles stay cast. */
export const people: Way = {
  id: "people",
  tried: "somebody else on the jobs",
  tries: 18,
  offers: 2,
  concerns: ({ checked: { facts }, finding, strips }) =>
    strips.some((strip) =>
      facts.assignmentsOfStrip.get(strip.id)?.some((a) => finding.people.includes(a.personId)),
    ),
  *attempts(search) {
    const { facts } = search.checked;
    const busy = busyOf(facts);
    yield* inTurn(
      search.strips.flatMap((strip) => {
        const placed = facts.placed.get(strip.id);
        return placed
          ? search.finding.people.map((personId) => swaps(search, strip, placed, personId, busy))
          : [];
      }),
    );
  },
};

function* swaps(
  { checked: { facts, snapshot } }: Search,
  strip: Strip,
  placed: Placed,
  personId: Person["id"],
  busy: Busy,
): Generator<Attempt, void, void> {
  const own = (facts.assignmentsOfStrip.get(strip.id) ?? []).filter((a) => a.personId === personId);
  const person = facts.people.get(personId);
  const call = placed.calls.find((c) => c.personId === personId);
  if (own.length === 0 || !person || !call) return;
  const isFree = (other: Person) =>
    other.category !== "ground-crew" &&
    !placed.calls.some((c) => c.personId === other.id) &&
    within(busy.person(other.id), call.span).length === 0 &&
    (facts.calledFor.get(other.id) ?? []).every((p) =>
      p.calls.every((c) => c.personId !== other.id || !overlaps(c.span, call.span)),
    );
  const others = [...facts.people.values()].filter(isFree);
  const isLike = (other: Person) => other.category === person.category;
  const scene = sceneOfStrip(snapshot.tables, strip);
  const parts = own.length > 1 ? [own, ...own.map((one) => [one])] : [own];
  for (const some of parts)
    for (const other of [...others.filter(isLike), ...others.filter((o) => !isLike(o))])
      yield {
        ...asOne(some.map(({ id }) => changed("assignment", id, { personId: other.id }))),
        words: `${other.shortName} for ${person.shortName} on scene ${scene} (${jobsOf(some)})`,
        key: `${strip.id}: ${other.id} for ${personId}`,
      };
}

const jobsOf = (assignments: readonly Assignment[]): string =>
  list(
    JOBS.filter((job) => assignments.some((a) => a.job === job)).map((job) => JOB_NAMES[job].toLowerCase()),
  );
