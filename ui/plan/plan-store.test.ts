import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import { commandById } from "#core/model/command/index.ts";
import { applyPatch, inverse, type Patch } from "#core/model/patch.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { type EditAnswer, type EditRequest, NO_TURNS } from "./edit-answer.ts";
import { planStore } from "./plan-store.ts";

const snapshot = plan({
  shootDay: shootDays(6, 7),
  module: [row("module", "nauka")],
  scene: [row("scene", "12", { moduleId: "nauka" })],
  strip: [
    row("strip", "a", { sceneId: "12", moduleId: "nauka", startsAt: at("6T08:00") }),
    row("strip", "b", { sceneId: "12", moduleId: "nauka", startsAt: at("6T10:00") }),
  ],
});
const move = (stripId: string, startsAt: string) => ({ moves: [{ stripId, startsAt }] });

/** A server in miniature: carries out what it gets, and answers when told to. */
function serving(from: ScenarioSnapshot = snapshot) {
  let tables = from.tables;
  let revision = from.scenario.revision;
  const patches: Patch[] = [];
  const posted: EditRequest[] = [];
  const said: string[] = [];
  const told: string[] = [];
  const retries: (() => void)[] = [];
  const answers: ((request: EditRequest) => EditAnswer)[] = [];
  let ids = 0;
  const carryOut = (request: EditRequest): EditAnswer => {
    const patch =
      "commandId" in request
        ? commandById(request.commandId)?.bind(request.input).resolve(tables)
        : { ok: true as const, value: inverse(patches.pop() ?? []) };
    if (!patch?.ok) return { kind: "refused", message: patch?.error.message ?? "?" };
    const next = applyPatch(tables, patch.value);
    if (!next.ok) return { kind: "conflict", message: "Anna moved scene 12." };
    tables = next.value;
    patches.push(patch.value);
    revision += 1;
    return {
      kind: "saved",
      editId: `edit-${revision}`,
      revision,
      patch: patch.value,
      turns: { undo: { editId: `edit-${revision}`, description: "last" }, redo: null },
    };
  };
  const store = planStore(from, {
    post: async (request) => {
      posted.push(request);
      return (answers.shift() ?? carryOut)(request);
    },
    load: async () => ({ ...from, tables, scenario: { ...from.scenario, revision } }),
    rolledBack: (description, message) => said.push(`${description}: ${message}`),
    turned: (way, description) => told.push(`${way} ${description}`),
    newId: () => `id-${++ids}`,
    later: (run) => retries.push(run),
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  const startOf = (id: string) => store.state().snapshot.tables.strip.find((s) => s.id === id)?.startsAt;
  return { store, posted, said, told, retries, answers, settled, startOf, carryOut };
}

test("an edit shows at once and is saved when the server answers", async () => {
  const { store, startOf, settled } = serving();
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  expect(startOf("a")).toBe(at("6T09:00"));
  expect(store.state().save).toBe("saving");
  await settled();
  expect(store.state()).toMatchObject({ save: "saved", revision: 1, undoable: "Scene 12 to 6 Oct 09:00" });
});

test("edits go in order, one at a time, each on the revision before it", async () => {
  const { store, posted, settled } = serving();
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  store.edit("move-strips", move("a", "2021-10-06T09:05:00Z"));
  expect(posted).toHaveLength(1);
  await settled();
  expect(posted.map((p) => "baseRevision" in p && p.baseRevision)).toEqual([0, 1]);
});

test("the plan keeps its identity while an answer changes nothing of it", async () => {
  const { store, settled } = serving();
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  const { tables } = store.state().snapshot;
  await settled();
  expect(store.state().snapshot.tables).toBe(tables);
});

test("a refused edit is rolled back with its sentence; what came after it stays", async () => {
  const { store, startOf, said, answers, settled } = serving();
  answers.push(() => ({ kind: "refused", message: "Scene 12 is pinned." }));
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  store.edit("move-strips", move("b", "2021-10-06T11:00:00Z"));
  await settled();
  expect([startOf("a"), startOf("b")]).toEqual([at("6T08:00"), at("6T11:00")]);
  expect(said).toEqual(["Scene 12 to 6 Oct 09:00: Scene 12 is pinned."]);
});

test("a conflict rolls back and shows what the other did", async () => {
  const { store, said, answers, startOf, settled, carryOut } = serving();
  answers.push((request) => {
    carryOut({ ...request, commandId: "move-strips", input: move("a", "2021-10-07T12:00:00Z") });
    return { kind: "conflict", message: "Anna moved scene 12." };
  });
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  await settled();
  expect(startOf("a")).toBe(at("7T12:00"));
  expect(said).toHaveLength(1);
  expect(store.state()).toMatchObject({ save: "saved", undoable: null, revision: 1 });
});

test("without a network the edit is kept, and sent again under the same id", async () => {
  const { store, posted, retries, answers, startOf, settled } = serving();
  answers.push(() => ({ kind: "unreachable" }));
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  await settled();
  expect(store.state()).toMatchObject({ save: "offline", waiting: 1 });
  retries[0]?.();
  await settled();
  expect(store.state()).toMatchObject({ save: "saved", waiting: 0 });
  expect(posted.map((p) => p.clientId)).toEqual(["id-1", "id-1"]);
  expect(startOf("a")).toBe(at("6T09:00"));
});

test("undo takes back the last edit at once, and redo brings it again", async () => {
  const { store, posted, startOf, settled } = serving();
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  await settled();
  expect(store.undo()).toBe("Scene 12 to 6 Oct 09:00");
  expect(startOf("a")).toBe(at("6T08:00"));
  await settled();
  expect(posted[1]).toMatchObject({ undo: "edit-1" });
  expect(store.state().redoable).toBe("Scene 12 to 6 Oct 09:00");
  store.redo();
  expect(startOf("a")).toBe(at("6T09:00"));
});

test("an undo of an edit that the server refuses is never sent", async () => {
  const { store, posted, answers, settled } = serving();
  answers.push(() => ({ kind: "refused", message: "No." }));
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  store.undo();
  await settled();
  expect(posted).toHaveLength(1);
});

test("an edit that changes nothing is not sent", () => {
  const { store, posted } = serving();
  expect(store.edit("move-strips", move("a", "2021-10-06T08:00:00Z")).ok).toBe(true);
  expect(posted).toHaveLength(0);
});

test("what a page brings is taken if it is as new; edits on their way stay on top", async () => {
  const { store, startOf, answers, settled } = serving();
  answers.push(() => ({ kind: "unreachable" }));
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  await settled();
  const theirs = {
    ...snapshot,
    scenario: { ...snapshot.scenario, revision: 3 },
    tables: {
      ...snapshot.tables,
      strip: snapshot.tables.strip.map((s) => (s.id === "b" ? { ...s, startsAt: at("7T10:00") } : s)),
    },
  };
  store.adopt(theirs, { undo: { editId: "t", description: "theirs" }, redo: null });
  expect([startOf("a"), startOf("b")]).toEqual([at("6T09:00"), at("7T10:00")]);
  store.adopt(snapshot, NO_TURNS);
  expect([startOf("b"), store.state().revision]).toEqual([at("7T10:00"), 3]);
});

test("what was edited before the page opened can be undone when the server says so", async () => {
  const posted: EditRequest[] = [];
  const told: string[] = [];
  const turn = { editId: "u", description: "an edit" };
  const store = planStore(
    snapshot,
    {
      post: async (request) => {
        posted.push(request);
        return { kind: "saved", editId: "e", revision: 1, patch: [], turns: { undo: null, redo: turn } };
      },
      load: async () => null,
      rolledBack: () => undefined,
      turned: (way, description) => told.push(`${way} ${description}`),
      newId: () => "id",
      later: () => undefined,
    },
    { undo: turn, redo: null },
  );
  expect(store.undo()).toBe("an edit");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(posted[0]).toMatchObject({ undo: true });
  expect(store.state()).toMatchObject({ undoable: null, redoable: "an edit" });
  expect(told).toEqual(["undo an edit"]);
});

test("what was edited on another page since is undone before what was edited here", async () => {
  const { store, posted, settled } = serving();
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  await settled();
  store.tell({ undo: { editId: "elsewhere", description: "Rule set otherwise" }, redo: null });
  expect(store.state().undoable).toBe("Rule set otherwise");
  expect(store.undo()).toBe("Rule set otherwise");
  await settled();
  expect(posted.at(-1)).toMatchObject({ undo: true });
});

test("what was undone on another page since is not brought again here", async () => {
  const { store, settled } = serving();
  store.edit("move-strips", move("a", "2021-10-06T09:00:00Z"));
  store.edit("move-strips", move("a", "2021-10-06T10:00:00Z"));
  await settled();
  expect([store.knows("edit-1"), store.knows("edit-9")]).toEqual([true, false]);
  store.tell({
    undo: { editId: "edit-1", description: "Scene 12 to 6 Oct 09:00" },
    redo: { editId: "undo-2", description: "Scene 12 to 6 Oct 10:00" },
  });
  expect(store.state()).toMatchObject({
    undoable: "Scene 12 to 6 Oct 09:00",
    redoable: "Scene 12 to 6 Oct 10:00",
  });
});

test("an undo of what all scenarios share is seen at once, though the scenario's revision stays", async () => {
  const shared = { editId: "shared", description: "Dubrov: agency A → B" };
  const person = (agency: string) => ({
    ...snapshot,
    tables: { ...snapshot.tables, person: [row("person", "dubrov", { agency })] },
  });
  const patch: Patch = [{ entity: "person", id: "dubrov", before: { agency: "B" }, after: { agency: "A" } }];
  const store = planStore(
    person("B"),
    {
      post: async () => ({ kind: "saved", editId: "u", revision: 0, patch, turns: NO_TURNS }),
      load: async () => person("A"),
      rolledBack: () => undefined,
      turned: () => undefined,
      newId: () => "id",
      later: () => undefined,
    },
    { undo: shared, redo: null },
  );
  store.undo();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(store.state().snapshot.tables.person[0]?.agency).toBe("A");
  expect(store.state()).toMatchObject({ save: "saved", revision: 0, undoable: null });
});
