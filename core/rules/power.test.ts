import fc from "fast-check";
import { expect, test } from "vitest";
import { plusMinutes } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { power } from "./power.ts";
import { mends, offersOf } from "./testing-mends.ts";

const KIT = [
  row("kit", "panel", { name: "LED panel", quantity: 6, watts: 60, isBuiltIn: true }),
  row("kit", "torch", { name: "Torch", quantity: 2, watts: 30 }),
  row("kit", "camera", { name: "Camera", batteryDrawW: 25 }),
  row("kit", "charger", { name: "Charger", quantity: 2, watts: 45, chargeW: 40 }),
  row("kit", "mystery", { name: "Mystery" }),
];
interface Work {
  readonly start?: string;
  readonly kitIds: readonly string[];
  readonly second?: readonly string[];
  readonly moduleId?: string;
}
/** Rig 10, shoot 30 in one set-up or two of 15, strike 20: in Nauka, whose outlets give 200 W. */
const planOf = (works: readonly Work[], supplyW: number | null = 200) =>
  plan({
    module: [row("module", "nauka", { name: "Nauka", supplyW }), row("module", "zarya", { supplyW: 10 })],
    kit: KIT,
    scene: [row("scene", "7")],
    strip: works.map(({ start = "8T10:00", moduleId = "nauka" }, i) =>
      row("strip", `s${i}`, { sceneId: "7", startsAt: at(start), moduleId, rigMin: 10, strikeMin: 20 }),
    ),
    setUp: works.flatMap(({ kitIds, second }, i) => [
      row("setUp", `u${i}`, { sceneId: "7", stripId: `s${i}`, takeMin: 15, kitIds }),
      row("setUp", `v${i}`, {
        sceneId: "7",
        stripId: `s${i}`,
        takeMin: 15,
        order: 1,
        kitIds: second ?? kitIds,
      }),
    ]),
  });
const panels = (n: number) => Array.from({ length: n }, () => "panel");

test.each<{ name: string; works: readonly Work[]; over: number }>([
  { name: "as much as the outlets supply fits: 3 × 60 + 20 left", works: [{ kitIds: panels(3) }], over: 0 },
  {
    name: "what is built in draws from rig to strike: 40 W over for 60 min",
    works: [{ kitIds: panels(4) }],
    over: 2_400,
  },
  {
    name: "what is held in the hand draws while its set-up is shot: 10 W over for 15 min",
    works: [{ kitIds: [...panels(3), "torch"], second: panels(3) }],
    over: 150,
  },
  {
    name: "two placements at a time add up: 60 W over for the 30 min that they share",
    works: [{ kitIds: panels(2) }, { start: "8T10:30", kitIds: [...panels(2), "panel"].slice(0, 2) }],
    over: 1_200,
  },
  {
    name: "one after the other they do not",
    works: [{ kitIds: panels(3) }, { start: "8T11:00", kitIds: panels(3) }],
    over: 0,
  },
  {
    name: "another module has its own outlets",
    works: [{ kitIds: ["torch"], moduleId: "zarya" }],
    over: 600,
  },
  {
    name: "batteries draw nothing, but every charger runs beside them: 2 × 45 + 2 × 60 are 10 W over",
    works: [{ kitIds: ["camera", ...panels(2)] }],
    over: 600,
  },
])("$name", ({ works, over }) => {
  expect(judge(power, planOf(works)).amount).toBe(over);
});

test("names the peak, the supply and what draws most", () => {
  const { messages, violations } = judge(power, planOf([{ kitIds: ["camera", "torch", ...panels(3)] }]));
  // Rig and strike: 180 + 90 = 270, 70 W over for 30 min; shoot: 300, 100 W over for 30 min. 2,100 + 3,000.
  expect(messages).toEqual([
    "Nauka: up to 300 W where the outlets supply 200 (8 Oct 10:00–11:00): LED panel 180 W, Charger 90 W and Torch 30 W; 5100 W·min over.",
  ]);
  expect(violations[0]?.strips).toEqual(["s0"]);
});

