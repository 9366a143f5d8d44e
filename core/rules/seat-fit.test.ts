import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { judge } from "./judge.ts";
import { seatFit } from "./seat-fit.ts";

type Measures = { heightCm?: number | null; sittingHeightCm?: number | null; massKg?: number | null };
interface Over {
  readonly moved?: string | null;
  readonly up?: string | null;
  readonly down?: string;
  readonly upHatch?: string;
  readonly downHatch?: string;
  readonly isCalled?: boolean;
  readonly isFitChecked?: boolean;
}
const FITS = { heightCm: 170, sittingHeightCm: 90, massKg: 70 };
/** Peresild comes up on MS-19 and goes home on MS-18; her liner is moved on the 7th. */
const travelling = (
  measures: Measures = {},
  {
    moved = "7T18:45",
    up = "Soyuz MS-19",
    down = "Soyuz MS-18",
    upHatch = "5T15:00",
    downHatch = "16T20:41",
    isCalled = true,
    isFitChecked = false,
  }: Over = {},
) =>
  plan({
    shootDay: shootDays(5, 6, 7, 8, 16),
    person: [row("person", "Peresild", { ...FITS, ...measures })],
    flight: [
      row("flight", "up", { ship: up ?? "", hatchAt: at(upHatch) }),
      row("flight", "down", {
        ship: down,
        direction: "down",
        departsAt: at("17T01:14"),
        arrivesAt: at("17T04:35"),
        hatchAt: at(downHatch),
      }),
    ],
    seat: [
      ...(up === null ? [] : [row("seat", "s-up", { flightId: "up", personId: "Peresild", isFitChecked })]),
      row("seat", "s-down", {
        flightId: "down",
        personId: "Peresild",
        linerMovedAt: moved ? at(moved) : null,
        isFitChecked,
      }),
    ],
    scene: [row("scene", "7")],
    strip: isCalled ? [row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00") })] : [],
    assignment: isCalled
      ? [row("assignment", "a", { stripId: "s7", job: "direct", personId: "Peresild" })]
      : [],
  });

test.each<{ name: string; measures: Measures; broken: number }>([
  { name: "within", measures: {}, broken: 0 },
  { name: "the tallest", measures: { heightCm: 190 }, broken: 0 },
  { name: "taller", measures: { heightCm: 190.1 }, broken: 2 },
  { name: "the shortest", measures: { heightCm: 150 }, broken: 0 },
  { name: "shorter", measures: { heightCm: 149.9 }, broken: 2 },
  { name: "the tallest sitting", measures: { sittingHeightCm: 99 }, broken: 0 },
  { name: "taller sitting", measures: { sittingHeightCm: 100 }, broken: 2 },
  { name: "the shortest sitting", measures: { sittingHeightCm: 80 }, broken: 0 },
  { name: "shorter sitting", measures: { sittingHeightCm: 79 }, broken: 2 },
  { name: "the heaviest", measures: { massKg: 90 }, broken: 0 },
  { name: "heavier", measures: { massKg: 91 }, broken: 2 },
  { name: "the lightest", measures: { massKg: 50 }, broken: 0 },
  { name: "lighter", measures: { massKg: 49 }, broken: 2 },
  { name: "two at once", measures: { heightCm: 200, massKg: 100 }, broken: 4 },
])("$name: $broken limits broken, up and down", ({ measures, broken }) => {
  expect(judge(seatFit, travelling(measures))).toMatchObject({ amount: broken, unknown: [] });
});

test.each<{ name: string; over: Over; broken: number }>([
  { name: "moved in time", over: {}, broken: 0 },
  { name: "moved as the hatch closes", over: { moved: "16T20:41" }, broken: 1 },
  { name: "moved a minute before", over: { moved: "16T20:40" }, broken: 0 },
  { name: "never moved", over: { moved: null }, broken: 1 },
  {
    name: "never moved, home in the ship they came in",
    over: { moved: null, down: "Soyuz MS-19" },
    broken: 0,
  },
  { name: "never moved, no way up known", over: { moved: null, up: null }, broken: 0 },
])("a liner $name: $broken", ({ over, broken }) => {
  expect(judge(seatFit, travelling({}, over))).toMatchObject({ amount: broken, unknown: [] });
});

test("legs outside the plan and ships with other limits are not judged", () => {
  const tall = { heightCm: 200 };
  expect(judge(seatFit, travelling(tall, { upHatch: "1T15:00" }))).toMatchObject({ amount: 1, unknown: [] });
  expect(judge(seatFit, travelling(tall, { upHatch: "1T15:00", downHatch: "20T20:00" })).findings).toEqual(
    [],
  );
  expect(judge(seatFit, travelling(tall, { up: "Crew Dragon", moved: "7T18:45" }))).toMatchObject({
    amount: 1,
    unknown: [],
  });
  expect(judge(seatFit, travelling(tall, { up: "Crew Dragon" }), { ships: "" })).toMatchObject({
    amount: 2,
    unknown: [],
  });
});

test("every limit is a parameter", () => {
  const limits = {
    heightMinCm: 171,
    heightMaxCm: 169,
    sittingMinCm: 91,
    sittingMaxCm: 89,
    massMinKg: 71,
    massMaxKg: 69,
  };
  for (const [name, value] of Object.entries(limits))
    expect([name, judge(seatFit, travelling(), { [name]: value }).amount]).toEqual([name, 2]);
});

test("what is not known of who is called is unknown, beside what is known to be wrong", () => {
  expect(judge(seatFit, travelling({ heightCm: null, massKg: null })).findings).toEqual([
    "Peresild: standing height and mass are not known; the seat up on Soyuz MS-19 and down on Soyuz MS-18 is not judged by them. | unknown | no span | s7",
  ]);
  expect(judge(seatFit, travelling({ heightCm: 200, massKg: null }))).toMatchObject({
    amount: 2,
    unknown: [
      "Peresild: mass is not known; the seat up on Soyuz MS-19 and down on Soyuz MS-18 is not judged by it.",
    ],
  });
  expect(judge(seatFit, travelling({ massKg: null }, { isCalled: false })).findings).toEqual([]);
  expect(judge(seatFit, travelling({ massKg: null }, { up: "Dragon", down: "Dragon" })).findings).toEqual([]);
});

test("says who, which way, in which ship, what is how far out, and where the liner is", () => {
  expect(judge(seatFit, travelling({ heightCm: 192, massKg: 95 }, { moved: null })).findings).toEqual([
    "Peresild: 2 limits broken up on Soyuz MS-19: standing height 192 cm (150–190 cm) and mass 95 kg (50–90 kg). | 2 hard | 5T08:55–5T12:22 | no strip | Peresild",
    "Peresild: 3 limits broken down on Soyuz MS-18: standing height 192 cm (150–190 cm), mass 95 kg (50–90 kg) and seat liner still in Soyuz MS-19. | 3 hard | 17T01:14–17T04:35 | no strip | Peresild",
  ]);
  expect(judge(seatFit, travelling({ sittingHeightCm: 90 }, { moved: "16T22:00" })).findings).toEqual([
    "Peresild: 1 limit broken down on Soyuz MS-18: seat liner moved 16 Oct 22:00, the hatch closes 16 Oct 20:41. | 1 hard | 17T01:14–17T04:35 | no strip | Peresild",
  ]);
});

test("the span is the leg's", () => {
  const [leg] = judge(seatFit, travelling({}, { moved: null })).violations;
  expect(leg?.span).toEqual({ start: at("17T01:14"), end: at("17T04:35") });
});

test("who has sat in the seat need not be measured; what is out of limits stays so", () => {
  const unmeasured = { heightCm: null, sittingHeightCm: null, massKg: null };
  expect(judge(seatFit, travelling(unmeasured, { isFitChecked: true })).findings).toEqual([]);
  expect(judge(seatFit, travelling(unmeasured)).unknown).toHaveLength(1);
  expect(judge(seatFit, travelling({ heightCm: 191 }, { isFitChecked: true }))).toMatchObject({
    amount: 2,
    unknown: [],
  });
});

test("a finding is of the person and no strip; what is unknown is of all their strips", () => {
  const [leg] = judge(seatFit, travelling({ heightCm: 200 })).violations;
  expect(leg).toMatchObject({ strips: [], people: ["Peresild"] });
});

test("each sits in their own seat", () => {
  const { tables } = travelling();
  const two = plan({ ...tables, person: [...tables.person, row("person", "Shipenko", { heightCm: 200 })] });
  expect(judge(seatFit, two).findings).toEqual([]);
});

test("the liner is looked for in the ship of the last way up before, whatever the order of rows", () => {
  const { tables } = travelling({}, { moved: null });
  const again = plan({
    ...tables,
    flight: [
      row("flight", "later", { ship: "Soyuz MS-18", hatchAt: at("8T12:00") }),
      ...tables.flight,
      row("flight", "after", { ship: "Soyuz MS-20", hatchAt: at("16T22:00") }),
    ],
    seat: [
      row("seat", "s-after", { flightId: "after", personId: "Peresild" }),
      row("seat", "s-later", { flightId: "later", personId: "Peresild" }),
      ...tables.seat,
    ],
  });
  expect(judge(seatFit, again).findings).toEqual([]);
});
