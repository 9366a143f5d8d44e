"use client";

import type { Control } from "react-hook-form";
import {
  CheckField,
  MomentField,
  MultiSelectField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from "#ui/form/fields.tsx";
import { InspectorPart } from "#ui/tables/inspector.tsx";
import classes from "../station.module.css";
import type { Field, FieldGroup } from "./kind.ts";

type RowControl = Control<Record<string, unknown>, unknown, Record<string, unknown>>;

function RowField({ field, control }: { field: Field; control: RowControl }) {
  const { name, label, help, required } = field;
  const common = {
    ...{ control, name, label },
    ...(help ? { help } : {}),
    ...(required ? { required } : {}),
  };
  switch (field.as) {
    case "area":
      return <TextAreaField {...common} rows={2} />;
    case "check":
      return <CheckField {...common} />;
    case "moment":
      return <MomentField {...common} />;
    case "number":
      return <NumberField {...common} {...(field.unit ? { unit: field.unit } : {})} />;
    case "one":
      return (
        <SelectField
          {...common}
          options={typeof field.from === "string" ? [] : field.from}
          clearable={field.clearable ?? false}
        />
      );
    case "some":
      return <MultiSelectField {...common} options={typeof field.from === "string" ? [] : field.from} />;
    default:
      return <TextField {...common} />;
  }
}

/** The fields of any kind, group by group. */
export function RowFields({ groups, control }: { groups: readonly FieldGroup[]; control: RowControl }) {
  return groups.map((group) => (
    <InspectorPart key={group.title} title={group.title} note={group.note}>
      <div className={classes.fields}>
        {group.rows.map((row) => (
          <div
            key={row.map(({ name }) => name).join(" ")}
            className={classes.fieldRow}
            data-fields={row.length}
          >
            {row.map((field) => (
              <RowField key={field.name} field={field} control={control} />
            ))}
          </div>
        ))}
      </div>
    </InspectorPart>
  ));
}
