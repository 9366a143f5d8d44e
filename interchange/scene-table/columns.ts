import { err, ok, type Result } from "#core/base/result.ts";
import type { ModuleId, RoleId } from "#core/model/ids.ts";
import type { Role } from "#core/model/person.ts";
import { INT_EXT, SCRIPT_DAY_NIGHT, scene, TIERS } from "#core/model/scene.ts";
import type { Module } from "#core/model/station.ts";
import { UNITS } from "#core/model/window.ts";
import { readEighths } from "./pages.ts";

/** What the cells are read against: the production's own rooms and cast. */
export interface SceneTableContext {
  readonly modules: readonly Pick<Module, "id" | "name">[];
  readonly roles: readonly Pick<Role, "id" | "number" | "name">[];
  /** Scene numbers that the plan has already. */
  readonly taken?: readonly string[];
}

interface Column<T> {
  /** As people head it, in small letters without full stops; the first is the one we name in messages. */
  readonly headings: readonly string[];
  /** Stands where the cell is empty or the column missing; without it the cell must be filled. */
  readonly assumed?: T;
  read(cell: string, context: SceneTableContext, heading: string): Result<T, string>;
}
const column = <T>(spec: Column<T>): Column<T> => spec;

/** A value of a list, by its own name or by what else people write for it. */
const oneOf =
  <T extends string>(values: readonly T[], also: Readonly<Record<string, T>> = {}) =>
  (cell: string): Result<T, string> => {
    const said = cell.toUpperCase().replaceAll(/[. ]/g, "");
    const found = values.find((value) => value.toUpperCase() === said) ?? also[said];
    return found ? ok(found) : err(`"${cell}" is none of ${values.join(", ")}`);
  };

const text =
  (most: number) =>
  (cell: string): Result<string, string> =>
    cell.length > most ? err(`${cell.length} characters; at most ${most}`) : ok(cell);

/** Excel writes a duration as 25, 0:25 or 25 min. */
function readMinutes(cell: string): Result<number, string> {
  const [, hours, rest] = /^(?:(\d{1,3}):)?(\d{1,4})(?: ?min)?$/i.exec(cell) ?? [];
  const value = rest === undefined ? Number.NaN : Number(hours ?? 0) * 60 + Number(rest);
  return value >= 1 && value <= 1_440 ? ok(value) : err(`"${cell}" is no whole number of minutes, 1 to 1440`);
}

const plain = (name: string) => name.trim().toLowerCase();
const GROUND = ["ground", "none", "-", "–", "—"];

function readModule(cell: string, { modules }: SceneTableContext): Result<ModuleId | null, string> {
  const said = plain(cell);
  if (GROUND.includes(said)) return ok(null);
  const exact = modules.find((m) => plain(m.name) === said || plain(m.id) === said);
  if (exact) return ok(exact.id);
  const near = modules.filter((m) => plain(m.name).startsWith(said));
  if (near.length === 1 && near[0]) return ok(near[0].id);
  return err(
    near.length > 1
      ? `"${cell}" may be ${near.map((m) => m.name).join(" or ")}`
      : `There is no module "${cell}"; there are ${modules.map((m) => m.name).join(", ") || "none yet"}`,
  );
}