test("what is not known is said and not counted as nothing", () => {
  expect(judge(power, planOf([{ kitIds: ["mystery"] }])).findings).toEqual([
    "Nauka: the watts of Mystery are not known; enter them in the kit list, 0 for what is not plugged in. | unknown | no span | s0",
  ]);
  expect(judge(power, planOf([{ kitIds: ["torch"] }], null)).findings).toEqual([
    "Nauka: what its outlets supply is not known. | unknown | no span | s0",
  ]);
  expect(judge(power, planOf([{ kitIds: [] }], null)).findings).toEqual([]);
});

test("offers one piece less: the smallest that is enough first", () => {
  // 210 W of 200: without the torch, or without a panel.
  expect(mends(power, planOf([{ kitIds: [...panels(3), "torch"] }]))).toEqual([
    ["One less of Torch in scene 7", 0],
    ["One less of LED panel in scene 7", 0],
  ]);
  // 240 W all the time: 4 panels are 40 over, a torch less does not help the rig.
  expect(mends(power, planOf([{ kitIds: [...panels(4), "torch"] }])).map(([, left]) => left)).toEqual([
    300, 2_400,
  ]);
});

test("counts every watt over the supply in every minute: as minute by minute", () => {
  const work = fc.record({
    at: fc.integer({ min: 0, max: 90 }),
    panels: fc.integer({ min: 0, max: 4 }),
    torches: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(work, { maxLength: 5 }), (works) => {
      const snapshot = planOf(
        works.map((w) => ({
          kitIds: [...panels(w.panels), ...Array.from({ length: w.torches }, () => "torch")],
        })),
      );
      const strip = snapshot.tables.strip.map((s, i) => ({
        ...s,
        startsAt: plusMinutes(at("8T08:00"), minutes(works[i]!.at)),
      }));
      let over = 0;
      // Panels stand for all 60 min, torches burn for the shoot, 10 to 40.
      for (let min = 0; min < 150; min++) {
        const watts = works.reduce((sum, { at: from, panels: p, torches }) => {
          const since = min - from;
          if (since < 0 || since >= 60) return sum;
          return sum + p * 60 + (since >= 10 && since < 40 ? torches * 30 : 0);
        }, 0);
        over += Math.max(0, watts - 200);
      }
      expect(judge(power, { ...snapshot, tables: { ...snapshot.tables, strip } }).amount).toBe(over);
    }),
  );
});

test("names the three that draw most and the rest in one, and only what draws at the peak", () => {
  const more = ["a", "b", "c", "d", "e"].map((id, i) =>
    row("kit", id, { name: `Lamp ${id}`, watts: [50, 80, 50, 9, 7][i] ?? null }),
  );
  const { tables } = planOf([
    { kitIds: ["a", "b", "c", "d", "e"], second: ["torch"] },
    { start: "8T12:00", kitIds: panels(4) },
  ]);
  const kit = [...tables.kit, ...more];
  expect(
    judge(power, plan({ ...tables, kit, module: [row("module", "nauka", { name: "Nauka", supplyW: 100 })] }))
      .findings,
  ).toEqual([
    "Nauka: up to 196 W where the outlets supply 100 (8 Oct 10:10–10:25): Lamp b 80 W, Lamp a 50 W, Lamp c 50 W and others 16 W; 1440 W·min over. | 1440 hard | 8T10:10–8T10:25 | s0 | nobody",
    "Nauka: up to 240 W where the outlets supply 100 (8 Oct 12:00–13:00): LED panel 240 W; 8400 W·min over. | 8400 hard | 8T12:00–8T13:00 | s1 | nobody",
  ]);
});

