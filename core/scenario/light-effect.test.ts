import { describe, expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { plan, row, shootDays } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { STATION_2021 } from "../orbit/testing-station.ts";
import { lightEffect } from "./light-effect.ts";
import { lightOf } from "./snapshot.ts";

type SetRow = ReturnType<typeof set>;
const set = (label: string, usedFrom: string | null = null) => {
  const found = STATION_2021.find((each) => each.label === label);
  if (!found) throw new Error(label);
  return row("elementSet", label, {
    ...found,
    usedFrom: usedFrom ? instant(usedFrom) : null,
    usedUntil: null,
  });
};
const factsWith = (elementSet: readonly SetRow[], more: Partial<Parameters<typeof plan>[0]> = {}) => {
  const bare = plan({ shootDay: shootDays(8, 9), elementSet, ...more });
  return factsOf({ ...bare, light: lightOf(bare.tables) });
};

const sunset = factsWith([set("d")]).light.crossings.find(
  ({ kind, firstContact }) => kind === "sunset" && firstContact > instant("2021-10-09T10:00:00Z"),
);
if (!sunset) throw new Error("no sunset");
/** One take of 20 minutes by day that ends 4 s before the sunset of set d. */
const shoot = {
  module: [row("module", "nauka")],
  scene: [row("scene", "s", { number: "12", moduleId: "nauka", unit: "main" })],
  strip: [
    row("strip", "a", {
      sceneId: "s",
      moduleId: "nauka",
      startsAt: (Math.round(sunset.firstContact) - 1_204) as typeof sunset.firstContact,
      rigMin: 0,
      shootMin: 20,
      strikeMin: 0,
    }),
  ],
  setUp: [
    row("setUp", "u", { sceneId: "s", stripId: "a", light: "day", takes: 1, takeMin: 20, resetMin: 0 }),
  ],
};

describe("lightEffect", () => {
  test("the same orbit data does nothing", () => {
    const facts = factsWith([set("d")], shoot);
    const { days, strips } = lightEffect(facts, facts);
    expect(strips).toEqual([]);
    for (const { mostS, marginS, unknownMin } of days) {
      expect(mostS).toBe(0);
      expect(marginS.before).toBe(marginS.after);
      expect(unknownMin.before).toBe(unknownMin.after);
    }
  });

  test("an older set moves sunsets by seconds, widens margins, and costs a strip at the light's edge its minutes", () => {
    const effect = lightEffect(factsWith([set("d")], shoot), factsWith([set("c")], shoot));
    for (const { crossings, mostS, marginS } of effect.days) {
      expect(crossings).toBeGreaterThan(15);
      expect(Math.abs(mostS)).toBeGreaterThan(0);
      expect(Math.abs(mostS)).toBeLessThan(20);
      expect(marginS.after ?? 0).toBeGreaterThan(marginS.before ?? 99);
    }
    expect(effect.strips).toMatchObject([{ scene: "12", askedMin: 20 }]);
    const [strip] = effect.strips;
    expect(strip?.heldMin.before).toBeCloseTo(20, 5);
    expect(strip?.heldMin.after).toBeLessThan(20);
  });

  test("without orbit data everything is lost, with it everything is gained", () => {
    const [known, none] = [factsWith([set("d")], shoot), factsWith([], shoot)];
    expect(lightEffect(known, none).strips[0]?.heldMin).toMatchObject({ after: 0 });
    const gained = lightEffect(none, known);
    expect(gained.strips[0]?.heldMin.before).toBe(0);
    expect(gained.days[0]?.unknownMin.before).toBeGreaterThan(600);
    expect(gained.days[0]?.unknownMin.after).toBeCloseTo(0, 3);
    expect(gained.days[0]?.marginS.before).toBeNull();
  });
});
