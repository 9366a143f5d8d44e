import { minutes } from "#core/base/quantity.ts";
import type { Tables } from "#core/model/entities.ts";
import { ELEMENT_CATEGORIES } from "#core/model/scene.ts";
import type { SceneSheetValues } from "./scene-sheet.ts";

/** A command and its input, ready to be carried out. */
export interface PlannedEdit {
  readonly commandId: "change-row" | "add-rows" | "remove-row";
  readonly input: unknown;
}
type Fields = Readonly<Record<string, unknown>>;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
/** Fields that the author changed, and only they: what others changed meanwhile stays. */
const changes = (was: Fields, now: Fields): Fields =>
  Object.fromEntries(Object.entries(now).filter(([key, value]) => !isSame(was[key], value)));

const change = (entity: string, id: string, fields: Fields): PlannedEdit[] =>
  Object.keys(fields).length === 0
    ? []
    : [{ commandId: "change-row", input: { entity, id, changes: fields } }];
const remove = (entity: string, id: string): PlannedEdit => ({
  commandId: "remove-row",
  input: { entity, id },
});

type Change = { readonly was: SceneSheetValues; readonly now: SceneSheetValues };

/** The place of each set-up, where the order was changed or one was put between. */
function places(tables: Tables, sceneId: string, { was, now }: Change): (id: string) => number {
  const stored = new Map(
    tables.setUp.filter((s) => s.sceneId === sceneId).map((s) => [s.id as string, s.order]),
  );
  const known = was.setUps.map((s) => s.id as string).filter((id) => now.setUps.some((s) => s.id === id));
  const head = now.setUps.slice(0, known.length).map((s) => s.id as string);
  const last = Math.max(-1, ...stored.values());
  if (isSame(known, head))
    return (id) => stored.get(id) ?? last + 1 + now.setUps.findIndex((s) => s.id === id) - known.length;
  return (id) => now.setUps.findIndex((s) => s.id === id);
}

function setUpEdits(tables: Tables, sceneId: string, { was, now }: Change): PlannedEdit[] {
  const placeOf = places(tables, sceneId, { was, now });
  const stored = new Map(tables.setUp.map((s) => [s.id as string, s]));
  const before = new Map(was.setUps.map((s) => [s.id as string, s]));
  const isNew = (id: string) => !before.has(id) && !stored.has(id);
  const added = now.setUps.filter((s) => isNew(s.id));
  const removed = was.setUps.filter(
    (s) => stored.has(s.id) && !now.setUps.some((other) => other.id === s.id),
  );
  return [
    ...removed.map((s) => remove("setUp", s.id)),
    ...now.setUps.flatMap((s) => {
      // Not in the sheet as it was opened, and there: the half of an earlier save that went through.
      const old: Fields | undefined = before.get(s.id) ?? stored.get(s.id);
      if (!old) return [];
      const order = placeOf(s.id);
      return change("setUp", s.id, {
        ...changes(old, s),
        ...(stored.get(s.id)?.order === order ? {} : { order }),
      });
    }),
    ...(added.length > 0
      ? [
          {
            commandId: "add-rows" as const,
            input: {
              rows: added.map((s) => ({
                entity: "setUp",
                row: { ...s, sceneId, order: placeOf(s.id), isShot: false },
              })),
            },
          },
        ]
      : []),
  ];
}

function elementEdits(
  tables: Tables,
  sceneId: string,
  { was, now }: Change,
  newId: () => string,
): PlannedEdit[] {
  const links = tables.sceneElement.filter((link) => link.sceneId === sceneId);
  const rows: { entity: string; row: Fields }[] = [];
  const gone: PlannedEdit[] = [];
  for (const category of ELEMENT_CATEGORIES) {
    const find = (name: string) =>
      tables.element.find(
        (e) => e.category === category && e.name.toLowerCase() === name.trim().toLowerCase(),
      );
    const [before, after] = [was.elements[category], [...new Set(now.elements[category])]];
    for (const name of after.filter((n) => !before.includes(n))) {
      const known = find(name);
      const elementId = known?.id ?? newId();
      if (links.some((link) => link.elementId === elementId)) continue;
      if (!known) rows.push({ entity: "element", row: { id: elementId, category, name } });
      rows.push({ entity: "sceneElement", row: { id: newId(), sceneId, elementId } });
    }
    for (const name of before.filter((n) => !after.includes(n))) {
      const link = links.find((l) => l.elementId === find(name)?.id);
      if (link) gone.push(remove("sceneElement", link.id));
    }
  }
  return [...gone, ...(rows.length > 0 ? [{ commandId: "add-rows" as const, input: { rows } }] : [])];
}

/** What saving a sheet does, as commands: only what its author changed. What is done already is not done again. */
export function sceneEdits(
  tables: Tables,
  sceneId: string,
  { was, now }: Change,
  newId: () => string,
): readonly PlannedEdit[] {
  const { setUps: _a, strips: wasStrips, elements: _b, ...wasScene } = was;
  const { setUps: _c, strips: nowStrips, elements: _d, ...nowScene } = now;
  return [
    ...change("scene", sceneId, changes(wasScene, nowScene)),
    ...nowStrips.flatMap((strip) => {
      const old = wasStrips.find((s) => s.id === strip.id);
      return old ? change("strip", strip.id, changes(old, strip)) : [];
    }),
    ...setUpEdits(tables, sceneId, { was, now }),
    ...elementEdits(tables, sceneId, { was, now }, newId),
  ];
}

/** A scene with one strip in the boneyard and one set-up that takes its minutes: what "Add scene" and a pasted line make. */
export function newSceneRows(
  {
    roleIds,
    tier,
    shootMin,
    ...fields
  }: {
    readonly number: string;
    readonly intExt: string;
    readonly setName: string;
    readonly moduleId: string | null;
    readonly unit: string;
    readonly scriptDayNight: string;
    readonly scriptDay: string;
    readonly eighths: number;
    readonly synopsis: string;
    readonly roleIds: readonly string[];
    readonly tier: string;
    readonly shootMin: number;
  },
  order: number,
  newId: () => string,
): readonly { entity: string; row: Fields }[] {
  const [sceneId, stripId] = [newId(), newId()];
  const onStation = fields.unit === "main";
  return [
    { entity: "scene", row: { ...fields, id: sceneId, order } },
    {
      entity: "strip",
      row: {
        ...{ id: stripId, sceneId, part: 1, parts: 1, startsAt: null, moduleId: null },
        ...{ rigMin: onStation ? 15 : 10, shootMin, strikeMin: onStation ? 10 : 5 },
        ...{ isPinned: false, status: "planned", note: "" },
      },
    },
    {
      entity: "setUp",
      row: {
        ...{ id: newId(), sceneId, stripId, label: "A", description: "", tier, order: 0 },
        ...{ takes: 1, takeMin: minutes(shootMin), resetMin: 0, light: "any", paneId: null },
        ...{ movingCamera: false, syncSound: false, groundLink: false, strenuous: false },
        ...{ roleIds: [...roleIds], jobs: ["direct", "camera"], isShot: false },
      },
    },
  ];
}
