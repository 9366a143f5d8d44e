import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { commandById } from "../model/command/index.ts";
import type { Tables } from "../model/entities.ts";
import { applyPatch } from "../model/patch.ts";
import { type Checked, startCheck } from "../rules/check.ts";
import { repairsFor, seekRepairs } from "./repairs.ts";
import { ways } from "./ways/index.ts";

const OFF = [
  "rig-time",
  "crew-time-ledger",
  "meal-break",
  "training-gate",
  "jobs-filled",
  "aboard",
  "exercise",
];
const aboard = (id: string) => row("person", id);

type Rows = Partial<{ readonly [N in keyof Tables]: readonly ReturnType<typeof row<N>>[] }>;

/** Scenes 1 and 2, an hour each in Nauka, Dubrov and Shipenko behind the camera; Dubrov sleeps from 21:30. */
const planOf = (rows: Rows = {}) =>
  startCheck(
    plan({
      person: [aboard("dubrov"), aboard("shipenko")],
      module: [row("module", "nauka"), row("module", "zvezda", { order: 1 })],
      hatch: [row("hatch", "h", { fromModuleId: "nauka", toModuleId: "zvezda" })],
      shootDay: shootDays(8, 9),
      shootWindow: [row("shootWindow", "w")],
      scene: ["1", "2"].map((id) => row("scene", id, { moduleId: "nauka" })),
      strip: [
        row("strip", "s1", {
          sceneId: "1",
          startsAt: at("8T21:00"),
          moduleId: "nauka",
          shootMin: minutes(60),
        }),
        row("strip", "s2", {
          sceneId: "2",
          startsAt: at("8T20:00"),
          moduleId: "nauka",
          shootMin: minutes(60),
        }),
      ],
      setUp: ["1", "2"].map((id) =>
        row("setUp", `${id}A`, {
          sceneId: id,
          stripId: `s${id}`,
          takes: 2,
          takeMin: minutes(30),
          resetMin: minutes(0),
        }),
      ),
      assignment: [
        row("assignment", "a1", { stripId: "s1", job: "camera", personId: "dubrov" }),
        row("assignment", "a2", { stripId: "s2", job: "camera", personId: "shipenko" }),
      ],
      crewBlock: [
        row("crewBlock", "b", {
          personId: "dubrov",
          kind: "sleep",
          startsAt: at("8T21:30"),
          durationMin: minutes(60),
        }),
      ],
      ruleSetting: OFF.map((id) => row("ruleSetting", id, { isEnabled: false })),
      ...rows,
    }),
  );

const findingOf = ({ report }: Checked, ruleId: string) => {
  const found = report.findings.find((f) => f.ruleId === ruleId && f.kind === "violation");
  if (!found) throw new Error(`the plan keeps ${ruleId}`);
  return found;
};
const offersOf = (checked: Checked, ruleId: string) => repairsFor(checked, findingOf(checked, ruleId)).offers;

const changedStrips = (change: (strip: Tables["strip"][number]) => Tables["strip"][number]) => {
  const { snapshot, after } = planOf();
  return after({ ...snapshot, tables: { ...snapshot.tables, strip: snapshot.tables.strip.map(change) } });
};

test("every way stands in the list, under its own file name", () => {
  const files = readdirSync(`${import.meta.dirname}/ways`).map((file) => file.replace(/\.ts$/, ""));
  expect(ways.map(({ id }) => id).toSorted()).toEqual(files.filter((file) => file !== "index").toSorted());
});

test("what mends a finding and breaks nothing else is offered, each in another way or on another day", () => {
  const offers = offersOf(planOf(), "sleep");
  // Of Shipenko no sleep is in the plan: with them on camera it could not be judged, so that this comes last.
  expect(offers.map(({ words, left }) => [words, left])).toEqual([
    ["Scene 1 to 8 Oct 19:00", null],
    ["Scene 1 to 9 Oct 06:00", null],
    ["Set-up A of scene 1 in 1 take instead of 2", null],
    ["shipenko for dubrov on scene 1 (camera operator)", null],
  ]);
});

