import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { isoOf } from "#core/base/instant.ts";
import { at } from "#core/model/build.ts";
import type { Tables } from "#core/model/entities.ts";
import type { ModuleId, StripId } from "#core/model/ids.ts";
import { database } from "#server/db/client.ts";
import type { StoredProposal } from "#server/db/solves.ts";
import { plansAround } from "#server/edits/past-plan.ts";
import { applyEdit, undoEdit } from "#server/edits.ts";
import { SOLVES_CHANNEL } from "#server/solves/queue.ts";
import { findSolve, listSolves, unfinishedSolve } from "#server/solves.ts";
import { as, cookieOf, testingMembers } from "#server/testing-members.ts";
import { testingServer } from "#server/testing-server.ts";
import type { User } from "#server/user.ts";
import { GET } from "../../../../api/scenarios/[scenario]/solves/[solve]/events/route.ts";
import { adopt, ask, askPrices, discard, previewAdoption, stop } from "./actions.ts";
import { adoptedTables } from "./adoption.ts";
import type { SolveFormInput } from "./solve-form.ts";

vi.mock("#server/auth/current-user.ts", () => import("#server/testing-members.ts"));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

let end: () => Promise<void>;
let owner: User;
beforeAll(async () => {
  end = await testingServer();
  owner = (await testingMembers()).owner;
});
afterAll(() => end());
beforeEach(() => as("owner"));
afterEach(async () => {
  await database().solve.deleteMany();
});

const TIERS = { must: { in: 1, of: 1 }, should: { in: 0, of: 0 }, nice: { in: 0, of: 0 } };
/** Scene 8 moves by a day, scene 7 comes out of the boneyard. */
async function proposal(): Promise<StoredProposal> {
  const strips = await database().strip.findMany({ where: { scenarioId: "one-main" } });
  const length = (id: string) => {
    const { rigMin, shootMin } = strips.find((strip) => strip.id === id) ?? { rigMin: 0, shootMin: 0 };
    return { rigMin, shootMin };
  };
  const stand = (id: string, start: string, module: string) => ({
    ...{ startsAt: at(start), moduleId: module as ModuleId },
    ...length(id),
  });
  return {
    version: 1,
    moves: [
      {
        stripId: "s8" as StripId,
        from: stand("s8", "8T10:00", "zvezda"),
        to: stand("s8", "9T10:00", "zvezda"),
      },
      { stripId: "s7" as StripId, from: null, to: stand("s7", "8T13:00", "nauka") },
    ],
    objective: { mustsMissingMin: 0, points: -10, parts: [] },
    ...{ bound: null, gap: null, isOptimal: false, setUpsIn: TIERS, notes: [], judged: null },
  };
}
const of = { productionId: "one-production", scenarioId: "one-main" };
async function solved(): Promise<string> {
  const options = { freedom: "free", movePoints: 0, seed: 1, seconds: 5 };
  const { id } = await database().solve.create({
    data: {
      ...of,
      askedByName: "owner",
      options,
      state: "done",
      baseRevision: 0,
      proposal: await proposal(),
    },
  });
  return id;
}
const revision = async () =>
  (await database().scenario.findUniqueOrThrow({ where: { id: "one-main" } })).revision;
const stands = async (id: string) =>
  (await database().strip.findFirstOrThrow({ where: { scenarioId: "one-main", id } })).startsAt;
/** As the list has it, undo and redo heeded. */
const told = async (id: string) => (await listSolves(of)).find((solve) => solve.id === id)?.outcome;
const outcome = async (id: string) => (await database().solve.findUniqueOrThrow({ where: { id } })).outcome;
async function moveByHand(id: string, start: string) {
  const input = { moves: [{ stripId: id, startsAt: isoOf(at(start)) }] };
  const edit = { clientId: randomUUID(), baseRevision: null, commandId: "move-strips", input };
  const done = await applyEdit({ ...of, user: owner, ...edit });
  if (!done.ok) throw new Error(done.error.kind);
  return done.value.editId ?? "";
}
const form: SolveFormInput = {
  scenarioId: "one-main",
  freedom: "free",
  movePoints: "10",
  seconds: "5",
  seed: 1,
};

interface Given {
  readonly scenarioId: string;
  readonly solveId: string;
  readonly editId: string;
  readonly revision: number;
}
/** Each action, on a proposal of the owner's. */
const ACTIONS: Readonly<Record<string, (given: Given) => Promise<{ ok: boolean }>>> = {
  ask: ({ scenarioId }) => ask({ ...form, scenarioId }),
  askPrices: ({ scenarioId }) => askPrices({ scenarioId, seconds: "1" }),
  stop: ({ scenarioId, solveId }) => stop({ scenarioId, solveId }),
  previewAdoption: ({ scenarioId, solveId }) => previewAdoption({ scenarioId, solveId, days: null }),
  adopt: ({ scenarioId, solveId, revision: seen }) =>
    adopt({ scenarioId, solveId, days: null, revision: seen }),
  discard: ({ scenarioId, solveId }) => discard({ scenarioId, solveId }),
};

