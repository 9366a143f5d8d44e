"use client";

import { useRouter } from "next/navigation";
import { SelectField } from "#ui/form/fields.tsx";
import { Form } from "#ui/form/form.tsx";
import { useActionForm } from "#ui/form/use-action-form.ts";
import { askPrices } from "../actions.ts";
import { PRICE_SECONDS, PRICE_SECONDS_NAMES, type PricesFormInput, pricesForm } from "../solve-form.ts";

const OPTIONS = PRICE_SECONDS.map((value) => ({ value, label: PRICE_SECONDS_NAMES[value] }));

/** How thoroughly to look. */
export function AskPrices({ scenarioId }: { scenarioId: string }) {
  const router = useRouter();
  const defaultValues: PricesFormInput = { scenarioId, seconds: "3" };
  const { control, ...form } = useActionForm({
    schema: pricesForm,
    defaultValues,
    run: askPrices,
    done: () => router.refresh(),
  });
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      isBusy={form.isBusy}
      action="Work it out"
      label="What things are worth"
    >
      <SelectField control={control} name="seconds" label="How long to search" options={OPTIONS} />
    </Form>
  );
}
