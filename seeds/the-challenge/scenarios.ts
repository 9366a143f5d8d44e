import { instant, plusMinutes } from "#core/base/instant.ts";
import { type EpochSeconds, minutes } from "#core/base/quantity.ts";
import type { ScenarioTables } from "#core/model/bundle.ts";
import { rows } from "../rows.ts";
import { at, october } from "./days.ts";
import { type Placing, placed } from "./placing.ts";

const TWO_DAYS = minutes(2 * 24 * 60);
const earlier = (at: EpochSeconds) => plusMinutes(at, minutes(-TWO_DAYS));
/** In Ten days the departing crew lives on 14 October what in Main is its 16th; what stood between falls away. */
const LAST_DAY = instant(at(14, "06:00"));
const DEPARTURE_DAY = instant(at(16, "06:00"));

function broughtForward<T extends { readonly startsAt: EpochSeconds }>(row: T, isTheirs: boolean): T[] {
  if (!isTheirs || row.startsAt < LAST_DAY) return [row];
  return row.startsAt < DEPARTURE_DAY ? [] : [{ ...row, startsAt: earlier(row.startsAt) }];
}

/** The ship leaves two days early: windows, flight and departure move, and what was planned aboard stays where it was. */
export function tenDays(main: ScenarioTables): ScenarioTables {
  const home = main.flight.find((f) => f.id === "ms-18-down");
  const leaving = new Set<string>(main.seat.filter((s) => s.flightId === home?.id).map((s) => s.personId));
  const units = new Map(main.scene.map((s) => [s.id, s.unit]));
  return {
    ...main,
    shootWindow: main.shootWindow.map((w) => ({
      ...w,
      startsAt: w.startsAt > LAST_DAY ? earlier(w.startsAt) : w.startsAt,
      endsAt: w.endsAt > LAST_DAY ? earlier(w.endsAt) : w.endsAt,
    })),
    windowClaim: main.windowClaim.filter((c) => c.at < LAST_DAY),
    flight: main.flight.map((f) =>
      f === home
        ? {
            ...f,
            departsAt: earlier(f.departsAt),
            arrivesAt: earlier(f.arrivesAt),
            hatchAt: earlier(f.hatchAt),
            source: "What if: two days early",
          }
        : f,
    ),
    shootDay: main.shootDay.map((d) => {
      if (d.number === 9) return { ...d, sleepsAt: instant(at(15, "07:00")) };
      if (d.number < 10) return d;
      const wakesAt = d.number === 10 ? instant(at(15, "07:00")) : d.wakesAt;
      return { ...d, wakesAt, isClosed: true, note: "Lost: the film crew has landed." };
    }),
    stationEvent: main.stationEvent.flatMap((e) =>
      broughtForward(e, e.personIds.some((id) => leaving.has(id)) || e.kind === "undocking"),
    ),
    crewBlock: main.crewBlock.flatMap((b) => broughtForward(b, leaving.has(b.personId))),
    strip: main.strip.map((s) =>
      s.startsAt !== null && s.startsAt >= LAST_DAY && units.get(s.sceneId) !== "main"
        ? { ...s, startsAt: earlier(s.startsAt) }
        : s,
    ),
  };
}

/** What Main leaves out, filmed when the working day was over. Which scene in which hour is illustrative. */
const AFTER_HOURS: readonly Placing[] = [
  ["strip-7", at(9, "19:35"), "zvezda", 60],
  ["strip-29", at(9, "21:10"), "zvezda", 15],
  ["strip-1", at(10, "17:30"), "zvezda", 15],
  ["strip-37", at(10, "19:35"), "nauka", 60],
  ["strip-28", at(12, "19:35"), "zarya", 60],
  ["strip-39", at(12, "21:20"), "poisk", 60],
  ["strip-44", at(14, "19:35"), "zvezda", 60],
];
/** On these evenings the cards were copied while others slept. */
const FILMING_EVENINGS = new Set(["09-1800", "10-1800"].flatMap((t) => [`shipenko-${t}`, `peresild-${t}`]));

const consent = (personId: string, day: number, given: number) => ({
  id: `${personId}-${october(day)}`,
  personId,
  date: october(day),
  minutes: given,
  note: "By their own word aboard; kind and hours illustrative",
  source:
    "[S] headtopics.com (TASS): cosmonauts worked on the film not only in working hours but in personal time; also at night",
});

export function asFlown(main: ScenarioTables): ScenarioTables {
  return {
    ...main,
    strip: placed(main.strip, AFTER_HOURS),
    crewBlock: main.crewBlock.filter((b) => !FILMING_EVENINGS.has(b.id)),
    consent: rows("consent", [
      consent("dubrov", 9, 120),
      consent("dubrov", 10, 60),
      consent("novitsky", 10, 120),
      consent("shkaplerov", 12, 90),
      consent("dubrov", 14, 60),
    ]),
  };
}