const given = async (): Promise<Given> => ({
  ...{ scenarioId: "one-main", solveId: await solved() },
  editId: await moveByHand("s8", (await revision()) % 2 === 0 ? "8T10:05" : "8T10:00"),
  revision: await revision(),
});

describe.each(Object.entries(ACTIONS))("%s", (_, act) => {
  test.each([
    { who: "nobody", kind: "signed-out" },
    { who: "viewer", kind: "forbidden" },
    { who: "stranger", kind: "not-found" },
  ])("for $who: $kind, and nothing changes", async ({ who, kind }) => {
    const what = await given();
    const before = await revision();
    as(who);
    expect(await act(what)).toMatchObject({ ok: false, error: { kind } });
    expect(await revision()).toBe(before);
    expect(await outcome(what.solveId)).toBe("");
    expect(await database().solve.count()).toBe(1);
  });
});

const OF_A_PROPOSAL = Object.entries(ACTIONS).filter(([name]) => !name.startsWith("ask"));
test.each(OF_A_PROPOSAL)("%s of somebody else's, through a plan of one's own: not there", async (_, act) => {
  const what = await given();
  const before = await revision();
  as("stranger");
  const refused = await act({ ...what, scenarioId: "other-main" });
  expect(refused).toMatchObject({ ok: false, error: { kind: "not-found" } });
  expect(await revision()).toBe(before);
  expect(await outcome(what.solveId)).toBe("");
});

describe("ask", () => {
  test("puts it in the queue, with what was chosen", async () => {
    const asked = await ask({ ...form, freedom: "open", seconds: "60" });
    if (!asked.ok) throw new Error(asked.error.kind);
    const row = await database().solve.findUniqueOrThrow({ where: { id: asked.value.solveId } });
    expect(row).toMatchObject({
      ...of,
      state: "waiting",
      askedByName: "owner",
      options: { asks: "plan", freedom: "open", movePoints: 10, seconds: 60, seed: 1 },
    });
    const jobs = await database().$queryRaw`
      SELECT "queue_name", "priority" FROM graphile_worker.jobs WHERE "key" = ${asked.value.solveId}`;
    expect(jobs).toEqual([{ queue_name: "solve:one-production", priority: 0 }]);
    expect(await ask(form)).toMatchObject({ ok: false, error: { kind: "conflict" } });
  });

  test.each([
    { name: "a time that is not offered", more: { seconds: "86400" } },
    { name: "a seed below nothing", more: { seed: -1 } },
    { name: "a freedom there is not", more: { freedom: "all" } },
  ])("refuses $name", async ({ more }) => {
    expect(await ask({ ...form, ...more } as never)).toMatchObject({ error: { kind: "invalid" } });
    expect(await database().solve.count()).toBe(0);
  });
});

/** Scene 8 stands where the proposal was made from, scene 7 in the boneyard. */
async function asItWas() {
  await moveByHand("s8", "8T10:00");
  await applyEdit({
    ...{ ...of, user: owner, clientId: randomUUID(), baseRevision: null },
    ...{ commandId: "return-strips", input: { stripIds: ["s7"] } },
  });
}
const adoptNow = async (solveId: string, days: string[] | null = null, without: string[] = []) =>
  adopt({ scenarioId: "one-main", solveId, days, without, revision: await revision() });