test("each offer, carried out, leaves what it says and breaks nothing hard that was whole", () => {
  const checked = planOf();
  const hard = ({ report }: Checked) =>
    report.findings.filter((f) => f.kind === "violation" && f.level === "hard").map((f) => f.ruleId);
  for (const { commandId, input } of offersOf(checked, "sleep")) {
    const { tables } = checked.snapshot;
    const patch = commandById(commandId)?.bind(input).resolve(tables);
    const edited = patch?.ok ? applyPatch(tables, patch.value) : null;
    if (!edited?.ok) throw new Error("the edit is refused");
    const after = startCheck({ ...checked.snapshot, tables: edited.value });
    expect(hard(after)).not.toContain("sleep");
    expect(hard(checked)).toEqual(expect.arrayContaining(hard(after)));
  }
});

test("a must in the boneyard is offered places on different days, those that cost least first", () => {
  const boneyard = changedStrips((s) => (s.id === "s1" ? { ...s, startsAt: null, moduleId: null } : s));
  const words = offersOf(boneyard, "must-scenes").map((offer) => offer.words);
  expect(words).toHaveLength(2);
  expect(words[0]).toMatch(/^Place scene 1 on 8 Oct \d\d:\d\d$/);
  expect(words[1]).toMatch(/^Place scene 1 on 9 Oct \d\d:\d\d$/);
});

test("what an offer makes worse is named by rule, amount and whom; so is what it makes better", () => {
  const clash = changedStrips((s) => (s.id === "s2" ? { ...s, startsAt: at("8T21:00") } : s));
  const [first] = offersOf(clash, "module-exclusive");
  expect(first?.left).toBeNull();
  expect(first?.better).toContainEqual({
    tone: "hard",
    title: "Sleep",
    named: "sleep",
    change: "30 min, mended",
    message: "dubrov: 30 min of scene 1 in sleep (8 Oct 21:30–22:00).",
  });
});

test("what lessens a finding comes after what mends it, with what is left in its unit", () => {
  const long = planOf({
    setUp: [
      row("setUp", "1A", {
        sceneId: "1",
        stripId: "s1",
        takes: 3,
        takeMin: minutes(20),
        resetMin: minutes(0),
      }),
    ],
    crewBlock: [
      row("crewBlock", "b", {
        personId: "dubrov",
        kind: "sleep",
        startsAt: at("8T21:10"),
        durationMin: minutes(60),
      }),
    ],
  });
  const offers = offersOf(long, "sleep");
  expect(offers.map(({ left }) => left)).toEqual([null, null, null, "10 min"]);
});

test("a pinned strip is not touched, and the sentence says so; nothing is offered for what is unknown", () => {
  const pinned = changedStrips((s) => ({ ...s, isPinned: true }));
  const finding = findingOf(pinned, "sleep");
  expect(repairsFor(pinned, finding)).toEqual({
    offers: [],
    said: "Scene 1 is pinned: unpin to look for another place. Left to do: change several things by hand, take the scene to the boneyard and ask Why not?, or have it waived with a signature.",
  });
  expect(repairsFor(pinned, { ...finding, kind: "unknown" }).offers).toEqual([]);
});

test("what was tried is said where nothing mends it", () => {
  // Both sleep all day and for days: nobody else, no other time, however few takes; and the film is not finished without the scene.
  const busy = planOf({
    shootDay: shootDays(8),
    setUp: [
      row("setUp", "1A", {
        sceneId: "1",
        stripId: "s1",
        takes: 1,
        takeMin: minutes(60),
        resetMin: minutes(0),
      }),
    ],
    crewBlock: ["dubrov", "shipenko"].map((personId) =>
      row("crewBlock", personId, {
        personId,
        kind: "sleep",
        startsAt: at("8T00:00"),
        durationMin: minutes(1_440),
      }),
    ),
  });
  const { offers, said } = repairsFor(busy, findingOf(busy, "sleep"));
  expect(offers.map(({ words }) => words)).toEqual([]);
  expect(said).toBe(
    "Tried one by one: another time on any day, somebody else on the jobs, another module, fewer takes, the place of another scene, which goes elsewhere, leaving the scene out, the place of a scene that matters less. None of it mends this without breaking something else. Left to do: change several things by hand, take the scene to the boneyard and ask Why not?, or have it waived with a signature.",
  );
});

test("the whole book is asked a bounded number of times, and says how often", () => {
  const checked = planOf();
  const seeking = seekRepairs(checked, findingOf(checked, "sleep"), { judged: 2 });
  const asked = [];
  for (let step = seeking.next(); !step.done; step = seeking.next()) asked.push(step.value);
  expect(asked).toEqual([1, 2]);
});
