import { expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import { jsonSchemas } from "./answers/index.ts";
import { bundleFile, bundleOf, perigee } from "./testing-cli.ts";

/** Two days; the director sleeps, and on both whole days the module is taken. */
const tables = {
  shootDay: shootDays(8, 9),
  shootWindow: [row("shootWindow", "main", { startsAt: at("8T06:00"), endsAt: at("9T21:30") })],
  module: [row("module", "nauka"), row("module", "zvezda")],
  scene: [row("scene", "7", { moduleId: "nauka" }), row("scene", "8", { moduleId: "zvezda" })],
  strip: [
    row("strip", "s7", { sceneId: "7" }),
    row("strip", "s8", { sceneId: "8", startsAt: at("8T10:00"), moduleId: "zvezda", rigMin: minutes(60) }),
  ],
  setUp: [
    row("setUp", "7A", { sceneId: "7", stripId: "s7" }),
    row("setUp", "8A", { sceneId: "8", stripId: "s8" }),
  ],
  stationEvent: [
    row("stationEvent", "stowage", {
      startsAt: at("8T00:00"),
      durationMin: minutes(3 * 1_440),
      moduleIds: ["nauka"],
    }),
  ],
};
const file = bundleFile(bundleOf(plan(tables)));

test("a scene whose module is closed all the time: what keeps it out, and another module as a way", async () => {
  const { status, out } = await perigee(["why", file, "--scene", "7"]);
  expect(out).toContain("Scene 7 has no place.");
  expect(out).toContain("Station events keep their modules");
  expect(out).toMatch(/Shoot scene 7 in zvezda: from 8 Oct/);
  expect(status).toBe(1);
});

test("without a scene everything is asked about that must be shot and is not", async () => {
  const { status, out } = await perigee(["why", file, "--json"]);
  const answer = jsonSchemas.why.parse(JSON.parse(out));
  expect(answer.strips.map(({ scene }) => scene)).toEqual(["7"]);
  expect(answer.strips[0]?.conflict.map(({ ruleId }) => ruleId)).toEqual([null, "station-events"]);
  expect(status).toBe(1);
});

/** A morning that holds one of the two scenes. */
const narrow = bundleFile(
  bundleOf(
    plan({
      ...tables,
      stationEvent: [],
      shootDay: shootDays(8),
      shootWindow: [row("shootWindow", "main", { startsAt: at("8T08:00"), endsAt: at("8T10:20") })],
    }),
  ),
);

test("without a scene it is told first whether everything that must be shot fits together", async () => {
  const { status, out } = await perigee(["why", narrow, "--json"]);
  const { together, strips } = jsonSchemas.why.parse(JSON.parse(out));
  expect(together).toMatchObject({ is: "never", most: 1, conflicts: [{ scenes: ["7", "8"], most: 1 }] });
  expect(strips.map(({ scene }) => scene)).toEqual(["7"]);
  expect(status).toBe(1);
});

test("several scenes are asked about together, those that are in as well", async () => {
  const { out } = await perigee(["why", narrow, "--scene", "8,7"]);
  expect(out).toContain("The 2 strips cannot all be in, wherever they stand: 1 at the most, as is proved.");
  expect(out).toContain("Scenes 7 and 8 are all in, wherever they stand:");
  const { err } = await perigee(["why", narrow, "--scene", "7,99"]);
  expect(err).toContain("There is no scene 99.");
});

test.each([
  { name: "a scene that is in", scene: "8", says: "Scene 8 is in: 1 strip, from 8 Oct 10:00." },
  { name: "a scene that does not exist", scene: "99", says: "There is no scene 99." },
])("$name is wrong use", async ({ scene, says }) => {
  const { status, err } = await perigee(["why", file, "--scene", scene]);
  expect(err).toContain(says);
  expect(status).toBe(2);
});

test.each(["-1", "1e9", "soon"])("%s seconds is wrong use", async (seconds) => {
  const { status, err } = await perigee(["why", file, "--seconds", seconds]);
  expect(err).toContain(`--seconds takes seconds from 0 to 3600, not "${seconds}".`);
  expect(status).toBe(2);
});

test("a scene that nothing keeps out is told where it goes", async () => {
  const open = bundleFile(bundleOf(plan({ ...tables, stationEvent: [] })));
  const { status, out } = await perigee(["why", open, "--scene", "7"]);
  expect(out).toMatch(/^Nothing keeps scene 7 out: it goes in from 8 Oct/);
  expect(status).toBe(0);
});
