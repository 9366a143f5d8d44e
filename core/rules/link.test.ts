import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { link } from "./link.ts";
import { LIGHT, TWO_TAKES } from "./testing-light.ts";
import { repairsOf } from "./testing-repairs.ts";

const planWith = (start: string, over: Parameters<typeof plan>[0] = {}, light = LIGHT) =>
  plan(
    {
      scene: [row("scene", "5")],
      strip: [row("strip", "s5", { sceneId: "5", startsAt: at(start), shootMin: minutes(10) })],
      setUp: [row("setUp", "u", { sceneId: "5", stripId: "s5", groundLink: true, ...TWO_TAKES })],
      ...over,
    },
    light,
  );

// Ground site 10:10–10:20, relay 10:19–10:50, less their margins.
test.each([
  { name: "inside the site's pass", start: "8T10:10", which: "any", min: 0 },
  { name: "a minute early costs one", start: "8T10:09", which: "any", min: 1 },
  { name: "half a minute costs a started one", start: "8T10:09:30", which: "any", min: 1 },
  { name: "from site to relay without a break", start: "8T10:13", which: "any", min: 0 },
  { name: "only the site counts", start: "8T10:15", which: "ground-site", min: 4 },
  { name: "a reset needs no link", start: "8T10:14", which: "ground-site", min: 4 },
  { name: "only the relay counts", start: "8T10:10", which: "relay", min: 7 },
  { name: "with nobody at all", start: "8T11:00", which: "any", min: 8 },
])("$name", ({ start, which, min }) => {
  expect(judge(link, planWith(start), { link: which }).amount).toBe(min);
});

test("a set-up without a link asks for none", () => {
  const setUp = [row("setUp", "u", { sceneId: "5", stripId: "s5", ...TWO_TAKES })];
  expect(judge(link, planWith("8T11:00", { setUp })).findings).toEqual([]);
});

test("what cannot be told is unknown; nor can a plan be judged that knows of nobody to talk to", () => {
  expect(judge(link, planWith("8T12:10")).findings).toEqual([
    "Scene 5, set-up A: the link to the ground is not known (8 Oct 12:10–12:14, 8 Oct 12:16–12:20). A manoeuvre lies between. | unknown | 8T12:10–8T12:14 | s5",
  ]);
  expect(judge(link, planWith("8T10:10", {}, { ...LIGHT, passes: [] })).findings).toEqual([
    "Scene 5, set-up A: the link to the ground is not known (8 Oct 10:10–10:14, 8 Oct 10:16–10:20). No ground site or relay is known. | unknown | 8T10:10–8T10:14 | s5",
  ]);
});

test("ground and ship units are not judged", () => {
  expect(judge(link, planWith("8T11:00", { scene: [row("scene", "5", { unit: "ship" })] })).findings).toEqual(
    [],
  );
});

test("says how long nobody hears", () => {
  expect(judge(link, planWith("8T10:08")).findings).toEqual([
    "Scene 5: 2 min of set-up A without the link it asks for (8 Oct 10:08–10:10). | 2 hard | 8T10:08–8T10:10 | s5 | nobody",
  ]);
});

test("offers the nearest pass with room", () => {
  expect(repairsOf(link, planWith("8T10:50"))).toEqual(["s5 2021-10-08T10:40:00Z"]);
  expect(repairsOf(link, planWith("8T10:05"))).toEqual(["s5 2021-10-08T10:10:00Z"]);
});

test("of several set-ups those that ask are judged, each by itself", () => {
  const setUp = [false, true, true].map((groundLink, order) =>
    row("setUp", `u${order}`, {
      sceneId: "5",
      stripId: "s5",
      label: "ABC".charAt(order),
      order,
      groundLink,
      takeMin: minutes(4),
    }),
  );
  const strip = [row("strip", "s5", { sceneId: "5", startsAt: at("8T11:00"), shootMin: minutes(12) })];
  expect(judge(link, planWith("8T11:00", { setUp, strip })).findings).toEqual([
    "Scene 5: 4 min of set-up B without the link it asks for (8 Oct 11:04–11:08); 4 min of set-up C without the link it asks for (8 Oct 11:08–11:12). | 8 hard | 8T11:04–8T11:08 | s5 | nobody",
  ]);
});
