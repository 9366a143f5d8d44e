import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { ok } from "#core/base/result.ts";
import { mintSession, signInWithPassword, userOf } from "./auth/sessions.ts";
import { guarded, perform, performSignedIn } from "./perform.ts";
import { allows, may, PERMISSIONS, type Permission, ROLES } from "./permissions.ts";
import { productionsOf } from "./productions.ts";
import { testingMembers } from "./testing-members.ts";
import { testingServer } from "./testing-server.ts";
import type { User } from "./user.ts";

const form = z.object({
  production: z.string().optional(),
  scenarioId: z.string().optional(),
  title: z.string().min(1, "Give it a title"),
});
let end: () => Promise<void>;
let people: Awaited<ReturnType<typeof testingMembers>>;

beforeAll(async () => {
  end = await testingServer();
  people = await testingMembers();
});
afterAll(() => end());

const run = (raw: unknown, who: User | null, permission: Permission = "plan.edit") =>
  perform(
    permission,
    form,
    async (input, { production, role }) => ok([input.title, production.id, role]),
    raw,
    async () => who,
  );

test("parses, authorises, runs", async () => {
  const outcome = await run({ production: "one", title: "T" }, people.planner);
  expect(outcome).toEqual(ok(["T", "one-production", "planner"]));
});

test("says which fields, and never what was sent", async () => {
  const outcome = await run({ production: "one", title: "", secret: "hunter2" }, people.planner);
  expect(outcome).toEqual({
    ok: false,
    error: { kind: "invalid", fields: { title: ["Give it a title"] } },
  });
});

describe("the production is found, never believed", () => {
  test.each([
    { name: "by its slug", raw: { production: "one" }, who: "planner", kind: null },
    { name: "by a scenario of it", raw: { scenarioId: "one-early" }, who: "planner", kind: null },
    { name: "by both", raw: { production: "one", scenarioId: "one-main" }, who: "planner", kind: null },
    {
      name: "both, of two productions",
      raw: { production: "one", scenarioId: "other-main" },
      who: "planner",
      kind: "not-found",
    },
    { name: "a slug that is not there", raw: { production: "nowhere" }, who: "planner", kind: "not-found" },
    { name: "somebody else's slug", raw: { production: "other" }, who: "planner", kind: "not-found" },
    {
      name: "somebody else's scenario",
      raw: { scenarioId: "other-main" },
      who: "planner",
      kind: "not-found",
    },
    { name: "a member who may only look", raw: { production: "one" }, who: "viewer", kind: "forbidden" },
    { name: "a stranger", raw: { production: "one" }, who: "stranger", kind: "not-found" },
  ] as const)("$name", async ({ raw, who, kind }) => {
    const outcome = await run({ title: "T", ...raw }, people[who]);
    expect(outcome.ok ? null : outcome.error.kind).toBe(kind);
  });
});

test("nobody is signed in", async () => {
  expect(await run({ production: "one", title: "T" }, null)).toEqual({
    ok: false,
    error: { kind: "signed-out" },
  });
  expect(
    await performSignedIn(
      z.object({}),
      async () => ok(1),
      {},
      async () => null,
    ),
  ).toEqual({
    ok: false,
    error: { kind: "signed-out" },
  });
});

test("an action that names no production is our mistake", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await run({ title: "T" }, people.owner)).toMatchObject({ error: { kind: "unexpected" } });
  log.mockRestore();
});

test("a surprise is logged under a reference, and told without its insides", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const outcome = await performSignedIn(
    z.object({}),
    () => Promise.reject(new Error("column password")),
    {},
    async () => people.owner,
  );
  expect(JSON.stringify(outcome)).not.toContain("password");
  const reference = outcome.ok || outcome.error.kind !== "unexpected" ? "" : outcome.error.reference;
  expect(log.mock.calls[0]?.[0]).toContain(reference);
  log.mockRestore();
});

test("redirects of Next pass through", async () => {
  const redirect = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/;307;" });
  await expect(
    performSignedIn(
      z.object({}),
      () => Promise.reject(redirect),
      {},
      async () => people.owner,
    ),
  ).rejects.toBe(redirect);
});

test("each role may what the one below may, and more", async () => {
  const granted = ROLES.map((role) => PERMISSIONS.filter((permission) => allows(role, permission)));
  expect(granted.map((permissions) => permissions.length)).toEqual([1, 3, PERMISSIONS.length]);
  for (const [i, permissions] of granted.entries())
    for (const permission of permissions) {
      expect(granted.slice(i).every((higher) => higher.includes(permission))).toBe(true);
      expect(await may(people[ROLES[i] ?? "viewer"], permission, "one-production")).toBe(true);
      expect(await may(people.stranger, permission, "one-production")).toBe(false);
    }
});

test("the database does not answer: said as such, by the wrapper and the session", async () => {
  const [cookie = ""] = await mintSession(people.owner.email);
  const alive = process.env.DATABASE_URL;
  process.env.DATABASE_URL = "postgresql://nobody:x@127.0.0.1:9/nothing";
  const headers = new Headers({ cookie: cookie.split(";")[0] ?? "" });
  try {
    expect(await run({ production: "one", title: "T" }, people.owner)).toEqual({
      ok: false,
      error: { kind: "unavailable" },
    });
    const bySession = await perform(
      "plan.view",
      form,
      async () => ok(1),
      { production: "one", title: "T" },
      () => userOf(headers),
    );
    expect(bySession).toEqual({ ok: false, error: { kind: "unavailable" } });
    const password = guarded(async () =>
      ok(await signInWithPassword({ email: people.owner.email, password: "long enough" }, new Headers())),
    );
    expect(await password).toEqual({ ok: false, error: { kind: "unavailable" } });
  } finally {
    process.env.DATABASE_URL = alive;
  }
  expect(await productionsOf(people.owner, 0 as never)).toHaveLength(1);
});
