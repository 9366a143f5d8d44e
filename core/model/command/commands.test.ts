import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at, plan, row, shootDays } from "../build.ts";
import { applyPatch, inverse, readKeys, writeKeys } from "../patch.ts";
import { commandById, commands } from "./index.ts";

const { tables } = plan({
  person: [row("person", "dubrov", { category: "expedition-crew" }), row("person", "peresild")],
  role: [row("role", "zhenya", { personId: "peresild" })],
  shootDay: shootDays(8, 9),
  module: [row("module", "nauka"), row("module", "zvezda")],
  scene: [row("scene", "7", { moduleId: "nauka" }), row("scene", "8", { moduleId: "zvezda" })],
  strip: [
    row("strip", "s7", { sceneId: "7" }),
    row("strip", "s8", { sceneId: "8", startsAt: at("8T10:00"), moduleId: "zvezda" }),
  ],
  setUp: [
    row("setUp", "7A", { sceneId: "7", stripId: "s7", order: 0, roleIds: ["zhenya"] }),
    row("setUp", "7B", { sceneId: "7", stripId: "s7", order: 1 }),
    row("setUp", "8A", { sceneId: "8", stripId: "s8" }),
  ],
  assignment: [row("assignment", "a1", { stripId: "s7", job: "direct", personId: "dubrov" })],
});

/** One valid input for every command; a command without one fails the test below. */
const inputs: Record<string, unknown[]> = {
  "move-strips": [
    { moves: [{ stripId: "s7", startsAt: "2021-10-08T14:30:00Z" }] },
    {
      moves: [
        { stripId: "s7", startsAt: "2021-10-08T14:30:00Z" },
        { stripId: "s8", startsAt: "2021-10-09T10:00:00Z", moduleId: "nauka", rigMin: 60 },
      ],
    },
  ],
  "return-strips": [{ stripIds: ["s8"] }],
  "pin-strips": [{ stripIds: ["s8"], isPinned: true }],
  "mark-strip": [
    { stripId: "s7", shotSetUpIds: ["7A"] },
    { stripId: "s8", shotSetUpIds: ["8A"] },
  ],
  "split-strip": [{ stripId: "s7", newStripId: "s7b", setUpIds: ["7B"] }],
  "close-day": [{ dayId: "day-3", isClosed: true, note: "Docking slips" }],
  "add-rows": [
    {
      rows: [
        { entity: "scene", row: { ...tables.scene[0], id: "9", number: "9" } },
        { entity: "strip", row: { ...tables.strip[0], id: "s9", sceneId: "9" } },
      ],
    },
  ],
  "change-row": [
    { entity: "scene", id: "7", changes: { eighths: 12, synopsis: "She looks down." } },
    { entity: "person", id: "dubrov", changes: { heightCm: 182 } },
  ],
  "remove-row": [
    { entity: "scene", id: "7" },
    { entity: "module", id: "zvezda" },
    { entity: "strip", id: "s7" },
  ],
  together: [
    {
      edits: [
        { commandId: "change-row", input: { entity: "scene", id: "7", changes: { eighths: 12 } } },
        { commandId: "change-row", input: { entity: "setUp", id: "7A", changes: { takes: 3 } } },
        { commandId: "remove-row", input: { entity: "setUp", id: "7B" } },
      ],
    },
  ],
};

const cases = commands.flatMap((command) =>
  (inputs[command.id] ?? [undefined]).map((input) => ({ id: command.id, command, input })),
);

test("every command file is registered under its own file name", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((f) => !/^(index|look-up|rows|commands\.test)/.test(f))
    .map((f) => f.replace(/\.ts$/, ""));
  expect(commands.map((c) => c.id).sort()).toEqual(files.sort());
});

describe("every command", () => {
  test.each(cases)("$id: its inverse takes it back to the letter", ({ command, input }) => {
    const bound = command.bind(input);
    const patch = bound.resolve(tables);
    if (!patch.ok) throw new Error(patch.error.message);
    const after = applyPatch(tables, patch.value);
    if (!after.ok) throw new Error(JSON.stringify(after.error));
    expect(after.value).not.toEqual(tables);
    const back = applyPatch(after.value, inverse(patch.value));
    const sorted = (t: typeof tables) =>
      Object.fromEntries(
        Object.entries(t).map(([k, rows]) => [k, [...rows].sort((a, b) => a.id.localeCompare(b.id))]),
      );
    expect(back.ok && sorted(back.value)).toEqual(sorted(tables));
    expect(writeKeys(patch.value).length).toBeGreaterThan(0);
    expect(bound.describe(tables)).not.toMatch(/\?|undefined/);
  });

  test.each(cases)(
    "$id: a second time on the old rows is a conflict or changes nothing more",
    ({ command, input }) => {
      const patch = command.bind(input).resolve(tables);
      if (!patch.ok) throw new Error(patch.error.message);
      const once = applyPatch(tables, patch.value);
      const twice = once.ok ? applyPatch(once.value, patch.value) : once;
      expect(twice.ok).toBe(false);
    },
  );
});

