import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutes } from "../../base/quantity.ts";
import { at, plan, row, shootDays } from "../../model/build.ts";
import { commandById } from "../../model/command/index.ts";
import type { StripId } from "../../model/ids.ts";
import { applyPatch } from "../../model/patch.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { check, startCheck } from "../../rules/check.ts";
import { titleOf } from "../../rules/in-force.ts";
import { rules } from "../../rules/index.ts";
import { effectOf } from "../../scenario/effect.ts";
import { withPlacements } from "../placement.ts";
import { caseOf } from "./case.ts";
import { conflictOf } from "./conflict.ts";
import { ruleIn, stayingIn } from "./member.ts";
import { stripsToAsk, whyNot } from "./why.ts";

const s7 = "s7" as StripId;
const MORNING = { startsAt: at("8T08:00"), endsAt: at("8T12:00") };

/** A window of a morning in which scene 8 of two hours stands in Zvezda; scene 7 of an hour has no place yet. */
function morning({
  eight = {},
  ...more
}: Parameters<typeof plan>[0] & {
  readonly eight?: Parameters<typeof row<"strip">>[2];
} = {}): ScenarioSnapshot {
  return plan({
    shootDay: shootDays(8),
    shootWindow: [row("shootWindow", "main", MORNING)],
    module: [row("module", "nauka"), row("module", "zvezda")],
    hatch: [row("hatch", "between", { fromModuleId: "nauka", toModuleId: "zvezda" })],
    scene: [row("scene", "7", { moduleId: "nauka" }), row("scene", "8", { moduleId: "zvezda" })],
    strip: [
      row("strip", "s7", { sceneId: "7", rigMin: minutes(60) }),
      row("strip", "s8", {
        sceneId: "8",
        startsAt: at("8T09:00"),
        moduleId: "zvezda",
        rigMin: minutes(60),
        shootMin: minutes(60),
        ...eight,
      }),
    ],
    setUp: [
      row("setUp", "7A", { sceneId: "7", stripId: "s7" }),
      row("setUp", "8A", { sceneId: "8", stripId: "s8" }),
    ],
    ...more,
  });
}
const duty = (id: string, from: string, min: number) =>
  row("crewBlock", id, { personId: "ann", startsAt: at(from), durationMin: minutes(min) });
/** Ann directs scene 7, and is aboard. */
const withAnn = (more: Parameters<typeof plan>[0]) =>
  morning({
    person: [row("person", "ann", { firstFlight: false })],
    flight: [row("flight", "up"), row("flight", "down", { direction: "down", hatchAt: at("16T20:00") })],
    seat: [
      row("seat", "up", { flightId: "up", personId: "ann" }),
      row("seat", "down", { flightId: "down", personId: "ann" }),
    ],
    assignment: [row("assignment", "a7", { stripId: "s7", job: "direct", personId: "ann" })],
    ...more,
  });
const only = (snapshot: ScenarioSnapshot, ...ids: readonly string[]): ScenarioSnapshot => ({
  ...snapshot,
  tables: {
    ...snapshot.tables,
    ruleSetting: rules
      .filter((rule) => !ids.includes(rule.id))
      .map((rule) => row("ruleSetting", rule.id, { isEnabled: false })),
  },
});

const membersOf = (snapshot: ScenarioSnapshot): readonly string[] | "free" | null => {
  const found = caseOf(snapshot, s7);
  const conflict = found && conflictOf(found);
  return conflict && ("free" in conflict ? "free" : conflict.members);
};

