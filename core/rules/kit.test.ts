import fc from "fast-check";
import { expect, test } from "vitest";
import { plusMinutes } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { kit } from "./kit.ts";
import { mends } from "./testing-mends.ts";

interface Work {
  readonly start: string;
  readonly kitIds: readonly string[];
  readonly unit?: "main" | "ship" | "landing";
}
/** Rig 30, shoot 30, strike 0: scene 1, 2 … each in a module of its own. */
const planOf = (works: readonly Work[]) =>
  plan({
    module: works.map((_, i) => row("module", `m${i}`)),
    flight: [
      row("flight", "up", { hatchAt: at("6T12:00") }),
      row("flight", "down", { direction: "down", hatchAt: at("9T10:20") }),
    ],
    kit: [
      row("kit", "camera", { name: "Camera", aboardFrom: at("1T00:00") }),
      row("kit", "panel", { name: "Panel", quantity: 3, isBuiltIn: true, aboardFrom: at("1T00:00") }),
      row("kit", "late", { name: "Recorder", upFlightId: "up", downFlightId: "down" }),
      row("kit", "lost", { name: "Crane" }),
    ],
    scene: works.map(({ unit = "main" }, i) => row("scene", `${i + 1}`, { unit })),
    strip: works.map(({ start }, i) =>
      row("strip", `s${i}`, { sceneId: `${i + 1}`, startsAt: at(start), moduleId: `m${i}`, rigMin: 30 }),
    ),
    setUp: works.map(({ kitIds }, i) =>
      row("setUp", `u${i}`, { sceneId: `${i + 1}`, stripId: `s${i}`, kitIds }),
    ),
  });
const work = (start: string, ...kitIds: readonly string[]): Work => ({ start, kitIds });

test.each<{ name: string; works: readonly Work[]; min: number }>([
  {
    name: "held in the hand, it is bound for the shoot only",
    works: [work("8T10:00", "camera"), work("8T10:30", "camera")],
    min: 0,
  },
  {
    name: "a minute earlier it is wanted twice",
    works: [work("8T10:00", "camera"), work("8T10:29", "camera")],
    min: 1,
  },
  {
    name: "built in, it is bound from rig to strike",
    works: [work("8T10:00", "panel", "panel"), work("8T10:30", "panel", "panel")],
    min: 30,
  },
  {
    name: "as many as there are may stand",
    works: [work("8T10:00", "panel", "panel"), work("8T10:30", "panel")],
    min: 0,
  },
  {
    name: "one set-up may not want more than there are: a piece short for 60 min",
    works: [work("8T10:00", "panel", "panel", "panel", "panel")],
    min: 60,
  },
  { name: "it comes with its ship", works: [work("6T11:30", "late")], min: 0 },
  { name: "before the hatch opens it is not there", works: [work("6T11:20", "late")], min: 10 },
  { name: "after the hatch closes it has left", works: [work("9T10:00", "late")], min: 30 },
  { name: "ten minutes of it", works: [work("9T09:30", "late")], min: 10 },
  { name: "the ship unit films on the way", works: [{ ...work("5T10:00", "late"), unit: "ship" }], min: 0 },
  {
    name: "the landing unit has its own",
    works: [work("8T10:00", "camera"), { ...work("8T10:00", "camera"), unit: "landing" }],
    min: 0,
  },
])("$name", ({ works, min }) => {
  expect(judge(kit, planOf(works)).amount).toBe(min);
});

test.each([
  {
    works: [work("8T10:00", "camera"), work("8T10:20", "camera")],
    message: "Camera: 2 wanted where there is 1 (8 Oct 10:50–11:00; scenes 1, 2), 10 min without.",
  },
  {
    works: [work("6T11:20", "late")],
    message: "Scene 1: Recorder is aboard only from 6 Oct 12:00, 10 min are planned without it.",
  },
  {
    works: [work("9T09:30", "late")],
    message: "Scene 1: Recorder is in the ship home from 9 Oct 10:20, 10 min are planned without it.",
  },
])("$message", ({ works, message }) => {
  expect(judge(kit, planOf(works)).messages).toEqual([message]);
});

test("when it comes must be known", () => {
  expect(judge(kit, planOf([work("8T10:00", "lost")])).findings).toEqual([
    "When Crane comes aboard is not known; enter it in the kit list. | unknown | no span | s0",
  ]);
});

test("offers to wait: for the ship, or until the other scene is done", () => {
  expect(mends(kit, planOf([work("6T11:18", "late")]))).toEqual([["Scene 1 to 6 Oct 11:30", 0]]);
  // Scene 2 by 10 min, or scene 1 by 50.
  expect(mends(kit, planOf([work("8T10:00", "camera"), work("8T10:20", "camera")]))).toEqual([
    ["Scene 2 to 8 Oct 10:30", 0],
    ["Scene 1 to 8 Oct 10:50", 0],
  ]);
});

