"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { INT_EXT, SCRIPT_DAY_NIGHT, TIERS } from "#core/model/scene.ts";
import { MultiSelectField, NumberField, SelectField, TextAreaField, TextField } from "#ui/form/fields.tsx";
import { Form } from "#ui/form/form.tsx";
import { useActionForm } from "#ui/form/use-action-form.ts";
import { addScene } from "../actions.ts";
import { type NewSceneInput, newScene } from "../new-scene.ts";
import { pages } from "../pages.ts";
import { optionsOf, UNIT_OPTIONS } from "../scene-fields.tsx";
import classes from "../scenes.module.css";

type Option = { readonly value: string; readonly label: string };

export function NewSceneForm({
  scenarioId,
  number,
  modules,
  roles,
  listPath,
}: {
  scenarioId: string;
  /** The next free one. */
  number: string;
  modules: readonly Option[];
  roles: readonly Option[];
  listPath: string;
}) {
  const router = useRouter();
  const defaultValues: NewSceneInput = {
    ...{ scenarioId, number, intExt: "INT", setName: "", moduleId: null, unit: "main" },
    ...{ scriptDayNight: "DAY", scriptDay: "", eighths: 8, synopsis: "", roleIds: [], tier: "must" },
    shootMin: 30,
  };
  const form = useActionForm({
    schema: newScene,
    defaultValues,
    run: addScene,
    done: ({ sceneId }) => router.push(`${listPath}/${sceneId}`, { scroll: false }),
    saved: "Scene added; its strip is in the boneyard",
  });
  const { control } = form;
  const eighths = useWatch({ control, name: "eighths" });
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      isBusy={form.isBusy}
      action="Add scene"
      label="New scene"
    >
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
        <SelectField
          control={control}
          name="moduleId"
          label="Module"
          options={modules}
          clearable
          help="None: on the ground or in a ship"
        />
        <SelectField control={control} name="unit" label="Unit" options={UNIT_OPTIONS} />
      </div>
      <div className={classes.three}>
        <NumberField
          control={control}
          name="eighths"
          label="Length"
          unit="eighths"
          help={Number.isInteger(eighths) && eighths > 0 ? pages(eighths) : "of a page"}
        />
        <SelectField control={control} name="tier" label="Tier" options={optionsOf(TIERS)} />
        <NumberField control={control} name="shootMin" label="Shoot" unit="min" />
      </div>
      <MultiSelectField control={control} name="roleIds" label="On camera" options={roles} />
      <TextAreaField control={control} name="synopsis" label="Synopsis" rows={2} />
      <p className="muted small">
        It comes with one strip in the boneyard and set-up A, one take of these minutes; the sheet opens for
        the rest.
      </p>
    </Form>
  );
}