describe("adopt", () => {
  beforeEach(asItWas);

  test("all: one edit, noted in the list, taken back as one", async () => {
    const id = await solved();
    const before = await revision();
    const adopted = await adoptNow(id);
    if (!adopted.ok) throw new Error(adopted.error.kind);
    expect(await revision()).toBe(before + 1);
    expect([await stands("s8"), await stands("s7")]).toEqual([
      new Date("2021-10-09T10:00:00Z"),
      new Date("2021-10-08T13:00:00Z"),
    ]);
    expect(await outcome(id)).toBe("adopted");
    const undone = await undoEdit({
      ...{ ...of, user: owner, clientId: randomUUID() },
      edit: { id: adopted.value.editId ?? "" },
    });
    expect(undone.ok).toBe(true);
    expect([await stands("s8"), await stands("s7")]).toEqual([new Date("2021-10-08T10:00:00Z"), null]);
  });

  test("the list says what is true of it: taken back, brought again, adopted once more", async () => {
    const id = await solved();
    const said = async () => [(await listSolves(of))[0]?.outcome, (await findSolve(of, id))?.outcome];
    const adopted = await adoptNow(id);
    if (!adopted.ok) throw new Error(adopted.error.kind);
    expect(await said()).toEqual(["adopted", "adopted"]);
    // Taken back and brought again on the board, where nobody knows of the proposal.
    const asked = () => ({ ...of, user: owner, clientId: randomUUID() });
    await undoEdit({ ...asked(), edit: { id: adopted.value.editId ?? "" } });
    expect(await said()).toEqual(["adopted, then taken back", "adopted, then taken back"]);
    await undoEdit({ ...asked(), edit: "last-undone" });
    expect(await said()).toEqual(["adopted", "adopted"]);
    await undoEdit({ ...asked(), edit: "last" });
    expect((await adoptNow(id)).ok).toBe(true);
    expect(await said()).toEqual(["adopted", "adopted"]);
  });

  test("a day: what comes to it or leaves it, after what that does was shown", async () => {
    const id = await solved();
    const days = (
      await database().shootDay.findMany({ where: { scenarioId: "one-main", date: "2021-10-09" } })
    ).map((day) => day.id);
    const preview = await previewAdoption({ scenarioId: "one-main", solveId: id, days });
    if (!preview.ok) throw new Error(preview.error.kind);
    expect(preview.value).toMatchObject({ strips: 1, revision: await revision(), scenesIn: [] });
    expect((await adoptNow(id, days)).ok).toBe(true);
    expect([await stands("s8"), await stands("s7")]).toEqual([new Date("2021-10-09T10:00:00Z"), null]);
    expect(await outcome(id)).toBe("adopted in part");
    await undoEdit({ ...{ ...of, user: owner, clientId: randomUUID() }, edit: "last" });
    expect(await told(id)).toBe("adopted in part, then taken back");
    await undoEdit({ ...{ ...of, user: owner, clientId: randomUUID() }, edit: "last-undone" });
    // The rest can follow.
    expect((await adoptNow(id)).ok).toBe(true);
    expect(await stands("s7")).toEqual(new Date("2021-10-08T13:00:00Z"));
    expect(await adoptNow(id)).toMatchObject({ error: { message: expect.stringContaining("nothing left") } });
  });

  test("what can no longer be adopted is left out where that is asked, and what was adopted is told as in part", async () => {
    const id = await solved();
    await moveByHand("s8", "8T17:00");
    expect((await adoptNow(id, null, ["s8"])).ok).toBe(true);
    expect([await stands("s8"), await stands("s7")]).toEqual([
      new Date("2021-10-08T17:00:00Z"),
      new Date("2021-10-08T13:00:00Z"),
    ]);
    expect(await outcome(id)).toBe("adopted in part");
  });

  test("what was adopted can be seen beside the plan before, whatever came since", async () => {
    const id = await solved();
    await adoptNow(id);
    await moveByHand("s7", "9T15:00");
    const solve = await findSolve(of, id);
    const [editId = ""] = solve?.adoptedBy ?? [];
    const plans = await plansAround(of, editId, editId);
    if (!plans) throw new Error("The history has it.");
    const starts = ({ tables }: { tables: Tables }) =>
      ["s8", "s7"].map((strip) => tables.strip.find((row) => (row.id as string) === strip)?.startsAt);
    expect(starts(plans.before)).toEqual([at("8T10:00"), null]);
    expect(starts(plans.after)).toEqual([at("9T10:00"), at("8T13:00")]);
    const adopted = adoptedTables(plans.before.tables, plans.after.tables, solve?.proposal?.moves ?? []);
    expect(starts({ tables: adopted })).toEqual([at("9T10:00"), at("8T13:00")]);
    expect(await plansAround(of, "00000000-0000-7000-8000-000000000000", editId)).toBeNull();
  });

  test("a plan that changed after it was shown: refused, with who and what", async () => {
    const id = await solved();
    const seen = await revision();
    await moveByHand("s7", "9T15:00");
    await applyEdit({
      ...{ ...of, user: owner, clientId: randomUUID(), baseRevision: null },
      ...{ commandId: "return-strips", input: { stripIds: ["s7"] } },
    });
    const refused = await adopt({ scenarioId: "one-main", solveId: id, days: null, revision: seen });
    expect(refused).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("owner: “Scene 7 to the boneyard”") },
    });
    expect(await outcome(id)).toBe("");
    expect((await adoptNow(id)).ok).toBe(true);
  });

  test("a strip that stands elsewhere by now: refused, with which and where", async () => {
    const id = await solved();
    await moveByHand("s8", "8T17:00");
    const before = await revision();
    expect(await adoptNow(id)).toMatchObject({
      error: {
        kind: "conflict",
        message:
          "The plan has changed where the proposal changes it. Scene 8 stands at 8 Oct 17:00 now; when the proposal was asked for it stood at 8 Oct 10:00. Propose again.",
      },
    });
    expect(await revision()).toBe(before);
  });

  test("a solve without a proposal has nothing to adopt", async () => {
    const id = await solved();
    await database().$executeRaw`UPDATE "Solve" SET "proposal" = NULL WHERE "id" = ${id}`;
    expect(await adoptNow(id)).toMatchObject({ error: { kind: "not-found" } });
    expect(await discard({ scenarioId: "one-main", solveId: id })).toMatchObject({ ok: false });
  });
});

