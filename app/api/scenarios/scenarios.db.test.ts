import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at } from "#core/model/build.ts";
import { cookieOf, testingMembers } from "#server/testing-members.ts";
import { testingServer } from "#server/testing-server.ts";
import { POST } from "./[scenario]/edits/route.ts";
import { GET } from "./[scenario]/snapshot/route.ts";

let end: () => Promise<void>;

beforeAll(async () => {
  end = await testingServer();
  await testingMembers();
});
afterAll(() => end());

const headersOf = (who: string | null, type = "application/json") => ({
  "content-type": type,
  ...(who ? { cookie: cookieOf(who) } : {}),
});
async function post(body: unknown, who: string | null = "owner", scenario = "one-main", type?: string) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const url = `http://localhost:3000/api/scenarios/${scenario}/edits`;
  const request = new Request(url, { method: "POST", headers: headersOf(who, type), body: text });
  const response = await POST(request, { params: Promise.resolve({ scenario }) });
  return { status: response.status, body: await response.json() };
}
async function snapshot(who: string | null, scenario = "one-main") {
  const request = new Request("http://localhost:3000/", { headers: headersOf(who) });
  const response = await GET(request, { params: Promise.resolve({ scenario }) });
  return { status: response.status, body: await response.json() };
}
const move = (startsAt: string, more: object = {}) => ({
  clientId: randomUUID(),
  baseRevision: 0,
  commandId: "move-strips",
  input: { moves: [{ stripId: "s8", startsAt }] },
  ...more,
});

describe("edits", () => {
  test("are saved and answered with the patch; undone and brought again", async () => {
    const saved = await post(move("2021-10-08T14:30:00Z"));
    expect(saved).toMatchObject({
      status: 200,
      body: {
        revision: 1,
        description: "Scene 8 to 8 Oct 14:30",
        patch: [{ entity: "strip", id: "s8", after: { startsAt: at("8T14:30") } }],
        turns: { undo: { description: "Scene 8 to 8 Oct 14:30" }, redo: null },
      },
    });
    const late = await post(move("2021-10-08T16:00:00Z"));
    expect([late.status, late.body.kind]).toEqual([409, "conflict"]);
    const undone = await post({ clientId: randomUUID(), baseRevision: 1, undo: true });
    expect(undone).toMatchObject({ status: 200, body: { revision: 2, turns: { undo: null } } });
    const again = await post({ clientId: randomUUID(), baseRevision: 2, redo: true });
    expect(again).toMatchObject({ status: 200, body: { revision: 3, turns: { redo: null } } });
  });

  test.each([
    { name: "nobody", who: null, scenario: "one-main", status: 401 },
    { name: "a stranger", who: "stranger", scenario: "one-main", status: 404 },
    { name: "a member who may only look", who: "viewer", scenario: "one-main", status: 403 },
    { name: "a scenario that is not there", who: "owner", scenario: "nowhere", status: 404 },
    { name: "somebody else's scenario", who: "owner", scenario: "other-main", status: 404 },
  ])("$name: $status", async ({ who, scenario, status }) => {
    expect((await post(move("2021-10-09T08:00:00Z"), who, scenario)).status).toBe(status);
  });

  test.each([
    { name: "no JSON", body: "{", status: 422 },
    { name: "another site's form", body: "{}", type: "text/plain", status: 422 },
    { name: "no edit", body: {}, status: 422 },
    { name: "an array", body: [], status: 422 },
    { name: "an id that is no UUID", body: move("2021-10-09T08:00:00Z", { clientId: "1" }), status: 422 },
    { name: "an unknown command", body: move("2021-10-09T08:00:00Z", { commandId: "x" }), status: 422 },
    {
      name: "a scenario in the body",
      body: move("2021-10-09T08:00:00Z", { scenarioId: "other-main", baseRevision: 99 }),
      status: 409,
    },
    { name: "2 MB", body: move("2021-10-09T08:00:00Z", { input: "x".repeat(2_000_000) }), status: 422 },
    {
      name: "an edit of another production",
      body: { clientId: randomUUID(), undo: "0190-not-there" },
      status: 404,
    },
  ])("$name: $status, with a sentence or the fields", async ({ body, type, status }) => {
    const outcome = await post(body, "owner", "one-main", type);
    expect(outcome.status).toBe(status);
    expect(outcome.body.kind).toEqual(expect.any(String));
  });
});

describe("snapshots", () => {
  test("hold everything for who plans, and nothing private for who looks", async () => {
    const planner = await snapshot("owner");
    expect(planner.body.tables.contact).toHaveLength(1);
    const viewer = await snapshot("viewer");
    expect(viewer.status).toBe(200);
    expect(viewer.body.tables.contact).toEqual([]);
    expect(JSON.stringify(viewer.body)).not.toContain("by voice loop");
    expect(viewer.body.tables.person.map((p: { massKg: unknown }) => p.massKg)).toEqual([null, null]);
    expect(viewer.body.tables.strip).toEqual(planner.body.tables.strip);
  });

  test.each([
    { who: null, status: 401 },
    { who: "stranger", status: 404 },
  ])("$who gets $status", async ({ who, status }) => {
    expect((await snapshot(who)).status).toBe(status);
  });

  test("are kept by nobody on the way", async () => {
    const request = new Request("http://localhost:3000/", { headers: headersOf("owner") });
    const response = await GET(request, { params: Promise.resolve({ scenario: "one-main" }) });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });
});
