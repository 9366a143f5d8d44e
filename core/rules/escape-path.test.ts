import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { SetUp } from "../model/scene.ts";
import { escapePath } from "./escape-path.ts";
import { judge } from "./judge.ts";
import { mends } from "./testing-mends.ts";

const fixed = { hatchCable: "fixed" } as const;

/**
 * Soyuz 18 at Nauka – Zvezda – Zarya – Rassvet with Soyuz 19. Bob goes home in 18, to which his liner is moved on 7 October at 18:45; Cleo,
 * who came in it, in 19 from 8 October 09:30. Scene 7 is shot in Zvezda, for half an hour.
 */
const planOf = (
  setUps: readonly Partial<Pick<SetUp, "hatchCable" | "blocksPassage" | "isShot">>[],
  over: {
    start?: string;
    held?: string;
    bob?: string | null;
    cleo?: string | null;
    ships?: boolean;
    leaves?: string;
  } = {},
) => {
  const { start = "9T10:00", held = "zvezda", bob = "nauka", cleo = "rassvet", ships = true, leaves } = over;
  const leg = (id: string, direction: "up" | "down", moduleId: string, from: string, hatch: string) =>
    row("flight", id, {
      direction,
      moduleId: ships ? moduleId : null,
      departsAt: at(from),
      arrivesAt: at(from),
      hatchAt: at(hatch),
    });
  const seat = (flightId: string, personId: string, moved: string | null = null) =>
    row("seat", `${flightId}-${personId}`, { flightId, personId, linerMovedAt: moved ? at(moved) : null });
  const bed = (personId: string, moduleId: string | null) =>
    moduleId
      ? [
          row("crewBlock", `bed-${personId}`, {
            personId,
            kind: "sleep",
            startsAt: at("1T21:30"),
            durationMin: 500,
            moduleId,
          }),
        ]
      : [];
  return plan({
    person: [
      row("person", "bob", { shortName: "Bob" }),
      row("person", "cleo", { shortName: "Cleo" }),
      row("person", "eve", { shortName: "Eve", category: "ground-crew" }),
    ],
    flight: [
      leg("18-up", "up", "soyuz-18", "1T08:00", "1T11:00"),
      leg("19-up", "up", "soyuz-19", "5T12:22", "5T15:00"),
      leg("18-down", "down", "soyuz-18", "17T01:14", leaves ?? "16T20:41"),
      leg("19-down", "down", "soyuz-19", "30T10:00", "30T08:00"),
    ],
    seat: [
      seat("19-up", "bob"),
      seat("18-down", "bob", "7T18:45"),
      seat("18-up", "cleo"),
      seat("19-down", "cleo", "8T09:30"),
    ],
    module: ["nauka", "zvezda", "zarya", "rassvet", "soyuz-18", "soyuz-19"].map((id) =>
      row("module", id, { name: id.charAt(0).toUpperCase() + id.slice(1) }),
    ),
    hatch: (
      [
        ["soyuz-18", "nauka"],
        ["nauka", "zvezda"],
        ["zvezda", "zarya"],
        ["zarya", "rassvet"],
        ["rassvet", "soyuz-19"],
      ] as const
    ).map(([fromModuleId, toModuleId], i) => row("hatch", `h${i}`, { fromModuleId, toModuleId })),
    scene: [row("scene", "7")],
    strip: [
      row("strip", "s7", { sceneId: "7", startsAt: at(start), moduleId: held, shootMin: 30 * setUps.length }),
    ],
    setUp: setUps.map((fields, i) =>
      row("setUp", `u${i}`, { sceneId: "7", stripId: "s7", label: "ABCD".charAt(i), order: i, ...fields }),
    ),
    crewBlock: [...bed("bob", bob), ...bed("cleo", cleo)],
  });
};

test.each([
  { name: "nothing in a hatch", setUps: [{}], min: 0 },
  { name: "a held passage is cleared at a word", setUps: [{ blocksPassage: true }], min: 0 },
  {
    name: "a quick disconnect comes apart",
    setUps: [{ hatchCable: "quick-disconnect" as const, blocksPassage: true }],
    min: 0,
  },
  { name: "a fixed cable counts while its set-up is shot", setUps: [fixed], min: 30 },
  { name: "and no longer", setUps: [{}, fixed, {}], min: 30 },
  { name: "two set-ups, an hour", setUps: [fixed, fixed], min: 60 },
  { name: "what is shot is out of the hatch", setUps: [{ ...fixed, isShot: true }, fixed], min: 30 },
])("$name", ({ setUps, min }) => {
  const { amount, unknown } = judge(escapePath, planOf(setUps));
  expect(amount).toBe(min);
  expect(unknown).toEqual([]);
});

