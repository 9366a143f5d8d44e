import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { shootDayTurns } from "./duty.ts";
import { judge } from "./judge.ts";
import { planFreeze } from "./plan-freeze.ts";
import { mends } from "./testing-mends.ts";

type Published = Parameters<typeof row<"publishedStrip">>[2];
interface Over {
  readonly start?: string | null;
  readonly staff?: readonly string[];
  readonly published?: Published | null;
  readonly request?: boolean;
  readonly status?: "planned" | "shot";
  readonly shootMin?: number;
  readonly job?: "camera" | "direct";
}
/** Scene 7 on 8 October, published for 10:00 with Dubrov at the last moment that freezes nothing, or one second later. */
const FREE = "6T17:59:59";
const FROZEN = "6T18:00";

const changed = ({
  start = "8T10:00",
  staff = ["Dubrov"],
  published = {},
  request = false,
  status = "planned",
  shootMin = 30,
  job = "camera",
}: Over) =>
  plan({
    shootDay: shootDays(8, 9),
    module: ["nauka", "zvezda"].map((id) => row("module", id)),
    person: [
      ...["Dubrov", "Novitsky"].map((id) => row("person", id, { category: "expedition-crew" })),
      row("person", "Shipenko"),
    ],
    scene: [row("scene", "7")],
    strip: [
      row("strip", "s7", {
        sceneId: "7",
        startsAt: start ? at(start) : null,
        moduleId: start ? "nauka" : null,
        status,
        shootMin: minutes(shootMin),
      }),
    ],
    assignment: staff.map((personId) => row("assignment", `a-${personId}`, { stripId: "s7", job, personId })),
    publishedStrip: published
      ? [
          row("publishedStrip", "s7", {
            stripId: "s7",
            startsAt: at("8T10:00"),
            moduleId: "nauka",
            personIds: ["Dubrov"],
            publishedAt: at(FROZEN),
            ...published,
          }),
        ]
      : [],
    changeRequest: request ? [row("changeRequest", "cr", { stripId: "s7" })] : [],
  });

test.each<{ name: string; over: Over; changes: number }>([
  { name: "as published", over: {}, changes: 0 },
  { name: "a minute later", over: { start: "8T10:01" }, changes: 1 },
  {
    name: "a minute later, published before the freeze",
    over: { start: "8T10:01", published: { publishedAt: at(FREE) } },
    changes: 0,
  },
  { name: "a minute longer", over: { shootMin: 31 }, changes: 1 },
  { name: "with less strike", over: { published: { strikeMin: minutes(10) } }, changes: 1 },
  {
    name: "with less strike, which does not bind a director",
    over: { job: "direct", published: { strikeMin: minutes(10) } },
    changes: 0,
  },
  {
    name: "with less rig, which moves the shoot",
    over: { job: "direct", published: { rigMin: minutes(10) } },
    changes: 1,
  },
  {
    name: "with as much rig less as it begins later",
    over: { job: "direct", start: "8T10:10", published: { rigMin: minutes(10) } },
    changes: 0,
  },
  { name: "on another day", over: { start: "9T10:00" }, changes: 1 },
  { name: "in another module", over: { published: { moduleId: "zvezda" } }, changes: 1 },
  { name: "with someone else", over: { staff: ["Novitsky"] }, changes: 2 },
  { name: "with one more", over: { staff: ["Dubrov", "Novitsky"] }, changes: 1 },
  { name: "moved, with one more", over: { start: "8T11:00", staff: ["Dubrov", "Novitsky"] }, changes: 2 },
  {
    name: "the film's own people are free",
    over: { start: "8T11:00", staff: ["Shipenko"], published: { personIds: [] } },
    changes: 0,
  },
  { name: "taken off the board", over: { start: null }, changes: 1 },
  { name: "by change request", over: { start: "8T11:00", request: true }, changes: 0 },
  { name: "what is shot", over: { start: "8T11:00", status: "shot" }, changes: 0 },
  { name: "never published", over: { published: null, start: "8T11:00" }, changes: 0 },
])("$name: $changes", ({ over, changes }) => {
  expect(judge(planFreeze, changed(over))).toMatchObject({ amount: changes, unknown: [] });
});