describe("what keeps a scene out", () => {
  test.each([
    { name: "nothing", snapshot: morning(), members: "free" },
    {
      name: "its module is closed",
      snapshot: morning({
        stationEvent: [
          row("stationEvent", "e", {
            startsAt: at("8T07:00"),
            durationMin: minutes(600),
            moduleIds: ["nauka"],
          }),
        ],
      }),
      members: ["rule station-events"],
    },
    {
      name: "every day is lost",
      snapshot: morning({ shootDay: shootDays(8).map((day) => ({ ...day, isClosed: true })) }),
      members: ["rule inside-window"],
    },
    {
      name: "who directs it is on duty all morning",
      snapshot: only(withAnn({ crewBlock: [duty("d", "8T08:00", 240)] }), "station-duty", "inside-window"),
      members: ["rule station-duty"],
    },
    {
      name: "duty leaves too little before the window ends",
      snapshot: only(withAnn({ crewBlock: [duty("d", "8T08:00", 215)] }), "station-duty", "inside-window"),
      members: ["rule station-duty", "rule inside-window"],
    },
    {
      name: "another stands there, in the same module",
      snapshot: only(
        morning({
          eight: { startsAt: at("8T08:10"), moduleId: "nauka", shootMin: minutes(170) },
        }),
        "module-exclusive",
        "inside-window",
      ),
      members: ["stays s8", "rule module-exclusive"],
    },
  ])("$name", ({ snapshot, members }) => {
    const found = membersOf(snapshot);
    expect(Array.isArray(found) ? [...found].sort() : found).toEqual(
      Array.isArray(members) ? [...members].sort() : members,
    );
  });
});

/** Blocks of duty and strips of the same director, of which some leave room and some do not. */
const aMorning = fc.record({
  duties: fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 23 }), long: fc.integer({ min: 1, max: 12 }) }),
    {
      maxLength: 3,
    },
  ),
  other: fc.record({ from: fc.integer({ min: 0, max: 20 }), long: fc.integer({ min: 2, max: 14 }) }),
  /** Minutes that the module is taken from eight on. */
  event: fc.constantFrom(0, 100, 300),
});

test("against the checker: the set cannot hold at any start, without any one member it can, and what is said of a member is so", () => {
  const ids = ["station-duty", "inside-window", "no-double-booking", "module-exclusive", "station-events"];
  fc.assert(
    fc.property(aMorning, ({ duties, other, event }) => {
      const clock = (step: number) =>
        at(`8T${String(8 + Math.floor(step / 6)).padStart(2, "0")}:${step % 6}0`);
      const snapshot = only(
        withAnn({
          crewBlock: duties.map(({ from, long }, i) =>
            row("crewBlock", `d${i}`, {
              personId: "ann",
              startsAt: clock(from),
              durationMin: minutes(long * 10),
            }),
          ),
          stationEvent:
            event > 0
              ? [
                  row("stationEvent", "e", {
                    startsAt: at("8T08:00"),
                    durationMin: minutes(event),
                    moduleIds: ["nauka"],
                  }),
                ]
              : [],
          strip: [
            row("strip", "s7", { sceneId: "7" }),
            row("strip", "s8", {
              sceneId: "8",
              startsAt: clock(other.from),
              moduleId: "zvezda",
              shootMin: minutes(other.long * 10),
            }),
          ],
          assignment: [
            row("assignment", "a7", { stripId: "s7", job: "direct", personId: "ann" }),
            row("assignment", "a8", { stripId: "s8", job: "direct", personId: "ann" }),
          ],
        }),
        ...ids,
      );
      const found = caseOf(snapshot, s7);
      const conflict = found && conflictOf(found);
      if (!found || !conflict) throw new Error("There is a case.");
      const goesIn = (kept: readonly string[]): boolean => {
        const stays = kept.some((m) => stayingIn(m as never) !== null);
        const strip = snapshot.tables.strip.map((s) =>
          s.id === "s8" && !stays ? { ...s, startsAt: null } : s,
        );
        const some = rules.filter((rule) => kept.includes(`rule ${rule.id}`));
        const bare = startCheck({ ...snapshot, tables: { ...snapshot.tables, strip } }, some);
        return found.alone.shootAt.some((startsAt) => {
          const here = {
            stripId: s7,
            startsAt,
            moduleId: found.scene.moduleId,
            rigMin: minutes(0),
            shootMin: minutes(30),
          };
          const tables = withPlacements(bare.snapshot.tables, [here]);
          return effectOf(bare.report, bare.after({ ...snapshot, tables }).report).breaks.length === 0;
        });
      };
      if ("free" in conflict) {
        expect(goesIn(["stays s8", ...ids.map((id) => `rule ${id}`)])).toBe(true);
        return;
      }
      expect(conflict.members.every((m) => ruleIn(m) !== null || stayingIn(m) === "s8")).toBe(true);
      expect(goesIn(conflict.members)).toBe(false);
      for (const member of conflict.members)
        expect(goesIn(conflict.members.filter((m) => m !== member))).toBe(true);
      // Of each that is told, whether the whole plan and the whole book would leave room without it.
      const everything = ["stays s8", ...ids.map((id) => `rule ${id}`)];
      const why = whyNot(snapshot, s7, () => true);
      for (const { is, ruleId, isEnough, text } of why?.conflict.slice(1) ?? []) {
        const own = is === "stays" ? "stays s8" : `rule ${ruleId}`;
        expect(isEnough).toBe(goesIn(everything.filter((m) => m !== own)));
        expect(text.includes("not enough")).toBe(!isEnough);
      }
      for (const { ruleId } of why?.others ?? []) expect(goesIn([`rule ${ruleId}`])).toBe(false);
    }),
    { numRuns: 60 },
  );
});