test("a split carries part numbers, lengths and jobs", () => {
  const patch = commandById("split-strip")
    ?.bind({ stripId: "s7", newStripId: "s7b", setUpIds: ["7B"] })
    .resolve(tables);
  const after = patch?.ok ? applyPatch(tables, patch.value) : null;
  const strips = after?.ok
    ? after.value.strip
        .filter((s) => s.sceneId === "7")
        .map(({ id, part, parts, shootMin }) => ({ id, part, parts, shootMin }))
    : [];
  expect(strips).toEqual([
    { id: "s7", part: 1, parts: 2, shootMin: 30 },
    { id: "s7b", part: 2, parts: 2, shootMin: 30 },
  ]);
  expect(after?.ok && after.value.assignment.filter((a) => a.stripId === "s7b").map((a) => a.job)).toEqual([
    "direct",
  ]);
});

test("removing a scene takes its strip, set-ups and jobs with it; removing a module loosens what stood there", () => {
  const scene = commandById("remove-row")?.bind({ entity: "scene", id: "7" }).resolve(tables);
  expect(scene?.ok && scene.value.map((c) => `${c.entity}:${c.id}`).sort()).toEqual([
    "assignment:a1",
    "scene:7",
    "setUp:7A",
    "setUp:7B",
    "strip:s7",
  ]);
  const module = commandById("remove-row")?.bind({ entity: "module", id: "zvezda" }).resolve(tables);
  expect(module?.ok && module.value.map((c) => [c.id, c.after])).toEqual([
    ["8", { moduleId: null }],
    ["s8", { moduleId: null }],
    ["zvezda", null],
  ]);
});

describe("a waiver when strips go", () => {
  const waiver = (stripIds: string[], personIds: string[] = []) =>
    row("waiver", "w", { stripIds: stripIds as never, personIds: personIds as never });
  const without = (scene: string, ...of: Parameters<typeof waiver>) => {
    const both = {
      ...tables,
      strip: [...tables.strip, row("strip", "s7b", { sceneId: "7", part: 2, parts: 2 })],
      waiver: [waiver(...of)],
    };
    const patch = commandById("remove-row")?.bind({ entity: "scene", id: scene }).resolve(both);
    const after = patch?.ok ? applyPatch(both, patch.value) : null;
    return after?.ok ? after.value.waiver.map(({ stripIds }) => [...stripIds]) : "refused";
  };
  test.each([
    { name: "one of two: it speaks of the other", of: [["s7", "s8"]], is: [["s8"]] },
    { name: "two of three, by one removal", of: [["s7", "s8", "s7b"]], is: [["s8"]] },
    { name: "all: there is nothing to waive", of: [["s7", "s7b"]], is: [] },
    {
      name: "all, with somebody named: it would cover more than was signed for",
      of: [["s7"], ["dubrov"]],
      is: [],
    },
    { name: "others", of: [["s8"]], is: [["s8"]] },
  ] as const)("$name", ({ of, is }) => {
    const [stripIds, personIds = []] = of as readonly (readonly string[])[];
    expect(without("7", [...(stripIds ?? [])], [...personIds])).toEqual(is);
  });
});

test.each([
  {
    name: "a strip that is gone",
    id: "move-strips",
    input: { moves: [{ stripId: "s99", startsAt: "2021-10-08T14:30:00Z" }] },
    says: /^This strip is no longer there/,
  },
  {
    name: "a module that is gone",
    id: "move-strips",
    input: { moves: [{ stripId: "s7", startsAt: "2021-10-08T14:30:00Z", moduleId: "mir" }] },
    says: /^This module is no longer there/,
  },
  {
    name: "pinning in the boneyard",
    id: "pin-strips",
    input: { stripIds: ["s7"], isPinned: true },
    says: /boneyard/,
  },
  {
    name: "splitting all away",
    id: "split-strip",
    input: { stripId: "s7", newStripId: "n", setUpIds: ["7A", "7B"] },
    says: /at least one/,
  },
  {
    name: "a set-up of another scene",
    id: "mark-strip",
    input: { stripId: "s7", shotSetUpIds: ["8A"] },
    says: /^This set-up of scene 7 is no longer there/,
  },
  {
    name: "a value out of range",
    id: "change-row",
    input: { entity: "scene", id: "7", changes: { eighths: 0 } },
    says: /eighth/,
  },
  {
    name: "a reference to nothing",
    id: "change-row",
    input: { entity: "scene", id: "7", changes: { moduleId: "mir" } },
    says: /^The module that this names is gone/,
  },
  {
    name: "an id that is taken",
    id: "add-rows",
    input: { rows: [{ entity: "module", row: tables.module[0] }] },
    says: /there already/,
  },
  {
    name: "a person still in the plan",
    id: "remove-row",
    input: { entity: "person", id: "dubrov" },
    says: /Take it out there first/,
  },
])("refuses $name, in a sentence", ({ id, input, says }) => {
  const outcome = commandById(id)?.bind(input).resolve(tables);
  expect(outcome?.ok).toBe(false);
  if (outcome && !outcome.ok) expect(outcome.error.message).toMatch(says);
});

