import fc from "fast-check";
import { expect, test } from "vitest";
import { minutes } from "../../base/quantity.ts";
import { seededRandom } from "../../base/random.ts";
import { at, plan, row, shootDays } from "../../model/build.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { type Checked, startCheck } from "../../rules/check.ts";
import { randomlyEdited } from "../../rules/testing-edits.ts";
import { compile } from "./compile.ts";
import { bareOf, partedBy } from "./fixed.ts";
import { lengthsOf } from "./lengths.ts";
import { judgedToday } from "./today.ts";
import { viewsOf } from "./views.ts";
import { waysFrom } from "./ways.ts";

const PEOPLE = ["mara", "oleg"] as const;
const each = <T>(make: (personId: string, d: number) => T): readonly T[] =>
  PEOPLE.flatMap((personId) => [7, 8, 9].map((d) => make(personId, d)));
const block = (kind: "sleep" | "post-sleep" | "meal", from: string, min: number) =>
  each((personId, d) =>
    row("crewBlock", `${kind}-${personId}-${d}`, {
      personId,
      kind,
      startsAt: at(`${d}T${from}`),
      durationMin: minutes(min),
    }),
  );
const SCENES = Array.from({ length: 6 }, (_, i) => ({
  id: `${i}`,
  stripId: `strip-${i}`,
  moduleId: i % 2 === 0 ? "zvezda" : "nauka",
  personId: PEOPLE[i % 3 === 0 ? 0 : 1],
  shootMin: minutes(30 + 10 * i),
  startsAt: i < 3 ? { startsAt: at(`${7 + i}T09:00`), rigMin: minutes(60) } : null,
}));
/** Three days, two people aboard, six scenes of which three stand. */
const PLAN: ScenarioSnapshot = plan({
  person: PEOPLE.map((id) => row("person", id)),
  flight: [row("flight", "up", { hatchAt: at("1T15:00") })],
  seat: PEOPLE.map((personId) => row("seat", `s-${personId}`, { flightId: "up", personId })),
  shootDay: shootDays(7, 8, 9),
  module: [row("module", "zvezda"), row("module", "nauka")],
  hatch: [row("hatch", "h", { fromModuleId: "zvezda", toModuleId: "nauka" })],
  crewBlock: [
    ...block("sleep", "21:30", 510),
    ...block("post-sleep", "06:00", 60),
    ...block("meal", "12:00", 60),
    ...PEOPLE.map((personId) =>
      row("crewBlock", `night-${personId}`, {
        personId,
        kind: "sleep",
        startsAt: at("6T21:30"),
        durationMin: minutes(510),
      }),
    ),
  ],
  scene: SCENES.map(({ id, moduleId }) => row("scene", id, { moduleId })),
  strip: SCENES.map(({ id, stripId, moduleId, shootMin, startsAt }) =>
    row("strip", stripId, {
      sceneId: id,
      rigMin: minutes(15),
      shootMin,
      strikeMin: minutes(10),
      ...(startsAt && { ...startsAt, moduleId }),
    }),
  ),
  setUp: SCENES.map(({ id, stripId, shootMin }) =>
    row("setUp", `u-${id}`, { sceneId: id, stripId, takeMin: shootMin, jobs: ["camera"] }),
  ),
  assignment: SCENES.map(({ id, stripId, personId }) =>
    row("assignment", `a-${id}`, { stripId, job: "camera", personId }),
  ),
});

/** How many strips had somewhere to stand in them. */
let placed = 0;

/** What the search is told of a plan, looking at all and at most of its ways. */
function told({ snapshot, facts, report }: Checked, isWarm: boolean) {
  const parted = partedBy(snapshot, facts, "free");
  const known = isWarm ? { tables: snapshot.tables, facts } : undefined;
  const views = viewsOf(bareOf(snapshot, parted.free), undefined, known);
  const lengths = lengthsOf(snapshot, facts);
  const ways = waysFrom(views, lengths, facts.placed, 10);
  const compiled = (["own", "most", "all"] as const).map((look) => {
    const made = compile({ views, lengths, ways, parted, from: facts.placed, look: () => look });
    if (!made) throw new Error("Left off.");
    const { strict, start, unjudged, nowhere, inTheWay } = made;
    const numbers = Array.from({ length: strict.classes }, (_, i) => i);
    placed += strict.items.filter(({ options }) => options.length > 0).length;
    const transitions = [null, ...numbers].map((before) =>
      numbers.map((now) => strict.transition(before, now)),
    );
    return { strict, relaxed: made.relaxed(), transitions, start, unjudged, nowhere, inTheWay };
  });
  return JSON.stringify({ report, compiled });
}

/** The same plan of rows that nobody has seen before: nothing that is kept is of them. */
const copied = (snapshot: ScenarioSnapshot): ScenarioSnapshot => structuredClone(snapshot);

test("a plan that is planned after others of its states is planned as if from nothing", () => {
  let planned = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed);
      const states = [PLAN];
      for (let tries = 0; tries < 12 && states.length < 6; tries++) {
        // As often from the first as from the last: plans are changed one way, and then another.
        const from = (random() < 0.5 ? states[0] : states.at(-1)) as ScenarioSnapshot;
        const tables = randomlyEdited(from.tables, random);
        if (tables) states.push({ ...from, tables });
      }
      const oneAfterAnother = states.map((state) => told(judgedToday(state), true));
      for (const [i, state] of states.entries())
        expect(oneAfterAnother[i]).toBe(told(startCheck(copied(state)), false));
      planned += states.length;
    }),
    { numRuns: 12 },
  );
  expect(planned).toBeGreaterThan(24);
  expect(placed).toBeGreaterThan(100);
});

type Change = (tables: ScenarioSnapshot["tables"]) => Partial<ScenarioSnapshot["tables"]>;
const CHANGES: Readonly<Record<string, Change>> = {
  "somebody else is assigned": (t) => ({
    assignment: t.assignment.map((a, i) => (i === 4 ? { ...a, personId: t.person[0]?.id ?? a.personId } : a)),
  }),
  "a strike takes longer": (t) => ({
    strip: t.strip.map((s, i) => (i === 4 ? { ...s, strikeMin: minutes(200) } : s)),
  }),
  "a set-up is lit by night": (t) => ({
    setUp: t.setUp.map((s, i) => (i === 4 ? { ...s, light: "night" } : s)),
  }),
  "a scene is in another module": (t) => ({
    scene: t.scene.map((s, i) => (i === 4 ? { ...s, moduleId: t.module[1]?.id ?? s.moduleId } : s)),
  }),
  "people rest for longer": () => ({
    houseRule: [row("houseRule", "turnaround", { params: { minRestHours: 14 } })],
  }),
  "a day is lost": (t) => ({ shootDay: t.shootDay.map((d, i) => (i === 1 ? { ...d, isClosed: true } : d)) }),
  "a person comes later": () => ({ flight: [row("flight", "up", { hatchAt: at("8T15:00") })] }),
};

test.each(Object.entries(CHANGES))("planned again as if from nothing after %s", (_, change) => {
  const changed = { ...PLAN, tables: { ...PLAN.tables, ...change(PLAN.tables) } };
  const before = told(judgedToday(PLAN), true);
  const after = told(judgedToday(changed), true);
  expect(after).not.toBe(before);
  expect(after).toBe(told(startCheck(copied(changed)), false));
});