test("the one that is being worked out is known to every page, with what it was asked for", async () => {
  expect(await unfinishedSolve(of)).toBeNull();
  const asked = await ask(form);
  expect(await unfinishedSolve(of)).toEqual({ id: asked.ok && asked.value.solveId, asks: "plan" });
  await database().solve.deleteMany();
  await askPrices({ scenarioId: "one-main", seconds: "1" });
  expect(await unfinishedSolve(of)).toMatchObject({ asks: "prices" });
});

test("discard leaves the plan as it is", async () => {
  const id = await solved();
  const before = await revision();
  expect(await discard({ scenarioId: "one-main", solveId: id })).toEqual({ ok: true, value: null });
  expect([await outcome(id), await revision()]).toEqual(["discarded", before]);
});

describe("the stream", () => {
  const open = (who: string, solve: string, scenario = "one-main") => {
    const controller = new AbortController();
    const request = new Request("http://localhost:3000/", {
      headers: { cookie: cookieOf(who) },
      signal: controller.signal,
    });
    const response = GET(request, { params: Promise.resolve({ scenario, solve }) });
    return { response, leave: () => controller.abort() };
  };
  async function* views(response: Response) {
    let text = "";
    for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(
      new TextDecoderStream() as never,
    ) as unknown as AsyncIterable<string>) {
      text += chunk;
      for (let at = text.indexOf("\n\n"); at >= 0; at = text.indexOf("\n\n")) {
        const event = text.slice(0, at);
        text = text.slice(at + 2);
        if (event.startsWith("data: ")) yield JSON.parse(event.slice(6));
      }
    }
  }
  const change = async (id: string, data: object) => {
    await database().solve.update({ where: { id }, data });
    await database().$executeRaw`SELECT pg_notify(${SOLVES_CHANNEL}, ${id})`;
  };
  const asked = async () => {
    const done = await ask(form);
    if (!done.ok) throw new Error(done.error.kind);
    return done.value.solveId;
  };

  test.each([
    { who: "nobody", scenario: "one-main", status: 401 },
    { who: "viewer", scenario: "one-main", status: 403 },
    { who: "stranger", scenario: "one-main", status: 404 },
    { who: "stranger", scenario: "other-main", status: 404 },
  ])("of somebody else's proposal, $who in $scenario: $status", async ({ who, scenario, status }) => {
    const response = await open(who, await asked(), scenario).response;
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/json/);
  });

  test("tells how it stands, every change, and ends with it", async () => {
    const id = await asked();
    const response = await open("owner", id).response;
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const told = views(response);
    expect((await told.next()).value).toMatchObject({ id, state: "waiting", isAttended: false });
    await change(id, { state: "running", startedAt: new Date() });
    expect((await told.next()).value).toMatchObject({ state: "running", progress: [] });
    await change(id, { state: "failed", problem: "It broke.", endedAt: new Date() });
    expect((await told.next()).value).toMatchObject({ state: "failed", problem: "It broke." });
    expect((await told.next()).done).toBe(true);
  });

  test("of what is over tells that, and ends: who comes back has missed nothing", async () => {
    const id = await solved();
    const told = views(await open("owner", id).response);
    expect((await told.next()).value).toMatchObject({ state: "done" });
    expect((await told.next()).done).toBe(true);
  });

  test("ends for who is no longer a member", async () => {
    const id = await asked();
    const { response } = open("owner", id);
    const told = views(await response);
    await told.next();
    const membership = { userId_productionId: { userId: owner.id, productionId: "one-production" } };
    await database().membership.update({ where: membership, data: { role: "viewer" } });
    await change(id, { state: "running" });
    expect((await told.next()).done).toBe(true);
    await database().membership.update({ where: membership, data: { role: "owner" } });
  });

  test("lets go of the database when the page is closed", async () => {
    const id = await asked();
    const { response, leave } = open("owner", id);
    const told = views(await response);
    await told.next();
    const listening = async () => {
      const [row] = await database().$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity WHERE "query" = ${`LISTEN ${SOLVES_CHANNEL}`}
          AND "datname" = current_database()`;
      return row?.n;
    };
    expect(await listening()).toBe(1);
    leave();
    await vi.waitFor(async () => expect(await listening()).toBe(0), { timeout: 10_000 });
  });
});
