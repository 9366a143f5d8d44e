import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import type { PersonCategory } from "../model/person.ts";
import type { Unit } from "../model/window.ts";
import { clearance } from "./clearance.ts";
import { judge } from "./judge.ts";

type Of = "person" | "element" | "kit" | "module";
type State = "asked" | "cleared" | "refused";
interface Over {
  readonly category?: PersonCategory;
  readonly module?: string;
  readonly needs?: boolean;
  readonly unit?: Unit;
  readonly acts?: boolean;
  readonly shot?: boolean;
}
const IDS: Readonly<Record<Of, string>> = {
  person: "Dubrov",
  element: "probe",
  kit: "helmet",
  module: "destiny",
};

/** Dubrov plays with an agency's probe and the film's helmet in Destiny: three of these must be cleared, the helmet once asked for. */
const showing = (
  asked: readonly (readonly [of: Of, state: State, authority?: string])[],
  {
    category = "expedition-crew",
    module = "destiny",
    needs = true,
    unit = "main",
    acts = true,
    shot = false,
  }: Over = {},
) =>
  plan({
    module: [
      row("module", "destiny", { name: "Destiny", segment: "USOS" }),
      row("module", "nauka", { name: "Nauka", segment: "RS" }),
    ],
    person: [row("person", "Dubrov", { category })],
    role: [row("role", "Pyotr", { personId: "Dubrov" })],
    kit: [row("kit", "helmet", { name: "Rugby helmet" })],
    scene: [row("scene", "7", { unit })],
    element: [row("element", "probe", { name: "Ultrasound probe", needsClearance: needs })],
    sceneElement: [row("sceneElement", "se", { sceneId: "7", elementId: "probe" })],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00"), moduleId: module })],
    setUp: [
      row("setUp", "7A", {
        sceneId: "7",
        stripId: "s7",
        roleIds: acts ? ["Pyotr"] : [],
        kitIds: ["helmet"],
        isShot: shot,
      }),
    ],
    clearance: asked.map(([of, state, authority = "NASA"], i) =>
      row("clearance", `c${i}`, { [`${of}Id`]: IDS[of], state, authority }),
    ),
  });
const ALL = [
  ["person", "cleared"],
  ["element", "cleared"],
  ["module", "cleared"],
] as const;
const without = (of: Of) => ALL.filter(([one]) => one !== of);

test.each<{ name: string; plan: ReturnType<typeof showing>; items: number; unknown?: number }>([
  { name: "all cleared", plan: showing(ALL), items: 0 },
  { name: "nobody asked", plan: showing([]), items: 3 },
  { name: "the person was not asked for", plan: showing(without("person")), items: 1 },
  { name: "nor the hardware", plan: showing(without("element")), items: 1 },
  { name: "nor the module", plan: showing(without("module")), items: 1 },
  { name: "refused", plan: showing([...without("person"), ["person", "refused"]]), items: 1 },
  {
    name: "asked and not answered is unknown",
    plan: showing([...without("person"), ["person", "asked"]]),
    items: 0,
    unknown: 1,
  },
  { name: "one of two said no", plan: showing([...ALL, ["person", "refused", "ESA"]]), items: 1 },
  {
    name: "one of two has not answered",
    plan: showing([...ALL, ["person", "asked", "ESA"]]),
    items: 0,
    unknown: 1,
  },
  {
    name: "one waits, one said no",
    plan: showing([...ALL, ["person", "asked", "ESA"], ["person", "refused", "JAXA"]]),
    items: 1,
  },
  {
    name: "the film's own people need none",
    plan: showing(without("person"), { category: "film-crew" }),
    items: 0,
  },
  { name: "who is not on camera needs none", plan: showing(without("person"), { acts: false }), items: 0 },
  { name: "the film's own props need none", plan: showing(without("element"), { needs: false }), items: 0 },
  {
    name: "the partner's modules need none",
    plan: showing(without("module"), { module: "nauka" }),
    items: 0,
  },
  { name: "kit only when someone asked", plan: showing([...ALL, ["kit", "refused"]]), items: 1 },
  { name: "kit that is cleared", plan: showing([...ALL, ["kit", "cleared"]]), items: 0 },
  { name: "what is shot needs it still", plan: showing([], { shot: true }), items: 3 },
  { name: "in the ship as aboard", plan: showing([], { unit: "ship" }), items: 3 },
  { name: "on the ground it is others' affair", plan: showing([], { unit: "landing" }), items: 0 },
])("$name: $items", ({ plan: shown, items, unknown = 0 }) => {
  const judged = judge(clearance, shown);
  expect([judged.amount, judged.unknown.length]).toEqual([items, unknown]);
});

test("which segments the partner clears is a parameter", () => {
  const params = { clearedSegments: [] };
  expect(judge(clearance, showing(without("module"), { module: "nauka" }), params)).toMatchObject({
    amount: 1,
    unknown: [],
  });
  expect(judge(clearance, showing(without("module")), { clearedSegments: ["USOS"] }).findings).toEqual([]);
});

test("says which items, refused by whom or never asked for, and who has not answered", () => {
  const shown = showing([
    ["person", "asked", "Roscosmos"],
    ["element", "refused", "NASA"],
    ["element", "refused", "ESA"],
  ]);
  expect(judge(clearance, shown)).toMatchObject({
    messages: [
      "Scene 7: 2 items in frame not cleared: Ultrasound probe (refused by NASA and ESA) and Destiny (never asked for).",
    ],
    unknown: ["Scene 7: Dubrov (asked of Roscosmos) not cleared yet."],
  });
});

test("names the people concerned", () => {
  expect(judge(clearance, showing([])).violations[0]?.people).toEqual(["Dubrov"]);
});

test("a finding is the whole placement of its strip", () => {
  expect(judge(clearance, showing([])).violations).toMatchObject([
    { span: { start: at("8T10:00"), end: at("8T10:30") }, strips: ["s7"] },
  ]);
});

test("names those who refused, and those who have not answered, and no others", () => {
  const shown = showing([
    ...ALL,
    ["person", "refused", "ESA"],
    ["element", "asked", "ESA"],
    ["kit", "refused", "FMBA"],
  ]);
  expect(judge(clearance, shown)).toMatchObject({
    messages: [
      "Scene 7: 2 items in frame not cleared: Dubrov (refused by ESA) and Rugby helmet (refused by FMBA).",
    ],
    unknown: ["Scene 7: Ultrasound probe (asked of ESA) not cleared yet."],
  });
});
