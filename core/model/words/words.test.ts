import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { at, plan, row, shootDays } from "../build.ts";
import { ENTITY_NAMES, type EntityName, entities, type Tables } from "../entities.ts";
import { additionOf, changeOf, type Patch, removalOf } from "../patch.ts";
import { tableWords, tellPatch, tellRows } from "./index.ts";
import type { RuleBook } from "./word.ts";

/** Ids that no sentence could hold by chance. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-/;
const id = (n: number) => `0199aaaa-bbbb-7ccc-8ddd-${String(n).padStart(12, "0")}`;

const fieldsOf = (entity: EntityName): readonly string[] =>
  Object.keys((entities[entity].schema as unknown as { shape: object }).shape).filter((f) => f !== "id");
/** Names of fields that are no words: with a capital inside, as `startsAt`. */
const RAW = [...new Set(ENTITY_NAMES.flatMap((entity) => [entity, ...fieldsOf(entity)]))].filter((name) =>
  /[a-z][A-Z]/.test(name),
);

/** One row of every table, each naming the others by ids that mean nothing. */
const everything = (): Tables => {
  const of = (entity: EntityName) => id(ENTITY_NAMES.indexOf(entity) + 1);
  const example = (entity: EntityName): Record<string, unknown> => {
    const named = Object.fromEntries(
      Object.entries(entities[entity].refs as Record<string, EntityName>).map(([field, target]) => [
        field,
        field.endsWith("Ids") ? [of(target)] : of(target),
      ]),
    );
    return { ...samples[entity], ...named, id: of(entity) };
  };
  return Object.fromEntries(ENTITY_NAMES.map((entity) => [entity, [example(entity)]])) as unknown as Tables;
};

const instant = at("8T10:00");
interface Bare {
  readonly options?: readonly unknown[];
  readonly element?: { readonly options?: readonly unknown[] };
  unwrap?(): z.ZodType;
}
/** Without its default, and without "or nothing". */
function unwrapped(schema: z.ZodType): Bare {
  const of = schema as unknown as Bare & { readonly type: string };
  return (of.type === "default" || of.type === "nullable") && of.unwrap ? unwrapped(of.unwrap()) : of;
}
/** A value for each kind of field, by its schema; two that differ. */
function valuesOf(schema: z.ZodType, field: string): readonly unknown[] {
  const candidates: readonly unknown[] = [
    ...[true, false, 3, 4, 0.5, instant, at("9T10:00"), "2021-10-08", "2021-10-09"],
    ...["12A", "A text", "Another", "main", "ship"],
    ...[
      [],
      [id(900)],
      [{ usableFrom: 0, usableUntil: 1, states: [] }],
      { by: "person", value: id(901) },
      { what: { by: "person", value: id(902) } },
      null,
    ],
  ];
  const bare = unwrapped(schema);
  const options = bare.options ?? [];
  const inner = bare.element?.options;
  const all = [...options, ...(inner ? [inner.slice(0, 2), inner.slice(0, 1)] : []), ...candidates];
  const fits = all.filter(
    (value) => z.safeEncode(schema as z.ZodType<unknown, unknown>, value as never).success,
  );
  if (fits.length < 2) throw new Error(`The test has no two values for ${field}`);
  return fits;
}
const shapeOf = (entity: EntityName) =>
  (entities[entity].schema as unknown as { shape: Record<string, z.ZodType> }).shape;
const samples = Object.fromEntries(
  ENTITY_NAMES.map((entity) => [
    entity,
    Object.fromEntries(fieldsOf(entity).map((f) => [f, valuesOf(shapeOf(entity)[f] as z.ZodType, f)[0]])),
  ]),
) as Record<EntityName, Record<string, unknown>>;

