import { expect, test } from "vitest";
import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { insertBundle } from "../db/bundles.ts";
import { anna, boris, move as moveOf, must, productionForEachTest } from "../testing-production.ts";
import { hindrancesOf, undoneTogether } from "./hindrance.ts";
import { editorsOf, listEdits } from "./history.ts";

const { key, ids, tables, edit, undo: undoing } = productionForEachTest();
const done = async (commandId: string, input: unknown, user = anna) =>
  must(await edit(commandId, input, { user })).editId ?? "";
const undone = async (id: string, user = anna) => (await undoing({ edit: { id }, user })).ok;
const move = (stripId: string, time: string, user = anna) => done("move-strips", moveOf(stripId, time), user);
const lineOf = async (id: string) => {
  const line = (await listEdits(`${key()}-production`, `${key()}-main`)).find((each) => each.id === id);
  if (!line) throw new Error("There is no such edit.");
  return line;
};
const inTheWay = async (id: string) => {
  const later = (await hindrancesOf(ids(), await tables(), [await lineOf(id)])).get(id) ?? null;
  return later?.map((edit) => `${edit.authorName}: ${edit.description}`) ?? null;
};
const together = async (id: string) => {
  const found = await undoneTogether(ids(), await tables(), id);
  return found.ok ? found.value.map((edit) => edit.id) : found.error;
};

test("an edit that nothing has touched since stands alone, whatever was edited beside it", async () => {
  const mine = await move("s7", "08T14:30");
  await move("s8", "09T10:00", boris);
  await done("pin-strips", { stripIds: ["s7"], isPinned: true }, boris);
  expect(await inTheWay(mine)).toBeNull();
  expect(await together(mine)).toEqual([mine]);
});

test("who changed the same since is named, the latest first; undone back to it, all fits", async () => {
  const before = await tables();
  const mine = await move("s8", "08T14:30");
  const second = await move("s8", "09T08:00", boris);
  const third = await move("s8", "09T09:00");
  expect(await inTheWay(mine)).toEqual(["Anna: Scene 8 to 9 Oct 09:00", "Boris: Scene 8 to 9 Oct 08:00"]);
  expect(await inTheWay(third)).toBeNull();
  expect(await together(mine)).toEqual([third, second, mine]);
  for (const id of [third, second, mine]) expect(await undone(id, boris)).toBe(true);
  expect((await tables()).strip).toEqual(before.strip);
});

test("what was taken back since is in nobody's way", async () => {
  const mine = await move("s8", "08T14:30");
  const theirs = await move("s8", "09T08:00", boris);
  await undone(theirs, boris);
  expect(await inTheWay(mine)).toBeNull();
  expect(await together(mine)).toEqual([mine]);
});

test("what has come to need an added row is named, and goes with it", async () => {
  const before = await tables();
  const [scene, strip] = [before.scene[0], before.strip[0]];
  if (!scene || !strip) throw new Error("no scene");
  const plain = { ...scene, id: "n1", number: "77" };
  const added = await done("add-rows", { rows: [{ entity: "scene", row: plain }] });
  const needs = await done(
    "add-rows",
    {
      rows: [
        {
          entity: "strip",
          row: { ...strip, id: "n2", sceneId: "n1", part: 1, parts: 1, startsAt: null, moduleId: null },
        },
      ],
    },
    boris,
  );
  const moved = await move("n2", "08T14:30", boris);
  expect(await inTheWay(added)).toEqual(["Boris: Strip of scene 77 added"]);
  expect(await undone(added)).toBe(false);
  expect(await together(added)).toEqual([moved, needs, added]);
  for (const id of [moved, needs, added]) expect(await undone(id)).toBe(true);
  expect(await tables()).toEqual(before);
});

