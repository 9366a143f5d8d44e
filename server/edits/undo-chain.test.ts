import { expect, test } from "vitest";
import { nextTurns, type PastEdit, standingOf } from "./undo-chain.ts";

/** `e1 anna`, `u1 anna e1`: an edit, or the undo of one. */
const history = (...lines: readonly string[]): PastEdit[] =>
  lines.map((line) => {
    const [id = "", authorId = "", undoesId = null] = line.split(" ");
    return { id, authorId, undoesId, isShared: false, description: `did ${id}` };
  });

test.each([
  { name: "nothing", lines: [], undo: null, redo: null },
  { name: "one edit", lines: ["e1 anna"], undo: "e1", redo: null },
  { name: "somebody else's edit", lines: ["e1 boris"], undo: null, redo: null },
  { name: "an edit undone", lines: ["e1 anna", "u1 anna e1"], undo: null, redo: "u1" },
  {
    name: "two undone: redo brings the older first",
    lines: ["e1 anna", "e2 anna", "u2 anna e2", "u1 anna e1"],
    undo: null,
    redo: "u1",
  },
  {
    name: "the first brought again",
    lines: ["e1 anna", "e2 anna", "u2 anna e2", "u1 anna e1", "r1 anna u1"],
    undo: "e1",
    redo: "u2",
  },
  {
    name: "undone, brought again, undone again",
    lines: ["e1 anna", "u1 anna e1", "r1 anna u1", "v1 anna e1"],
    undo: null,
    redo: "v1",
  },
  {
    name: "edited since the undo: no redo",
    lines: ["e1 anna", "u1 anna e1", "e2 anna"],
    undo: "e2",
    redo: null,
  },
  {
    name: "somebody else's edit in between does not matter",
    lines: ["e1 anna", "u1 anna e1", "e2 boris"],
    undo: null,
    redo: "u1",
  },
  {
    name: "undone by somebody else: not one's own to bring again",
    lines: ["e1 anna", "e2 anna", "u2 boris e2"],
    undo: "e1",
    redo: null,
  },
])("$name", ({ lines, undo, redo }) => {
  const turns = nextTurns(history(...lines), "anna");
  expect([turns.undo?.id ?? null, turns.redo?.id ?? null]).toEqual([undo, redo]);
});

test("a chain knows its root and what stands", () => {
  const { depth, inEffect, root } = standingOf(history("e1 anna", "u1 anna e1", "r1 boris u1", "v1 anna r1"));
  expect(["e1", "u1", "r1", "v1"].map(depth)).toEqual([0, 1, 2, 3]);
  expect(["e1", "u1", "r1", "v1"].map(inEffect)).toEqual([false, true, false, true]);
  expect(root("v1")).toBe("e1");
});

test("which edits stand follows from the undos alone", () => {
  const { depth, inEffect, root } = standingOf(history("u1 anna gone", "u2 anna old", "r2 boris u2"));
  expect([depth("u1"), root("u1")]).toEqual([1, "gone"]);
  expect(["gone", "old", "never undone"].map(inEffect)).toEqual([false, true, true]);
});
