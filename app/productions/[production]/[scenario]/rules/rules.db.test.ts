import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { isoOf } from "#core/base/instant.ts";
import { applyEdit, undoEdit } from "#server/edits.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { as, testingMembers } from "#server/testing-members.ts";
import { testingServer } from "#server/testing-server.ts";
import type { User } from "#server/user.ts";
import { forgetRule, removeOwnRule, saveOwnRule, saveRule, saveWaiver } from "./actions.ts";
import type { OwnRuleSheetInput, RuleSheetInput } from "./rule-sheet.ts";

vi.mock("#server/auth/current-user.ts", () => import("#server/testing-members.ts"));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

let end: () => Promise<void>;
let owner: User;
beforeAll(async () => {
  end = await testingServer();
  owner = (await testingMembers()).owner;
});
afterAll(() => end());
beforeEach(() => as("owner"));

const of = { productionId: "one-production", scenarioId: "one-main" };
const { scenarioId } = of;
/** A sheet as somebody opens it now. */
const opened = async () => {
  const plan = await planOfScenario(of.productionId, scenarioId);
  if (!plan) throw new Error("There is no plan.");
  const { snapshot, productionRevision } = plan;
  return { tables: snapshot.tables, base: { revision: snapshot.scenario.revision, productionRevision } };
};
const taken = (words: string) => ({
  ok: false,
  error: { kind: "conflict", message: expect.stringContaining(words) },
});

describe("an own rule that two have open", () => {
  const sheet = (most: number, more: Partial<OwnRuleSheetInput> = {}): OwnRuleSheetInput => ({
    ...{ title: "Few calls", shape: "at-most", level: "hard", isEnabled: true, reason: "" },
    params: { what: { by: "any", value: "" }, most, days: 1 },
    ...more,
  });
  const twice = async () => {
    const { base: empty } = await opened();
    const made = await saveOwnRule({ scenarioId, base: empty, ownRuleId: null, was: null, sheet: sheet(1) });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const { base } = await opened();
    const ownRuleId: string = made.value.id;
    const save = (now: OwnRuleSheetInput) =>
      saveOwnRule({ scenarioId, base, ownRuleId, was: sheet(1), sheet: now });
    const now = async () => (await opened()).tables.ownRule.find(({ id }) => (id as string) === ownRuleId);
    return { base, ownRuleId, save, now };
  };

  test("the second to set the same is refused, told by whom and to what, and changes nothing", async () => {
    const { save, now } = await twice();
    expect(await save(sheet(2))).toMatchObject({ ok: true });
    expect(await save(sheet(7))).toMatchObject(taken("owner changed the same"));
    expect(await save(sheet(7))).toMatchObject(taken("→ 2"));
    expect((await now())?.params).toMatchObject({ most: 2 });
  });

  test("having seen it, the second may save over it", async () => {
    const { save, now, ownRuleId } = await twice();
    await save(sheet(2));
    const { base } = await opened();
    const over = { scenarioId, base, ownRuleId, was: sheet(1), sheet: sheet(7) };
    expect(await saveOwnRule(over)).toMatchObject({ ok: true });
    expect((await now())?.params).toMatchObject({ most: 7 });
  });

  test("what only one of them changed is kept from both", async () => {
    const { save, now } = await twice();
    expect(await save(sheet(2))).toMatchObject({ ok: true });
    expect(await save(sheet(1, { reason: "Asked by the CMO" }))).toMatchObject({ ok: true });
    expect(await now()).toMatchObject({ params: { most: 2 }, reason: "Asked by the CMO" });
  });

  test("called by what it says, it keeps saying what it asks, whoever changes something else", async () => {
    const { save, now } = await twice();
    expect(await save(sheet(2, { title: "" }))).toMatchObject({ ok: true });
    expect((await now())?.title).toMatch(/^At most 2 /);
  });

  test("changed since, it is not removed unseen", async () => {
    const { save, now, base, ownRuleId } = await twice();
    await save(sheet(2));
    expect(await removeOwnRule({ scenarioId, base, id: ownRuleId })).toMatchObject(taken("→ 2"));
    expect(await now()).toBeDefined();
  });

  test("removed meanwhile, it says the way back, and that is one", async () => {
    const { save, now, base, ownRuleId } = await twice();
    await removeOwnRule({ scenarioId, base, id: ownRuleId });
    expect(await save(sheet(7))).toMatchObject({
      ok: false,
      error: { kind: "refused", message: expect.stringContaining("Bring it again from the history") },
    });
    await undoEdit({ ...of, user: owner, clientId: randomUUID(), edit: "last" });
    expect(await now()).toMatchObject({ params: { most: 1 } });
  });
});

describe("a rule of the book that two have open", () => {
  const sheet = (minRestHours: number, layer: RuleSheetInput["layer"]): RuleSheetInput => ({
    ...{ ruleId: "turnaround", layer, isEnabled: true, params: { minRestHours } },
    reason: "Agreed",
  });
  test.each(["scenario", "production"] as const)("set in the %s: the second is refused", async (layer) => {
    const { base } = await opened();
    expect(await saveRule({ scenarioId, base, sheet: sheet(12, layer) })).toMatchObject({ ok: true });
    expect(await saveRule({ scenarioId, base, sheet: sheet(9, layer) })).toMatchObject(taken("12 h"));
    expect(await forgetRule({ scenarioId, base, ruleId: "turnaround", layer })).toMatchObject(taken("12 h"));
    const { base: seen } = await opened();
    expect(await saveRule({ scenarioId, base: seen, sheet: sheet(9, layer) })).toMatchObject({ ok: true });
  });

  test("what somebody else did to the plan meanwhile is in nobody's way", async () => {
    const { base } = await opened();
    await applyEdit({
      ...{ ...of, user: owner, clientId: randomUUID(), baseRevision: null, commandId: "pin-strips" },
      input: { stripIds: ["s8"], isPinned: true },
    });
    const noise = { ...sheet(9, "scenario"), ruleId: "noise", isEnabled: false, params: {} };
    expect(await saveRule({ scenarioId, base, sheet: noise })).toMatchObject({ ok: true });
  });
});

test("a waiver that two have open is not signed over", async () => {
  const { base, tables } = await opened();
  const row = tables.waiver[0];
  if (!row) throw new Error("There is no waiver.");
  const { id, ...rest } = row;
  const was = {
    ...{ ...rest, stripIds: [...rest.stripIds], personIds: [...rest.personIds] },
    ...{ startsAt: isoOf(rest.startsAt), endsAt: isoOf(rest.endsAt) },
    ...{ rationale: "Agreed", askedBy: "Anna", signedBy: "Boris" },
  };
  const save = (amount: number) =>
    saveWaiver({ scenarioId, base, waiverId: id, was, sheet: { ...was, amount } });
  expect(await save(rest.amount + 15)).toMatchObject({ ok: true });
  expect(await save(rest.amount + 90)).toMatchObject(taken("owner changed the same"));
});
