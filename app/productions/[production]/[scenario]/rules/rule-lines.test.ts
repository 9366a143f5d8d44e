import { describe, expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row } from "#core/model/build.ts";
import type { Entity, Tables } from "#core/model/entities.ts";
import { check } from "#core/rules/check.ts";
import { sleep } from "#core/rules/sleep.ts";
import { ruleSections, waiverLines } from "./rule-lines.ts";

/** Dubrov films for 45 min, of which 30 in his sleep period, and that is waived. */
const { tables } = plan({
  person: [row("person", "dubrov"), row("person", "novitsky")],
  scene: [row("scene", "1", { moduleId: "nauka" })],
  module: [row("module", "nauka")],
  strip: [
    row("strip", "s1", { sceneId: "1", startsAt: at("8T21:15"), moduleId: "nauka", shootMin: minutes(45) }),
  ],
  setUp: [row("setUp", "1A", { sceneId: "1", stripId: "s1" })],
  assignment: [row("assignment", "a1", { stripId: "s1", job: "camera", personId: "dubrov" })],
  crewBlock: [
    row("crewBlock", "b", {
      ...{ personId: "dubrov", kind: "sleep", startsAt: at("8T21:30"), durationMin: minutes(510) },
    }),
  ],
  waiver: [
    row("waiver", "w", {
      ...{ ruleId: "sleep", stripIds: ["s1"], signedBy: "V. Solovyov", amount: 30 },
      ...{ startsAt: at("8T06:00"), endsAt: at("9T06:00") },
    }),
  ],
});
const startsAt = (start: ReturnType<typeof at> | null): Partial<Tables> => ({
  strip: tables.strip.map((strip) => ({ ...strip, startsAt: start })),
});
const signed = (over: Partial<Entity<"waiver">>): Partial<Tables> => ({
  waiver: tables.waiver.map((waiver) => ({ ...waiver, ...over })),
});
const said = (over: Partial<Tables>) => {
  const snapshot = { ...plan({}), tables: { ...tables, ...over } };
  const [line] = waiverLines(snapshot.tables, check(snapshot, [sleep]));
  return `${line?.state}: ${line?.words}`;
};

describe("what has become of a waiver", () => {
  test.each<{ name: string; over: Partial<Tables>; says: RegExp }>([
    { name: "nothing", over: {}, says: /^in use: .*dubrov/i },
    {
      name: "its strip moved where nothing breaks",
      over: startsAt(at("8T10:00")),
      says: /^not needed: Nothing breaks/,
    },
    {
      name: "its strip moved into the next day",
      over: signed({ endsAt: at("8T21:40") }),
      says: /^lapsed: .*Not covered: it lies outside the time that was signed for\.$/,
    },
    {
      name: "the amount grew",
      over: startsAt(at("8T21:20")),
      says: /^lapsed: .*Not covered: it has grown beyond the 30 min.* that V\. Solovyov signed for\.$/,
    },
    {
      name: "it is for somebody else",
      over: signed({ personIds: ["novitsky"] as never }),
      says: /^lapsed: .*Not covered: dubrov is not in what was signed for\.$/,
    },
    {
      name: "its rule cannot be judged",
      over: {
        ...signed({ ruleId: "own:odd" }),
        ownRule: [row("ownRule", "odd", { title: "Odd", shape: "at-most", params: { most: -900 } })],
      },
      says: /^not known: .*was not judged: its parameters do not fit/,
    },
    {
      name: "its strip went to the boneyard",
      over: startsAt(null),
      says: /^not needed: Its strips are in the boneyard\.$/,
    },
    {
      name: "its strip is gone",
      over: signed({ stripIds: [] }),
      says: /^not needed: Its strips are not there any more\.$/,
    },
    {
      name: "its rule is off",
      over: { ruleSetting: [row("ruleSetting", "sleep", { isEnabled: false })] },
      says: /^not needed: Its rule is switched off\.$/,
    },
    {
      name: "its rule was an own one, and is gone",
      over: signed({ ruleId: "own:b7c1" }),
      says: /^not needed: The rule that it waives is gone\.$/,
    },
  ])("$name", ({ over, says }) => expect(said(over)).toMatch(says));

  /** At most half an hour of Dubrov in the whole plan, and 15 min over it are waived. */
  const own = {
    ownRule: [
      row("ownRule", "half", {
        ...{ title: "Little of Dubrov", shape: "total-at-most" },
        params: { what: { by: "person", value: "dubrov" }, mostMin: 30, per: "plan" },
      }),
    ],
    ...signed({ ruleId: "own:half", amount: 15 }),
  };
  const with2 = (shootMin: number) => ({
    ...own,
    scene: [...tables.scene, row("scene", "2", { moduleId: "nauka" })],
    strip: [
      ...tables.strip,
      row("strip", "s2", {
        sceneId: "2",
        startsAt: at("8T10:00"),
        moduleId: "nauka",
        shootMin: minutes(shootMin),
      }),
    ],
    setUp: [...tables.setUp, row("setUp", "2A", { sceneId: "2", stripId: "s2" })],
    assignment: [
      ...tables.assignment,
      row("assignment", "a2", { stripId: "s2", job: "camera", personId: "dubrov" }),
    ],
  });

  test("what came in beside it is named, and whether the amount has grown by it", () => {
    expect(said(own)).toMatch(/^in use: /);
    expect(said(with2(10))).toMatch(
      /^lapsed: .*Not covered: it has grown beyond the 15 min over that V\. Solovyov signed for, and scene 2 is not in what was signed for\.$/,
    );
    const roomy = { ...with2(10), ...signed({ ruleId: "own:half", amount: 60 }) };
    expect(said(roomy)).toMatch(/^lapsed: .*Not covered: scene 2 is not in what was signed for\.$/);
  });
});

test("own rules that cannot all be kept have the finding on the row of each, and no others have it", () => {
  const before = (id: string, first: string, second: string) =>
    row("ownRule", id, {
      ...{ title: id, shape: "before" },
      params: { first: { by: "scene", value: first }, second: { by: "scene", value: second } },
    });
  const ownRule = [before("ab", "1", "2"), before("ba", "2", "1"), before("a", "1", "3")];
  const scene = ["1", "2", "3"].map((id) => row("scene", id));
  const snapshot = plan({ scene, ownRule });
  const own = ruleSections(snapshot, check(snapshot, []), "/p").at(-1)?.lines ?? [];
  expect(own.map(({ sentence, found }) => `${sentence}: ${found.map(({ text }) => text)}`)).toEqual([
    "a: ",
    "ab: 1 unknown",
    "ba: 1 unknown",
  ]);
});
