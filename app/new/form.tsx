"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { weekdayMonth } from "#core/base/format.ts";
import { MomentField, SelectField, TextAreaField, TextField } from "#ui/form/fields.tsx";
import { FieldRow, Form } from "#ui/form/form.tsx";
import { useActionForm } from "#ui/form/use-action-form.ts";
import { createProduction } from "./actions.ts";
import { type NewProductionInput, newProduction, slugOf } from "./new-production.ts";

const EMPTY: NewProductionInput = {
  title: "",
  titleLocal: "",
  slug: "",
  company: "",
  template: "iss",
  homeZone: "Europe/Moscow",
  opensAt: "",
  closesAt: "",
  crew: "",
  scenes: "",
};

export function NewProductionForm({
  templates,
  zones,
}: {
  templates: readonly { id: string; title: string; note: string }[];
  zones: readonly string[];
}) {
  const router = useRouter();
  const form = useActionForm({
    schema: newProduction,
    defaultValues: EMPTY,
    run: createProduction,
    done: ({ slug }) => router.push(`/productions/${slug}/current/overview`),
  });
  const { control, watch, setValue, getFieldState } = form;
  const title = watch("title");
  useEffect(() => {
    if (!getFieldState("slug").isDirty) setValue("slug", slugOf(title));
  }, [title, getFieldState, setValue]);

  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      isBusy={form.isBusy}
      action="Create production"
      label="New production"
    >
      <FieldRow>
        <TextField control={control} name="title" label="Title" required />
        <TextField control={control} name="titleLocal" label="Title in the film's own language" />
      </FieldRow>
      <FieldRow>
        <TextField control={control} name="slug" label="Address" help="perigee/productions/…" required />
        <TextField control={control} name="company" label="Company" />
      </FieldRow>
      <FieldRow>
        <SelectField
          control={control}
          name="template"
          label="Station"
          help={templates[0]?.note ?? ""}
          options={templates.map((t) => ({ value: t.id, label: t.title }))}
          required
        />
        <SelectField
          control={control}
          name="homeZone"
          label="Home time"
          help="Shown beside GMT"
          options={zones.map((zone) => ({ value: zone, label: zone }))}
          required
        />
      </FieldRow>
      <FieldRow>
        <MomentField control={control} name="opensAt" label="Hatch opening" about={weekdayMonth} required />
        <MomentField control={control} name="closesAt" label="Hatch closing" about={weekdayMonth} required />
      </FieldRow>
      <TextAreaField
        control={control}
        name="crew"
        label="Film crew aboard"
        help="One a line: name, then what they do"
        placeholder={"Ada Director, director and camera\nGrace Player, actor"}
        rows={3}
        required
      />
      <TextAreaField
        control={control}
        name="scenes"
        label="Scenes"
        help="Optional: a table pasted from a spreadsheet, with a heading line (number, I/E, set, D/N, pages, module, synopsis). Nothing is imported while a line is at fault."
        rows={4}
        mono
      />
    </Form>
  );
}
