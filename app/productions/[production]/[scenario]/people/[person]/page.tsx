import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { capital } from "#core/base/format.ts";
import { factsOf } from "#core/model/facts.ts";
import { PERSON_CATEGORY_NAMES } from "#core/model/person.ts";
import { seenBy } from "#server/seen-by.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Facts } from "#ui/tables/facts.tsx";
import { Inspector, InspectorPart } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { PersonForm } from "../person-form.tsx";
import { PersonPlan } from "../person-plan.tsx";

type Params = Promise<Awaited<ScenarioParams> & { person: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { person: personId } = await params;
  const { snapshot } = await openScenario(params, "plan.view");
  return {
    title: snapshot.tables.person.find((p) => p.id === decodeURIComponent(personId))?.name ?? "Person",
  };
}

export default async function PersonPage({ params }: { params: Params }) {
  const personId = decodeURIComponent((await params).person);
  const { snapshot, report, role, scenario, production, mayEdit, segment } = await openScenario(
    params,
    "plan.view",
  );
  const { tables } = seenBy(role, snapshot);
  const person = tables.person.find((p) => p.id === personId);
  if (!person) notFound();
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const { id: _, ...sheet } = person;
  const revision = (await planOfScenario(production.id, scenario.id))?.productionRevision ?? 0;
  const plan = (
    <PersonPlan person={person} tables={tables} facts={factsOf(snapshot)} report={report} to={to} />
  );
  return (
    <Inspector
      title={person.name}
      label={person.name}
      note={[capital(PERSON_CATEGORY_NAMES[person.category]), person.agency].join(", ")}
      closeHref={to("people")}
    >
      {mayEdit ? (
        <PersonForm
          key={personId}
          scenarioId={scenario.id}
          personId={personId}
          revision={revision}
          sheet={sheet}
          plan={plan}
        />
      ) : (
        <>
          <InspectorPart title="Identity">
            <Facts
              rows={[
                ["Name", person.nameLocal],
                ["Called", person.shortName],
                ["Duties", person.duties],
                ["First flight", person.firstFlight ? "yes" : ""],
                ["Medical officer", person.isMedicalOfficer ? "yes" : ""],
              ]}
            />
            <p className="muted small">Measures are shown to planners only.</p>
          </InspectorPart>
          {plan}
        </>
      )}
    </Inspector>
  );
}
