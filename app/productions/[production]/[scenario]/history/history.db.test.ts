import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#server/db/client.ts";
import { applyEdit } from "#server/edits.ts";
import { as, testingMembers } from "#server/testing-members.ts";
import { testingServer } from "#server/testing-server.ts";
import type { User } from "#server/user.ts";
import { askTogether, undoOne, undoTogether } from "./actions.ts";

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

const of = { productionId: "one-production", scenarioId: "one-main" };
const move = async (time: string) => {
  const done = await applyEdit({
    ...{ ...of, user: owner, clientId: randomUUID(), baseRevision: null, commandId: "move-strips" },
    input: { moves: [{ stripId: "s8", startsAt: `2021-10-${time}:00Z` }] },
  });
  if (!done.ok || !done.value.editId) throw new Error(JSON.stringify(done));
  return done.value.editId;
};
const edits = () => database().edit.count();
const stands = async () =>
  (await database().strip.findFirstOrThrow({ where: { scenarioId: "one-main", id: "s8" } })).startsAt;

let minute = 0;
/** Always another moment, so that each is an edit. */
const next = () => `08T15:${String(minute++).padStart(2, "0")}`;

const ACTIONS: Readonly<Record<string, (scenarioId: string, editId: string) => Promise<{ ok: boolean }>>> = {
  undoOne: (scenarioId, editId) => undoOne({ scenarioId, editId }),
  askTogether: (scenarioId, editId) => askTogether({ scenarioId, editId }),
  undoTogether: (scenarioId, editId) => undoTogether({ scenarioId, editIds: [editId] }),
};

describe.each(Object.entries(ACTIONS))("%s", (_, act) => {
  test.each([
    { who: "nobody", kind: "signed-out" },
    { who: "viewer", kind: "forbidden" },
    { who: "stranger", kind: "not-found" },
  ])("for $who: $kind, and nothing changes", async ({ who, kind }) => {
    const id = await move(next());
    const before = await edits();
    as(who);
    expect(await act("one-main", id)).toMatchObject({ ok: false, error: { kind } });
    expect(await edits()).toBe(before);
  });

  test("of another production's edit, by way of one's own scenario: nothing changes", async () => {
    const id = await move(next());
    const before = await edits();
    as("stranger");
    expect(await act("other-main", id)).toMatchObject({ ok: false });
    expect(await edits()).toBe(before);
  });
});

test("any planner undoes what the owner did, and brings it again", async () => {
  const id = await move(next());
  const after = await stands();
  as("planner");
  expect(await undoOne({ scenarioId: "one-main", editId: id })).toMatchObject({ ok: true });
  expect(await stands()).not.toEqual(after);
  const undo = await database().edit.findFirstOrThrow({ where: { undoesId: id } });
  expect(undo).toMatchObject({ authorName: "planner", through: "undo" });
  expect(await undoOne({ scenarioId: "one-main", editId: undo.id })).toMatchObject({ ok: true });
  expect(await stands()).toEqual(after);
});

test("back to an edit: what goes together is shown first, then done; the plan is as before it", async () => {
  const before = await stands();
  const first = await move(next());
  const second = await move(next());
  const asked = await askTogether({ scenarioId: "one-main", editId: first });
  if (!asked.ok) throw new Error(asked.error.kind);
  expect(asked.value.map(({ id }) => id)).toEqual([second, first]);
  const editIds = asked.value.map(({ id }) => id);
  expect(await undoTogether({ scenarioId: "one-main", editIds })).toMatchObject({
    ok: true,
    value: { undone: 2 },
  });
  expect(await stands()).toEqual(before);
});

test("where somebody edits between the question and the answer, it ends there and says how far it came", async () => {
  const first = await move(next());
  const second = await move(next());
  const since = await move(next());
  const outcome = await undoTogether({ scenarioId: "one-main", editIds: [since, first, second] });
  expect(outcome).toMatchObject({ ok: false, error: { kind: "refused" } });
  expect(!outcome.ok && "message" in outcome.error && outcome.error.message).toMatch(
    /^1 of 3 undone\. owner changed the same on .*Take that back first\.$/,
  );
});