/** A second strip that was not published, on a day. */
const joined = (start: string, over: Over = {}) => {
  const { tables } = changed(over);
  return plan({
    ...tables,
    scene: [...tables.scene, row("scene", "12")],
    strip: [...tables.strip, row("strip", "s12", { sceneId: "12", startsAt: at(start), moduleId: "nauka" })],
    assignment: [
      ...tables.assignment,
      row("assignment", "b", { stripId: "s12", job: "camera", personId: "Novitsky" }),
    ],
  });
};

test("a strip that comes new to a frozen day takes time that was not given", () => {
  expect(judge(planFreeze, joined("8T15:00")).violations.map((v) => [v.strips, v.amount])).toEqual([
    [["s12"], 1],
  ]);
  expect(judge(planFreeze, joined("9T15:00")).findings).toEqual([]);
  expect(judge(planFreeze, joined("8T15:00", { published: { publishedAt: at(FREE) } })).findings).toEqual([]);
});

test("when a day freezes is a parameter", () => {
  const early = changed({ start: "8T11:00", published: { publishedAt: at("5T18:00") } });
  expect(judge(planFreeze, early).findings).toEqual([]);
  expect(judge(planFreeze, early, { freezeHours: 48 })).toMatchObject({ amount: 1, unknown: [] });
  expect(judge(planFreeze, early, { uploadLeadHours: 36 })).toMatchObject({ amount: 1, unknown: [] });
});

