import { expect, test } from "vitest";
import { at, plan, row } from "#core/model/build.ts";
import { changeOf } from "#core/model/patch.ts";
import type { EditLine } from "#server/edits/history.ts";
import { byDay, historyLine } from "./history-lines.ts";

const { tables } = plan({
  scene: [row("scene", "a", { number: "7" }), row("scene", "b", { number: "8" })],
});
const line = (id: string, time: string, more: Partial<EditLine> = {}): EditLine => ({
  ...{ id, isShared: false, revision: 1, at: at(time), authorName: "Anna", description: "Scene 7 changed" },
  ...{ through: "hand", patch: [], undoesId: null, inEffect: true, way: "undo" },
  ...more,
});
const shown = (of: EditLine) => historyLine(tables, of, null, "/p");

test("edits stand under the day on which they were made, in the order given", () => {
  const days = byDay([line("c", "9T00:01"), line("b", "8T23:59:50"), line("a", "8T08:00")].map(shown));
  expect(days.map(({ title, lines }) => [title, lines.map(({ time }) => time)])).toEqual([
    ["Sat 9 Oct 2021", ["00:01"]],
    ["Fri 8 Oct 2021", ["23:59", "08:00"]],
  ]);
});

test("an edit of one row has said it; of many each is told, as far as they can be read", () => {
  const change = (n: number) =>
    changeOf<{ id: string }>("scene", tables.scene[n % 2] as never, { eighths: 3 + n } as object);
  expect(shown(line("a", "8T08:00", { patch: [change(0)] })).rows).toEqual([]);
  const many = shown(line("b", "8T08:00", { patch: Array.from({ length: 60 }, (_, n) => change(n)) }));
  expect([many.rows.length, many.moreRows]).toEqual([40, 20]);
  expect(many.rows[0]).toMatch(/^Scene 7: length /);
});
