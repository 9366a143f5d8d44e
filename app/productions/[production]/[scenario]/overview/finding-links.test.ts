import { expect, test } from "vitest";
import { plusMinutes } from "#core/base/instant.ts";
import { minutes } from "#core/base/quantity.ts";
import { row } from "#core/model/build.ts";
import { tablesOf } from "#core/model/bundle.ts";
import { factsOf } from "#core/model/facts.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { check } from "#core/rules/check.ts";
import { allInForce } from "#core/rules/in-force.ts";
import { ownRuleId } from "#core/rules/own/own-rule.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { findingLinks } from "#ui/parts/finding-links.ts";

const bundle = theChallenge();
const scenarios = bundle.scenarios.map(({ scenario, tables }) =>
  snapshotOf(bundle.production, scenario, tablesOf(bundle.shared, tables)),
);
const [main] = scenarios as [ScenarioSnapshot];

/** Everything an hour and a half later, half of it into the wrong module, with an own rule about Dubrov: a plan that breaks much. */
const crowded: ScenarioSnapshot = {
  ...main,
  tables: {
    ...main.tables,
    strip: main.tables.strip.map((s, i) =>
      s.startsAt === null
        ? s
        : {
            ...s,
            startsAt: plusMinutes(s.startsAt, minutes((i % 3) * 250)),
            moduleId: i % 2 ? s.moduleId : (main.tables.module[i % main.tables.module.length]?.id ?? null),
          },
    ),
    ownRule: [
      row("ownRule", "one", {
        title: "Dubrov once a day",
        shape: "at-most",
        params: { what: { by: "person", value: dubrov() }, most: 0, days: 1 },
      }),
    ],
  },
};
function dubrov(): string {
  return main.tables.person.find((p) => p.shortName === "Dubrov")?.id ?? "";
}

const all = [...scenarios, crowded].flatMap((snapshot) =>
  check(snapshot).findings.map((finding) => ({ snapshot, finding })),
);

test("the plans of this test have findings of many rules, own ones and unknown ones among them", () => {
  const rules = new Set(all.map(({ finding }) => finding.ruleId));
  expect(rules.size).toBeGreaterThanOrEqual(20);
  expect(rules).toContain(ownRuleId({ id: "one" as never }));
  expect(all.some(({ finding }) => finding.kind === "unknown")).toBe(true);
});

test("every strip, person and rule that a finding names is a way to a thing that is there", () => {
  for (const { snapshot, finding } of all) {
    const { tables } = snapshot;
    const links = findingLinks([finding], factsOf(snapshot), tables, "/p/main")[finding.id] ?? [];
    const named = (kind: string) => links.filter((link) => link.kind === kind);
    expect(named("strip").map((l) => l.href)).toEqual(
      finding.strips.map((id) => `/p/main/board?strip=${encodeURIComponent(id)}`),
    );
    for (const { text, href } of named("strip")) {
      const strip = tables.strip.find((s) => href.endsWith(`=${encodeURIComponent(s.id)}`));
      const scene = tables.scene.find((s) => s.id === strip?.sceneId);
      expect(text.split(" ")[1]).toBe(scene?.number);
    }
    const people = new Set<string>(finding.people);
    if (finding.groupKey.startsWith("person:")) people.add(finding.groupKey.slice("person:".length));
    expect(named("person").map((l) => [l.href, l.text])).toEqual(
      [...people].map((id) => [
        `/p/main/people/${encodeURIComponent(id)}`,
        tables.person.find((p) => p.id === id)?.shortName,
      ]),
    );
    expect(named("rule")).toHaveLength(1);
    expect(allInForce(tables).map(({ rule }) => rule.id)).toContain(finding.ruleId);
    expect(links.at(-1)?.href).toMatch(/^\/p\/main\/rules\/[^?]+\?finding=./);
  }
});

test("a finding of an own rule leads to the person that the rule names", () => {
  const own = all.find(({ finding }) => finding.ruleId === ownRuleId({ id: "one" as never }));
  const links = findingLinks([own!.finding], factsOf(crowded), crowded.tables, "/p/main")[own!.finding.id];
  expect(links?.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(
    expect.arrayContaining(["person: Dubrov", "rule: Dubrov once a day"]),
  );
  expect(links?.at(-1)?.href).toMatch(/^\/p\/main\/rules\/own\/one\?finding=/);
});

test("a waived finding leads to the waiver", () => {
  const waiver = row("waiver", "w 1", { signedBy: "V. Solovyov" });
  const finding = { ...all[0]!.finding, waiverId: waiver.id };
  const linksIn = (tables: typeof main.tables) =>
    findingLinks([finding], factsOf(main), tables, "/p/main")[finding.id]?.filter((l) => l.kind === "waiver");
  expect(linksIn({ ...main.tables, waiver: [waiver] })).toEqual([
    { kind: "waiver", href: "/p/main/rules/waivers/w%201", text: "waived by V. Solovyov" },
  ]);
  expect(linksIn(main.tables)).toEqual([]);
});

test("what is gone is no way", () => {
  const finding = {
    ...all[0]!.finding,
    strips: ["gone" as never],
    people: ["gone" as never],
    groupKey: "plan",
  };
  expect(
    findingLinks([finding], factsOf(main), main.tables, "/p/main")[finding.id]?.map(({ kind }) => kind),
  ).toEqual(["rule"]);
});
