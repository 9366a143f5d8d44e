"use client";

import { type Control, useWatch } from "react-hook-form";
import { INT_EXT, SCRIPT_DAY_NIGHT } from "#core/model/scene.ts";
import { UNIT_NAMES, UNITS } from "#core/model/window.ts";
import { NumberField, SelectField, TextAreaField, TextField } from "#ui/form/fields.tsx";
import { pages } from "./pages.ts";
import type { SceneSheetInput } from "./scene-sheet.ts";
import classes from "./scenes.module.css";

type Option = { readonly value: string; readonly label: string };
type SheetControl = Control<SceneSheetInput, unknown, SceneSheetInput>;
export const optionsOf = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
export const UNIT_OPTIONS = UNITS.map((value) => ({ value, label: UNIT_NAMES[value] }));

/** What the script says of a scene, and where it is shot. */
export function SceneFields({ control, modules }: { control: SheetControl; modules: readonly Option[] }) {
  const eighths = useWatch({ control, name: "eighths" });
  return (
    <div className={classes.fields}>
      <div className={classes.three}>
        <TextField control={control} name="number" label="Number" required />
        <SelectField control={control} name="intExt" label="Int / ext" options={optionsOf(INT_EXT)} />
        <SelectField
          control={control}
          name="scriptDayNight"
          label="Script D/N"
          options={optionsOf(SCRIPT_DAY_NIGHT)}
        />
      </div>
      <TextField control={control} name="setName" label="Set" required />
      <div className={classes.two}>
        <SelectField control={control} name="moduleId" label="Module" options={modules} clearable />
        <SelectField control={control} name="unit" label="Unit" options={UNIT_OPTIONS} />
      </div>
      <div className={classes.two}>
        <NumberField
          control={control}
          name="eighths"
          label="Length"
          unit="eighths"
          help={Number.isInteger(eighths) && eighths > 0 ? pages(eighths) : "of a page"}
        />
        <TextField control={control} name="scriptDay" label="Script day" />
      </div>
      <TextAreaField control={control} name="synopsis" label="Synopsis" rows={2} />
    </div>
  );
}