test("a stretch names the strips that draw in it, and no other that stands then", () => {
  const works = [
    { kitIds: panels(4) },
    { start: "8T10:10", kitIds: [] },
    { start: "8T10:20", kitIds: ["camera"] },
    { start: "8T10:50", kitIds: ["torch"] },
  ];
  expect(judge(power, planOf(works)).findings).toEqual([
    "Nauka: up to 330 W where the outlets supply 200 (8 Oct 10:00–11:00): LED panel 240 W and Charger 90 W; 6000 W·min over. | 6000 hard | 8T10:00–8T11:00 | s0 s2 | nobody",
  ]);
});

test("a charger that is named runs with all of its kind; what draws nothing needs no supply", () => {
  expect(judge(power, planOf([{ kitIds: ["charger", ...panels(2)] }])).findings).toEqual([
    "Nauka: up to 210 W where the outlets supply 200 (8 Oct 10:00–11:00): LED panel 120 W and Charger 90 W; 600 W·min over. | 600 hard | 8T10:00–8T11:00 | s0 | nobody",
  ]);
  const { tables } = planOf([{ kitIds: ["camera"] }], null);
  const kit = tables.kit.filter((k) => k.id !== "charger");
  expect(judge(power, plan({ ...tables, kit })).findings).toEqual([]);
  const idle = tables.kit.map((k) => (k.id === "torch" ? { ...k, watts: 0 as never } : k));
  const dark = tables.setUp.map((s) => ({ ...s, kitIds: ["torch"] as never }));
  expect(judge(power, plan({ ...tables, kit: idle, setUp: dark })).findings).toEqual([]);
});

test("what is offered: what is just enough, then the smallest, then the largest of the rest", () => {
  const offered = (works: readonly Work[], kit: readonly (typeof KIT)[number][] = []) => {
    const { tables } = planOf(works);
    return offersOf(power, plan({ ...tables, kit: [...tables.kit, ...kit] })).map(({ input }) => {
      const all =
        "edits" in (input as object)
          ? (input as { edits: { input: unknown }[] }).edits.map((e) => e.input)
          : [input];
      return all.map((each) => {
        const { id, changes } = each as { id: string; changes: { kitIds: string[] } };
        return `${id} ${changes.kitIds.join(" ")}`;
      });
    });
  };
  const lamps = [
    row("kit", "x", { name: "X", watts: 10 }),
    row("kit", "y", { name: "Y", watts: 10 }),
    row("kit", "z", { name: "Z", watts: 5 }),
  ];
  // 220 W of 200: the torch would do, then a panel; X would not.
  expect(offered([{ kitIds: [...panels(3), "x", "torch"] }], lamps)).toEqual([
    ["u0 panel panel panel x", "v0 panel panel panel x"],
    ["u0 panel panel x torch", "v0 panel panel x torch"],
    ["u0 panel panel panel torch", "v0 panel panel panel torch"],
  ]);
  // 235 W: only a panel would do; of the rest the largest first.
  expect(offered([{ kitIds: [...panels(3), "y", "x", "z", "torch"] }], lamps)).toEqual([
    ["u0 panel panel y x z torch", "v0 panel panel y x z torch"],
    ["u0 panel panel panel y x z", "v0 panel panel panel y x z"],
    ["u0 panel panel panel x z torch", "v0 panel panel panel x z torch"],
    ["u0 panel panel panel y z torch", "v0 panel panel panel y z torch"],
    ["u0 panel panel panel y x torch", "v0 panel panel panel y x torch"],
  ]);
  // 210 W: X and Y are enough to the watt, and a panel; Z is not.
  expect(offered([{ kitIds: [...panels(3), "y", "x", "z", "z"] }], lamps)).toEqual([
    ["u0 panel panel panel y z z", "v0 panel panel panel y z z"],
    ["u0 panel panel panel x z z", "v0 panel panel panel x z z"],
    ["u0 panel panel y x z z", "v0 panel panel y x z z"],
    ["u0 panel panel panel y x z", "v0 panel panel panel y x z"],
  ]);
  // Only what the strips of the stretch use.
  expect(offered([{ kitIds: panels(4) }, { start: "8T14:00", kitIds: ["torch"] }])).toEqual([
    ["u0 panel panel panel", "v0 panel panel panel"],
  ]);
});