describe("ways out", () => {
  const closed = morning({
    stationEvent: [
      row("stationEvent", "e", { startsAt: at("8T07:00"), durationMin: minutes(600), moduleIds: ["nauka"] }),
    ],
  });

  test("each is an edit after which the scene is in and nothing hard breaks that did not before", () => {
    const why = whyNot(closed, s7);
    expect(why?.conflict.map(({ text }) => text)).toEqual([
      "Scene 7, STATION (must), is in: 45 min from rig to strike at the least in nauka, begun between 8 Oct 08:00 and 8 Oct 11:55.",
      expect.stringContaining("Station events keep their modules"),
    ]);
    expect(why?.ways.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["another-module", "waive"]));
    const before = check(closed);
    for (const { edit, waives } of why?.ways ?? []) {
      if (!edit) continue;
      const patch = commandById(edit.commandId)?.bind(edit.input).resolve(closed.tables);
      const after = patch?.ok ? applyPatch(closed.tables, patch.value) : null;
      if (!after?.ok) throw new Error(JSON.stringify(edit));
      expect(after.value.strip.find((s) => s.id === s7)?.startsAt).not.toBeNull();
      const { breaks } = effectOf(before, check({ ...closed, tables: after.value }));
      expect(breaks.map((f) => f.ruleId)).toEqual(waives ? [waives.ruleId] : []);
    }
  });

  test.each([
    { name: "that may move goes to where the call leaves room", earliest: "7T20:00", offers: true },
    { name: "without room in its span stays", earliest: "8T08:00", offers: false },
  ])("a block $name", ({ earliest, offers }) => {
    const block = { ...duty("d", "8T08:00", 215), earliestAt: at(earliest), latestAt: at("8T12:00") };
    const busy = only(withAnn({ crewBlock: [block] }), "station-duty", "inside-window");
    const moves = whyNot(busy, s7)?.ways.filter(({ kind }) => kind === "move-block") ?? [];
    expect(moves.length > 0).toBe(offers);
    for (const { words } of moves) expect(words).toMatch(/^Move .*'s duty to \d+ Oct \d\d:\d\d$/);
  });

  /** What is offered of one kind, and the plan after it. */
  const offered = (snapshot: ScenarioSnapshot, of: string) =>
    (whyNot(snapshot, s7)?.ways ?? [])
      .filter(({ kind }) => kind === of)
      .map(({ words, price, edit, grantedBy }) => {
        const patch = edit && commandById(edit.commandId)?.bind(edit.input).resolve(snapshot.tables);
        const after = patch?.ok ? applyPatch(snapshot.tables, patch.value) : null;
        if (!after?.ok) throw new Error(JSON.stringify(edit));
        return { words, price, grantedBy, tables: after.value };
      });

  test("jobs that nobody does go to who may do them: whoever does them elsewhere is tried first", () => {
    const people = ["ann", "bob"] as const;
    const jobless = withAnn({
      person: people.map((id) => row("person", id, { firstFlight: false, shortName: id })),
      seat: people.flatMap((id) =>
        ["up", "down"].map((flightId) => row("seat", `${flightId}-${id}`, { flightId, personId: id })),
      ),
      setUp: [
        row("setUp", "7A", { sceneId: "7", stripId: "s7", jobs: ["direct"] }),
        row("setUp", "8A", { sceneId: "8", stripId: "s8", jobs: ["direct"] }),
      ],
      assignment: [row("assignment", "a8", { stripId: "s8", job: "direct", personId: "bob" })],
    });
    const found = offered(only(jobless, "jobs-filled", "inside-window"), "fill-jobs");
    expect(found.map(({ words }) => words)).toEqual(
      expect.arrayContaining(["Have bob as director on scene 7", "Have ann as director on scene 7"]),
    );
    for (const { tables } of found) expect(tables.assignment).toHaveLength(2);
    // Bob directs scene 8 meanwhile.
    const strict = only(jobless, "jobs-filled", "inside-window", "aboard", "no-double-booking");
    for (const { tables } of offered(strict, "fill-jobs"))
      expect(tables.strip.find(({ id }) => id === s7)?.startsAt).not.toBeNull();
  });

  test.each([
    { from: "8T08:00", to: "8T08:15", says: "Have the window close 15 min later, 8 Oct 08:30" },
    { from: "8T08:00", to: "8T08:25", says: "Have the window close 5 min later, 8 Oct 08:30" },
  ])("a window from $from to $to is too short: $says", ({ from, to, says }) => {
    const short = only(
      morning({
        shootWindow: [row("shootWindow", "main", { startsAt: at(from), endsAt: at(to) })],
        strip: [row("strip", "s7", { sceneId: "7" })],
      }),
      "inside-window",
    );
    const [nearest, ...others] = offered(short, "longer-window");
    expect([nearest?.words, ...others.map(({ words }) => words)]).toContain(says);
    expect(nearest?.grantedBy).toBe("station");
  });

  test("the conflict is told first, then every way out as it is found, the cheapest first", () => {
    const told: (readonly number[])[] = [];
    const why = whyNot(
      closed,
      s7,
      () => false,
      (so) => {
        expect(so).toMatchObject({ isCut: true, conflict: expect.any(Array), lead: expect.any(String) });
        told.push(so.ways.map(({ price }) => price));
      },
    );
    expect(told[0]).toEqual([]);
    expect(told.map((prices) => prices.length)).toEqual(told.map((_, i) => i));
    for (const prices of told) expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(told.at(-1)).toHaveLength(why?.ways.length ?? -1);
  });

  test("the cheapest comes first", () => {
    const prices = whyNot(closed, s7)?.ways.map(({ price }) => price) ?? [];
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });

  test("time that is up before it begins leaves the conflict, and says so", () => {
    const why = whyNot(closed, s7, () => true);
    expect(why?.conflict.length).toBe(2);
    expect(why?.ways).toEqual([]);
    expect(why).toMatchObject({ isCut: true, notes: [] });
  });
});

