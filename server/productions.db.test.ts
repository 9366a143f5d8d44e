import { beforeEach, describe, expect, test } from "vitest";
import { at } from "#core/model/build.ts";
import { readBundle } from "#interchange/bundle/read.ts";
import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { writeBundle } from "#interchange/bundle/write.ts";
import { exportBundle, insertBundle } from "./db/bundles.ts";
import { database } from "./db/client.ts";
import { loadTables } from "./db/tables.ts";
import { inviteMember, membersOf, removeMember, setMember } from "./members.ts";
import { findProduction } from "./permissions.ts";
import {
  createProductionFromBundle,
  exportProduction,
  productionsOf,
  removeProduction,
} from "./productions.ts";
import { branchScenario, makeCurrent, removeScenario, renameScenario } from "./scenarios.ts";
import { planOfScenario, reportOfScenario, snapshotOfScenario } from "./snapshots.ts";
import { anna, boris, productionForEachTest } from "./testing-production.ts";

const { key, edit } = productionForEachTest();
/** Boris's production beside Anna's. */
beforeEach(() => insertBundle(testingBundle(`${key()}-other`), boris.id));

const own = () => `${key()}-production`;
const foreign = () => `${key()}-other-production`;
const of = (scenario: string, productionId = own()) => ({
  productionId,
  scenarioId: `${key()}-${scenario}`,
  user: anna,
});
const kindOf = (outcome: { ok: true } | { ok: false; error: { kind: string } }) =>
  outcome.ok ? "ok" : outcome.error.kind;
const scenarioNames = async () =>
  (await database().scenario.findMany({ where: { productionId: own() }, orderBy: { createdAt: "asc" } })).map(
    (s) => `${s.name}${s.isCurrent ? " *" : ""}`,
  );
const audit = async () =>
  (await database().auditEntry.findMany({ where: { productionId: own() }, orderBy: { id: "asc" } })).map(
    (entry) => `${entry.userName}: ${entry.description}`,
  );

describe("scenarios", () => {
  test("a branch is a full copy with a history of its own", async () => {
    await edit("pin-strips", { stripIds: ["s8"], isPinned: true });
    const branch = await branchScenario(of("main"), { name: "What if", note: "a day less" });
    if (!branch.ok) throw new Error(branch.error.kind);
    expect(branch.value).toMatchObject({
      name: "What if",
      note: "a day less",
      revision: 0,
      isCurrent: false,
    });
    expect(await loadTables(own(), branch.value.id)).toEqual(await loadTables(own(), `${key()}-main`));
    const row = await database().scenario.findUniqueOrThrow({ where: { id: branch.value.id } });
    expect([row.branchedFromId, row.branchedFromRevision]).toEqual([`${key()}-main`, 1]);
    // What is tried in the branch stays there.
    await edit("remove-row", { entity: "scene", id: "7" }, { scenarioId: branch.value.id });
    expect((await loadTables(own(), `${key()}-main`)).scene).toHaveLength(2);
    expect(await audit()).toEqual(["Anna: Branched “What if” from “Main”"]);
  });

  test("names are unique in a production", async () => {
    expect(await branchScenario(of("main"), { name: "Main", note: "" })).toMatchObject({
      error: { kind: "invalid", fields: { name: [expect.any(String)] } },
    });
    expect(kindOf(await renameScenario(of("early"), { name: "Main", note: "" }))).toBe("invalid");
    expect(kindOf(await renameScenario(of("main"), { name: "Main", note: "same" }))).toBe("ok");
  });

  test("one is current, and it cannot be removed", async () => {
    expect(kindOf(await removeScenario(of("main")))).toBe("refused");
    expect(kindOf(await makeCurrent(of("early")))).toBe("ok");
    expect(await scenarioNames()).toEqual(["Main", "A day early *"]);
    expect(kindOf(await removeScenario(of("main")))).toBe("ok");
    expect(await scenarioNames()).toEqual(["A day early *"]);
    expect(await planOfScenario(own(), `${key()}-main`)).toBeNull();
  });

  test("two at once make one current", async () => {
    const other = await branchScenario(of("main"), { name: "Third", note: "" });
    const third = other.ok ? other.value.id : "";
    await Promise.allSettled([makeCurrent(of("early")), makeCurrent({ ...of("main"), scenarioId: third })]);
    expect((await scenarioNames()).filter((name) => name.endsWith("*"))).toHaveLength(1);
  });

  test("one whose call sheets went out stays", async () => {
    await database().callSheet.create({
      data: {
        productionId: own(),
        scenarioId: `${key()}-early`,
        dayId: "day-3",
        revision: 1,
        scenarioRevision: 0,
        model: {},
        pdf: Buffer.from("%PDF"),
        sha256: "0".repeat(64),
        publishedAt: new Date(),
        publishedByName: "Anna",
      },
    });
    expect(kindOf(await removeScenario(of("early")))).toBe("refused");
    expect(kindOf(await removeProduction(own(), anna))).toBe("ok");
  });

  test("those of another production are not there", async () => {
    const form = { name: "X", note: "" };
    const outcomes = [
      await branchScenario(of("main", foreign()), form),
      await renameScenario(of("main", foreign()), form),
      await makeCurrent(of("main", foreign())),
      await removeScenario(of("early", foreign())),
    ];
    expect(outcomes.map(kindOf)).toEqual(Array(4).fill("not-found"));
    for (const read of [planOfScenario, snapshotOfScenario, reportOfScenario])
      expect(await read(foreign(), `${key()}-main`)).toBeNull();
    expect(await scenarioNames()).toEqual(["Main *", "A day early"]);
  });
});

