import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { instant } from "#core/base/instant.ts";
import { degrees, epochSeconds, kilometres, seconds } from "#core/base/quantity.ts";
import { crossingsCsv, type LightLine } from "./crossings-csv.ts";
import { crossingsIcs } from "./crossings-ics.ts";

const line = (iso: string, kind: "sunrise" | "sunset", source = "d, 8 Oct 17:31"): LightLine => {
  const at = instant(iso);
  return {
    crossing: {
      kind,
      firstContact: at,
      pointSun: epochSeconds(at + 5.6),
      lastContact: epochSeconds(at + 11.25),
      latDeg: degrees(-12.3456),
      lonDeg: degrees(115.6),
      altitudeKm: kilometres(419.2),
      source,
      margin: seconds(3.2),
    },
    shootDay: 3,
    begins: kind === "sunrise" ? "day" : "night",
    lastsMin: kind === "sunrise" ? 58.25 : null,
  };
};

describe("CSV", () => {
  const read = (lines: readonly LightLine[]) =>
    parse(crossingsCsv(lines), { bom: true, columns: true }) as Record<string, string>[];

  test("units stand in the heads; southern latitudes stay numbers", () => {
    expect(read([line("2021-10-08T09:21:14.250Z", "sunrise")])).toEqual([
      {
        shoot_day: "3",
        kind: "sunrise",
        first_contact_utc: "2021-10-08T09:21:14.250Z",
        point_sun_utc: "2021-10-08T09:21:19.850Z",
        last_contact_utc: "2021-10-08T09:21:25.500Z",
        crossing_s: "11.3",
        begins: "day",
        lasts_min: "58.25",
        margin_s: "3.2",
        lat_deg: "-12.346",
        lon_deg: "115.6",
        altitude_km: "419.2",
        source: "d, 8 Oct 17:31",
      },
    ]);
  });

  test("a source that a spreadsheet would run is text; quotes and commas survive", () => {
    const hostile = read([line("2021-10-08T09:21:14Z", "sunset", '=HYPERLINK("http://x"),1')]);
    expect(hostile[0]?.source).toBe('\'=HYPERLINK("http://x"),1');
    expect(hostile[0]?.lasts_min).toBe("");
  });

  test("without light there are heads and no line", () => {
    expect(read([])).toEqual([]);
    expect(crossingsCsv([])).toMatch(/^\uFEFFshoot_day,kind,/);
  });
});

describe("ICS", () => {
  const about = {
    title: "Light, The Challenge",
    host: "the-challenge.perigee",
    madeAt: instant("2021-09-01T00:00:00Z"),
  };
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((v) => new ICAL.Event(v));

  test("read by another, every instant is the same to the second, UTC", () => {
    const lines = [
      line("2021-10-08T09:21:14Z", "sunrise"),
      // The hour that is there twice where clocks go back, and the turn of the year.
      line("2021-10-31T00:30:00Z", "sunset"),
      line("2021-12-31T23:59:55Z", "sunset"),
    ];
    const found = events(crossingsIcs(lines, about));
    expect(found.map((event) => event.startDate.toJSDate().toISOString())).toEqual([
      "2021-10-08T09:21:14.000Z",
      "2021-10-31T00:30:00.000Z",
      "2021-12-31T23:59:55.000Z",
    ]);
    for (const event of found) {
      expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
      expect(event.duration.toSeconds()).toBe(11);
    }
    expect(found[0]?.summary).toBe("Sunrise ±4 s");
    expect(found[0]?.description).toContain("58 min of day follow. Over 12.3° S 115.6° E.");
  });

  test("lines are at most 75 octets and end as they should", () => {
    const text = crossingsIcs([line("2021-10-08T09:21:14Z", "sunrise", "Ж".repeat(120))], about);
    for (const each of text.split("\r\n")) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(events(text)[0]?.description).toContain("Ж".repeat(120));
  });

  test("moved by newer orbit data, an event keeps its name", () => {
    const uid = (iso: string) => events(crossingsIcs([line(iso, "sunrise")], about))[0]?.uid;
    expect(uid("2021-10-08T09:21:14Z")).toBe("sunrise-2021-10-08-1@the-challenge.perigee");
    expect(uid("2021-10-08T09:21:31Z")).toBe(uid("2021-10-08T09:21:14Z"));
  });
});
