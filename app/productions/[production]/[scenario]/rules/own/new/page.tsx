import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Inspector } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import { selectionOptions } from "../../options.ts";
import { OwnRuleForm } from "../../own-rule-form.tsx";
import type { OwnRuleSheetInput } from "../../rule-sheet.ts";
import { shapeChoices } from "../shape-choices.ts";

export const metadata: Metadata = { title: "Add own rule" };

export default async function NewOwnRulePage({ params }: { params: ScenarioParams }) {
  const { scenario, base, snapshot, mayEdit, segment } = await openScenario(params, "plan.view");
  const path = scenarioPath(segment.production, segment.scenario, "rules");
  if (!mayEdit) redirect(path);
  const shapes = shapeChoices();
  const sheet = {
    ...{ title: "", shape: shapes[0]?.id, level: "hard", isEnabled: true },
    ...{ params: shapes[0]?.params, reason: "" },
  } as OwnRuleSheetInput;
  return (
    <Inspector
      title="Add own rule"
      label="new own rule"
      note="Of this scenario; judged, listed and explained like those of the book."
      closeHref={path}
    >
      <OwnRuleForm
        scenarioId={scenario.id}
        base={base}
        now=""
        ownRuleId={null}
        sheet={sheet}
        shapes={shapes}
        options={selectionOptions(snapshot)}
        listPath={path}
      />
    </Inspector>
  );
}
