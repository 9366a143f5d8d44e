import type { Entity, EntityName, Tables } from "#core/model/entities.ts";

/** Where the choices of a field come from. */
export type Choices = "module" | "person" | "flight-up" | "flight-down";
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Common {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
}
/** A field of a row's sheet, as data: drawn by the one form of all kinds. */
export type Field = Common &
  (
    | { readonly as: "text" | "area" | "check" | "moment" }
    | { readonly as: "number"; readonly unit: string }
    | { readonly as: "one"; readonly from: Choices | readonly Option[]; readonly clearable?: boolean }
    | { readonly as: "some"; readonly from: Choices | readonly Option[] }
  );

export interface FieldGroup {
  readonly title: string;
  readonly note?: string;
  /** Fields side by side stand in one row. */
  readonly rows: readonly (readonly Field[])[];
}

export interface Column<Row> {
  readonly head: string;
  readonly isNumber?: boolean;
  /** Left out where the list is narrow. */
  readonly isMinor?: boolean;
  text(row: Row, tables: Tables): string;
}

/** A row as forms have it: instants as ISO texts. */
export type RawRow = Readonly<Record<string, unknown>>;

/** A kind of thing that a station has. One file each, and a line in the list. */
export interface Kind<N extends EntityName> {
  readonly entity: N;
  readonly title: string;
  /** "module": what one of them is called. */
  readonly one: string;
  /** What it is for, said while there is none. */
  readonly about: string;
  nameOf(row: Entity<N>, tables: Tables): string;
  /** What rows are in order of; without it, names. */
  orderOf?(row: Entity<N>): number;
  /** Beside the name where the list is narrow, and over the sheet. */
  readonly columns: readonly Column<Entity<N>>[];
  readonly groups: readonly FieldGroup[];
  /** A new one, before anything is typed. */
  blank(tables: Tables): RawRow;
}

/** A kind as the list holds it. */
export interface AnyKind {
  readonly entity: EntityName;
  readonly title: string;
  readonly one: string;
  readonly about: string;
  readonly heads: readonly Pick<Column<never>, "head" | "isNumber" | "isMinor">[];
  readonly groups: readonly FieldGroup[];
  lines(tables: Tables): readonly KindLine[];
  blank(tables: Tables): RawRow;
}
export interface KindLine {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly source: string;
}

export const defineKind = <N extends EntityName>({
  entity,
  title,
  one,
  about,
  nameOf,
  orderOf,
  columns,
  groups,
  blank,
}: Kind<N>): AnyKind => ({
  ...{ entity, title, one, about, groups, blank },
  heads: columns.map(({ head, isNumber, isMinor }) => ({
    head,
    ...(isNumber ? { isNumber } : {}),
    ...(isMinor ? { isMinor } : {}),
  })),
  lines: (tables) =>
    [...(tables[entity] as readonly Entity<N>[])]
      .sort((a, b) =>
        orderOf
          ? orderOf(a) - orderOf(b)
          : nameOf(a, tables).localeCompare(nameOf(b, tables), "en", { numeric: true }),
      )
      .map((row) => ({
        id: (row as { id: string }).id,
        name: nameOf(row, tables),
        cells: columns.map((column) => column.text(row, tables)),
        source: (row as { source?: string }).source ?? "",
      })),
});

export const moduleName = (tables: Tables, id: string): string =>
  tables.module.find((m) => m.id === id)?.name ?? id;
/** A number with its unit, or nothing. */
export const measure = (value: number | null, unit: string): string =>
  value === null ? "" : `${value.toLocaleString("en")} ${unit}`;
export const SOURCE: FieldGroup = {
  title: "Source",
  note: "where the numbers are from; assumptions say so",
  rows: [[{ name: "source", label: "Source", as: "area" }]],
};
