"use client";

import { useRouter } from "next/navigation";
import { type Control, useWatch } from "react-hook-form";
import { Form } from "#ui/form/form.tsx";
import { useActionForm } from "#ui/form/use-action-form.ts";
import { addPerson } from "../actions.ts";
import { IdentityFields, MeasureFields } from "../person-fields.tsx";
import { type NewPersonInput, newPerson, type PersonSheetInput } from "../person-sheet.ts";

export function NewPersonForm({ scenarioId, listPath }: { scenarioId: string; listPath: string }) {
  const router = useRouter();
  const defaultValues: NewPersonInput = {
    ...{ scenarioId, name: "", nameLocal: "", shortName: "", category: "film-crew", agency: "Production" },
    ...{ duties: "", heightCm: null, sittingHeightCm: null, massKg: null, firstFlight: false },
    ...{ isMedicalOfficer: false, source: "" },
  };
  const form = useActionForm({
    schema: newPerson,
    defaultValues,
    run: addPerson,
    done: ({ personId }) => router.push(`${listPath}/${personId}`, { scroll: false }),
    saved: "Added",
  });
  const control = form.control as unknown as Control<PersonSheetInput, unknown, PersonSheetInput>;
  const name = useWatch({ control, name: "name" });
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      isBusy={form.isBusy}
      action={name.trim() ? `Add ${name.trim().split(" ").at(-1)}` : "Add person"}
      label="New person"
    >
      <IdentityFields control={control} />
      <MeasureFields control={control} />
    </Form>
  );
}
