import { expect, test } from "vitest";
import { type EpochSeconds, minutes } from "../../base/quantity.ts";
import { at, plan, row, shootDays } from "../../model/build.ts";
import { startCheck } from "../../rules/check.ts";
import { withPlacements } from "../placement.ts";
import { putBack } from "./put-back.ts";
import { judgeOf } from "./verdict.ts";

const strip = (id: string, startsAt: string) =>
  row("strip", id, {
    sceneId: id,
    startsAt: at(startsAt),
    moduleId: "zvezda",
    rigMin: minutes(15),
    shootMin: minutes(30),
    strikeMin: minutes(10),
  });
const snapshot = plan({
  shootDay: shootDays(7, 8),
  module: [row("module", "zvezda")],
  scene: [row("scene", "a", { moduleId: "zvezda" }), row("scene", "b", { moduleId: "zvezda" })],
  strip: [strip("a", "7T09:00"), strip("b", "7T11:00")],
});
const { tables } = snapshot;
const free = tables.strip;
const bare = {
  ...snapshot,
  tables: { ...tables, strip: free.map((s) => ({ ...s, startsAt: null, moduleId: null })) },
};
/** The plan with both strips moved. */
const moved = () => {
  const to = { moduleId: tables.module[0]!.id, rigMin: minutes(15), shootMin: minutes(30) };
  const placements = free.map(({ id }, i) => ({ ...to, stripId: id, startsAt: at(`8T${10 + i}:00`) }));
  const today = startCheck(snapshot);
  return {
    judged: judgeOf(today, bare),
    best: today.after({ ...snapshot, tables: withPlacements(tables, placements) }),
  };
};
const startsIn = ({ snapshot: { tables: now } }: ReturnType<typeof moved>["best"]) =>
  now.strip.map(({ startsAt }) => startsAt);
const WAS: readonly EpochSeconds[] = [at("7T09:00"), at("7T11:00")];
const IS: readonly EpochSeconds[] = [at("8T10:00"), at("8T11:00")];

test("a strip goes back to where it stood where the plan is no worse for it", () => {
  const { best, judged } = moved();
  const accepts = () => true;
  expect(startsIn(putBack(best, { free, judged, accepts, isOver: () => false }))).toEqual(WAS);
});

test("and stays where the plan would be", () => {
  const { best, judged } = moved();
  const accepts = (after: typeof best) => after.snapshot.tables.strip[0]?.startsAt === IS[0];
  expect(startsIn(putBack(best, { free, judged, accepts, isOver: () => false }))).toEqual([IS[0], WAS[1]]);
});

test("when the time is over nothing more goes back", () => {
  const { best, judged } = moved();
  let asked = 0;
  const isOver = () => asked++ > 0;
  expect(startsIn(putBack(best, { free, judged, accepts: () => true, isOver }))).toEqual([WAS[0], IS[1]]);
});