test("what all scenarios share has its own way back", async () => {
  const mine = await done("change-row", { entity: "person", id: "dubrov", changes: { agency: "RKK" } });
  await done("change-row", { entity: "person", id: "dubrov", changes: { agency: "ESA" } }, boris);
  expect(await inTheWay(mine)).toEqual(["Boris: Dubrov: agency RKK → ESA"]);
  expect(await together(mine)).toHaveLength(2);
});

test("an undo undone is an edit that stands: the history tells it, and it can be taken back again", async () => {
  const mine = await move("s8", "08T14:30");
  await undone(mine);
  const [undo] = await listEdits(`${key()}-production`, `${key()}-main`);
  expect(await undone(undo?.id ?? "")).toBe(true);
  expect((await lineOf(mine)).inEffect).toBe(true);
  expect(await inTheWay(mine)).toBeNull();
  expect(await undone(mine, boris)).toBe(true);
  const ways = (await listEdits(`${key()}-production`, `${key()}-main`)).map(({ description, way }) => [
    description.split(":")[0],
    way,
  ]);
  // Only the last word on an edit can be turned round.
  expect(ways).toEqual([
    ["Undo", "redo"],
    ["Redo", null],
    ["Undo", null],
    ["Scene 8 to 8 Oct 14", null],
  ]);
});

test("a removal undone can be brought again, though what named the row names it again by the same undo", async () => {
  const before = await tables();
  const removed = await done("remove-row", { entity: "module", id: "zvezda" });
  const undo = must(await undoing({ edit: { id: removed } })).editId ?? "";
  expect(await tables()).toEqual(before);
  expect(await inTheWay(undo)).toBeNull();
  expect(await undone(undo)).toBe(true);
  expect((await tables()).module.map(({ id }) => id)).toEqual(["nauka"]);
});

test("what has come to name a row that an undo brought back, holds it", async () => {
  const removed = await done("remove-row", { entity: "module", id: "zvezda" });
  const undo = must(await undoing({ edit: { id: removed } })).editId ?? "";
  await done("change-row", { entity: "scene", id: "7", changes: { moduleId: "zvezda" } }, boris);
  expect(await inTheWay(undo)).toHaveLength(1);
});

test("another production's edits are not this plan's", async () => {
  const mine = await move("s8", "08T14:30");
  await insertBundle(testingBundle(`${key()}-other`), boris.id);
  const other = { productionId: `${key()}-other-production`, scenarioId: `${key()}-other-main` };
  expect(await undoneTogether(other, await tables(), mine)).toMatchObject({ ok: false });
  expect(await listEdits(other.productionId, other.scenarioId)).toEqual([]);
  expect(await editorsOf(other.productionId, `${key()}-main`)).toEqual([]);
});

test("the history is chosen by person, by way and by what was edited, and read on page by page", async () => {
  const ids = [
    await move("s7", "08T14:30"),
    await move("s8", "09T08:00", boris),
    await done("close-day", { dayId: "day-3", isClosed: true }, boris),
  ];
  expect(await editorsOf(`${key()}-production`, `${key()}-main`)).toEqual(["Anna", "Boris"]);
  const list = async (chosen: Parameters<typeof listEdits>[2]) =>
    (await listEdits(`${key()}-production`, `${key()}-main`, chosen)).map(({ id }) => id);
  expect(await list({ author: "Boris" })).toEqual([ids[2], ids[1]]);
  expect(await list({ through: "hand", limit: 2 })).toEqual([ids[2], ids[1]]);
  expect(await list({ before: ids[1] })).toEqual([ids[0]]);
  await undone(ids[0] ?? "");
  expect(await list({ through: "undo" })).toHaveLength(1);
  expect(await list({ author: "Nobody" })).toEqual([]);
  expect(await list({ entities: ["shootDay"] })).toEqual([ids[2]]);
  expect(await list({ entities: ["waiver", "strip"], author: "Boris" })).toEqual([ids[1]]);
  // An undo is of what it brought back.
  expect(await list({ entities: ["strip"] })).toHaveLength(3);
  expect(await list({ entities: ["waiver"] })).toEqual([]);
});