test("of the same plan each setting says what it says alone", () => {
  const facts = factsOf(changed({ published: { publishedAt: at("5T18:00") } }));
  const [placed] = facts.placed.values();
  const concerns = (params: object) => planFreeze.view(params).concerns(placed!, facts);
  expect([{}, { freezeHours: 48 }, { uploadLeadHours: 36 }, {}].map(concerns)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("costs points, by a parameter", () => {
  const points = (params: object) =>
    judge(planFreeze, changed({ start: "8T11:00" }), params).violations[0]?.points;
  expect(points({})).toBe(20);
  expect(points({ pointsPerChange: 3 })).toBe(3);
});

test("what was published on no shoot day cannot be judged", () => {
  const lost = changed({ published: { startsAt: at("20T10:00") } });
  expect(judge(planFreeze, lost).findings).toEqual([
    "Scene 7 was published on no shoot day; whether it is frozen is not judged. | unknown | no span | s7",
  ]);
});

test("of what was published, a person who is gone is not named, and a strip that is gone is no change", () => {
  const { tables } = changed({ published: { personIds: ["Dubrov", "gone"] } });
  expect(judge(planFreeze, plan(tables)).findings).toEqual([
    "Scene 7: 1 change of station-crew time without a change request: a person no longer called. The plan of Fri 8 Oct is frozen since 6 Oct 18:00. | 1 soft = 20 points | 8T10:00–8T10:30 | s7 | nobody",
  ]);
  const bare = plan({ ...tables, strip: [], assignment: [] });
  expect(judge(planFreeze, bare).findings).toEqual([]);
  expect(judge(planFreeze, plan({ ...tables, strip: [], shootDay: [] })).findings).toEqual([]);
});

test("says which scene, whose calls, and since when", () => {
  expect(judge(planFreeze, changed({ start: "8T11:00", staff: ["Novitsky"] })).findings).toEqual([
    "Scene 7: 2 changes of station-crew time without a change request: Dubrov no longer called and Novitsky called anew. The plan of Fri 8 Oct is frozen since 6 Oct 18:00. | 2 soft = 40 points | 8T11:00–8T11:30 | s7 | Dubrov Novitsky",
  ]);
  expect(judge(planFreeze, changed({ start: "8T11:00" })).findings).toEqual([
    "Scene 7: 1 change of station-crew time without a change request: Dubrov at another time or place. The plan of Fri 8 Oct is frozen since 6 Oct 18:00. | 1 soft = 20 points | 8T11:00–8T11:30 | s7 | Dubrov",
  ]);
});

test("offers to put it back where it was published", () => {
  expect(mends(planFreeze, changed({ start: "9T11:00" }))).toEqual([
    ["Scene 7 back to where it was published, 8 Oct 10:00", 0],
  ]);
  expect(mends(planFreeze, changed({ start: null }))).toEqual([
    ["Scene 7 back to where it was published, 8 Oct 10:00", 0],
  ]);
  expect(mends(planFreeze, joined("8T15:00"))).toEqual([]);
});

test("a finding is where the strip stands now, of those whose time changes", () => {
  expect(judge(planFreeze, changed({ start: "8T11:00", staff: ["Novitsky"] })).violations).toMatchObject([
    { span: { start: at("8T11:00"), end: at("8T11:30") }, strips: ["s7"], people: ["Dubrov", "Novitsky"] },
  ]);
  expect(judge(planFreeze, changed({ start: null })).violations).toMatchObject([
    { span: null, strips: ["s7"] },
  ]);
});

test.each<{ name: string; over: Over; concerns: boolean; turns?: readonly string[] }>([
  { name: "what was published", over: {}, concerns: true, turns: ["8T10:00", "8T10:00:01"] },
  {
    name: "the same elsewhere",
    over: { start: "9T14:00" },
    concerns: true,
    turns: ["8T10:00", "8T10:00:01"],
  },
  {
    name: "what was published before the freeze",
    over: { published: { publishedAt: at(FREE) } },
    concerns: false,
  },
  { name: "nothing where nothing was published", over: { published: null }, concerns: false },
  { name: "what goes by change request", over: { request: true }, concerns: false },
  { name: "what is shot", over: { status: "shot" }, concerns: false },
])("to the search it is of $name: $concerns", ({ over, concerns, turns }) => {
  const facts = factsOf(changed(over));
  const view = planFreeze.view({});
  const [placed] = facts.placed.values();
  expect(view.concerns(placed!, facts)).toBe(concerns);
  if (turns)
    expect(view.turns(placed!, facts)).toEqual([{ edge: placed!.span.start, at: turns.map((t) => at(t)) }]);
});

test("to the search it is of what comes new to a frozen day with station crew, and turns with the day", () => {
  const facts = factsOf(joined("8T15:00"));
  const view = planFreeze.view({});
  const others = [...facts.placed.values()].filter(({ strip }) => !facts.published.has(strip.id));
  expect(others.length).toBeGreaterThan(0);
  for (const placed of others) {
    expect(view.concerns(placed, facts)).toBe(true);
    expect(view.turns(placed, facts)).toEqual([{ edge: placed.span.start, at: shootDayTurns(facts.days) }]);
  }
});

test("to the search it is not of the film's own people who come new to a frozen day", () => {
  const { tables } = joined("8T15:00");
  const assignment = tables.assignment.map((each) =>
    each.stripId === "s12" ? row("assignment", "b", { ...each, personId: "Shipenko" }) : each,
  );
  const facts = factsOf(plan({ ...tables, assignment }));
  const of = (stripId: string) => planFreeze.view({}).concerns(facts.placed.get(stripId as never)!, facts);
  expect([of("s7"), of("s12")]).toEqual([true, false]);
});

test("to the search what was published before the freeze comes to a frozen day like what is new", () => {
  const { tables } = joined("8T15:00");
  const early = row("publishedStrip", "s12", {
    stripId: "s12",
    startsAt: at("8T15:00"),
    moduleId: "nauka",
    personIds: ["Novitsky"],
    publishedAt: at(FREE),
  });
  const facts = factsOf(plan({ ...tables, publishedStrip: [...tables.publishedStrip, early] }));
  const placed = facts.placed.get("s12" as never)!;
  const view = planFreeze.view({});
  expect(view.concerns(placed, facts)).toBe(true);
  expect(view.turns(placed, facts)).toEqual([{ edge: placed.span.start, at: shootDayTurns(facts.days) }]);
});
