import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { StripId } from "#core/model/ids.ts";
import { buildCli } from "#scripts/build-cli.mjs";
import { database } from "#server/db/client.ts";
import { as, testingMembers } from "#server/testing-members.ts";
import { testingServer } from "#server/testing-server.ts";
import { ask, askTogether, take, takeOnCopy } from "./actions.ts";

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
const s7 = "s7" as StripId;
const revision = async () =>
  (await database().scenario.findUniqueOrThrow({ where: { id: scenarioId } })).revision;
const toBoneyard = { commandId: "return-strips", input: { stripIds: ["s8"] } };

describe("ask", () => {
  test.each([
    { who: "nobody", kind: "signed-out" },
    { who: "stranger", kind: "not-found" },
  ])("for $who: $kind", async ({ who, kind }) => {
    as(who);
    expect(await ask({ scenarioId, stripId: s7, isLonger: false })).toMatchObject({
      ok: false,
      error: { kind },
    });
  });

  test("a viewer is told what keeps a scene out", async () => {
    as("viewer");
    const answer = await ask({ scenarioId, stripId: s7, isLonger: false });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const { why } = answer.value;
    expect(why.scene).toBe("7");
    // Who directs it is in no seat up and holds no certificate: either is enough, and both are told.
    expect(why.conflict.map(({ is }) => is)).toEqual(["scene", "rule"]);
    const told = [...why.conflict, ...why.others].map(({ ruleId }) => ruleId);
    expect(told).toContain("aboard");
    expect(told).toContain("training-gate");
  });

  test("a strip that has a place is refused in a sentence", async () => {
    const answer = await ask({ scenarioId, stripId: "s8" as StripId, isLonger: true });
    expect(answer).toMatchObject({ ok: false, error: { kind: "refused", message: /has a place/ } });
  });
});

describe("ask about several", () => {
  const musts = { scenarioId, scenes: null, isLonger: false };

  test.each([
    { who: "nobody", kind: "signed-out" },
    { who: "stranger", kind: "not-found" },
  ])("for $who: $kind", async ({ who, kind }) => {
    as(who);
    expect(await askTogether(musts)).toMatchObject({ ok: false, error: { kind } });
  });

  test("of another production nothing is told, even to its owner under another name", async () => {
    const asked = { ...musts, scenarioId: "other-main" };
    expect(await askTogether(asked)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  });

  test("a viewer is told of everything that must be shot, and nothing changes", async () => {
    const before = await revision();
    as("viewer");
    const answer = await askTogether(musts);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const { why } = answer.value;
    expect(why).toMatchObject({ strips: ["s7", "s8"], is: "never", nowhere: ["s7"], most: 1 });
    expect(why.notes[0]).toBe("Scene 7 fits nowhere even with nothing else in the plan: ask about it alone.");
    expect(await revision()).toBe(before);
  });

  test("of scenes only those are asked about that are named", async () => {
    const answer = await askTogether({ ...musts, scenes: ["7"] });
    expect(answer).toMatchObject({ ok: true, value: { why: { strips: ["s7"], nowhere: ["s7"] } } });
  });

  test("a scene that there is not is refused in a sentence", async () => {
    const answer = await askTogether({ ...musts, scenes: ["7", "99"] });
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: "refused", message: "There is no scene 99." },
    });
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
