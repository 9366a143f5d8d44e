import { expect, test } from "vitest";
import { at, plan, row, span } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { Kit } from "../model/station.ts";
import { aboardFrom, isCard, isCharger, isDisk, kitAtWork, kitBound, piecesAboard } from "./kit-use.ts";

/** Rig 10:00–10:20, then set-ups of half an hour with this kit, strike until a quarter of an hour after. */
const usesOf = (which: typeof kitAtWork, ...setUps: readonly (readonly string[])[]) => {
  const facts = factsOf(
    plan({
      kit: [row("kit", "camera"), row("kit", "lens"), row("kit", "rail", { isBuiltIn: true })],
      scene: [row("scene", "7")],
      strip: [
        row("strip", "s7", {
          sceneId: "7",
          startsAt: at("8T10:00"),
          rigMin: 20,
          shootMin: 30 * setUps.length,
          strikeMin: 15,
        }),
      ],
      setUp: setUps.map((kitIds, order) =>
        row("setUp", `u${order}`, { sceneId: "7", stripId: "s7", order, kitIds: [...kitIds] }),
      ),
    }),
  );
  return [...facts.placed.values()].flatMap((placed) =>
    which(placed, facts.kit).map((use) => ({
      kit: use.kit.id as string,
      pieces: use.pieces,
      span: use.span,
    })),
  );
};

test("kit in the hand is at work while its set-ups are shot, each for itself", () => {
  expect(usesOf(kitAtWork, ["camera"], [], ["camera", "camera", "lens"])).toEqual([
    { kit: "camera", pieces: 1, span: span("8T10:20", "8T10:50") },
    { kit: "camera", pieces: 2, span: span("8T11:20", "8T11:50") },
    { kit: "lens", pieces: 1, span: span("8T11:20", "8T11:50") },
  ]);
});

test.each([
  { setUps: [["camera"], [], ["camera", "camera"]], pieces: 2, until: "8T11:50" },
  { setUps: [["camera", "camera"], [], ["camera"]], pieces: 2, until: "8T11:50" },
  { setUps: [["camera"], ["lens"]], pieces: 1, until: "8T10:50" },
])(
  "of $setUps the camera stays from its first set-up to its last, $pieces of it",
  ({ setUps, pieces, until }) => {
    expect(usesOf(kitBound, ...setUps).filter(({ kit }) => kit === "camera")).toEqual([
      { kit: "camera", pieces, span: span("8T10:20", until) },
    ]);
  },
);

test.each([kitAtWork, kitBound])(
  "what is built in is there from rig to strike, as many as one set-up uses",
  (which) => {
    expect(usesOf(which, ["rail"], ["rail", "rail"], ["rail"])).toEqual([
      { kit: "rail", pieces: 2, span: span("8T10:00", "8T12:05") },
    ]);
  },
);

test("what is not on the kit list is not counted", () => {
  expect(usesOf(kitBound, ["gone"])).toEqual([]);
});

test("an item is aboard from its own date, else from the hatch opening of its ship; where neither is known it is not there", () => {
  const { tables } = plan({
    flight: [
      row("flight", "up", { hatchAt: at("5T15:00") }),
      row("flight", "later", { hatchAt: at("9T15:00") }),
    ],
    kit: [
      row("kit", "early", { aboardFrom: at("1T00:00"), upFlightId: "later" }),
      row("kit", "shipped", { upFlightId: "up" }),
      row("kit", "lost", { upFlightId: "gone" }),
      row("kit", "unsaid"),
    ],
  });
  expect(tables.kit.map((item) => aboardFrom(item, tables.flight))).toEqual([
    at("1T00:00"),
    at("5T15:00"),
    null,
    null,
  ]);
  const there = (moment: string) => piecesAboard(tables.kit, tables.flight, at(moment)).map(({ id }) => id);
  expect(there("5T14:59")).toEqual(["early"]);
  expect(there("5T15:00")).toEqual(["early", "shipped"]);
});

test.each<{ what: string; fields: Partial<Kit>; is: readonly string[] }>([
  { what: "a camera", fields: {}, is: [] },
  { what: "what gives watts", fields: { chargeW: 60 }, is: ["charger"] },
  { what: "what holds GB", fields: { cardGb: 256 }, is: ["card"] },
  { what: "what holds GB and is copied to", fields: { cardGb: 4_000, copyGbPerMin: 12 }, is: ["disk"] },
  { what: "what copies and holds nothing", fields: { copyGbPerMin: 12 }, is: [] },
])("$what is $is", ({ fields, is }) => {
  const item = row("kit", "k", { chargeW: null, cardGb: null, copyGbPerMin: null, ...fields });
  const told = { charger: isCharger(item), card: isCard(item), disk: isDisk(item) };
  expect(Object.entries(told).flatMap(([name, yes]) => (yes ? [name] : []))).toEqual(is);
});