test.each([
  { name: "who is on the side of their ship has a way", over: {}, cut: [] },
  { name: "who is in the module has none", over: { bob: "zvezda" }, cut: ["bob"] },
  { name: "who is beyond it has none", over: { bob: "zarya", cleo: "nauka" }, cut: ["bob", "cleo"] },
  {
    name: "before the liner moves the ship they came in is theirs",
    over: { start: "7T10:00" },
    cut: ["bob", "cleo"],
  },
  { name: "a liner moved meanwhile changes the way", over: { start: "7T18:30" }, cut: ["bob", "cleo"] },
  { name: "at the hour the liner is moved it is there", over: { start: "7T18:45", cleo: "nauka" }, cut: [] },
  { name: "who has left needs none", over: { bob: "zarya", leaves: "9T10:00" }, cut: [] },
  {
    name: "the ship's own hatch module cuts off all but who is in the ship",
    over: { held: "nauka", bob: "soyuz-18" },
    cut: [],
  },
])("$name", ({ over, cut }) => {
  const { violations, unknown } = judge(escapePath, planOf([fixed], over));
  expect(violations[0]?.people).toEqual(cut);
  expect(unknown).toEqual([]);
});

test("a call or block elsewhere counts for as long as it lasts", () => {
  const snapshot = planOf([fixed]);
  const duty = (startsAt: string) =>
    row("crewBlock", "duty", { personId: "bob", startsAt: at(startsAt), durationMin: 20, moduleId: "zarya" });
  const withDuty = (startsAt: string) => ({
    ...snapshot,
    tables: { ...snapshot.tables, crewBlock: [...snapshot.tables.crewBlock, duty(startsAt)] },
  });
  expect(judge(escapePath, withDuty("9T10:20")).violations[0]?.people).toEqual(["bob"]);
  expect(judge(escapePath, withDuty("9T10:30")).violations[0]?.people).toEqual([]);
});

test("an unknown ship, place or way is said, and a cable is a breach all the same", () => {
  const say = "Scene 7: it is not known where";
  for (const [over, who] of [
    [{ ships: false }, "Bob and Cleo"],
    [{ bob: null }, "Bob"],
    [{ cleo: "cupola" }, "Cleo"],
  ] as const)
    expect(judge(escapePath, planOf([fixed], over))).toMatchObject({
      amount: 30,
      unknown: [`${say} ${who} would be, or which ship holds their seat liner.`],
    });
});

test("names the set-ups, and whose way it is", () => {
  expect(judge(escapePath, planOf([fixed], { bob: "zarya" })).findings).toEqual([
    "Scene 7: 30 min with a fixed cable through a hatch of Zvezda, set-up A (9 Oct 10:00–10:30). It lies on the way of Bob to their ship. | 30 hard | 9T10:00–9T10:30 | s7 | bob",
  ]);
  expect(judge(escapePath, planOf([fixed, {}, fixed])).findings).toEqual([
    "Scene 7: 1 h with a fixed cable through a hatch of Zvezda, set-ups A and C (9 Oct 10:00–10:30, 9 Oct 11:00–11:30). It lies in nobody's way, and the hatch cannot be shut. | 60 hard | 9T10:00–9T10:30 | s7 | nobody",
  ]);
});

test("offers quick disconnects, all as one edit", () => {
  expect(mends(escapePath, planOf([fixed, {}, fixed]))).toEqual([
    ["A cable that comes apart by hand in scene 7, set-ups A and C", 0],
  ]);
  expect(mends(escapePath, planOf([fixed]))).toEqual([
    ["A cable that comes apart by hand in scene 7, set-up A", 0],
  ]);
});

test.each([
  {
    name: "a liner that is moved meanwhile cuts off who was on the right side",
    start: "7T18:30",
    cut: ["bob"],
  },
  { name: "moved as the shot ends, it cuts off nobody", start: "7T18:15", cut: [] },
  { name: "moved as the shot begins, it is there", start: "7T18:45", cut: ["bob"] },
])("$name", ({ start, cut }) => {
  const { violations, unknown } = judge(escapePath, planOf([fixed], { start, bob: "zarya", cleo: "nauka" }));
  expect(violations[0]?.people).toEqual(cut);
  expect(unknown).toEqual([]);
});

