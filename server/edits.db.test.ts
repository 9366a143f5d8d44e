import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { capital } from "#core/base/format.ts";
import { at } from "#core/model/build.ts";
import { rawOf } from "#core/model/command/rows.ts";
import { ENTITY_NAMES, type EntityName } from "#core/model/entities.ts";
import { check } from "#core/rules/check.ts";
import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { insertBundle } from "./db/bundles.ts";
import { database } from "./db/client.ts";
import { loadTables } from "./db/tables.ts";
import { listEdits } from "./edits/history.ts";
import type { Turns } from "./edits/undo-chain.ts";
import { planOfScenario } from "./snapshots.ts";
import { boris, move, must, productionForEachTest } from "./testing-production.ts";

const { key, tables, edit, undo } = productionForEachTest();

const turnsIn = ({ turns }: { turns: Turns }) => [
  turns.undo?.description ?? null,
  turns.redo?.description ?? null,
];
const failure = (outcome: { ok: true } | { ok: false; error: unknown }) =>
  outcome.ok ? null : outcome.error;

const INPUTS: readonly { readonly id: string; readonly input: () => unknown }[] = [
  { id: "move-strips", input: () => move("s7", "08T14:30") },
  { id: "return-strips", input: () => ({ stripIds: ["s8"] }) },
  { id: "pin-strips", input: () => ({ stripIds: ["s8"], isPinned: true }) },
  { id: "mark-strip", input: () => ({ stripId: "s7", shotSetUpIds: ["7A"] }) },
  { id: "split-strip", input: () => ({ stripId: "s7", newStripId: "s7b", setUpIds: ["7B"] }) },
  { id: "close-day", input: () => ({ dayId: "day-3", isClosed: true, note: "slips" }) },
  {
    id: "add-rows",
    input: () => ({
      rows: [
        {
          entity: "kit",
          row: {
            id: "k2",
            name: "Lens",
            category: "camera",
            massKg: null,
            quantity: 1,
            aboardFrom: "2021-10-05T15:00:00Z",
            source: "",
          },
        },
      ],
    }),
  },
  { id: "change-row", input: () => ({ entity: "scene", id: "7", changes: { eighths: 12 } }) },
  { id: "change-row", input: () => ({ entity: "person", id: "dubrov", changes: { heightCm: 182 } }) },
  { id: "remove-row", input: () => ({ entity: "scene", id: "7" }) },
  { id: "remove-row", input: () => ({ entity: "module", id: "zvezda" }) },
  { id: "remove-row", input: () => ({ entity: "contact", id: "loop" }) },
];

describe.each(INPUTS)("$id", ({ id, input }) => {
  test("changes the database, and undo takes it back to the letter; redo brings it again", async () => {
    const before = await tables();
    const done = must(await edit(id, input()));
    const after = await tables();
    expect(after).not.toEqual(before);
    const back = must(await undo({ edit: { id: done.editId ?? "" } }));
    expect(await tables()).toEqual(before);
    expect(back.description).toBe(`Undo: ${done.description}`);
    const again = must(await undo({ edit: { id: back.editId ?? "" } }));
    expect(await tables()).toEqual(after);
    expect(again.description).toBe(`Redo: ${done.description}`);
  });
});

const someChange = (entity: EntityName, row: Record<string, unknown>): Record<string, unknown> | null => {
  const flag = Object.keys(row).find((field) => typeof row[field] === "boolean");
  if (flag) return { [flag]: !row[flag] };
  const text = ["source", "note", "reason", "reference", "name", "text"].find((field) => field in row);
  if (text) return { [text]: "edited" };
  return entity === "attendance" ? { result: "absent" } : null;
};
/** As rows are sent: instants as ISO texts. */
const sent = (entity: EntityName, row: unknown) => rawOf(entity, row as Parameters<typeof rawOf>[1]);

