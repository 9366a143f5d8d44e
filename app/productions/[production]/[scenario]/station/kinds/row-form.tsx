"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { Control } from "react-hook-form";
import type * as z from "zod";
import type { EntityName } from "#core/model/entities.ts";
import { Form } from "#ui/form/form.tsx";
import { useActionForm } from "#ui/form/use-action-form.ts";
import { SheetForm } from "#ui/tables/sheet-form.tsx";
import { useSheetForm } from "#ui/tables/use-sheet-form.ts";
import { addRow, saveRow } from "../actions.ts";
import { rowKey } from "./index.ts";
import type { FieldGroup } from "./kind.ts";
import { RowFields } from "./row-fields.tsx";
import { sheetOf } from "./sheet-schema.ts";

type Values = Record<string, unknown>;
type Json = Record<string, z.core.util.JSONType>;
type RowControl = Control<Values, unknown, Values>;

/** The sheet of a row of any kind. */
export function RowForm({
  scenarioId,
  entity,
  id,
  name,
  revision,
  row,
  groups,
  aside,
}: {
  scenarioId: string;
  entity: EntityName;
  id: string;
  name: string;
  revision: number;
  row: Values;
  groups: readonly FieldGroup[];
  aside: ReactNode;
}) {
  const form = useSheetForm<Values, unknown>({
    id: `${entity}:${id}`,
    schema: sheetOf(entity),
    loaded: row,
    revision,
    save: ({ was, now, baseRevision }) =>
      saveRow({ scenarioId, entity, id, was: was as Json, now: now as Json, baseRevision }),
    saved: `${name} saved`,
  });
  return (
    <SheetForm label={`Sheet of ${name}`} form={form} aside={aside}>
      <RowFields groups={groups} control={form.control as unknown as RowControl} />
    </SheetForm>
  );
}

export function NewRowForm({
  scenarioId,
  entity,
  one,
  blank,
  groups,
  listPath,
}: {
  scenarioId: string;
  entity: EntityName;
  one: string;
  blank: Values;
  groups: readonly FieldGroup[];
  listPath: string;
}) {
  const router = useRouter();
  const form = useActionForm<Values, unknown, { id: string }>({
    schema: sheetOf(entity),
    defaultValues: blank,
    run: (row) => addRow({ scenarioId, entity, row: row as Json }),
    done: ({ id }) => router.push(`${listPath}/${encodeURIComponent(rowKey(entity, id))}`, { scroll: false }),
    saved: "Added",
  });
  return (
    <Form
      submit={form.submit}
      problem={form.problem}
      isBusy={form.isBusy}
      action={`Add ${one}`}
      label={`New ${one}`}
    >
      <RowFields groups={groups} control={form.control as unknown as RowControl} />
    </Form>
  );
}
