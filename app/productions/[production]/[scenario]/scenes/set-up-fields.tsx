"use client";

import { MultiSelect } from "@mantine/core";
import { type Control, useController, useWatch } from "react-hook-form";
import { JOB_NAMES, JOBS, type Job } from "#core/model/job.ts";
import { LIGHTS, TIERS } from "#core/model/scene.ts";
import {
  CheckField,
  MultiSelectField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from "#ui/form/fields.tsx";
import { optionsOf } from "./scene-fields.tsx";
import type { SceneSheetInput } from "./scene-sheet.ts";
import classes from "./scenes.module.css";
import type { SheetOptions, SheetStrip } from "./sheet-options.ts";

type SheetControl = Control<SceneSheetInput, unknown, SceneSheetInput>;
const LIGHT_OPTIONS = LIGHTS.map((value) => ({ value, label: value === "any" ? "any: none asked" : value }));

export function SetUpFields({
  control,
  index,
  strips,
  options,
}: {
  control: SheetControl;
  index: number;
  strips: readonly SheetStrip[];
  options: SheetOptions;
}) {
  const at = `setUps.${index}` as const;
  const light = useWatch({ control, name: `${at}.light` });
  return (
    <div className={classes.setUpBody}>
      <div className={classes.two}>
        <TextField control={control} name={`${at}.label`} label="Letter" required />
        <SelectField control={control} name={`${at}.tier`} label="Tier" options={optionsOf(TIERS)} />
      </div>
      <TextAreaField control={control} name={`${at}.description`} label="What is shot" rows={1} />
      {strips.length > 1 ? (
        <SelectField
          control={control}
          name={`${at}.stripId`}
          label="Strip"
          options={strips.map((s) => ({ value: s.id, label: s.name }))}
          clearable
        />
      ) : null}
      <div className={classes.three}>
        <NumberField control={control} name={`${at}.takes`} label="Takes" />
        <NumberField control={control} name={`${at}.takeMin`} label="A take" unit="min" />
        <NumberField control={control} name={`${at}.resetMin`} label="Reset" unit="min" />
      </div>
      <div className={classes.two}>
        <SelectField control={control} name={`${at}.light`} label="Outside light" options={LIGHT_OPTIONS} />
        <SelectField
          control={control}
          name={`${at}.paneId`}
          label="Through pane"
          options={options.panes}
          clearable
          disabled={light === "any"}
        />
      </div>
      <div className={classes.checks}>
        <CheckField control={control} name={`${at}.movingCamera`} label="Moving camera" />
        <CheckField control={control} name={`${at}.syncSound`} label="Sync sound" />
        <CheckField control={control} name={`${at}.groundLink`} label="Ground link" />
        <CheckField control={control} name={`${at}.strenuous`} label="Strenuous" />
      </div>
      <MultiSelectField control={control} name={`${at}.roleIds`} label="On camera" options={options.roles} />
      <JobsField control={control} name={`${at}.jobs`} />
    </div>
  );
}

/** `spotter`, and `spotter 2` for a second one: a job that stands twice needs two people. */
function numbered(jobs: readonly Job[]): string[] {
  const seen = new Map<Job, number>();
  return jobs.map((job) => {
    const n = (seen.get(job) ?? 0) + 1;
    seen.set(job, n);
    return n === 1 ? job : `${job} ${n}`;
  });
}
const jobIn = (value: string) => value.split(" ")[0] as Job;

function JobsField({ control, name }: { control: SheetControl; name: `setUps.${number}.jobs` }) {
  const { field, fieldState } = useController({ control, name });
  const chosen = numbered(field.value ?? []);
  const times = (job: Job) => chosen.filter((value) => jobIn(value) === job).length;
  const data = JOBS.flatMap((job) =>
    Array.from({ length: Math.max(1, times(job) + 1) }, (_, i) => ({
      value: i === 0 ? job : `${job} ${i + 1}`,
      label: i === 0 ? JOB_NAMES[job] : `${JOB_NAMES[job]} ${i + 1}`,
    })),
  );
  return (
    <MultiSelect
      ref={field.ref}
      name={field.name}
      label="Jobs"
      description="A job that stands twice needs two people."
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={chosen}
      onChange={(values) => field.onChange(values.map(jobIn))}
      onBlur={field.onBlur}
      data={data}
      error={fieldState.error?.message}
      searchable
      clearable
    />
  );
}
