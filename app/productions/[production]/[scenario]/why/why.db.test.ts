import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { buildCli } from "#scripts/build-cli.mjs";
import { database } from "#server/db/client.ts";
import { as, cookieOf, testingMembers } from "#server/testing-members.ts";
import { testingServer } from "#server/testing-server.ts";
import { POST } from "../../../../api/scenarios/[scenario]/why/route.ts";
import { take, takeOnCopy } from "./actions.ts";

vi.mock("#server/auth/current-user.ts", () => import("#server/testing-members.ts"));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
// A process of its own, on a machine that does other things besides.
vi.setConfig({ testTimeout: 60_000 });

let end: () => Promise<void>;
beforeAll(async () => {
  await buildCli();
  end = await testingServer();
  await testingMembers();
}, 60_000);
afterAll(() => end());
beforeEach(() => as("owner"));

const scenarioId = "one-main";
const revision = async () =>
  (await database().scenario.findUniqueOrThrow({ where: { id: scenarioId } })).revision;
const toBoneyard = { commandId: "return-strips", input: { stripIds: ["s8"] } };

/** Status, and every line of an answer. */
async function asked(who: string, question: object, of = scenarioId) {
  const request = new Request(`http://perigee.test/api/scenarios/${of}/why`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: cookieOf(who) },
    body: JSON.stringify({ isLonger: false, ...question }),
  });
  const response = await POST(request, { params: Promise.resolve({ scenario: of }) });
  const lines = (await response.text()).trim().split("\n");
  return { status: response.status, told: lines.map((line) => JSON.parse(line)) };
}
const NOT_THEIRS = [
  { who: "nobody", status: 401 },
  { who: "stranger", status: 404 },
];

describe("asked about a strip", () => {
  test.each(NOT_THEIRS)("by $who: $status", async ({ who, status }) => {
    expect((await asked(who, { stripId: "s7" })).status).toBe(status);
  });

  test("a viewer is told what keeps a scene out before ways out are sought", async () => {
    const { told } = await asked("viewer", { stripId: "s7" });
    const [first, last] = [told[0], told.at(-1)];
    expect(first).toMatchObject({ revision: await revision(), why: { scene: "7", ways: [], isCut: true } });
    // Who directs it is in no seat up and holds no certificate: either is enough, and both are told.
    expect(last.why.conflict.map(({ is }: { is: string }) => is)).toEqual(["scene", "rule"]);
    const rules = [...last.why.conflict, ...last.why.others].map(({ ruleId }) => ruleId);
    expect(rules).toContain("aboard");
    expect(rules).toContain("training-gate");
    expect(last.why.lead).toBe(first.why.lead);
    expect(last.why.isCut).toBe(false);
  });

  test("a strip that has a place is refused in a sentence", async () => {
    const { told } = await asked("owner", { stripId: "s8", isLonger: true });
    expect(told).toEqual([{ message: expect.stringContaining("has a place") }]);
  });

  test("what is no question is refused", async () => {
    expect((await asked("owner", {})).status).toBe(422);
    expect((await asked("owner", { stripId: "s7", scenes: null })).status).toBe(422);
  });
});

describe("asked about several", () => {
  test.each(NOT_THEIRS)("by $who: $status", async ({ who, status }) => {
    expect((await asked(who, { scenes: null })).status).toBe(status);
  });

  test("of another production nothing is told", async () => {
    expect((await asked("owner", { scenes: null }, "other-main")).status).toBe(404);
  });

  test("a viewer is told of everything that must be shot, and nothing changes", async () => {
    const before = await revision();
    const { why } = (await asked("viewer", { scenes: null })).told.at(-1);
    expect(why).toMatchObject({ strips: ["s7", "s8"], is: "never", nowhere: ["s7"], most: 1 });
    expect(why.notes[0]).toBe("Scene 7 fits nowhere even with nothing else in the plan: ask about it alone.");
    expect(await revision()).toBe(before);
  });

  test("of scenes only those are asked about that are named", async () => {
    const { told } = await asked("owner", { scenes: ["7"] });
    expect(told.at(-1)).toMatchObject({ why: { strips: ["s7"], nowhere: ["s7"] } });
  });

  test("a scene that there is not is refused in a sentence", async () => {
    const { told } = await asked("owner", { scenes: ["7", "99"] });
    expect(told).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/^There is no scene 99\. The plan has/) }),
    ]);
  });
});

describe("take", () => {
  test.each([
    { who: "nobody", kind: "signed-out" },
    { who: "viewer", kind: "forbidden" },
    { who: "stranger", kind: "not-found" },
  ])("for $who: $kind, and nothing changes", async ({ who, kind }) => {
    const before = await revision();
    as(who);
    const refused = await take({ scenarioId, revision: before, edit: toBoneyard });
    expect(refused).toMatchObject({ ok: false, error: { kind } });
    expect(await revision()).toBe(before);
  });

  test("of a plan that has changed since: refused, and nothing changes", async () => {
    const before = await revision();
    const refused = await take({ scenarioId, revision: before - 1, edit: toBoneyard });
    expect(refused).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(await revision()).toBe(before);
  });

  test("is one edit", async () => {
    const before = await revision();
    expect(await take({ scenarioId, revision: before, edit: toBoneyard })).toMatchObject({ ok: true });
    expect(await revision()).toBe(before + 1);
  });
});

describe("on a copy", () => {
  test("the way out is in another scenario, and the plan is as it was", async () => {
    const before = await revision();
    const asked = { scenarioId, revision: before, edit: toBoneyard, words: "Stay one more day" };
    const done = await takeOnCopy(asked);
    expect(done).toMatchObject({ ok: true, value: { name: expect.stringContaining("Stay one more day") } });
    expect(await revision()).toBe(before);
    // A second one of the same name is refused with a sentence.
    expect(await takeOnCopy(asked)).toMatchObject({ ok: false });
  });

  test("not by who may only look, and not on a plan that has changed", async () => {
    const asked = { scenarioId, revision: (await revision()) + 1, edit: toBoneyard, words: "Stay" };
    expect(await takeOnCopy(asked)).toMatchObject({ ok: false, error: { kind: "conflict" } });
    as("viewer");
    expect(await takeOnCopy(asked)).toMatchObject({ ok: false });
  });
});
