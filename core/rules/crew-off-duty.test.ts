import { expect, test } from "vitest";
import { overlaps } from "../base/interval.ts";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { PersonCategory } from "../model/person.ts";
import { crewOffDuty } from "./crew-off-duty.ts";
import { judge } from "./judge.ts";
import { mends, offersOf } from "./testing-mends.ts";

interface Over {
  readonly category?: PersonCategory;
  readonly consented?: number;
  readonly blocks?: boolean;
}
/** Calls of 30 min; pre-sleep 19:30–21:30 on 8 October. */
const calledAt = (
  starts: readonly string[],
  { category = "expedition-crew", consented = 0, blocks = true }: Over = {},
) =>
  plan({
    shootDay: shootDays(8, 9),
    person: [row("person", "Dubrov", { category })],
    scene: starts.map((_, i) => row("scene", `${i + 7}`)),
    strip: starts.map((start, i) => row("strip", `s${i + 7}`, { sceneId: `${i + 7}`, startsAt: at(start) })),
    assignment: starts.map((_, i) =>
      row("assignment", `a${i}`, { stripId: `s${i + 7}`, job: "direct", personId: "Dubrov" }),
    ),
    crewBlock: blocks
      ? [
          row("crewBlock", "pre", {
            personId: "Dubrov",
            kind: "pre-sleep",
            startsAt: at("8T19:30"),
            durationMin: minutes(120),
          }),
        ]
      : [],
    consent:
      consented > 0
        ? [row("consent", "c1", { personId: "Dubrov", date: "2021-10-08", minutes: minutes(consented) })]
        : [],
  });

test.each([
  { name: "until pre-sleep is on duty", start: "8T19:00", consented: 0, over: 0 },
  { name: "one minute into it costs one", start: "8T19:01", consented: 0, over: 1 },
  { name: "wholly in it costs all", start: "8T20:00", consented: 0, over: 30 },
  { name: "consent covers it", start: "8T20:00", consented: 30, over: 0 },
  { name: "a minute short of consent costs one", start: "8T20:00", consented: 29, over: 1 },
])("$name", ({ start, consented, over }) => {
  expect(judge(crewOffDuty, calledAt([start], { consented })).amount).toBe(over);
});

test("consent of a day is spent once, earliest call first", () => {
  const { violations, messages } = judge(crewOffDuty, calledAt(["8T20:30", "8T19:40"], { consented: 40 }));
  expect(violations.map((v) => [v.strips, v.amount])).toEqual([[["s7"], 20]]);
  expect(messages).toEqual([
    "Dubrov: 20 min of scene 7 in pre-sleep without consent (8 Oct 20:30–21:00; 10 min by consent).",
  ]);
});

test("hard for the station's crew, soft for the film's, nothing for the ground", () => {
  const levels = (category: PersonCategory) =>
    judge(crewOffDuty, calledAt(["8T20:00"], { category })).violations.map((v) => v.level);
  expect(levels("expedition-crew")).toEqual(["hard"]);
  expect(levels("film-crew")).toEqual(["soft"]);
  expect(levels("ground-crew")).toEqual([]);
});

test("what is soft costs points by the minute, as many as are set; what is hard is not for points", () => {
  const points = (category: PersonCategory, params: object = {}) =>
    judge(crewOffDuty, calledAt(["8T20:00"], { category }), params).violations.map((v) => [
      v.amount,
      v.points,
    ]);
  expect(points("film-crew")).toEqual([[30, 30]]);
  expect(points("film-crew", { pointsPerMinute: 0.5 })).toEqual([[30, 15]]);
  expect(points("expedition-crew")).toEqual([[30, 0]]);
});

test("without such time in the plan near a call it cannot judge", () => {
  expect(judge(crewOffDuty, calledAt(["8T20:00"], { blocks: false })).findings).toEqual([
    "Dubrov: no post-sleep, pre-sleep or off-duty time in the plan within a day of the call. | unknown | no span | s7",
  ]);
});

test("says who, how long, in what, and when", () => {
  expect(judge(crewOffDuty, calledAt(["8T19:15"])).findings).toEqual([
    "Dubrov: 15 min of scene 7 in pre-sleep without consent (8 Oct 19:30–19:45). | 15 hard | 8T19:30–8T19:45 | s7 | Dubrov",
  ]);
});

