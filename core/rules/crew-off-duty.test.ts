import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { PersonCategory } from "../model/person.ts";
import { crewOffDuty } from "./crew-off-duty.ts";
import { judge } from "./judge.ts";

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