test.each(ENTITY_NAMES)(
  "%s: a row changed, copied and removed; undone in turn, all is as it was",
  async (entity) => {
    const before = await tables();
    const row = before[entity][0] as unknown as { id: string } & Record<string, unknown>;
    const changes = someChange(entity, row);
    const made = [
      ...(changes ? [await edit("change-row", { entity, id: row.id, changes })] : []),
      await edit("add-rows", { rows: [{ entity, row: { ...sent(entity, row), id: "a-copy" } }] }),
      await edit("remove-row", { entity, id: row.id }),
    ].filter((outcome) => outcome.ok);
    // Settings are of a rule that there is, and people that a plan needs stay.
    expect(made.length).toBeGreaterThan(0);
    for (const outcome of made) {
      expect(outcome.value.description).toMatch(/^[“‘]?[\p{Lu}\d]/u);
      expect(outcome.value.description).not.toMatch(/a-copy|undefined|[a-z](Id|Ids|Min|At)\b/);
    }
    for (const _ of made) must(await undo());
    expect(await tables()).toEqual(before);
  },
);

test("the revision counts, the plan that is kept is the plan that is stored", async () => {
  const first = must(await edit("move-strips", move("s7", "08T14:30")));
  const second = must(
    await edit("split-strip", { stripId: "s7", newStripId: "a-new-one", setUpIds: ["7B"] }),
  );
  expect([first.revision, second.revision]).toEqual([1, 2]);
  const kept = await planOfScenario(`${key()}-production`, `${key()}-main`);
  expect(kept?.snapshot.scenario.revision).toBe(2);
  expect(kept?.snapshot.tables).toEqual(await tables());
  expect(second.report?.verdict).toMatch(/fit/);
  expect(kept?.report()).toEqual(kept && check(kept.snapshot));
});

test("findings refuse nothing: a plan may be left broken", async () => {
  const done = must(await edit("move-strips", move("s7", "08T03:00")));
  expect(done.report?.verdict).toBe("does-not-fit");
});

describe("somebody else's edit", () => {
  test("of the same field is a conflict that names who did what", async () => {
    must(await edit("move-strips", move("s8", "09T08:00"), { user: boris, baseRevision: 0 }));
    const late = await edit("move-strips", move("s8", "08T16:00"), { baseRevision: 0 });
    expect(failure(late)).toMatchObject({
      kind: "conflict",
      message: expect.stringMatching(/^Boris changed the same on .* GMT: “Scene 8 to 9 Oct 08:00”\.$/),
    });
    expect((await tables()).strip.find((s) => s.id === "s8")?.startsAt).toBe(at("9T08:00"));
  });

  test("of another field or strip is no conflict", async () => {
    must(await edit("pin-strips", { stripIds: ["s8"], isPinned: true }, { user: boris, baseRevision: 0 }));
    must(await edit("move-strips", move("s7", "08T16:00"), { baseRevision: 0 }));
  });

  test("that one has seen is no conflict", async () => {
    must(await edit("move-strips", move("s8", "09T08:00"), { user: boris, baseRevision: 0 }));
    must(await edit("move-strips", move("s8", "08T16:00"), { baseRevision: 1 }));
  });

  test("that removes the row is a conflict for who changes it, and the other way round", async () => {
    must(await edit("close-day", { dayId: "day-3", isClosed: true }, { user: boris, baseRevision: 0 }));
    const late = await edit("remove-row", { entity: "shootDay", id: "day-3" }, { baseRevision: 0 });
    expect(failure(late)).toMatchObject({ kind: "conflict" });
  });
});

test("the same edit sent twice is carried out once, and answers the same", async () => {
  const clientId = randomUUID();
  const first = must(await edit("move-strips", move("s7", "08T14:30"), { clientId }));
  must(await edit("pin-strips", { stripIds: ["s7"], isPinned: true }));
  const again = must(await edit("move-strips", move("s7", "08T14:30"), { clientId }));
  expect([again.editId, again.revision, again.patch]).toEqual([first.editId, first.revision, first.patch]);
  expect(await database().edit.count({ where: { scenarioId: `${key()}-main` } })).toBe(2);
});

