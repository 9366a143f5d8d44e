import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlaps } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds, minutes } from "../base/quantity.ts";
import { at, plan, row, span } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { ModuleId, PersonId } from "../model/ids.ts";
import {
  blocksInOrder,
  engagementsIn,
  homeOf,
  meeting,
  modulesWith,
  placementsInOrder,
  remembered,
  sidesWithout,
} from "./whereabouts.ts";

type Block = Parameters<typeof row<"crewBlock">>[2];
const block = (id: string, start: string, durationMin: number, over: Block = {}) =>
  row("crewBlock", id, { personId: "ann", startsAt: at(start), durationMin: minutes(durationMin), ...over });

test("what is remembered is made once for each thing that it is made from", () => {
  let made = 0;
  const length = remembered((of: readonly number[]) => {
    made++;
    return of.length;
  });
  const three = [1, 2, 3];
  expect([length(three), length(three), length([1]), made]).toEqual([3, 3, 1, 2]);
});

test("what meets a span is all that overlaps it, in order of start, whatever the order of rows", () => {
  const aBlock = fc.record({
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 30 }),
  });
  const aSpan = fc.record({
    from: fc.integer({ min: -5, max: 70 }),
    length: fc.integer({ min: 1, max: 20 }),
  });
  const T = at("8T10:00");
  fc.assert(
    fc.property(fc.array(aBlock, { maxLength: 12 }), aSpan, (drawn, { from, length }) => {
      const blocks = drawn.map((b, i) =>
        row("crewBlock", `b${i}`, {
          personId: "ann",
          startsAt: epochSeconds(T + b.from * 60),
          durationMin: minutes(b.length),
        }),
      );
      const asked = { start: epochSeconds(T + from * 60), end: epochSeconds(T + (from + length) * 60) };
      const all = blocks
        .filter((b) => b.durationMin > 0)
        .filter((b) =>
          overlaps({ start: b.startsAt, end: epochSeconds(b.startsAt + b.durationMin * 60) }, asked),
        )
        .sort((a, b) => a.startsAt - b.startsAt || a.durationMin - b.durationMin || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
      const ids = (rows: typeof blocks) => meeting(blocksInOrder(rows), asked).map(({ block: { id } }) => id);
      expect(ids(blocks)).toEqual(all);
      expect(ids(blocks.toReversed())).toEqual(all);
    }),
    { numRuns: 400 },
  );
});

