import { clock, list } from "#core/base/format.ts";
import type { Facts } from "#core/model/facts.ts";
import type { PersonId, RoleId, StripId } from "#core/model/ids.ts";
import { JOB_NAMES, type Job } from "#core/model/job.ts";
import classes from "./inspector.module.css";

interface Called {
  readonly personId: PersonId | null;
  readonly what: readonly string[];
  readonly from: string;
}

/** Who is on a strip and what for; with their call where it is placed. Roles that nobody plays are said too. */
function calledOn(facts: Facts, id: StripId): readonly Called[] {
  const roleName = (roleId: RoleId) => {
    const role = facts.roles.get(roleId);
    return role ? `${role.number} ${role.name}` : "an unknown role";
  };
  const jobs = new Map<PersonId, { jobs: Job[]; roles: RoleId[] }>();
  const of = (personId: PersonId) => {
    const known = jobs.get(personId) ?? { jobs: [], roles: [] };
    jobs.set(personId, known);
    return known;
  };
  for (const { personId, job } of facts.assignmentsOfStrip.get(id) ?? []) of(personId).jobs.push(job);
  const roleIds = new Set((facts.setUpsOfStrip.get(id) ?? []).flatMap((setUp) => setUp.roleIds));
  const unplayed: RoleId[] = [];
  for (const roleId of roleIds) {
    const personId = facts.roles.get(roleId)?.personId;
    if (personId) of(personId).roles.push(roleId);
    else unplayed.push(roleId);
  }
  const calls = new Map(facts.placed.get(id)?.calls.map((call) => [call.personId, call]));
  return [
    ...[...jobs].map(([personId, { jobs: own, roles }]) => {
      const call = calls.get(personId);
      return {
        personId,
        what: [...roles.map(roleName), ...own.map((job) => JOB_NAMES[job])],
        from: call ? `${clock(call.span.start)}–${clock(call.span.end)}` : "",
      };
    }),
    ...unplayed.map((roleId) => ({ personId: null, what: [roleName(roleId)], from: "" })),
  ];
}

export function People({ facts, id }: { facts: Facts; id: StripId }) {
  const called = calledOn(facts, id);
  if (called.length === 0) return <p className="muted small">Nobody is on this strip yet.</p>;
  return (
    <ul className={classes.people}>
      {called.map(({ personId, what, from }) => (
        <li key={`${personId}${what.join()}`}>
          <b>{personId ? (facts.people.get(personId)?.shortName ?? personId) : "Not cast"}</b>
          <time className="muted small">{from}</time>
          <span className={classes.what}>{list(what)}</span>
        </li>
      ))}
    </ul>
  );
}
