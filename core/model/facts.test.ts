import { expect, test } from "vitest";
import { at, plan, row } from "./build.ts";
import type { Entity } from "./entities.ts";
import { factsOf } from "./facts.ts";
import type { ModuleId, PersonId, StripId } from "./ids.ts";

const ANN = "ann" as PersonId;
const leg = (id: string, direction: "up" | "down", hatch: string) =>
  row("flight", id, { direction, hatchAt: at(hatch) });

/** Stays of a person with a seat on each leg; ∞ where no leg bounds them. */
const stays = (...legs: readonly Entity<"flight">[]) =>
  factsOf(
    plan({
      flight: legs,
      seat: legs.map((l) => row("seat", `seat-${l.id}`, { flightId: l.id, personId: "ann" })),
    }),
  )
    .aboard.get(ANN)
    ?.map(({ start, end }) => [start < at("1T00:00") ? "−∞" : start, end > at("31T00:00") ? "∞" : end]);

test.each([
  {
    name: "up and down",
    legs: [leg("u", "up", "5T15:00"), leg("d", "down", "16T20:41")],
    is: [["5T15:00", "16T20:41"]],
  },
  {
    name: "down before up in the table",
    legs: [leg("d", "down", "16T20:41"), leg("u", "up", "5T15:00")],
    is: [["5T15:00", "16T20:41"]],
  },
  { name: "who comes and stays", legs: [leg("u", "up", "5T15:00")], is: [["5T15:00", "∞"]] },
  { name: "who was there and leaves", legs: [leg("d", "down", "16T20:41")], is: [["−∞", "16T20:41"]] },
  {
    name: "twice",
    legs: [leg("d1", "down", "6T12:00"), leg("u", "up", "8T12:00"), leg("d2", "down", "16T20:41")],
    is: [
      ["−∞", "6T12:00"],
      ["8T12:00", "16T20:41"],
    ],
  },
])("aboard: $name", ({ legs, is }) => {
  const instants = is.map((ends) => ends.map((end) => (end.includes("∞") ? end : at(end))));
  expect(stays(...legs)).toEqual(instants);
});

test("no flight is known of who has no seat, or a seat on no known flight", () => {
  expect(stays()).toBeUndefined();
  const lost = factsOf(plan({ seat: [row("seat", "s", { flightId: "lost", personId: "ann" })] }));
  expect(lost.aboard.get(ANN)).toBeUndefined();
});

test("hatches between modules are counted along the shortest way", () => {
  // A ring of four (a b c d), e behind c, and f on its own.
  const ways = ["ab", "bc", "cd", "da", "ce"];
  const { hatchesBetween } = factsOf(
    plan({
      module: [..."abcdef"].map((id) => row("module", id)),
      hatch: ways.map((way) => row("hatch", way, { fromModuleId: way.charAt(0), toModuleId: way.charAt(1) })),
    }),
  );
  const between = (a: string, b: string) => hatchesBetween.get(a as ModuleId)?.get(b as ModuleId);
  expect(["a", "b", "c", "d", "e", "f"].map((to) => between("a", to))).toEqual([0, 1, 2, 1, 3, undefined]);
  expect(between("e", "a")).toBe(3);
  expect(between("f", "f")).toBe(0);
});

test("set-ups come in order, blocks and days by start, and only placed strips are placed", () => {
  const facts = factsOf(
    plan({
      scene: [row("scene", "7")],
      strip: [
        row("strip", "here", { sceneId: "7", startsAt: at("8T10:00") }),
        row("strip", "boneyard", { sceneId: "7" }),
      ],
      setUp: [
        row("setUp", "second", { sceneId: "7", stripId: "here", order: 2 }),
        row("setUp", "first", { sceneId: "7", stripId: "here", order: 1 }),
        row("setUp", "loose", { sceneId: "7", order: 3 }),
      ],
      crewBlock: [
        row("crewBlock", "late", { personId: "ann", startsAt: at("8T12:00"), durationMin: 10 }),
        row("crewBlock", "early", { personId: "ann", startsAt: at("8T08:00"), durationMin: 10 }),
      ],
    }),
  );
  expect([...facts.placed.keys()]).toEqual(["here"]);
  expect(facts.setUpsOfStrip.get("here" as StripId)?.map((s) => s.id)).toEqual(["first", "second"]);
  expect([...facts.setUpsOfScene.values()].map((s) => s.length)).toEqual([3]);
  expect(facts.blocksOf.get(ANN)?.map((b) => b.id)).toEqual(["early", "late"]);
});

test("launches are departures up, in order; who only came down was launched on none that is known", () => {
  const leg = (id: string, direction: "up" | "down", departs: string) =>
    row("flight", id, { direction, departsAt: at(departs) });
  const { launches } = factsOf(
    plan({
      flight: [
        leg("second", "up", "12T09:00"),
        leg("first", "up", "5T08:55"),
        leg("home", "down", "8T01:00"),
      ],
      seat: ["second", "first", "home"].map((id) => row("seat", id, { flightId: id, personId: "ann" })),
    }),
  );
  expect(launches.get(ANN)).toEqual([at("5T08:55"), at("12T09:00")]);
  expect(launches.get("bob" as PersonId)).toBeUndefined();
});

test("exercise is where its device is, else where its block says, else nowhere", () => {
  const block = (id: string, start: string, over: { deviceId?: string; moduleId?: string; kind?: "duty" }) =>
    row("crewBlock", id, {
      personId: "ann",
      kind: "exercise",
      startsAt: at(start),
      durationMin: 10,
      ...over,
    });
  const { exerciseIn } = factsOf(
    plan({
      exerciseDevice: [row("exerciseDevice", "velo", { moduleId: "zvezda" })],
      crewBlock: [
        block("late", "8T12:00", { deviceId: "velo" }),
        block("early", "8T08:00", { deviceId: "velo", moduleId: "nauka" }),
        block("bands", "8T10:00", { moduleId: "nauka" }),
        block("somewhere", "8T11:00", {}),
        block("work", "8T11:00", { moduleId: "zvezda", kind: "duty" }),
      ],
    }),
  );
  expect([...exerciseIn].map(([where, blocks]) => [where, blocks.map((b) => b.id)]).sort()).toEqual(
    [
      ["zvezda", ["early", "late"]],
      ["nauka", ["bands"]],
      [null, ["somewhere"]],
    ].sort(),
  );
});
