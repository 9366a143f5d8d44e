import { instant, isoOf } from "#core/base/instant.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { lightTable } from "#core/light/index.ts";
import { rows, type Written } from "../rows.ts";
import { elementSets } from "./orbit.ts";

const site = (id: string, name: string, latDeg: number, lonDeg: number): Written<"groundSite"> => ({
  id,
  name,
  latDeg,
  lonDeg,
  maskDeg: 7,
  isUsed: true,
  source:
    "[G] assumption: which sites talked to the Russian segment in October 2021, and how low they hear; with this list 10 to 12 windows and 136 to 148 min a day [C]",
});

export const groundSites = () =>
  rows("groundSite", [
    site("st-petersburg", "St Petersburg", 59.93, 30.31),
    site("shchelkovo", "Shchelkovo", 55.95, 37.97),
    site("dzhusaly", "Dzhusaly", 45.33, 64.06),
    site("kolpashevo", "Kolpashevo", 58.33, 82.93),
    site("ulan-ude", "Ulan-Ude", 51.87, 107.95),
    site("ussuriysk", "Ussuriysk", 44.02, 131.76),
    site("petropavlovsk", "Petropavlovsk-Kamchatsky", 53.01, 158.75),
  ]);

/** Luch-5V, over the Indian Ocean. */
const LUCH = { name: "Luch-5V", lonDeg: 95 };
const WINDOW = { start: instant("2021-10-05T15:00:00Z"), end: instant("2021-10-16T20:41:00Z") };
const RELAY_SOURCE =
  "[G] simple model: Luch-5V at 95° east, in sight past the Earth; in 2020 two satellites really gave some 30 min an orbit each [S] gerhardkowalski.com, and what of it the film had is not known";

/** Whole minutes inside each stretch. */
const computed = () =>
  rows(
    "relayPass",
    lightTable(elementSets(), WINDOW, { relays: [LUCH] }).passes.map(({ name, span }, i) => {
      const startsAt = epochSeconds(Math.ceil(span.start / 60) * 60);
      return {
        id: `luch-${i + 1}`,
        relay: name,
        startsAt: isoOf(startsAt),
        durationMin: Math.floor((span.end - startsAt) / 60),
        source: RELAY_SOURCE,
      };
    }),
  );

/** The seed is asked for often, and computing this is most of its work. */
let known: ReturnType<typeof computed> | undefined;
export function relayPasses() {
  known ??= computed();
  return known;
}
