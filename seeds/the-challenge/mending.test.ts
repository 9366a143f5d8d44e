import { describe, expect, test } from "vitest";
import { amountText } from "#core/base/format.ts";
import { tablesOf } from "#core/model/bundle.ts";
import { commandById } from "#core/model/command/index.ts";
import type { Tables } from "#core/model/entities.ts";
import { keepsFromFitting } from "#core/model/finding.ts";
import { applyPatch, inverse } from "#core/model/patch.ts";
import { repairsFor } from "#core/repair/repairs.ts";
import { startCheck } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "./index.ts";
import { SABOTAGES, spoilt } from "./sabotage.ts";

const { production, shared, scenarios } = theChallenge();
const main = scenarios[0]!;
const plan = startCheck(snapshotOf(production, main.scenario, tablesOf(shared, main.tables)));
const ids = [...plan.facts.strips.keys(), ...plan.facts.people.keys(), ...plan.facts.kit.keys()];
/** Ids that are no words of their own. */
const ID = new RegExp(`\\b(${ids.filter((id) => /-/.test(id)).join("|")})\\b`);

/** Undo may put a row back at the end of its table. */
const sorted = ({ strip, crewBlock, setUp, assignment }: Tables) =>
  [strip, crewBlock, setUp, assignment].map((rows) =>
    [...(rows as readonly { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );

describe.each(SABOTAGES)("$what", (sabotage) => {
  const checked = spoilt(plan, sabotage);
  const finding = checked.report.findings.find(
    (f) => f.ruleId === sabotage.ruleId && !plan.report.findings.some((g) => g.message === f.message),
  );
  if (!finding) throw new Error(`${sabotage.ruleId} says nothing of it`);
  const { offers, said } = repairsFor(checked, finding);

  const sizeOf = ({ findings }: typeof checked.report) =>
    findings
      .filter((f) => f.kind === "violation" && f.ruleId === finding.ruleId && f.groupKey === finding.groupKey)
      .reduce((sum, f) => sum + f.amount, 0);

  test("its rule says so, and how to mend it, each in another way", () => {
    expect(finding.amount).toBeGreaterThan(0);
    expect(offers.length).toBeGreaterThan(0);
    expect(new Set(offers.map(({ words }) => words)).size).toBe(offers.length);
  });

  test("nothing that people read has an id in it", () => {
    const read = offers.flatMap(({ words, better, worse }) => [
      words,
      ...[...better, ...worse].flatMap(({ title, change, message }) => [title, change, message]),
    ]);
    for (const text of [said, finding.message, ...read]) expect(text).not.toMatch(ID);
  });

  test("carried out, each breaks nothing that was whole, and leaves what it says", () => {
    const hard = checked.report.findings.filter(keepsFromFitting).map((f) => `${f.ruleId} ${f.groupKey}`);
    for (const { commandId, input, left } of offers) {
      const { tables } = checked.snapshot;
      const patch = commandById(commandId)?.bind(input).resolve(tables);
      const edited = patch?.ok ? applyPatch(tables, patch.value) : null;
      if (!edited?.ok) throw new Error("the edit is refused");
      const { report } = startCheck({ ...checked.snapshot, tables: edited.value });
      for (const f of report.findings.filter(keepsFromFitting))
        expect(hard).toContain(`${f.ruleId} ${f.groupKey}`);
      const isGone = !report.findings.some((f) => f.message === finding.message);
      expect(isGone).toBe(true);
      // What its rule says of the same group is less by all of the finding, but for what is told to be left.
      const less = sizeOf(checked.report) - sizeOf(report);
      const rest = Math.max(0, finding.amount - less);
      expect(less).toBeGreaterThan(0);
      expect(left).toBe(rest === 0 ? null : amountText(rest, finding.unit));
      // One edit, whatever it is made of: one undo takes all of it back.
      const undone = applyPatch(edited.value, inverse(patch?.ok ? patch.value : []));
      expect(undone.ok && sorted(undone.value)).toEqual(sorted(tables));
    }
  });
});

const movable = plan.snapshot.tables.strip.filter((s) => s.startsAt !== null && !s.isPinned);
test("every scene that must be shot is offered a place again when it lies in the boneyard", () => {
  const left = movable.flatMap(({ id }) => {
    const returned = commandById("return-strips")
      ?.bind({ stripIds: [id] })
      .resolve(plan.snapshot.tables);
    const tables = returned?.ok ? applyPatch(plan.snapshot.tables, returned.value) : null;
    if (!tables?.ok) throw new Error(`${id} cannot go to the boneyard`);
    const checked = plan.after({ ...plan.snapshot, tables: tables.value });
    const finding = checked.report.findings.find((f) => f.ruleId === "must-scenes" && f.strips.includes(id));
    return finding ? [{ id, offers: repairsFor(checked, finding).offers.length }] : [];
  });
  expect(left.length).toBeGreaterThan(10);
  expect(left.filter(({ offers }) => offers === 0)).toEqual([]);
});

const KINDS: readonly string[] = ["meal", "exercise", "conference", "medical", "handover"];
test("what is taken out of somebody's day is offered again, whole", () => {
  const { tables } = plan.snapshot;
  const asked = tables.crewBlock.filter(({ kind }, i) => KINDS.includes(kind) && i % 5 === 0);
  const left = asked.flatMap((gone) => {
    const crewBlock = tables.crewBlock.filter((block) => block !== gone);
    const checked = plan.after({ ...plan.snapshot, tables: { ...tables, crewBlock } });
    const finding = checked.report.findings.find(
      (f) =>
        keepsFromFitting(f) && f.kind === "violation" && !plan.report.findings.some((g) => g.id === f.id),
    );
    if (!finding) return [];
    const [first] = repairsFor(checked, finding).offers;
    return [{ kind: gone.kind, block: gone.id, isWhole: first?.left === null, words: first?.words }];
  });
  expect(left.filter(({ isWhole }) => !isWhole)).toEqual([]);
  expect(new Set(left.map(({ kind }) => kind))).toEqual(new Set(KINDS));
});