test("an edit that changes nothing is no edit", async () => {
  const nothing = must(await edit("pin-strips", { stripIds: ["s8"], isPinned: false }));
  expect([nothing.editId, nothing.revision, nothing.patch]).toEqual([null, 0, []]);
});

/** As if the next edit came to another process, which shares nothing but the database. */
const elsewhere = () => {
  (globalThis as unknown as { perigee: Record<string, unknown> }).perigee = {};
};

test.each([
  { name: "in one process", before: () => {} },
  { name: "in as many processes", before: elsewhere },
])("twenty at once $name: none is lost, each has its own revision", async ({ before }) => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => {
      before();
      return edit("add-rows", {
        rows: [{ entity: "element", row: { id: `e-${i}`, category: "props", name: `Thing ${i}` } }],
      });
    }),
  );
  expect(outcomes.map((o) => must(o).revision).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  const stored = await tables();
  expect(stored.element).toHaveLength(21);
  expect((await planOfScenario(`${key()}-production`, `${key()}-main`))?.snapshot.tables).toEqual(stored);
});

test("twenty at once on one strip from the same base: one wins, the others are told", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      edit("move-strips", move("s7", `08T1${i % 10}:${i < 10 ? "00" : "30"}`), { baseRevision: 0 }),
    ),
  );
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1);
  expect(outcomes.filter((o) => !o.ok && o.error.kind === "conflict")).toHaveLength(19);
});

test("what another process stored is seen", async () => {
  must(await edit("move-strips", move("s7", "08T14:30")));
  elsewhere();
  must(await edit("pin-strips", { stripIds: ["s7"], isPinned: true }));
  expect((await tables()).strip.find((s) => s.id === "s7")).toMatchObject({
    isPinned: true,
    startsAt: at("8T14:30"),
  });
});

describe("undo", () => {
  test("takes back the user's own last edit, not somebody else's", async () => {
    must(await edit("move-strips", move("s7", "08T14:30")));
    must(await edit("pin-strips", { stripIds: ["s8"], isPinned: true }, { user: boris }));
    const back = must(await undo());
    expect(back.description).toBe("Undo: Scene 7 to 8 Oct 14:30");
    expect(turnsIn(back)).toEqual([null, "Scene 7 to 8 Oct 14:30"]);
    expect((await tables()).strip.find((s) => s.id === "s8")?.isPinned).toBe(true);
    const again = must(await undo({ edit: "last-undone" }));
    expect(turnsIn(again)).toEqual(["Scene 7 to 8 Oct 14:30", null]);
    expect(failure(await undo({ edit: "last-undone" }))).toMatchObject({ kind: "refused" });
  });

  test("takes the last first, whether it is of the scenario or of what all scenarios share", async () => {
    must(await edit("move-strips", move("s7", "08T14:30")));
    must(await edit("change-row", { entity: "person", id: "dubrov", changes: { agency: "RKK" } }));
    must(await edit("pin-strips", { stripIds: ["s7"], isPinned: true }));
    const before = await tables();
    for (const _ of [1, 2, 3]) must(await undo());
    expect((await tables()).person.find((p) => p.id === "dubrov")?.agency).not.toBe("RKK");
    expect((await tables()).strip.find((s) => s.id === "s7")).toMatchObject({
      startsAt: null,
      isPinned: false,
    });
    expect(failure(await undo())).toMatchObject({ kind: "refused" });
    for (const _ of [1, 2, 3]) must(await undo({ edit: "last-undone" }));
    expect(await tables()).toEqual(before);
  });

  test("is refused once somebody has changed the same, naming them", async () => {
    const mine = must(await edit("move-strips", move("s8", "08T14:30")));
    must(await edit("move-strips", move("s8", "09T08:00"), { user: boris }));
    const outcome = await undo({ edit: { id: mine.editId ?? "" } });
    expect(failure(outcome)).toMatchObject({
      kind: "conflict",
      message: expect.stringMatching(/^Boris .*“Scene 8 to 9 Oct 08:00”\. Take that back first\.$/),
    });
  });

  test("of a removal brings back what went with it, days later, by anyone", async () => {
    const before = await tables();
    const gone = must(await edit("remove-row", { entity: "scene", id: "7" }));
    must(await edit("move-strips", move("s8", "09T08:00"), { user: boris }));
    must(await undo({ user: boris, edit: { id: gone.editId ?? "" } }));
    expect((await tables()).setUp).toEqual(before.setUp);
  });

  test("knows parameters of a rule again, however their names sort", async () => {
    const before = await tables();
    const row = { id: "daily-duty", isEnabled: true, params: { weeklyHours: 50, dailyHours: 9 }, reason: "" };
    const changes = { rows: [{ entity: "ruleSetting", row }] };
    const mine = must(await edit("add-rows", changes));
    must(await undo({ edit: { id: mine.editId ?? "" } }));
    const again = must(await edit("add-rows", changes));
    elsewhere();
    must(await undo({ edit: { id: again.editId ?? "" } }));
    expect(await tables()).toEqual(before);
  });

  test("is not done twice", async () => {
    const mine = must(await edit("move-strips", move("s8", "08T14:30")));
    must(await undo({ edit: { id: mine.editId ?? "" } }));
    expect(failure(await undo({ edit: { id: mine.editId ?? "" } }))).toMatchObject({ kind: "refused" });
    expect(failure(await undo())).toMatchObject({ kind: "refused" });
  });

  test("is refused where the plan has come to need what it would take away", async () => {
    const row = {
      id: "new",
      name: "New",
      segment: "RS",
      lengthM: null,
      diameterM: null,
      pressurisedM3: null,
      capacity: 2,
      noiseDba: null,
      order: 9,
      isUsable: true,
      source: "",
    };
    const added = must(await edit("add-rows", { rows: [{ entity: "module", row }] }));
    must(
      await edit("change-row", { entity: "scene", id: "7", changes: { moduleId: "new" } }, { user: boris }),
    );
    const outcome = await undo({ edit: { id: added.editId ?? "" } });
    expect(failure(outcome)).toMatchObject({ kind: "refused" });
    expect((await tables()).module).toHaveLength(3);
  });
});

