import { crossingsCsv } from "#interchange/light/crossings-csv.ts";
import type { ScenarioParams } from "../../../open.ts";
import { asFile, openDownload } from "../download.ts";

/** Every sunrise and sunset of the shoot days, or of one, as a table. */
export async function GET(request: Request, { params }: { params: ScenarioParams }) {
  const { lines, name } = await openDownload(request, params);
  return asFile(crossingsCsv(lines), "text/csv", `${name}.csv`);
}