describe("productions", () => {
  test("are listed to their members, with what the current plan says", async () => {
    await edit("pin-strips", { stripIds: ["s8"], isPinned: true });
    const line = (await productionsOf(anna, at("9T05:00"))).find((l) => l.production.id === own());
    expect(line).toMatchObject({
      role: "owner",
      scenarioId: `${key()}-main`,
      daysLeft: 1,
      window: { opensAt: at("5T15:00"), closesAt: at("16T20:41") },
      lastChange: { authorName: "Anna", description: "Scene 8 pinned" },
    });
    expect(line?.report?.verdict).toMatch(/fit/);
    expect((await productionsOf(boris, at("9T05:00"))).map((l) => l.production.id)).not.toContain(own());
  });

  test("a file can be imported many times; each import is a production of its own", async () => {
    const exported = await exportProduction(own(), anna);
    const file = readBundle(writeBundle(exported as NonNullable<typeof exported>));
    if (!file.ok) throw new Error(JSON.stringify(file.error));
    const [first, second] = [
      await createProductionFromBundle(file.value, boris),
      await createProductionFromBundle(file.value, boris),
    ];
    if (!first.ok || !second.ok) throw new Error("refused");
    expect([first.value.slug, second.value.slug]).toEqual([`${key()}-2`, `${key()}-3`]);
    expect(first.value.id).not.toBe(own());
    const copy = await exportBundle(first.value.id);
    expect(copy?.shared).toEqual(exported?.shared);
    expect(copy?.scenarios.map((s) => s.tables)).toEqual(exported?.scenarios.map((s) => s.tables));
    expect(copy?.scenarios.map((s) => s.scenario.name)).toEqual(["Main", "A day early"]);
    expect((await membersOf(first.value.id)).map((m) => [m.name, m.role])).toEqual([["Boris", "owner"]]);
  });

  test("what the database cannot hold is refused, and nothing is made", async () => {
    const bundle = testingBundle("nul");
    const person = { ...bundle.shared.person[0]!, duties: "a\u0000b" };
    const outcome = await createProductionFromBundle(
      { ...bundle, shared: { ...bundle.shared, person: [person, ...bundle.shared.person.slice(1)] } },
      anna,
    );
    expect(outcome).toMatchObject({ error: { kind: "refused", message: expect.stringContaining("duties") } });
    expect(await database().production.count({ where: { slug: "nul" } })).toBe(0);
  });

  test("removed is removed, and what was done is still told", async () => {
    expect(kindOf(await removeProduction(own(), anna))).toBe("ok");
    expect(kindOf(await removeProduction(own(), anna))).toBe("not-found");
    expect(await exportProduction(own(), anna)).toBeNull();
    const entry = await database().auditEntry.findFirstOrThrow({
      where: { productionTitle: `Film ${key()}` },
    });
    expect(entry).toMatchObject({ action: "production.removed", productionId: null, userName: "Anna" });
    expect(await exportBundle(foreign())).not.toBeNull();
  });

  test("the same ids once more are another plan, not the one that was kept", async () => {
    await planOfScenario(own(), `${key()}-main`);
    await removeProduction(own(), anna);
    const again = testingBundle(key());
    const [main, early] = again.scenarios;
    await insertBundle({ ...again, scenarios: [{ ...main!, tables: { ...main!.tables, kit: [] } }, early!] });
    const plan = await planOfScenario(own(), `${key()}-main`);
    expect(plan?.snapshot.tables.kit).toEqual([]);
  });
});

describe("members", () => {
  test("a new person gets a link, somebody who can sign in does not", async () => {
    const base = "http://localhost:3000";
    const guest = { name: "Vera", email: `vera-${key()}@studio.example`, role: "viewer" as const };
    const first = await inviteMember(own(), guest, anna, base);
    expect(first).toMatchObject({ ok: true, value: { member: { name: "Vera", role: "viewer" } } });
    expect(first.ok && first.value.link).toContain(`${base}/sign-in/link?token=`);
    const boss = await inviteMember(own(), { ...boris, role: "planner" }, anna, base);
    expect(boss).toMatchObject({ ok: true, value: { link: null } });
    expect((await membersOf(own())).map((m) => `${m.name} ${m.role}`)).toEqual([
      "Anna owner",
      "Boris planner",
      "Vera viewer",
    ]);
    expect(kindOf(await findProduction(boris, { slug: key() }, "plan.edit"))).toBe("ok");
    expect(kindOf(await findProduction(boris, { slug: key() }, "members.manage"))).toBe("forbidden");
  });

  test("somebody unknown is not added", async () => {
    expect(kindOf(await setMember(own(), "nobody@studio.example", "viewer", anna))).toBe("invalid");
  });

  test("an owner stays, whoever goes", async () => {
    expect(kindOf(await removeMember(own(), anna.id, anna))).toBe("refused");
    expect(kindOf(await setMember(own(), anna.email, "viewer", anna))).toBe("refused");
    await setMember(own(), boris.email, "owner", anna);
    const both = await Promise.all([
      removeMember(own(), anna.id, boris),
      removeMember(own(), boris.id, anna),
    ]);
    expect(both.map(kindOf).sort()).toEqual(["ok", "refused"]);
    expect(await membersOf(own())).toHaveLength(1);
  });

  test("those of another production are not there", async () => {
    expect(kindOf(await removeMember(own(), boris.id, anna))).toBe("not-found");
    expect(kindOf(await setMember("nowhere", boris.email, "viewer", anna))).toBe("not-found");
  });
});