test("of several ships that of the next leg home counts, and until the liner is moved the last they came in", () => {
  const { tables } = planOf([fixed], { bob: "zarya", start: "6T10:00", cleo: "nauka" });
  const later = row("flight", "20-down", {
    direction: "down",
    moduleId: "soyuz-19",
    hatchAt: at("20T10:00"),
  });
  const earlier = row("flight", "17-down", {
    direction: "down",
    moduleId: "soyuz-19",
    hatchAt: at("2T10:00"),
  });
  const sooner = row("flight", "17-up", {
    moduleId: "soyuz-18",
    arrivesAt: at("1T08:00"),
    hatchAt: at("1T08:00"),
  });
  const coming = row("flight", "21-up", {
    moduleId: "soyuz-18",
    arrivesAt: at("18T08:00"),
    hatchAt: at("18T09:00"),
  });
  const seats = ["20-down", "17-down", "17-up", "21-up"].map((flightId) =>
    row("seat", `bob-${flightId}`, { flightId, personId: "bob" }),
  );
  const people = (start: string, flights: readonly (typeof later)[], seat = tables.seat) => {
    const strip = tables.strip.map((s) => ({ ...s, startsAt: at(start) }));
    return judge(escapePath, plan({ ...tables, strip, flight: flights, seat })).violations[0]?.people;
  };
  const more = [later, earlier, sooner, coming];
  for (const flights of [
    [...tables.flight, ...more],
    [...more, ...tables.flight],
  ])
    for (const seat of [
      [...tables.seat, ...seats],
      [...seats, ...tables.seat],
    ]) {
      // Bob came in 19, docked beyond Zarya where he is; his liner is in 18 from the 7th on; Cleo's, in Nauka, goes to 19 on the 8th.
      expect(people("6T10:00", flights, seat)).toEqual([]);
      expect(people("9T10:00", flights, seat)).toEqual(["bob", "cleo"]);
    }
});

test("who is not aboard needs no way, whatever is not known of them", () => {
  const { tables } = planOf([fixed]);
  const person = [...tables.person, row("person", "zoe", { shortName: "Zoe" })];
  expect(judge(escapePath, plan({ ...tables, person })).findings).toEqual([
    "Scene 7: 30 min with a fixed cable through a hatch of Zvezda, set-up A (9 Oct 10:00–10:30). It lies in nobody's way, and the hatch cannot be shut. | 30 hard | 9T10:00–9T10:30 | s7 | nobody",
  ]);
});

test("who came in a ship that no leg names, or has no way home, is not known; nor is a room without a way", () => {
  const { tables } = planOf([fixed], { start: "6T10:00", cleo: "nauka" });
  const without = (seats: readonly string[]) =>
    judge(escapePath, plan({ ...tables, seat: tables.seat.filter(({ id }) => !seats.includes(id)) }))
      .findings;
  expect(without(["18-down-bob"])).toEqual([
    "Scene 7: 30 min with a fixed cable through a hatch of Zvezda, set-up A (6 Oct 10:00–10:30). It lies in nobody's way, and the hatch cannot be shut. | 30 hard | 6T10:00–6T10:30 | s7 | nobody",
    "Scene 7: it is not known where Bob would be, or which ship holds their seat liner. | unknown | 6T10:00–6T10:30 | s7",
  ]);
  expect(without(["19-up-bob"])).toEqual([
    "Scene 7: 30 min with a fixed cable through a hatch of Zvezda, set-up A (6 Oct 10:00–10:30). It lies in nobody's way, and the hatch cannot be shut. | 30 hard | 6T10:00–6T10:30 | s7 | nobody",
    "Scene 7: it is not known where Bob would be, or which ship holds their seat liner. | unknown | 6T10:00–6T10:30 | s7",
  ]);
});

test("one who is cut off is not told as unknown as well, and a scene without a module has no hatch", () => {
  const { tables } = planOf([fixed, {}, fixed], { bob: null });
  const block = (id: string, startsAt: string) =>
    row("crewBlock", id, { personId: "bob", startsAt: at(startsAt), durationMin: 30, moduleId: "zarya" });
  const both = [...tables.crewBlock, block("d", "9T10:00")];
  expect(judge(escapePath, plan({ ...tables, crewBlock: both })).findings).toEqual([
    "Scene 7: 1 h with a fixed cable through a hatch of Zvezda, set-ups A and C (9 Oct 10:00–10:30, 9 Oct 11:00–11:30). It lies on the way of Bob to their ship. | 60 hard | 9T10:00–9T10:30 | s7 | bob",
  ]);
  const strip = tables.strip.map((s) => ({ ...s, moduleId: null }));
  const scene = tables.scene.map((s) => ({ ...s, moduleId: null }));
  expect(judge(escapePath, plan({ ...tables, strip, scene })).findings).toEqual([]);
});

test.each([
  { name: "alone", setUps: [fixed] },
  { name: "before others", setUps: [fixed, {}] },
])("a set-up that takes no time lays no cable, $name", ({ setUps }) => {
  const { tables } = planOf(setUps);
  const setUp = tables.setUp.map((s, i) => (i === 0 ? { ...s, takeMin: minutes(0), takes: 1 } : s));
  expect(judge(escapePath, plan({ ...tables, setUp })).findings).toEqual([]);
});

test("a cable in the ship itself cuts off who is in it", () => {
  const { violations, unknown } = judge(escapePath, planOf([fixed], { held: "soyuz-18", bob: "soyuz-18" }));
  expect([violations[0]?.people, unknown]).toEqual([["bob"], []]);
});

