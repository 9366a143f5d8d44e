import { expect, test } from "vitest";
import { at, plan, row, span } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { PersonId } from "../model/ids.ts";
import { callsOf } from "./duty.ts";
import { meetings } from "./meetings.ts";

const { placed, blocksOf } = factsOf(
  plan({
    person: [row("person", "ann")],
    scene: [row("scene", "7")],
    strip: ["8T10:00", "8T12:00"].map((start, i) =>
      row("strip", `s${i}`, { sceneId: "7", startsAt: at(start) }),
    ),
    assignment: ["s0", "s1"].map((stripId) =>
      row("assignment", stripId, { stripId, job: "direct", personId: "ann" }),
    ),
    crewBlock: (
      [
        ["late", "duty", "8T10:20", 30],
        ["early", "duty", "8T09:00", 61],
        ["meal", "meal", "8T10:00", 30],
        ["touching", "duty", "8T10:30", 90],
      ] as const
    ).map(([id, kind, start, durationMin]) =>
      row("crewBlock", id, { personId: "ann", kind, startsAt: at(start), durationMin }),
    ),
  }),
);
const ann = "ann" as PersonId;
const calls = callsOf(ann, [...placed.values()]);
const met = (kinds: Parameters<typeof meetings>[2]) =>
  meetings(calls, blocksOf.get(ann), kinds).map(({ placed: { strip }, blocks }) => [
    strip.id,
    blocks.map(({ block }) => block.id),
  ]);

test("calls that meet blocks of some kinds, with those in order of start", () => {
  expect(met(["duty"])).toEqual([["s0", ["early", "late"]]]);
  expect(met(["meal"])).toEqual([["s0", ["meal"]]]);
  expect(met(["duty", "meal"])).toEqual([["s0", ["early", "meal", "late"]]]);
  expect(met(["sleep"])).toEqual([]);
});

test("a meeting holds the call, and when each block is", () => {
  const [first] = meetings(calls, blocksOf.get(ann), ["meal"]);
  expect(first?.call.span).toEqual(span("8T10:00", "8T10:30"));
  expect(first?.blocks[0]?.span).toEqual(span("8T10:00", "8T10:30"));
});

test("without calls or blocks nobody meets", () => {
  expect(meetings([], blocksOf.get(ann), ["duty"])).toEqual([]);
  expect(meetings(calls, undefined, ["duty"])).toEqual([]);
});