test("counts each missing piece in each minute: as minute by minute", () => {
  const use = fc.record({ at: fc.integer({ min: 0, max: 90 }), pieces: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(fc.array(use, { maxLength: 6 }), (uses) => {
      const snapshot = planOf(
        uses.map(({ pieces }) => work("8T08:00", ...Array.from({ length: pieces }, () => "panel"))),
      );
      const strip = snapshot.tables.strip.map((s, i) => ({
        ...s,
        startsAt: plusMinutes(at("8T08:00"), minutes(uses[i]!.at)),
      }));
      let missing = 0;
      // Rig and shoot are 60 min; there are three panels.
      for (let min = 0; min < 150; min++) {
        const wanted = uses.filter((u) => u.at <= min && min < u.at + 60).reduce((n, u) => n + u.pieces, 0);
        missing += Math.max(0, wanted - 3);
      }
      expect(judge(kit, { ...snapshot, tables: { ...snapshot.tables, strip } }).amount).toBe(missing);
    }),
  );
});

test("the whole of what is found: who wants it, when, how many there are", () => {
  const panels = ["panel", "panel"];
  expect(
    judge(kit, planOf([work("8T10:00", ...panels), work("8T10:30", ...panels), work("8T10:40", "panel")]))
      .findings,
  ).toEqual([
    "Panel: 5 wanted where there are 3 (8 Oct 10:30–11:00; scenes 1, 2, 3), 50 min without. | 50 hard | 8T10:30–8T11:00 | s0 s1 s2 | nobody",
  ]);
  expect(judge(kit, planOf([work("8T10:00", ...panels, ...panels)])).findings).toEqual([
    "Panel: 4 wanted where there are 3 (8 Oct 10:00–11:00; scene 1), 1 h without. | 60 hard | 8T10:00–8T11:00 | s0 | nobody",
  ]);
  // Two stretches, 10:30–11:00 and 12:30–13:00, each with its own strips.
  const works = [
    work("8T10:00", ...panels),
    work("8T10:30", ...panels),
    work("8T12:00", ...panels),
    work("8T12:30", ...panels),
  ];
  expect(judge(kit, planOf(works)).findings).toEqual([
    "Panel: 4 wanted where there are 3 (8 Oct 10:30–11:00; scenes 1, 2), 30 min without. | 30 hard | 8T10:30–8T11:00 | s0 s1 | nobody",
    "Panel: 4 wanted where there are 3 (8 Oct 12:30–13:00; scenes 3, 4), 30 min without. | 30 hard | 8T12:30–8T13:00 | s2 s3 | nobody",
  ]);
  // Five at the peak, first and last four.
  const peak = [
    work("8T10:00", ...panels),
    work("8T10:10", ...panels),
    work("8T10:20", "panel"),
    work("8T10:50", ...panels),
  ];
  expect(judge(kit, planOf(peak)).findings).toEqual([
    "Panel: 7 wanted where there are 3 (8 Oct 10:10–11:10; scenes 1, 2, 3, 4), 2 h 10 without. | 130 hard | 8T10:10–8T11:10 | s0 s1 s2 s3 | nobody",
  ]);
});

test("where none is used aboard, none need be there; of what is used once, nothing is unknown", () => {
  expect(judge(kit, planOf([{ ...work("8T10:00", "lost"), unit: "ship" }])).findings).toEqual([]);
  expect(judge(kit, planOf([{ ...work("8T10:00", "lost"), unit: "landing" }])).findings).toEqual([]);
  expect(
    judge(kit, planOf([{ ...work("8T10:00", "panel", "panel", "panel", "panel"), unit: "landing" }]))
      .findings,
  ).toEqual([]);
  expect(judge(kit, planOf([work("9T10:10", "late")])).findings).toEqual([
    "Scene 1: Recorder is in the ship home from 9 Oct 10:20, 30 min are planned without it. | 30 hard | 9T10:40–9T11:10 | s0 | nobody",
  ]);
});

test("offers nothing for what has left, and moves only the strips that want the piece", () => {
  expect(mends(kit, planOf([work("9T09:30", "late")]))).toEqual([]);
  const works = [
    work("8T08:00", "panel"),
    work("6T11:18", "late"),
    work("8T10:00", "camera", "panel"),
    work("8T10:20", "camera"),
  ];
  expect(mends(kit, planOf(works))).toEqual([
    ["Scene 2 to 6 Oct 11:30", 10],
    ["Scene 4 to 8 Oct 10:30", 12],
    ["Scene 3 to 8 Oct 10:50", 12],
  ]);
  const alike = [work("8T10:00", "camera"), work("8T10:00", "camera"), work("8T10:20", "camera")];
  expect(mends(kit, planOf(alike))).toEqual([
    ["Scene 3 to 8 Oct 10:30", 30],
    ["Scene 3 to 8 Oct 10:30", 30],
    ["Scene 1 to 8 Oct 10:30", 30],
    ["Scene 2 to 8 Oct 10:30", 30],
    ["Scene 1 to 8 Oct 10:50", 10],
    ["Scene 2 to 8 Oct 10:50", 10],
  ]);
});

test("a ship that goes home before the kit comes leaves no time for it", () => {
  const { tables } = planOf([work("8T10:00", "late")]);
  const flight = tables.flight.map((f) => (f.id === "down" ? { ...f, hatchAt: at("6T11:00") } : f));
  expect(judge(kit, plan({ ...tables, flight })).findings).toEqual([
    "Scene 1: Recorder is in the ship home from 6 Oct 11:00, 30 min are planned without it. | 30 hard | 8T10:30–8T11:00 | s0 | nobody",
  ]);
});

test("offers another item of the category that is of use for the same", () => {
  const { tables, ...rest } = planOf([work("9T09:30", "late")]);
  const recorders = tables.kit.map((item) => ({
    ...item,
    category: item.name === "Panel" ? "lighting" : "sound",
    recordGbPerMin: item.name === "Crane" ? null : 0.02,
  }));
  expect(mends(kit, { ...rest, tables: { ...tables, kit: recorders } })).toEqual([
    ["Camera for Recorder in scene 1", 0],
  ]);
});