describe("bad input", () => {
  const shot = morning({
    setUp: [
      row("setUp", "7A", { sceneId: "7", stripId: "s7", isShot: true }),
      row("setUp", "8A", { sceneId: "8" }),
    ],
  });
  test.each([
    {
      name: "no such scene",
      snapshot: morning(),
      number: "99",
      says: "There is no scene 99. The plan has 2 scenes: 7 and 8.",
    },
    {
      name: "no number",
      snapshot: morning(),
      number: "",
      says: "Nothing names a scene. The plan has 2 scenes: 7 and 8.",
    },
    {
      name: "in already",
      snapshot: morning(),
      number: "8",
      says: "Scene 8 is in: 1 strip, from 8 Oct 09:00.",
    },
    {
      name: "all shot",
      snapshot: shot,
      number: "7",
      says: "Scene 7 has no set-up that is still to be shot.",
    },
    {
      name: "without a strip",
      snapshot: morning({ strip: [] }),
      number: "7",
      says: "Scene 7 has no strip, so that nothing of it can be placed. Give it one on the board.",
    },
  ])("$name", ({ snapshot, number, says }) => {
    expect(stripsToAsk(snapshot, { number })).toEqual({ ok: false, error: says });
  });

  test("a unit without a window: a sentence, and no conflict", () => {
    const why = whyNot(morning({ shootWindow: [] }), s7);
    expect(why?.notes).toEqual(["Scene 7 has no shoot window: its unit is given none in this plan."]);
    expect(why?.conflict).toEqual([]);
  });

  test("a plan without shoot days: a sentence, and no conflict", () => {
    const why = whyNot(morning({ shootDay: [] }), s7);
    expect(why).toMatchObject({ free: null, conflict: [], ways: [] });
    expect(why?.notes).toEqual([expect.stringMatching(/^The plan has no shoot days/)]);
  });

  test("a strip that is placed, or not there, has no answer", () => {
    expect(whyNot(morning(), "s8" as StripId)).toBeNull();
    expect(whyNot(morning(), "gone" as StripId)).toBeNull();
  });

  test("what alone is in the way is told first, with the amount that its findings add up to", () => {
    const busy = only(withAnn({ crewBlock: [duty("d", "8T08:00", 215)] }), "station-duty", "inside-window");
    const why = whyNot(busy, s7, () => true);
    const [, first] = why?.conflict ?? [];
    const [, title, by, messages] =
      /only “(.+)” is in the way, by (\d+) min\. (.*)/.exec(why?.lead ?? "") ?? [];
    expect(first?.parts?.title).toBe(title);
    expect(first?.text).toContain(messages);
    const sum = [...(messages ?? "").matchAll(/(\d+) min/g)].reduce((all, [, min]) => all + Number(min), 0);
    expect(sum).toBe(Number(by));
  });

  test("a scene that nobody can play is told by the rule about it", () => {
    const nobody = morning({
      setUp: [row("setUp", "7A", { sceneId: "7", stripId: "s7", jobs: ["direct"] })],
    });
    expect(membersOf(nobody)).toEqual(["rule jobs-filled"]);
  });

  test("rules that each keep it out by themselves are all told", () => {
    const both = morning({
      shootDay: shootDays(8).map((day) => ({ ...day, isClosed: true })),
      setUp: [row("setUp", "7A", { sceneId: "7", stripId: "s7", jobs: ["direct"] })],
    });
    const why = whyNot(both, s7, () => true);
    const told = [...(why?.conflict ?? []), ...(why?.others ?? [])].filter(({ is }) => is === "rule");
    expect(told.map(({ ruleId }) => ruleId).sort()).toEqual(["inside-window", "jobs-filled"]);
    // Neither is enough, and that is said of the one that could be read so.
    expect(told.some(({ isEnough }) => isEnough)).toBe(false);
    expect(why?.conflict[1]?.text).toContain(
      `To give it up alone is not enough within the window of today: “${titleOf(why?.others[0]?.ruleId ?? "", both.tables)}” keeps it out even so.`,
    );
  });

  test("what no start can be judged by is a note, not what keeps it out", () => {
    const unknown = only(withAnn({ flight: [], seat: [] }), "aboard", "inside-window");
    const free = whyNot(unknown, s7);
    expect(free?.free).not.toBeNull();
    expect(free?.notes).toEqual([
      "Wherever scene 7 could stand, aboard cannot judge it for want of data: it is asked as if that were kept.",
    ]);
    const lost = {
      ...unknown.tables,
      shootDay: unknown.tables.shootDay.map((day) => ({ ...day, isClosed: true })),
    };
    expect(membersOf({ ...unknown, tables: lost })).toEqual(["rule inside-window"]);
  });
});
