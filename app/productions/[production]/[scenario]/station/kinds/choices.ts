import { dayMonth } from "#core/base/format.ts";
import type { Tables } from "#core/model/entities.ts";
import type { Choices, FieldGroup, Option } from "./kind.ts";

const flights = (tables: Tables, direction: "up" | "down"): readonly Option[] =>
  tables.flight
    .filter((flight) => flight.direction === direction)
    .map(({ id, ship, departsAt }) => ({ value: id, label: `${ship}, ${dayMonth(departsAt)}` }));

const CHOICES: { readonly [C in Choices]: (tables: Tables) => readonly Option[] } = {
  module: (tables) => tables.module.map(({ id, name }) => ({ value: id, label: name })),
  person: (tables) => tables.person.map(({ id, name }) => ({ value: id, label: name })),
  "flight-up": (tables) => flights(tables, "up"),
  "flight-down": (tables) => flights(tables, "down"),
};

/** The fields of a sheet with what can be chosen in them here. */
export const withChoices = (groups: readonly FieldGroup[], tables: Tables): readonly FieldGroup[] =>
  groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) =>
      row.map((field) =>
        "from" in field && typeof field.from === "string"
          ? { ...field, from: CHOICES[field.from](tables) }
          : field,
      ),
    ),
  }));
