import { crewTime } from "#core/report/crew-time.ts";
import { crewTimeXlsx } from "#interchange/crew-time/crew-time-xlsx.ts";
import { XLSX_TYPE } from "#interchange/xlsx/xlsx.ts";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import { makeDraft } from "../../make.ts";

/** The ledger as a workbook: accounts, days and lines. */
export async function GET(_request: Request, { params }: { params: ScenarioParams }) {
  const open = await openScenario(params, "plan.view");
  const name = `${open.segment.production}-crew-time-r${open.snapshot.scenario.revision}`;
  return new Response(new Uint8Array(await crewTimeXlsx(makeDraft(crewTime, open, {}))), {
    headers: {
      "content-type": XLSX_TYPE,
      "content-disposition": `attachment; filename="${name}.xlsx"`,
      "cache-control": "private, no-store",
    },
  });
}