/** Whether the search may not put the strip where it stands, for it is forbidden there (bars) or not asked of anybody (caution). */
const isKeptOut = (told: "bars" | "caution", { tables, light }: ReturnType<typeof calledAt>) => {
  const facts = factsOf({ tables, light });
  return [...facts.placed.values()].some((placed) =>
    crewOffDuty
      .view({})
      [told](placed, facts)
      .some(({ part, never }) => never.some((n) => overlaps(n, part))),
  );
};

test.each([
  { category: "expedition-crew", start: "8T20:00", bars: true, caution: false },
  { category: "film-crew", start: "8T20:00", bars: false, caution: true },
  { category: "film-crew", start: "8T19:01", bars: false, caution: true },
  { category: "film-crew", start: "8T19:00", bars: false, caution: false },
  { category: "ground-crew", start: "8T20:00", bars: false, caution: false },
] as const)("the search keeps the $category's time at $start: bars $bars, caution $caution", (of) => {
  const snapshot = calledAt([of.start], of);
  expect([isKeptOut("bars", snapshot), isKeptOut("caution", snapshot)]).toEqual([of.bars, of.caution]);
  const nobody = { ...snapshot, tables: { ...snapshot.tables, person: [] } };
  expect(isKeptOut("caution", nobody)).toBe(false);
});

test("nobody's times bar a ground crew's call, also where none are in the plan", () => {
  const without = (category: PersonCategory) =>
    isKeptOut("bars", calledAt(["8T20:00"], { category, blocks: false }));
  expect([without("ground-crew"), without("film-crew"), without("expedition-crew")]).toEqual([
    false,
    true,
    true,
  ]);
});

test("consent is one person's own, and frees nobody else", () => {
  const { tables, ...rest } = calledAt(["8T20:00"], { consented: 30 });
  const consent = tables.consent.map((c) => ({ ...c, personId: "anton" as typeof c.personId }));
  const others = { ...rest, tables: { ...tables, consent } };
  expect([isKeptOut("bars", { ...rest, tables }), isKeptOut("bars", others)]).toEqual([false, true]);
  expect(judge(crewOffDuty, others).amount).toBe(30);
});

test("every stretch of it is told", () => {
  const snapshot = calledAt(["8T19:15"]);
  const blocks = [
    { ...snapshot.tables.crewBlock[0], durationMin: minutes(5) },
    { ...snapshot.tables.crewBlock[0], id: "later", kind: "off-duty", startsAt: at("8T19:40") },
  ] as unknown as typeof snapshot.tables.crewBlock;
  expect(
    judge(crewOffDuty, { ...snapshot, tables: { ...snapshot.tables, crewBlock: blocks } }).messages,
  ).toEqual([
    "Dubrov: 10 min of scene 7 in pre-sleep and off-duty time without consent (8 Oct 19:30–19:35, 8 Oct 19:40–19:45).",
  ]);
});

test.each(["ship", "landing"] as const)("of the %s no such times need to be in the plan", (unit) => {
  const { tables, light, ...rest } = calledAt(["8T20:00"], { blocks: false });
  const scene = tables.scene.map((s) => ({ ...s, unit }));
  expect(judge(crewOffDuty, { ...rest, light, tables: { ...tables, scene } }).findings).toEqual([]);
});

test("offers to ask for consent, beside what is given", () => {
  const offered = [["20 min more of Dubrov’s own time on 8 Oct, if they consent", 0]];
  expect(mends(crewOffDuty, calledAt(["8T20:00"], { consented: 10 }))).toEqual(offered);
  expect(mends(crewOffDuty, calledAt(["8T19:20"]))).toEqual(offered);
});

test("asks for more of what is given to them for that date, or for the first of it", () => {
  const { tables, ...rest } = calledAt(["8T20:00"], { consented: 10 });
  const of = (personId: string, date: string) =>
    row("consent", `${personId} ${date}`, { personId, date, minutes: minutes(15) });
  const others = [of("Anton", "2021-10-08"), of("Dubrov", "2021-10-09")];
  const asked = (...consent: typeof tables.consent) =>
    offersOf(crewOffDuty, { ...rest, tables: { ...tables, consent } });
  expect(asked(...others, ...tables.consent)).toEqual([
    { commandId: "change-row", input: { entity: "consent", id: "c1", changes: { minutes: 30 } } },
  ]);
  expect(asked(...others)).toEqual([
    {
      commandId: "add-rows",
      input: {
        rows: [
          {
            entity: "consent",
            row: {
              ...{ id: "Dubrov-2021-10-08-asked", personId: "Dubrov", date: "2021-10-08", minutes: 30 },
              ...{ note: "To be asked", source: "Asked for" },
            },
          },
        ],
      },
    },
  ]);
});
