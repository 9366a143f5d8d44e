"use client";

import type { Control } from "react-hook-form";
import { CheckField, NumberField, SelectField, TextAreaField, TextField } from "#ui/form/fields.tsx";
import classes from "./people.module.css";
import { CATEGORY_OPTIONS, type PersonSheetInput } from "./person-sheet.ts";

type SheetControl = Control<PersonSheetInput, unknown, PersonSheetInput>;

export function IdentityFields({ control }: { control: SheetControl }) {
  return (
    <div className={classes.fields}>
      <TextField control={control} name="name" label="Name" required />
      <div className={classes.two}>
        <TextField control={control} name="nameLocal" label="In its own script" />
        <TextField
          control={control}
          name="shortName"
          label="Called"
          help="On strips and call sheets"
          required
        />
      </div>
      <div className={classes.two}>
        <SelectField control={control} name="category" label="Category" options={CATEGORY_OPTIONS} />
        <TextField control={control} name="agency" label="Agency" required />
      </div>
      <TextAreaField control={control} name="duties" label="Duties" rows={1} />
      <div className={classes.two}>
        <CheckField control={control} name="firstFlight" label="First flight" />
        <CheckField control={control} name="isMedicalOfficer" label="Medical officer (CMO)" />
      </div>
    </div>
  );
}

/** Seat limits ask for these: rule seat-fit. */
export function MeasureFields({ control }: { control: SheetControl }) {
  return (
    <div className={classes.fields}>
      <div className={classes.three}>
        <NumberField control={control} name="heightCm" label="Height" unit="cm" />
        <NumberField control={control} name="sittingHeightCm" label="Sitting" unit="cm" />
        <NumberField control={control} name="massKg" label="Mass" unit="kg" />
      </div>
      <TextAreaField control={control} name="source" label="Source" rows={1} />
    </div>
  );
}