/** Ann is called for scene 7 in Nauka from 10:00 to 10:30; her other hours are the given blocks. */
const factsWith = (...crewBlock: readonly ReturnType<typeof block>[]) =>
  factsOf(
    plan({
      person: [row("person", "ann", { segments: ["USOS"] }), row("person", "bob")],
      module: [
        row("module", "zarya", { order: 2, facilities: ["sleep"] }),
        row("module", "nauka", { order: 1, facilities: ["sleep", "toilet"] }),
        row("module", "node", { order: 3, segment: "USOS", facilities: ["sleep"] }),
        row("module", "annex", { order: 3, segment: "USOS", facilities: ["sleep"] }),
      ],
      exerciseDevice: [row("exerciseDevice", "velo", { moduleId: "zarya" })],
      scene: [row("scene", "7")],
      strip: [row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00"), moduleId: "nauka" })],
      assignment: [row("assignment", "a", { stripId: "s7", job: "direct", personId: "ann" })],
      crewBlock,
    }),
  );
const ann = "ann" as PersonId;

describe("what a person is engaged in", () => {
  const engaged = (facts: ReturnType<typeof factsWith>, from: string, to: string) =>
    engagementsIn(span(from, to), ann, facts).map(
      ({ is, moduleId }) => `${"call" in is ? is.placed.strip.id : is.id} ${moduleId}`,
    );

  test("calls and blocks in order of start, each where it is", () => {
    const facts = factsWith(
      block("run", "8T10:10", 60, { kind: "exercise", deviceId: "velo", moduleId: "nauka" }),
      block("cargo", "8T09:00", 90, { moduleId: "nauka" }),
      block("desk", "8T08:00", 30),
      block("gone", "8T11:00", 30, { kind: "exercise", deviceId: "lost", moduleId: "node" }),
    );
    expect(engaged(facts, "8T10:00", "8T10:20")).toEqual(["cargo nauka", "s7 nauka", "run zarya"]);
    expect(engaged(facts, "8T10:30", "8T11:10")).toEqual(["run zarya", "gone node"]);
    expect(engaged(facts, "8T08:00", "8T08:10")).toEqual(["desk null"]);
    expect(engaged(facts, "8T11:30", "8T12:00")).toEqual([]);
  });

  test("of several calls those of the span, and nobody else's, however their strips overlap", () => {
    const calls = [
      ["s1", "8T08:00", "nauka", "ann"],
      ["s2", "8T10:00", "zarya", "bob"],
      ["s4", "8T10:10", "zarya", "ann"],
      ["s3", "8T10:10", "nauka", "ann"],
      ["s5", "8T12:00", "node", "ann"],
    ] as const;
    const facts = factsOf(
      plan({
        person: [row("person", "ann"), row("person", "bob")],
        scene: [row("scene", "7")],
        strip: calls.map(([id, start, moduleId]) =>
          row("strip", id, { sceneId: "7", startsAt: at(start), moduleId }),
        ),
        assignment: calls.flatMap(([stripId, , , personId]) => [
          row("assignment", `${stripId} ${personId}`, { stripId, job: "direct", personId }),
          row("assignment", `${stripId} other`, { stripId, job: "camera", personId: "bob" }),
        ]),
        crewBlock: [block("desk", "8T10:05", 60)],
      }),
    );
    expect(engaged(facts, "8T10:00", "8T10:30")).toEqual(["desk null", "s3 nauka", "s4 zarya"]);
    expect(engaged(facts, "8T10:40", "8T12:00")).toEqual(["desk null"]);
    expect(engaged(facts, "8T12:00", "8T12:01")).toEqual(["s5 node"]);
    const bobs = engagementsIn(span("8T09:00", "8T10:10"), "bob" as PersonId, facts);
    expect(bobs.map(({ is }) => "call" in is && is.placed.strip.id)).toEqual(["s2"]);
  });

  test("nothing of who is neither called nor in a block", () => {
    expect(engagementsIn(span("8T10:00", "8T10:20"), "bob" as PersonId, factsWith())).toEqual([]);
    expect(engaged(factsWith(), "8T10:00", "8T10:20")).toEqual(["s7 nauka"]);
  });
});

describe("where a person is taken to be", () => {
  const home = (when: string, ...blocks: readonly ReturnType<typeof block>[]) => {
    const facts = factsWith(...blocks);
    return homeOf(facts.people.get(ann)!, at(when) as EpochSeconds, facts);
  };
  const bed = (id: string, start: string, moduleId: string | null) =>
    block(id, start, 510, { kind: "sleep", moduleId });

  test("where they slept last, or before that where they will", () => {
    const beds = [bed("b2", "9T21:30", "zarya"), bed("b1", "7T21:30", "nauka")];
    expect(home("8T10:00", ...beds)).toBe("nauka");
    expect(home("9T21:30", ...beds)).toBe("zarya");
    expect(home("9T21:29", ...beds)).toBe("nauka");
    expect(home("6T10:00", ...beds)).toBe("nauka");
    expect(
      home("8T10:00", bed("b1", "7T21:30", null), block("duty", "7T10:00", 60, { moduleId: "zarya" })),
    ).toBe("annex");
  });

  test("else in the first quarters of their segment; nowhere where there are none", () => {
    expect(home("8T10:00")).toBe("annex");
    const facts = factsWith();
    expect(homeOf({ ...facts.people.get(ann)!, segments: [] }, at("8T10:00"), facts)).toBeNull();
    expect(homeOf(facts.people.get(ann)!, at("8T10:00"), { ...facts, modules: new Map() })).toBeNull();
  });
});

test("modules with a facility come in their order, of equals by id", () => {
  const { modules } = factsWith();
  const ids = (facility: "sleep" | "toilet" | "galley") =>
    modulesWith(modules)
      .get(facility)
      ?.map(({ id }) => id as string);
  expect(ids("sleep")).toEqual(["nauka", "zarya", "annex", "node"]);
  expect(ids("toilet")).toEqual(["nauka"]);
  expect(ids("galley")).toBeUndefined();
});

test("placements come with the length of the longest", () => {
  const { inOrder } = factsWith();
  expect(placementsInOrder(inOrder)).toEqual({ entries: inOrder, longest: 1_800 });
  expect(placementsInOrder([])).toEqual({ entries: [], longest: 0 });
});

test("without a module the station falls into parts, those that hang together", () => {
  const neighbours = new Map<ModuleId, readonly ModuleId[]>(
    Object.entries({ a: ["b"], b: ["a", "c", "d"], c: ["b", "e"], d: ["b"], e: ["c"], x: [] }) as never,
  );
  const parts = (held: string) => {
    const byPart = new Map<number, string[]>();
    for (const [id, part] of sidesWithout(held as ModuleId, neighbours))
      byPart.set(part, [...(byPart.get(part) ?? []), id]);
    return [...byPart].map(([part, ids]) => `${part} ${ids.sort().join("")}`);
  };
  expect(parts("b")).toEqual(["0 a", "1 ce", "2 d", "3 x"]);
  expect(parts("c")).toEqual(["0 abd", "1 e", "2 x"]);
  expect(parts("b")).toEqual(["0 a", "1 ce", "2 d", "3 x"]);
  expect(parts("elsewhere")).toEqual(["0 abcde", "1 x"]);
});
