import { describe, expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { plan, row } from "#core/model/build.ts";
import { commandById } from "#core/model/command/index.ts";
import type { Tables } from "#core/model/entities.ts";
import { applyPatch } from "#core/model/patch.ts";
import { brokenReferences } from "#core/model/references.ts";
import { newSceneRows, type PlannedEdit, sceneEdits } from "./scene-edits.ts";
import { type SceneSheetValues, sceneSheet, sheetOf } from "./scene-sheet.ts";

const tables = plan({
  module: [row("module", "nauka")],
  role: [row("role", "zhenya")],
  scene: [row("scene", "s", { number: "12", moduleId: "nauka" })],
  strip: [row("strip", "t", { sceneId: "s" })],
  setUp: [
    row("setUp", "a", { sceneId: "s", stripId: "t", label: "A", order: 0 }),
    row("setUp", "b", { sceneId: "s", stripId: "t", label: "B", order: 1 }),
  ],
  element: [row("element", "scalpel", { category: "props", name: "Scalpel" })],
  sceneElement: [row("sceneElement", "link", { sceneId: "s", elementId: "scalpel" })],
}).tables;

const open = (of: Tables = tables) => sceneSheet.parse(sheetOf(of, "s"));
const ids = () => {
  let n = 0;
  return () => `new-${++n}`;
};
const edits = (change: (sheet: SceneSheetValues) => SceneSheetValues, of = tables) =>
  sceneEdits(of, "s", { was: open(), now: change(open()) }, ids());

/** The tables after all of them, as the server carries them out one by one. */
function carriedOut(planned: readonly PlannedEdit[], before = tables): Tables {
  return planned.reduce((now, { commandId, input }) => {
    const patch = commandById(commandId)?.bind(input).resolve(now);
    if (!patch?.ok) throw new Error(patch ? patch.error.message : commandId);
    const next = applyPatch(now, patch.value);
    if (!next.ok) throw new Error("stale");
    return next.value;
  }, before);
}

describe("sceneEdits", () => {
  test("nothing typed, nothing edited", () => {
    expect(edits((sheet) => sheet)).toEqual([]);
  });

  test("only the fields that were changed", () => {
    expect(
      edits((sheet) => ({ ...sheet, eighths: 3, strips: [{ ...sheet.strips[0]!, rigMin: minutes(20) }] })),
    ).toEqual([
      { commandId: "change-row", input: { entity: "scene", id: "s", changes: { eighths: 3 } } },
      { commandId: "change-row", input: { entity: "strip", id: "t", changes: { rigMin: 20 } } },
    ]);
  });

  test("what another changed meanwhile stays", () => {
    const theirs = { ...tables, scene: [{ ...tables.scene[0]!, synopsis: "theirs" }] };
    const done = carriedOut(
      edits((sheet) => ({ ...sheet, setName: "MINE" }), theirs),
      theirs,
    );
    expect(done.scene[0]).toMatchObject({ synopsis: "theirs", setName: "MINE" });
  });

  test("a set-up added, changed, put first and removed", () => {
    const added = { ...open().setUps[0]!, id: "c" as never, label: "C" };
    const more = carriedOut(edits((sheet) => ({ ...sheet, setUps: [...sheet.setUps, added] })));
    expect(sheetOf(more, "s")?.setUps.map((s) => s.id)).toEqual(["a", "b", "c"]);

    const first = carriedOut(
      edits((sheet) => ({ ...sheet, setUps: [sheet.setUps[1]!, added, sheet.setUps[0]!] })),
    );
    expect(sheetOf(first, "s")?.setUps.map((s) => s.id)).toEqual(["b", "c", "a"]);

    const fewer = edits((sheet) => ({ ...sheet, setUps: [{ ...sheet.setUps[1]!, takes: 4 }] }));
    expect(fewer).toEqual([
      { commandId: "remove-row", input: { entity: "setUp", id: "a" } },
      { commandId: "change-row", input: { entity: "setUp", id: "b", changes: { takes: 4 } } },
    ]);
  });

  test("an element that the production has is used again; one taken out stays with other scenes", () => {
    const planned = edits((sheet) => ({
      ...sheet,
      elements: { ...sheet.elements, props: ["Syringe"], camera: ["Cinema camera"] },
    }));
    const done = carriedOut(planned);
    expect(sheetOf(done, "s")?.elements).toMatchObject({ props: ["Syringe"], camera: ["Cinema camera"] });
    expect(done.element.map((e) => e.name)).toContain("Scalpel");
    const again = sceneEdits(
      done,
      "s",
      {
        was: open(done),
        now: { ...open(done), elements: { ...open(done).elements, props: ["Syringe", "scalpel"] } },
      },
      ids(),
    );
    expect(carriedOut(again, done).element).toHaveLength(done.element.length);
  });

  test("a save repeated after half of it went through does the other half only", () => {
    const added = { ...open().setUps[0]!, id: "c" as never, label: "C" };
    const change = { was: open(), now: { ...open(), setUps: [...open().setUps, added], setName: "NEW" } };
    const half = carriedOut(sceneEdits(tables, "s", change, ids()).slice(1));
    const rest = sceneEdits(half, "s", change, ids());
    expect(rest.map((edit) => edit.commandId)).toEqual(["change-row"]);
  });
});

test("a new scene comes whole: strip, set-up and references", () => {
  const rows = newSceneRows(
    {
      ...{ number: "13", intExt: "INT", setName: "NAUKA", moduleId: "nauka", unit: "main" },
      ...{ scriptDayNight: "DAY", scriptDay: "", eighths: 8, synopsis: "", roleIds: ["zhenya"] },
      ...{ tier: "must", shootMin: 30 },
    },
    5,
    ids(),
  );
  const done = carriedOut([{ commandId: "add-rows", input: { rows } }]);
  expect(brokenReferences(done)).toEqual([]);
  expect(done.strip).toHaveLength(2);
});

test("two set-ups of one scene do not share a letter", () => {
  const sheet = open();
  const twice = { ...sheet, setUps: sheet.setUps.map((s) => ({ ...s, label: "A" })) };
  expect(sceneSheet.safeParse(twice).error?.issues[0]?.path).toEqual(["setUps", 1, "label"]);
});