describe("what all scenarios share", () => {
  test("is edited in a stream of its own, and every scenario sees it", async () => {
    const done = must(
      await edit("change-row", { entity: "person", id: "dubrov", changes: { name: "Pyotr" } }),
    );
    expect(done.revision).toBe(0);
    const other = await planOfScenario(`${key()}-production`, `${key()}-early`);
    expect(other?.snapshot.tables.person.find((p) => p.id === "dubrov")?.name).toBe("Pyotr");
    expect(other?.productionRevision).toBe(1);
  });

  test("stays while any scenario uses it", async () => {
    must(await edit("remove-row", { entity: "assignment", id: "a1" }));
    for (const [entity, id] of [
      ["crewBlock", "cb"],
      ["allocation", "al"],
      ["consent", "co"],
    ])
      must(await edit("remove-row", { entity, id }));
    must(await edit("change-row", { entity: "stationEvent", id: "dock", changes: { personIds: [] } }));
    // Here nobody needs Dubrov any more; “A day early” still does.
    const outcome = await edit("remove-row", { entity: "person", id: "dubrov" });
    expect(failure(outcome)).toMatchObject({ kind: "refused" });
  });
});

describe("what does not fit is refused and leaves no trace", () => {
  test.each([
    { name: "an unknown command", id: "drop-table", input: {}, kind: "refused" },
    { name: "an input of the wrong shape", id: "move-strips", input: { moves: "all" }, kind: "invalid" },
    { name: "no input", id: "move-strips", input: undefined, kind: "invalid" },
    { name: "a strip that is not there", id: "move-strips", input: move("s99", "08T10:00"), kind: "refused" },
    {
      name: "a field out of range",
      id: "change-row",
      input: { entity: "scene", id: "7", changes: { eighths: 0 } },
      kind: "invalid",
    },
    {
      name: "a reference to nothing",
      id: "change-row",
      input: { entity: "scene", id: "7", changes: { moduleId: "mir" } },
      kind: "invalid",
    },
    {
      name: "a text with NUL",
      id: "change-row",
      input: { entity: "scene", id: "7", changes: { synopsis: "a\u0000b" } },
      kind: "invalid",
    },
    {
      name: "a number beyond the column",
      id: "change-row",
      input: { entity: "scene", id: "7", changes: { order: 3_000_000_000 } },
      kind: "invalid",
    },
    {
      name: "an instant before the calendar",
      id: "move-strips",
      input: { moves: [{ stripId: "s7", startsAt: "0000-01-01T00:00:00Z" }] },
      kind: "invalid",
    },
    {
      name: "a prototype as a field",
      id: "change-row",
      input: JSON.parse('{"entity":"scene","id":"7","changes":{"__proto__":{"eighths":1}}}'),
      kind: null,
    },
  ])("$name", async ({ id, input, kind }) => {
    const before = await tables();
    const outcome = await edit(id, input);
    expect((failure(outcome) as { kind: string } | null)?.kind ?? null).toBe(kind);
    expect(await tables()).toEqual(before);
    expect(await database().edit.count({ where: { productionId: `${key()}-production` } })).toBe(0);
    expect((await database().scenario.findUniqueOrThrow({ where: { id: `${key()}-main` } })).revision).toBe(
      0,
    );
  });
});

