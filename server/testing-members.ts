import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { mintSession, userOf } from "./auth/sessions.ts";
import { insertBundle } from "./db/bundles.ts";
import { database } from "./db/client.ts";
import { ROLES, type Role } from "./permissions.ts";
import { testingUser } from "./testing-server.ts";
import type { User } from "./user.ts";

const cookies = new Map<string, string>();
let asking = "";

/** For tests of who may what: production `one` with somebody of each role, production `other` of a stranger, and all of them signed in. */
export async function testingMembers(): Promise<Readonly<Record<Role | "stranger", User>>> {
  const people = {} as Record<Role | "stranger", User>;
  for (const name of [...ROLES, "stranger"] as const) {
    people[name] = await testingUser(name);
    const session = await mintSession(people[name].email);
    cookies.set(name, session.map((cookie) => cookie.split(";")[0]).join("; "));
  }
  await insertBundle(testingBundle("one"), people.owner.id);
  await insertBundle(testingBundle("other"), people.stranger.id);
  for (const role of ["planner", "viewer"] as const)
    await database().membership.create({
      data: { userId: people[role].id, productionId: "one-production", role },
    });
  return people;
}

/** What a request of theirs carries; nobody else has a session. */
export const cookieOf = (who: string): string => cookies.get(who) ?? "";

/** Whoever asks from now on. */
export const as = (who: string): void => {
  asking = cookieOf(who);
};

/** In place of auth/current-user.ts: Next's request is the one thing that is not there, so who asks is told by a session's own cookie. */
export const currentUser = () => userOf(new Headers({ cookie: asking }));
