import { expect, test } from "vitest";
import { plusMinutes } from "#core/base/instant.ts";
import { minutes } from "#core/base/quantity.ts";
import { tablesOf } from "#core/model/bundle.ts";
import type { Entity, EntityName, Tables } from "#core/model/entities.ts";
import type { Rule } from "#core/model/rule.ts";
import { escapePath } from "#core/rules/escape-path.ts";
import { freeLiquids } from "#core/rules/free-liquids.ts";
import { judge } from "#core/rules/judge.ts";
import { lampLevel } from "#core/rules/lamp-level.ts";
import { movementEnvelope } from "#core/rules/movement-envelope.ts";
import { noise } from "#core/rules/noise.ts";
import { restore } from "#core/rules/restore.ts";
import { thoroughfare } from "#core/rules/thoroughfare.ts";
import { ventilation } from "#core/rules/ventilation.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "./index.ts";

const { production, shared, scenarios } = theChallenge();
const main = scenarios[0]!;
const snapshot = snapshotOf(production, main.scenario, tablesOf(shared, main.tables));
const { tables } = snapshot;

const HARD = [thoroughfare, escapePath, movementEnvelope, ventilation, freeLiquids, restore];
test.each(HARD.map((rule) => ({ id: rule.id, rule })))(
  "Main keeps $id, and nothing of it is unknown",
  ({ rule }) => {
    const { messages, unknown } = judge(rule, snapshot);
    expect(messages).toEqual([]);
    expect(unknown).toEqual([]);
  },
);

test("every cable in a hatch comes apart; were it fixed, everyone's way to their ship is known", () => {
  const cabled = tables.setUp.filter(({ hatchCable }) => hatchCable !== "none");
  expect(cabled.map(({ sceneId, hatchCable }) => [sceneId, hatchCable])).toEqual([
    ["scene-3", "quick-disconnect"],
    ["scene-45", "quick-disconnect"],
  ]);
  const changed = setUps(...cabled.map(({ id }) => [id, { hatchCable: "fixed" }] as const));
  const { messages, unknown } = judge(escapePath, { ...snapshot, tables: changed });
  expect(unknown).toEqual([]);
  expect(messages).toEqual([
    "Scene 3: 31 min with a fixed cable through a hatch of Poisk, set-up A (13 Oct 09:10–09:41). It lies on the way of Shipenko, Peresild, Novitsky and Dubrov to their ship.",
    "Scene 45: 29 min with a fixed cable through a hatch of Nauka, set-up A (12 Oct 14:10–14:39). It lies on the way of Shipenko, Peresild, Novitsky, Dubrov and Shkaplerov to their ship.",
  ]);
});

test("on the station as it was, sync sound is a guide track nearly everywhere", () => {
  expect(judge(noise, snapshot).violations.length).toBeGreaterThan(20);
});

/** The seed with rows of one table changed. */
const withRows = <N extends EntityName>(
  name: N,
  change: (row: Entity<N>) => Partial<Entity<N>> | null,
): Tables => ({
  ...tables,
  [name]: tables[name].map((row) => ({ ...row, ...change(row as Entity<N>) })),
});
const setUps = (...changes: readonly (readonly [id: string, change: Partial<Entity<"setUp">>])[]) => {
  const byId = new Map(changes);
  return withRows("setUp", (s) => byId.get(s.id) ?? null);
};

const held = tables.strip.find((s) => s.id === "strip-13")!;
const shootAt = plusMinutes(held.startsAt!, held.rigMin);
/** Tasks of that hour lie in Nauka, behind the module in which scene 13 is shot. */
const inNauka: Tables = {
  ...tables,
  crewBlock: [
    ...tables.crewBlock,
    {
      ...tables.crewBlock.find((b) => b.personId === "dubrov" && b.kind === "duty")!,
      id: "in-nauka" as Entity<"crewBlock">["id"],
      personId: "hoshide" as Entity<"crewBlock">["personId"],
      startsAt: shootAt,
      durationMin: minutes(60),
      moduleId: "nauka" as Entity<"crewBlock">["moduleId"],
    },
  ],
};

test.each<{ rule: Rule; what: string; changed: Tables; says: RegExp }>([
  {
    rule: thoroughfare,
    what: "Zvezda held while somebody works in Nauka",
    changed: inNauka,
    says: /Scene 13 holds Zvezda .*: .*Hoshide.* cut off from the galley, \d+ min beyond/,
  },
  {
    rule: escapePath,
    what: "a fixed cable in the hatch to the ship",
    changed: setUps(["setup-45-a", { hatchCable: "fixed" }]),
    says: /Scene 45: \d+ min with a fixed cable through a hatch of Nauka.* It lies on the way of .*Novitsky/,
  },
  {
    rule: movementEnvelope,
    what: "the suit in an airlock narrower than assumed",
    changed: withRows("module", (m) => (m.id === "poisk" ? { clearWidthCm: 120 } : null)),
    says: /Scene 3: 20 cm short in Poisk: set-up A needs 140 cm wide of 120/,
  },
  {
    rule: ventilation,
    what: "the fans off for the tear too",
    changed: setUps(["setup-19-a", { fansOff: true }]),
    says: /Scene 19: fans off in Rassvet for \d+ min with 2 people .*, \d+ min too long or too full/,
  },
  {
    rule: freeLiquids,
    what: "blood without its approval",
    changed: setUps(["setup-4-a", { freeLiquidApproval: "" }]),
    says: /Scene 4 \(blood afloat\): set-up A not approved, \d+ min that may not be shot/,
  },
  {
    rule: restore,
    what: "the last stowage left out",
    changed: { ...tables, crewBlock: tables.crewBlock.filter((b) => b.id !== "shipenko-16-0930") },
    says: /Scene 31, Operating table.* \(Shipenko\): 60 of 60 min missing .*: no time is set aside for it/,
  },
  {
    rule: lampLevel,
    what: "no light of the film's own in Nauka, whose lamps nobody measured",
    changed: setUps(["setup-31-a", { kitIds: [] }]),
    says: /Scene 31, set-up A: how bright the lamps of Nauka are is not known; 500 lx of 500 turn on them/,
  },
])("$rule.id tells $what", ({ rule, changed, says }) => {
  const { messages, unknown } = judge(rule, { ...snapshot, tables: changed });
  expect([...messages, ...unknown]).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
});
