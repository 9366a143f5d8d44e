import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { dateOf } from "#core/base/instant.ts";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import type { LightLine } from "./crossings-csv.ts";

const whole = (at: number) => new Date(Math.round(at) * 1000);
const place = (deg: number, plus: string, minus: string) =>
  `${Math.abs(deg).toFixed(1)}° ${deg < 0 ? minus : plus}`;

/**
 * Sunrises and sunsets as a calendar: one event each, from first to last contact, to whole seconds of UTC. They block
 * nobody's time. An event keeps its name when newer orbit data moves it: it is the n-th of its date.
 */
export function crossingsIcs(
  lines: readonly LightLine[],
  { title, host, madeAt }: { readonly title: string; readonly host: string; readonly madeAt: EpochSeconds },
): string {
  const calendar = ical({ name: title, prodId: { company: "Perigee", product: "Light", language: "EN" } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  const counts = new Map<string, number>();
  for (const { crossing, shootDay, begins, lastsMin } of lines) {
    const { kind, firstContact, lastContact, margin, latDeg, lonDeg, source } = crossing;
    const which = `${kind}-${dateOf(firstContact)}`;
    const n = (counts.get(which) ?? 0) + 1;
    counts.set(which, n);
    const length = lastsMin === null ? "" : ` ${Math.round(lastsMin)} min of ${begins} follow.`;
    calendar.createEvent({
      id: `${which}-${n}@${host}`,
      stamp: whole(madeAt),
      start: whole(firstContact),
      end: whole(Math.max(lastContact, epochSeconds(firstContact + 1))),
      summary: `${kind === "sunrise" ? "Sunrise" : "Sunset"} ±${Math.ceil(margin)} s`,
      description: `Shoot day ${shootDay}.${length} Over ${place(latDeg, "N", "S")} ${place(lonDeg, "E", "W")}. Orbit data: ${source}.`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // The format ends every line, the last too.
  return `${calendar.toString().replace(/(\r\n)?$/, "")}\r\n`;
}
