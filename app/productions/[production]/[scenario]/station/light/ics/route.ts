import { crossingsIcs } from "#interchange/light/crossings-ics.ts";
import { now } from "../../../../../../clock.ts";
import type { ScenarioParams } from "../../../open.ts";
import { asFile, openDownload } from "../download.ts";

/** The same as a calendar. */
export async function GET(request: Request, { params }: { params: ScenarioParams }) {
  const { lines, name, production, segment } = await openDownload(request, params);
  const about = {
    title: `Light, ${production.title}`,
    host: `${segment.production}.perigee`,
    madeAt: now(),
  };
  return asFile(crossingsIcs(lines, about), "text/calendar", `${name}.ics`);
}
