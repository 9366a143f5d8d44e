import type { Entity, EntityName, Tables } from "../entities.ts";
import type { FactName, Facts } from "../facts.ts";
import { byId, type Changed, changedRows, type Grouping, grouped, type Row } from "./rows.ts";

/** A state of the plan whose facts were made. */
export interface Made {
  readonly tables: Tables;
  readonly facts: Facts;
}

/**
 * How facts are made of tables. What an edit leaves as it was is not made again: a table that is the same array is the same table, and
 * where only rows of it changed, what is made row by row goes on from what it was. Without `before` everything is made from nothing.
 */
export function making(tables: Tables, before: Made | undefined) {
  /** The fact as it was where none of the tables that it is made from changed. */
  const from = <T extends EntityName, F extends FactName>(
    names: readonly T[],
    fact: F,
    make: (tables: Pick<Tables, T>, was: Facts[F] | undefined) => Facts[F],
  ): Facts[F] =>
    before && names.every((name) => before.tables[name] === tables[name])
      ? before.facts[fact]
      : make(tables, before?.facts[fact]);

  const changes = new Map<EntityName, readonly Changed<Row>[] | null>();
  /** The rows of a table that changed; null where there is nothing before, or rows came or went. */
  function changed<T extends EntityName>(name: T): readonly Changed<Entity<T>>[] | null {
    if (!before) return null;
    const found = changes.get(name);
    const made = found === undefined ? changedRows<Row>(before.tables[name], tables[name]) : found;
    changes.set(name, made);
    return made as readonly Changed<Entity<T>>[] | null;
  }

  const rowsById = <T extends EntityName, F extends FactName>(name: T, fact: F): Facts[F] =>
    from([name], fact, (_, was) => {
      const known = was as ReadonlyMap<string, Row> | undefined;
      return byId<Row>(tables[name], known, changed(name)) as Facts[F];
    });

  /** Rows of a table in groups. `besides`: tables that the key of a row is read from, too. */
  const groups = <T extends EntityName, F extends FactName, K>(
    name: T,
    fact: F,
    grouping: Grouping<Entity<T>, K>,
    besides: readonly EntityName[] = [],
  ): Facts[F] =>
    from([name, ...besides], fact, (_, was) => {
      const rows = tables[name] as readonly Entity<T>[];
      const known = was as ReadonlyMap<K, readonly Entity<T>[]> | undefined;
      const isOfRows = besides.every((other) => before?.tables[other] === tables[other]);
      return grouped(rows, grouping, known, isOfRows ? changed(name) : null) as unknown as Facts[F];
    });

  return { from, changed, rowsById, groups };
}
