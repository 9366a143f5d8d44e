import { crewTime } from "#core/report/crew-time.ts";
import { crewTimeCsv } from "#interchange/crew-time/crew-time-csv.ts";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import { asFile } from "../../../station/light/download.ts";
import { makeDraft } from "../../make.ts";

/** The ledger line by line, as a table. */
export async function GET(_request: Request, { params }: { params: ScenarioParams }) {
  const open = await openScenario(params, "plan.view");
  const { lines } = makeDraft(crewTime, open, {});
  const name = `${open.segment.production}-crew-time-r${open.snapshot.scenario.revision}`;
  return asFile(crewTimeCsv(lines), "text/csv", `${name}.csv`);
}