const readable = (text: string) => {
  expect(text).not.toMatch(ID);
  expect(text).not.toMatch(/undefined|\[object|NaN| {2}/);
  for (const name of RAW) expect(text.split(/[^A-Za-z]/)).not.toContain(name);
  expect(text).toMatch(/^[“‘]?[\p{Lu}\d]/u);
};

describe.each(ENTITY_NAMES)("%s", (entity) => {
  const tables = everything();
  const [own] = tables[entity] as unknown as readonly { id: string }[];
  if (!own) throw new Error("no row");

  test("has words for every field, and for no other", () => {
    expect(Object.keys(tableWords[entity].fields).sort()).toEqual([...fieldsOf(entity)].sort());
  });

  test("is told when it comes and when it goes", () => {
    readable(tellPatch({ ...tables, [entity]: [] }, [additionOf(entity, own)]));
    readable(tellPatch(tables, [removalOf(entity, own)]));
  });

  test.each(fieldsOf(entity))("%s is told however it changes", (field) => {
    const values = valuesOf(shapeOf(entity)[field] as z.ZodType, field);
    for (const before of values.slice(0, 5))
      for (const after of values.slice(0, 5)) {
        if (JSON.stringify(before) === JSON.stringify(after)) continue;
        const was = { ...own, [field]: before };
        const patch: Patch = [changeOf<{ id: string }>(entity, was, { [field]: after } as object)];
        const text = tellPatch({ ...tables, [entity]: [was] }, patch);
        readable(text);
        expect(text.length).toBeGreaterThan(tableWords[entity].one.length);
        expect(tellRows({ ...tables, [entity]: [was] }, patch)).toHaveLength(1);
      }
  });
});

test("rows that name what is gone say so", () => {
  const { tables } = plan({ strip: [row("strip", "s", { sceneId: "away" })] });
  expect(
    tellPatch(tables, [
      changeOf<{ id: string }>("strip", tables.strip[0] as never, { isPinned: true } as object),
    ]),
  ).toBe("A scene that is gone: pinned");
});

const book: RuleBook = {
  titleOf: (ruleId) => (ruleId === "daily-duty" ? "Daily duty" : "Crew time"),
  defaultsOf: () => ({ dailyHours: 6.5, weeklyHours: 40 }),
  parameterOf: (_, name) => ({
    title: name === "dailyHours" ? "daily limit" : "limit in seven days",
    text: (value) => `${value} h`,
  }),
  unitOf: () => "minutes over",
};
const film = () =>
  plan({
    person: [row("person", "klim", { shortName: "Shipenko", name: "Klim Shipenko", heightCm: 182 })],
    shootDay: shootDays(8, 9),
    module: [row("module", "nauka", { name: "Nauka" })],
    scene: [row("scene", "x1", { number: "34", moduleId: "nauka", eighths: 8 })],
    strip: [row("strip", "x2", { sceneId: "x1", startsAt: at("8T10:00"), moduleId: "nauka" })],
    setUp: [row("setUp", "x3", { sceneId: "x1", stripId: "x2", label: "A" })],
  }).tables;
const setting = (more: object) => ({ id: "daily-duty", isEnabled: true, params: {}, reason: "", ...more });

const cases: readonly { readonly says: string; readonly of: (tables: Tables) => readonly [Tables, Patch] }[] =
  [
    {
      says: "Rule ‘Daily duty’: switched off (reason: “Crew agreed”)",
      of: (t) => [t, [additionOf("ruleSetting", setting({ isEnabled: false, reason: "Crew agreed" }))]],
    },
    {
      says: "Rule ‘Daily duty’: daily limit 6.5 h → 5 h (reason: “Doctor”)",
      of: (t) => [t, [additionOf("ruleSetting", setting({ params: { dailyHours: 5 }, reason: "Doctor" }))]],
    },
    {
      says: "Rule ‘Daily duty’ in the whole production: daily limit 5 h → 6 h",
      of: (t) => [
        { ...t, houseRule: [setting({ params: { dailyHours: 5 } })] as never },
        [
          changeOf("houseRule", setting({ params: { dailyHours: 5 } }), {
            params: { dailyHours: 6 },
          } as object),
        ],
      ],
    },
    {
      says: "Rule ‘Daily duty’: set back to the book: switched on, daily limit 5 h → 6.5 h",
      of: (t) => {
        const own = setting({ isEnabled: false, params: { dailyHours: 5 }, reason: "x" });
        return [{ ...t, ruleSetting: [own] as never }, [removalOf("ruleSetting", own)]];
      },
    },
    {
      says: "Waiver of ‘Crew time’ for scene 34: up to 1 h over, signed by V. Solovyov",
      of: (t) => [
        t,
        [
          additionOf("waiver", {
            ...{ id: id(1), ruleId: "crew-time-ledger", stripIds: ["x2"], personIds: [], amount: 60 },
            ...{
              startsAt: at("8T00:00"),
              endsAt: at("9T00:00"),
              rationale: "",
              askedBy: "",
              signedBy: "V. Solovyov",
            },
          } as never),
        ],
      ],
    },
    {
      says: "Own rule ‘Nothing with Shipenko’ added",
      of: (t) => [
        t,
        [
          additionOf("ownRule", {
            ...{ id: id(1), shape: "at-most", title: "Nothing with Shipenko", level: "hard" },
            ...{ params: {}, isEnabled: true, reason: "" },
          } as never),
        ],
      ],
    },
    {
      says: "Scene 34: rig 20 min → 30 min, pinned",
      of: (t) => [
        { ...t, strip: t.strip.map((s) => ({ ...s, rigMin: 20 as never })) },
        [
          changeOf("strip", { ...(t.strip[0] as never as object), id: "x2", rigMin: 20, isPinned: false }, {
            rigMin: 30,
            isPinned: true,
          } as object),
        ],
      ],
    },
    {
      says: "Scene 34 removed, with 1 set-up and 1 strip",
      of: (t) => [
        t,
        [
          removalOf("setUp", t.setUp[0] as never),
          removalOf("strip", t.strip[0] as never),
          removalOf("scene", t.scene[0] as never),
        ],
      ],
    },
    {
      says: "Shipenko: body measures changed",
      of: (t) => [
        t,
        [changeOf("person", t.person[0] as never as { id: string }, { heightCm: 190, massKg: 80 } as object)],
      ],
    },
  ];
test.each(cases)("$says", ({ says, of }) => {
  const [tables, patch] = of(film());
  expect(tellPatch(tables, patch, book)).toBe(says);
});

test("nothing that viewers may not see is ever told", () => {
  const secret = fc.string({ minLength: 12, maxLength: 12, unit: fc.constantFrom(..."qxzjvw") });
  const { tables } = plan({
    person: [row("person", "p", { shortName: "Shipenko", source: "before" })],
    contact: [
      { id: "c", kind: "medical", label: "before", channel: "before", personId: null, order: 0 } as never,
    ],
    consent: [row("consent", "k", { personId: "p", date: "2021-10-08", note: "before", source: "before" })],
  });
  const hidden = [
    ["contact", "label"],
    ["contact", "channel"],
    ["consent", "note"],
    ["consent", "source"],
    ["person", "source"],
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...hidden),
      secret,
      fc.constantFrom("change", "add", "remove"),
      ([entity, field], text, way) => {
        const [own] = tables[entity] as unknown as readonly { id: string }[];
        if (!own) throw new Error("no row");
        const after = { ...own, [field]: text };
        const patch = {
          change: [changeOf(entity, own, { [field]: text } as object)],
          add: [additionOf(entity, { ...after, id: "new" })],
          remove: [removalOf(entity, after)],
        }[way];
        const of = way === "remove" ? { ...tables, [entity]: [after] } : tables;
        expect(`${tellPatch(of, patch)} ${tellRows(of, patch)}`).not.toContain(text);
      },
    ),
  );
});
