import { minutes } from "../../base/quantity.ts";
import { at, plan, row, shootDays } from "../../model/build.ts";

/** A cosmonaut gives two hours a day, and there are more scenes with her than that holds. */
export const DAYS = [6, 7, 8, 9];
const SCENES = [1, 2, 3, 4, 5, 6, 7, 8, 9];
export const shoot = plan({
  person: [
    row("person", "mara", { category: "film-crew", firstFlight: false }),
    row("person", "olga", { category: "expedition-crew", firstFlight: false, shortName: "Olga" }),
  ],
  role: [row("role", "doctor", { personId: "olga", crewPlayed: true })],
  clearance: [row("clearance", "olga", { personId: "olga", state: "cleared" })],
  flight: [
    row("flight", "up", { hatchAt: at("1T15:00") }),
    row("flight", "down", { direction: "down", hatchAt: at("9T21:00") }),
  ],
  seat: ["mara", "olga"].flatMap((personId) => [
    row("seat", `${personId}-up`, { flightId: "up", personId }),
    row("seat", `${personId}-down`, { flightId: "down", personId }),
  ]),
  shootWindow: [row("shootWindow", "main", { startsAt: at("6T06:00"), endsAt: at("9T21:00") })],
  shootDay: shootDays(...DAYS),
  module: [row("module", "zvezda", { facilities: [] })],
  allocation: DAYS.map((d) =>
    row("allocation", `a-${d}`, { personId: "olga", date: `2021-10-0${d}`, minutes: minutes(120) }),
  ),
  crewBlock: ["mara", "olga"].flatMap((personId) =>
    [5, ...DAYS].map((d) =>
      row("crewBlock", `${personId}-${d}`, {
        personId,
        kind: "sleep",
        startsAt: at(`${d}T21:30`),
        durationMin: minutes(510),
      }),
    ),
  ),
  // A crew's day has more in it than this test needs.
  ruleSetting: ["exercise", "conferences", "meal-break", "crew-off-duty", "seat-fit"].map((ruleId) =>
    row("ruleSetting", ruleId, { isEnabled: false }),
  ),
  scene: SCENES.map((n) => row("scene", `${n}`, { number: `${n}`, moduleId: "zvezda" })),
  strip: SCENES.map((n) =>
    row("strip", `s${n}`, {
      sceneId: `${n}`,
      rigMin: minutes(15),
      shootMin: minutes(50),
      strikeMin: minutes(5),
    }),
  ),
  setUp: SCENES.map((n) =>
    row("setUp", `u${n}`, {
      sceneId: `${n}`,
      stripId: `s${n}`,
      tier: "should",
      takeMin: minutes(50),
      roleIds: ["doctor"],
      jobs: ["camera"],
    }),
  ),
  assignment: SCENES.map((n) =>
    row("assignment", `c${n}`, { stripId: `s${n}`, job: "camera", personId: "mara" }),
  ),
});