test("a pinned strip does not move", () => {
  const pinned = { ...tables, strip: tables.strip.map((s) => ({ ...s, isPinned: true })) };
  const outcome = commandById("move-strips")
    ?.bind({ moves: [{ stripId: "s8", startsAt: "2021-10-08T14:30:00Z" }] })
    .resolve(pinned);
  expect(outcome?.ok === false && outcome.error.message).toBe("Scene 8 is pinned. Unpin it to move it.");
});

test("keys: fields written, rows relied on", () => {
  const patch = commandById("return-strips")
    ?.bind({ stripIds: ["s8"] })
    .resolve(tables);
  if (!patch?.ok) throw new Error("refused");
  expect(writeKeys(patch.value)).toEqual(["strip:s8:startsAt", "strip:s8:moduleId"]);
  expect(readKeys(patch.value)).toEqual(["strip:s8"]);
});

test("a shoot that was longer where it stood is as long in the boneyard as it is told", () => {
  const patch = commandById("return-strips")
    ?.bind({ stripIds: ["s8"], lengths: [{ stripId: "s8", shootMin: 20 }] })
    .resolve(tables);
  const after = patch?.ok ? applyPatch(tables, patch.value) : null;
  expect(after?.ok && after.value.strip.find((s) => s.id === "s8")).toMatchObject({
    startsAt: null,
    shootMin: 20,
  });
});

test("commands together are one edit: a refusal of one leaves nothing of the others", () => {
  const outcome = commandById("together")
    ?.bind({
      edits: [
        { commandId: "change-row", input: { entity: "scene", id: "7", changes: { eighths: 12 } } },
        { commandId: "change-row", input: { entity: "scene", id: "8", changes: { eighths: 0 } } },
      ],
    })
    .resolve(tables);
  expect(outcome?.ok === false && outcome.error.message).toMatch(/eighth/);
});

const move = (...ids: string[]) => ({
  commandId: "move-strips",
  input: { moves: ids.map((stripId) => ({ stripId, startsAt: "2021-10-08T10:00:00Z" })) },
});
const back = (...stripIds: string[]) => ({ commandId: "return-strips", input: { stripIds } });
const longer = { commandId: "change-row", input: { entity: "scene", id: "7", changes: { eighths: 12 } } };
test.each([
  {
    name: "many strips under a title",
    input: { title: "Proposal adopted", edits: [back("s7", "s8"), move("s7"), move("s8", "s7")] },
    says: "Proposal adopted: 1 strip moved, 2 strips placed, 2 strips to the boneyard",
  },
  {
    name: "one strip under a title",
    input: { title: "Proposal adopted", edits: [move("s7")] },
    says: "Proposal adopted: 1 strip placed",
  },
  {
    name: "what is not counted, under a title",
    input: { title: "Mended", edits: [longer, move("s7", "s8")] },
    says: "Mended: 1 strip moved, 1 strip placed, 1 more change",
  },
  {
    name: "many strips",
    input: { edits: [back("s8"), move("s7", "s8")] },
    says: "1 strip moved, 1 strip placed, 1 strip to the boneyard",
  },
  {
    name: "a few single things",
    input: { edits: [move("s8"), longer] },
    says: "Scene 8 to 8 Oct 10:00; Scene 7: length 1 page → 1 4/8 pages",
  },
])("together is told as $says: $name", ({ input, says }) => {
  expect(commandById("together")?.bind(input).describe(tables)).toBe(says);
});

test("one edit belongs to one stream", () => {
  const outcome = commandById("together")
    ?.bind({
      edits: [
        { commandId: "change-row", input: { entity: "scene", id: "7", changes: { eighths: 12 } } },
        { commandId: "change-row", input: { entity: "person", id: "dubrov", changes: { heightCm: 182 } } },
      ],
    })
    .resolve(tables);
  expect(outcome?.ok === false && outcome.error.message).toMatch(/either the production or the scenario/);
});

test.each([
  { name: "a command that there is not", edits: [{ commandId: "rm", input: {} }] },
  { name: "an input of another command", edits: [{ commandId: "close-day", input: { stripIds: [] } }] },
  { name: "itself inside itself", edits: [{ commandId: "together", input: { edits: [] } }] },
  { name: "nothing", edits: [] },
])("together takes no $name", ({ edits }) => {
  expect(() => commandById("together")?.bind({ edits })).toThrow();
});
