import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { count, list } from "#core/base/format.ts";
import { rawOf, rowsOf, spoken } from "#core/model/command/rows.ts";
import type { EntityName, Tables } from "#core/model/entities.ts";
import { rowsReferringTo } from "#core/model/references.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Facts } from "#ui/tables/facts.tsx";
import { Inspector, InspectorPart } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import { withChoices } from "../../kinds/choices.ts";
import { kindOf, rowOfKey } from "../../kinds/index.ts";
import { RemoveRow } from "../../kinds/remove-row.tsx";
import { RowForm } from "../../kinds/row-form.tsx";

type Params = Promise<Awaited<ScenarioParams> & { row: string }>;

async function find(params: Params) {
  const open = await openScenario(params, "plan.view");
  const { entity, id } = rowOfKey(decodeURIComponent((await params).row));
  const kind = kindOf(entity);
  const line = kind?.lines(open.snapshot.tables).find((l) => l.id === id);
  const row = kind ? rowsOf(open.snapshot.tables, kind.entity).find((r) => r.id === id) : undefined;
  return kind && line && row ? { open, kind, line, row } : null;
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await find(params))?.line.name ?? "Station" };
}

/** "2 panes and 14 strips". */
function usedBy(tables: Tables, entity: EntityName, id: string): string {
  const counts = new Map<EntityName, Set<string>>();
  for (const other of rowsReferringTo(tables, entity, id))
    counts.set(other.entity, (counts.get(other.entity) ?? new Set()).add(other.id));
  return list([...counts].map(([name, ids]) => count(ids.size, spoken(name))));
}

export default async function RowPage({ params }: { params: Params }) {
  const found = await find(params);
  if (!found) notFound();
  const { open, kind, line, row } = found;
  const { snapshot, scenario, mayEdit, segment } = open;
  const listPath = scenarioPath(segment.production, segment.scenario, "station");
  const { id: _, ...sheet } = rawOf(kind.entity, row);
  return (
    <Inspector title={line.name} label={line.name} note={`${kind.title}, this scenario`} closeHref={listPath}>
      {mayEdit ? (
        <>
          <RowForm
            key={line.id}
            scenarioId={scenario.id}
            entity={kind.entity}
            id={line.id}
            name={line.name}
            revision={snapshot.scenario.revision}
            row={sheet}
            groups={withChoices(kind.groups, snapshot.tables)}
            aside={null}
          />
          <RemoveRow
            key={`remove ${line.id}`}
            scenarioId={scenario.id}
            entity={kind.entity}
            id={line.id}
            name={line.name}
            one={kind.one}
            goesToo={usedBy(snapshot.tables, kind.entity, line.id)}
            listPath={listPath}
          />
        </>
      ) : (
        <InspectorPart title={kind.title}>
          <Facts
            rows={[
              ...kind.heads.map(({ head }, i) => [head, line.cells[i]] as const),
              ["Source", line.source],
            ]}
          />
        </InspectorPart>
      )}
    </Inspector>
  );
}