test("another production's scenario, rows and edits are not there", async () => {
  const mine = must(await edit("move-strips", move("s7", "08T14:30")));
  await insertBundle(testingBundle(`${key()}-other`), boris.id);
  const foreign = { productionId: `${key()}-other-production` };
  for (const outcome of [
    await edit("move-strips", move("s7", "08T15:00"), foreign),
    await edit("change-row", { entity: "person", id: "dubrov", changes: { name: "X" } }, foreign),
    await undo({ ...foreign, edit: "last" }),
    await undo({ ...foreign, edit: { id: mine.editId ?? "" } }),
    await undo({ ...foreign, scenarioId: `${key()}-other-main`, edit: { id: mine.editId ?? "" } }),
  ])
    expect(failure(outcome)).toEqual({ kind: "not-found" });
  expect(await listEdits(`${key()}-other-production`, `${key()}-main`)).toEqual([]);
  for (const entity of ENTITY_NAMES)
    expect(
      (await loadTables(`${key()}-other-production`, `${key()}-other-main`))[entity].length,
    ).toBeGreaterThan(0);
});

test("the history tells who did what, latest first, and what still stands", async () => {
  const before = await tables();
  const first = must(await edit("move-strips", move("s7", "08T14:30")));
  must(
    await edit("change-row", { entity: "person", id: "dubrov", changes: { name: "Pyotr" } }, { user: boris }),
  );
  must(await undo());
  const lines = await listEdits(`${key()}-production`, `${key()}-main`);
  const who = before.person.find((p) => p.id === "dubrov");
  expect(lines.map((l) => [l.authorName, l.description, l.isShared, l.inEffect, l.through])).toEqual([
    ["Anna", "Undo: Scene 7 to 8 Oct 14:30", false, true, "undo"],
    ["Boris", `${capital(who?.shortName ?? "")}: name ${who?.name} → Pyotr`, true, true, "hand"],
    ["Anna", "Scene 7 to 8 Oct 14:30", false, false, "hand"],
  ]);
  const older = await listEdits(`${key()}-production`, `${key()}-main`, { before: lines[1]?.id, limit: 5 });
  expect(older.map((l) => l.id)).toEqual([first.editId]);
});

test("a rule set out of range is refused by its parameter's name and range, and nothing is stored", async () => {
  const before = await tables();
  const row = { id: "daily-duty", isEnabled: true, params: { dailyHours: 99 }, reason: "" };
  const message = "Daily limit: 99 h is too much. Use more than 0 h, at most 24 h.";
  const refused = { kind: "invalid", fields: { params: [message] }, message };
  for (const entity of ["ruleSetting", "houseRule"])
    expect(failure(await edit("add-rows", { rows: [{ entity, row }] }))).toEqual(refused);
  expect(await tables()).toEqual(before);
});
