import type { ScenarioParams } from "../../open.ts";
import { linesForFile, openLight } from "./light-of.ts";

/** What a download asks for: `?day=3`, else all days; `?definition=umbra`. */
export async function openDownload(request: Request, params: ScenarioParams) {
  const search = new URL(request.url).searchParams;
  const { days, snapshot, production, segment } = await openLight(params, search.get("definition"));
  const asked = search.get("day");
  const chosen = days.filter(({ day }) => asked === null || String(day.number) === asked);
  const day = chosen.length === 1 && asked !== null ? [`day-${asked}`] : [];
  return {
    production,
    segment,
    lines: linesForFile(chosen),
    name: [segment.production, "light", ...day, `r${snapshot.scenario.revision}`].join("-"),
  };
}

export const asFile = (text: string, mediaType: string, name: string): Response =>
  new Response(text, {
    headers: {
      "content-type": `${mediaType}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
