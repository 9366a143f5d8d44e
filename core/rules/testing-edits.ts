import { isoOf, plusMinutes } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import { commandById } from "../model/command/index.ts";
import { type Row, rawOf, rowsOf } from "../model/command/rows.ts";
import { ENTITY_NAMES, type EntityName, type Tables } from "../model/entities.ts";
import { applyPatch } from "../model/patch.ts";
import { rules } from "./index.ts";

/** For tests: edits of every kind, drawn at random from what is in the plan. */

type Random = () => number;
interface Asked {
  readonly commandId: string;
  readonly input: unknown;
}

const below = (random: Random, n: number) => Math.floor(random() * n);
const one = <T>(random: Random, from: readonly T[]): T | undefined => from[below(random, from.length)];
const some = <T>(random: Random, from: readonly T[]): readonly T[] => {
  const first = one(random, from);
  return first === undefined ? [] : [...new Set([first, ...from.filter(() => random() < 0.1)])].slice(0, 4);
};
const newId = (random: Random) => `new-${Math.floor(random() * 1e12).toString(36)}`;

/** Another value of the same kind: one that stands in another row, or a little more, a little less, the opposite. */
function otherValue(random: Random, value: unknown, others: readonly unknown[]): unknown {
  const steps = (below(random, 25) - 12) * 5;
  if (random() < 0.4) return one(random, others);
  if (typeof value === "boolean") return !value;
  if (typeof value === "number")
    return Number.isInteger(value) ? Math.max(0, value + below(random, 7) - 3) : value * 1.1;
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value))
    return isoOf(plusMinutes((Date.parse(value) / 1000) as never, minutes(steps)));
  if (Array.isArray(value)) return value.filter(() => random() < 0.5);
  return one(random, others);
}

const rawRows = (tables: Tables, entity: EntityName) =>
  rowsOf(tables, entity).map((row) => ({ row, raw: () => rawOf(entity, row) }));
const filled = (tables: Tables) => ENTITY_NAMES.filter((entity) => tables[entity].length > 0);

function changed(random: Random, tables: Tables, entity: EntityName): Asked | null {
  const rows = rawRows(tables, entity);
  const here = one(random, rows);
  const there = one(random, rows);
  if (!here || !there) return null;
  const raw = here.raw();
  const field = one(
    random,
    Object.keys(raw).filter((key) => key !== "id"),
  );
  if (!field) return null;
  const value = otherValue(random, raw[field], [there.raw()[field]]);
  return { commandId: "change-row", input: { entity, id: here.row.id, changes: { [field]: value } } };
}

function added(random: Random, tables: Tables, entity: EntityName): Asked | null {
  const row = one(random, rawRows(tables, entity))?.raw();
  const isSetting = entity === "ruleSetting" || entity === "houseRule";
  const id = isSetting ? one(random, rules)?.id : newId(random);
  return row ? { commandId: "add-rows", input: { rows: [{ entity, row: { ...row, id } }] } } : null;
}

const KINDS: readonly ((random: Random, tables: Tables) => Asked | null)[] = [
  function move(random, tables) {
    const moves = some(random, tables.strip).map((strip) => {
      const near = strip.startsAt ?? one(random, tables.shootDay)?.wakesAt;
      const startsAt =
        near === undefined ? null : isoOf(plusMinutes(near, minutes((below(random, 97) - 48) * 15)));
      const moduleId = random() < 0.3 ? (one(random, tables.module)?.id ?? null) : strip.moduleId;
      return {
        stripId: strip.id,
        startsAt,
        moduleId,
        rigMin: random() < 0.2 ? below(random, 60) : strip.rigMin,
      };
    });
    return { commandId: "move-strips", input: { moves } };
  },
  (random, { strip }) => ({
    commandId: "return-strips",
    input: { stripIds: some(random, strip).map(({ id }) => id) },
  }),
  (random, { strip }) => ({
    commandId: "pin-strips",
    input: { stripIds: some(random, strip).map(({ id }) => id), isPinned: random() < 0.3 },
  }),
  function split(random, { strip, setUp }) {
    const stripId = one(random, strip)?.id;
    const own = setUp.filter((s) => s.stripId === stripId).map(({ id }) => id);
    return {
      commandId: "split-strip",
      input: { stripId, newStripId: newId(random), setUpIds: own.slice(0, 1) },
    };
  },
  function mark(random, { strip, setUp }) {
    const stripId = one(random, strip)?.id;
    const own = setUp.filter((s) => s.stripId === stripId).map(({ id }) => id);
    return { commandId: "mark-strip", input: { stripId, shotSetUpIds: own.filter(() => random() < 0.5) } };
  },
  (random, { shootDay }) => ({
    commandId: "close-day",
    input: { dayId: one(random, shootDay)?.id, isClosed: random() < 0.5 },
  }),
  (random, tables) => changed(random, tables, one(random, filled(tables)) ?? "strip"),
  (random, tables) =>
    changed(
      random,
      tables,
      one(random, ["strip", "setUp", "assignment", "role", "crewBlock"] as const) ?? "strip",
    ),
  (random, tables) => added(random, tables, one(random, filled(tables)) ?? "strip"),
  function removed(random, tables) {
    const entity = one(random, filled(tables)) ?? "strip";
    return {
      commandId: "remove-row",
      input: { entity, id: one(random, rowsOf(tables, entity) as readonly Row[])?.id },
    };
  },
];

/** The tables after a random edit; null where the edit is refused. */
export function randomlyEdited(tables: Tables, random: Random): Tables | null {
  const kinds = some(random, KINDS);
  const asked = kinds.flatMap((kind) => kind(random, tables) ?? []);
  const [first] = asked;
  if (!first) return null;
  const whole: Asked = asked.length > 1 ? { commandId: "together", input: { edits: asked } } : first;
  try {
    const patch = commandById(whole.commandId)?.bind(whole.input).resolve(tables);
    const next = patch?.ok ? applyPatch(tables, patch.value) : null;
    return next?.ok ? next.value : null;
  } catch {
    return null; // no input of this command
  }
}