test("a way that is clear at first and then not known is not known; one that is cut first is cut", () => {
  const { tables } = planOf([fixed], { bob: "nauka" });
  const somewhere = (...blocks: readonly (readonly [startsAt: string, moduleId: string])[]) =>
    judge(
      escapePath,
      plan({
        ...tables,
        crewBlock: [
          ...tables.crewBlock,
          ...blocks.map(([startsAt, moduleId], i) =>
            row("crewBlock", `d${i}`, { personId: "bob", startsAt: at(startsAt), durationMin: 10, moduleId }),
          ),
        ],
      }),
    );
  const lost = "Scene 7: it is not known where Bob would be, or which ship holds their seat liner.";
  expect(somewhere(["9T10:10", "cupola"])).toMatchObject({ violations: [{ people: [] }], unknown: [lost] });
  expect(somewhere(["9T10:29", "cupola"])).toMatchObject({ violations: [{ people: [] }], unknown: [lost] });
  expect(somewhere(["9T10:30", "cupola"])).toMatchObject({ violations: [{ people: [] }], unknown: [] });
  expect(somewhere(["9T09:00", "cupola"], ["9T09:50", "zarya"])).toMatchObject({
    violations: [{ people: [] }],
    unknown: [],
  });
  expect(somewhere(["9T10:00", "cupola"], ["9T10:20", "zarya"])).toMatchObject({
    violations: [{ people: ["bob"] }],
    unknown: [],
  });
});

test("who is somewhere for a while and has no known bed is not known for the rest", () => {
  const { tables } = planOf([fixed], { bob: null });
  const inNauka = (durationMin: number) => [
    ...tables.crewBlock,
    row("crewBlock", "d", { personId: "bob", startsAt: at("9T10:00"), durationMin, moduleId: "nauka" }),
  ];
  const gaps = (min: number) =>
    judge(escapePath, plan({ ...tables, crewBlock: inNauka(min) })).unknown.length;
  expect([gaps(29), gaps(30)]).toEqual([1, 0]);
});

test("who has just come in and has no leg home is not known from the first minute", () => {
  const { tables } = planOf([fixed], { start: "5T15:00", cleo: "nauka" });
  const seat = tables.seat.filter(({ id }) => id !== "18-down-bob");
  expect(judge(escapePath, plan({ ...tables, seat })).unknown).toEqual([
    "Scene 7: it is not known where Bob would be, or which ship holds their seat liner.",
  ]);
});

test("a ship that has come in by the minute of the shot is the one that they came in", () => {
  const { tables } = planOf([fixed], { start: "5T15:00", bob: "zarya", cleo: "nauka" });
  const arriving = (arrivesAt: string) =>
    plan({
      ...tables,
      flight: tables.flight.map((f) => (f.id === "19-up" ? { ...f, arrivesAt: at(arrivesAt) } : f)),
    });
  expect(judge(escapePath, arriving("5T15:00"))).toMatchObject({ violations: [{ people: [] }], unknown: [] });
  expect(judge(escapePath, arriving("5T15:01")).unknown).toEqual([
    "Scene 7: it is not known where Bob would be, or which ship holds their seat liner.",
  ]);
});

test("of a module that is not there any more it is said so", () => {
  const { tables } = planOf([fixed]);
  const module = tables.module.filter(({ id }) => id !== "zvezda");
  expect(judge(escapePath, plan({ ...tables, module })).messages).toEqual([
    "Scene 7: 30 min with a fixed cable through a hatch of an unknown module, set-up A (9 Oct 10:00–10:30). It lies in nobody's way, and the hatch cannot be shut.",
  ]);
});

test("a liner that has long been moved, or is never moved, changes nothing on the way", () => {
  const people = (start: string, moved: string | null, bob = "zarya") => {
    const { tables } = planOf([fixed], { start, bob, cleo: "nauka" });
    const seat = tables.seat.map((s) =>
      s.personId === "bob" && s.flightId === "18-down"
        ? { ...s, linerMovedAt: moved === null ? null : at(moved) }
        : s,
    );
    return judge(escapePath, plan({ ...tables, seat })).violations[0]?.people;
  };
  // Behind Zarya, where 19 is, until it is moved to 18; from Nauka the other way round.
  expect(people("7T10:00", "7T09:59")).toEqual(["bob"]);
  expect(people("7T10:00", "7T10:29")).toEqual(["bob"]);
  expect(people("7T10:00", "7T10:30")).toEqual([]);
  expect(people("7T10:00", null)).toEqual(["bob"]);
  expect(people("7T10:00", "7T09:59", "nauka")).toEqual([]);
  expect(people("7T10:00", "7T10:00", "nauka")).toEqual([]);
  expect(people("7T10:00", "7T10:01", "nauka")).toEqual(["bob"]);
});
