import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { ENTITY_NAMES, type EntityName, entities, type Tables } from "#core/model/entities.ts";
import { applyPatch, inverse, type Patch, writeKeys } from "#core/model/patch.ts";
import { database } from "../db/client.ts";
import type { EditLine } from "./history.ts";
import { streamId } from "./stream.ts";
import { standingOf, undosOf } from "./undo-chain.ts";

/** A later edit that stands in the way of an undo. */
export interface LaterEdit {
  readonly id: string;
  readonly at: EpochSeconds;
  readonly authorName: string;
  readonly description: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Row = { readonly id: string } & Fields;
const rowsOf = (tables: Tables, entity: EntityName) => tables[entity] as unknown as readonly Row[];
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Rows of a plan by table and id, each table gone through once. */
type RowOf = (entity: EntityName, id: string) => Row | undefined;
function rowsById(tables: Tables): RowOf {
  const known = new Map<EntityName, ReadonlyMap<string, Row>>();
  return (entity, id) => {
    const rows = known.get(entity) ?? new Map(rowsOf(tables, entity).map((row) => [row.id, row]));
    known.set(entity, rows);
    return rows.get(id);
  };
}

/** Keys of what is no longer as a patch left it. */
function staleKeys(rowOf: RowOf, patch: Patch): readonly string[] {
  return patch.flatMap(({ entity, id, before, after }) => {
    const row = rowOf(entity, id);
    if (after === null) return row ? [`${entity}:${id}`] : [];
    if (!row) return [`${entity}:${id}`];
    const fields = before === null ? Object.keys(row) : Object.keys(after);
    return fields
      .filter((field) => !same(row[field], after[field]))
      .map((field) => `${entity}:${id}:${field}`);
  });
}

/** Keys of rows that name a row which a patch has added, and would be left without it; what the patch itself made name it, goes with it. */
function dependentKeys(tables: Tables, patch: Patch): readonly string[] {
  const added = new Set(
    patch.filter(({ before }) => before === null).map(({ entity, id }) => `${entity}:${id}`),
  );
  if (added.size === 0) return [];
  const own = new Set(writeKeys(patch));
  return ENTITY_NAMES.flatMap((entity) =>
    Object.entries(entities[entity].refs as Record<string, EntityName>).flatMap(([field, target]) =>
      rowsOf(tables, entity)
        .filter(
          (row) =>
            !added.has(`${entity}:${row.id}`) &&
            !own.has(`${entity}:${row.id}:${field}`) &&
            [row[field]].flat().some((id) => added.has(`${target}:${id}`)),
        )
        .flatMap((row) => [`${entity}:${row.id}`, `${entity}:${row.id}:${field}`]),
    ),
  );
}

interface OfPlan {
  readonly productionId: string;
  readonly scenarioId: string;
}
const streamOf = ({ productionId, scenarioId }: OfPlan, isShared: boolean) => ({
  productionId,
  scenarioId: isShared ? null : scenarioId,
});

/** As many later edits are named. */
const NAMED = 5;
const laterFields = { id: true, createdAt: true, authorName: true, description: true } as const;
interface LaterRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly authorName: string;
  readonly description: string;
}
const laterFromRow = ({ createdAt, id, authorName, description }: LaterRow): LaterEdit => ({
  ...{ id, authorName, description },
  at: epochSeconds(createdAt.getTime() / 1000),
});

/**
 * What stands in the way of undoing each of these edits, latest first; null: nothing. `tables` are the plan as it is. Empty: what an
 * edit did is no longer as it left it, and no edit that stands tells why.
 */
export async function hindrancesOf(
  of: OfPlan,
  tables: Tables,
  edits: readonly Pick<EditLine, "id" | "isShared" | "revision" | "patch">[],
): Promise<ReadonlyMap<string, readonly LaterEdit[] | null>> {
  const [own, shared] = await Promise.all([undosOf(streamOf(of, false)), undosOf(streamOf(of, true))]);
  const { inEffect } = standingOf([...own, ...shared]);
  const rowOf = rowsById(tables);
  const found = await Promise.all(
    edits.map(async ({ id, isShared, revision, patch }) => {
      const keys = [...staleKeys(rowOf, patch), ...dependentKeys(tables, patch)];
      if (keys.length === 0) return [id, null] as const;
      // A row that has changed may be gone since, or come again.
      const rows = new Set(keys.map((key) => key.split(":").slice(0, 2).join(":")));
      const later = await database().edit.findMany({
        where: {
          streamId: streamId(streamOf(of, isShared)),
          revision: { gt: revision },
          undoesId: null,
          writeKeys: { hasSome: [...keys, ...rows] },
        },
        orderBy: { revision: "desc" },
        take: NAMED * 4,
        select: laterFields,
      });
      const standing = later.filter((edit) => inEffect(edit.id)).slice(0, NAMED);
      return [id, standing.map(laterFromRow)] as const;
    }),
  );
  return new Map(found);
}

interface Candidate extends LaterRow {
  readonly patch: unknown;
  readonly writeKeys: readonly string[];
  readonly readKeys: readonly string[];
}

const namedRows = (patch: Patch): readonly string[] =>
  patch.flatMap(({ entity, after }) =>
    Object.entries(entities[entity].refs as Record<string, EntityName>).flatMap(([field, target]) =>
      [after?.[field]].flat().flatMap((id) => (typeof id === "string" ? [`${target}:${id}`] : [])),
    ),
  );

/** Whether an edit has built on what those before it did: changed or needs the same. */
function builds(on: ReadonlySet<string>, read: ReadonlySet<string>, edit: Candidate): boolean {
  const patch = edit.patch as Patch;
  return (
    edit.writeKeys.some((key) => on.has(key) || read.has(key)) ||
    edit.readKeys.some((key) => on.has(key)) ||
    namedRows(patch).some((key) => on.has(key))
  );
}

/** An edit with all later ones that build on it: undone one after the other, the latest first, nothing stands in the way. */
export async function undoneTogether(
  of: OfPlan,
  tables: Tables,
  editId: string,
): Promise<Result<readonly LaterEdit[], string>> {
  const fields = { ...laterFields, patch: true, writeKeys: true, readKeys: true } as const;
  const edit = await database().edit.findFirst({
    where: {
      id: editId,
      productionId: of.productionId,
      OR: [{ scenarioId: of.scenarioId }, { scenarioId: null }],
    },
    select: { ...fields, revision: true, scenarioId: true },
  });
  if (!edit) return err("This edit is not of this plan.");
  const stream = streamOf(of, edit.scenarioId === null);
  const [later, undos] = await Promise.all([
    database().edit.findMany({
      where: { streamId: streamId(stream), revision: { gt: edit.revision }, undoesId: null },
      orderBy: { revision: "asc" },
      select: fields,
    }),
    undosOf(stream),
  ]);
  const { inEffect } = standingOf(undos);
  const written = new Set(edit.writeKeys);
  const read = new Set(edit.readKeys);
  const together: Candidate[] = [edit];
  for (const each of later) {
    if (!inEffect(each.id) || !builds(written, read, each)) continue;
    together.push(each);
    for (const key of each.writeKeys) written.add(key);
    for (const key of each.readKeys) read.add(key);
  }
  together.reverse();
  let now = tables;
  for (const each of together) {
    const next = applyPatch(now, inverse(each.patch as unknown as Patch));
    if (!next.ok)
      return err(
        "The plan has changed beside these edits too. Undo the later ones one by one, the latest first.",
      );
    now = next.value;
  }
  return ok(together.map(laterFromRow));
}