/** Cast numbers or role names, with commas, semicolons, or (numbers) blanks between. */
function readCast(cell: string, { roles }: SceneTableContext): Result<readonly RoleId[], string> {
  const parts = cell
    .split(/^[\d\s,;.]+$/.test(cell) ? /[\s,;.]+/ : /[,;]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  const found: RoleId[] = [];
  for (const part of parts) {
    const role = roles.find((r) => String(r.number) === part || plain(r.name) === plain(part));
    if (!role) return err(`There is no role "${part}"; add it to the cast or take it out here`);
    if (!found.includes(role.id)) found.push(role.id);
  }
  return ok(found);
}

function readNumber(cell: string): Result<string, string> {
  const parsed = scene.shape.number.safeParse(cell);
  return parsed.success
    ? ok(parsed.data)
    : err(`"${cell}" is no scene number: digits, letters, dots and hyphens, at most 12`);
}

/** The columns of a scene table, in the order in which we write them ourselves. */
export const columns = {
  number: column<string>({
    headings: ["number", "no", "#", "№", "scene", "scene no", "scene number", "sc", "сцена", "№ сцены"],
    read: readNumber,
  }),
  intExt: column<(typeof INT_EXT)[number]>({
    headings: ["i/e", "int/ext", "ie", "interior/exterior", "инт/нат"],
    assumed: "INT",
    read: oneOf(INT_EXT, {
      I: "INT",
      E: "EXT",
      "INT/EXT": "I/E",
      "EXT/INT": "I/E",
      IE: "I/E",
      ИНТ: "INT",
      НАТ: "EXT",
    }),
  }),
  setName: column<string>({
    headings: ["set", "set name", "location", "slugline", "объект"],
    read: text(200),
  }),
  scriptDayNight: column<(typeof SCRIPT_DAY_NIGHT)[number]>({
    headings: ["d/n", "day/night", "dn", "time of day", "режим"],
    assumed: "DAY",
    read: oneOf(SCRIPT_DAY_NIGHT, {
      D: "DAY",
      N: "NIGHT",
      DY: "DAY",
      ДЕНЬ: "DAY",
      НОЧЬ: "NIGHT",
      УТРО: "DAWN",
      ВЕЧЕР: "DUSK",
    }),
  }),
  scriptDay: column<string>({ headings: ["script day", "story day"], assumed: "", read: text(8) }),
  eighths: column<number>({
    headings: ["pages", "eighths", "pages/eighths", "page count", "pgs", "8ths", "length", "страницы"],
    assumed: 8,
    read: (cell, _context, heading) => readEighths(cell, /eighth|8th/.test(heading) ? "eighths" : "pages"),
  }),
  moduleId: column<ModuleId | null>({
    headings: ["module", "room", "модуль"],
    assumed: null,
    read: readModule,
  }),
  unit: column<(typeof UNITS)[number]>({
    headings: ["unit", "группа"],
    assumed: "main",
    read: (cell) => oneOf(UNITS)(cell.replace(/ unit$/i, "")),
  }),
  roleIds: column<readonly RoleId[]>({
    headings: ["cast", "cast numbers", "roles", "characters", "персонажи"],
    assumed: [],
    read: readCast,
  }),
  synopsis: column<string>({
    headings: ["synopsis", "description", "action", "синопсис", "содержание"],
    assumed: "",
    read: text(4_000),
  }),
  tier: column<(typeof TIERS)[number]>({
    headings: ["tier", "priority"],
    assumed: "must",
    read: oneOf(TIERS, { M: "must", S: "should", N: "nice" }),
  }),
  shootMin: column<number>({
    headings: ["minutes", "min", "shoot minutes", "shoot min", "estimate", "est min"],
    assumed: 30,
    read: readMinutes,
  }),
} as const;

export type ColumnKey = keyof typeof columns;
export type ValueOf<K extends ColumnKey> = (typeof columns)[K] extends Column<infer T> ? T : never;
export const COLUMN_KEYS = Object.keys(columns) as ColumnKey[];
/** The column's name in messages. */
export const headingOf = (key: ColumnKey): string => columns[key].headings[0] ?? key;

const heading = (cell: string) =>
  cell
    .toLowerCase()
    .replaceAll(/[.:*]/g, "")
    .replaceAll(/\s*\/\s*/g, "/")
    .replaceAll(/\s+/g, " ")
    .trim();
/** Which column a heading names; null: none that we read. */
export const columnOf = (cell: string): ColumnKey | null =>
  COLUMN_KEYS.find((key) => columns[key].headings.includes(heading(cell))) ?? null;
