import { expect, test } from "vitest";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { jsonSchemas } from "./answers/index.ts";
import { bundleFile, perigee } from "./testing-cli.ts";

const file = bundleFile(theChallenge());

test("the sample fits its window", async () => {
  const { status, out } = await perigee(["check", file, "--json"]);
  expect(jsonSchemas.check.parse(JSON.parse(out)).verdict).toBe("fits");
  expect(status).toBe(0);
});

test("cut to ten days it does not, and every broken rule is named with its amount", async () => {
  const { status, out } = await perigee(["check", file, "--scenario", "Ten days", "--json"]);
  const { rules, findings } = jsonSchemas.check.parse(JSON.parse(out));
  expect(rules.map(({ id }) => id)).toContain("inside-window");
  for (const { id, amount, violations } of rules) {
    const own = findings.filter(({ ruleId, kind }) => ruleId === id && kind === "violation");
    expect(own).toHaveLength(violations);
    expect(own.reduce((sum, finding) => sum + finding.amount, 0)).toBe(amount);
  }
  expect(findings.some(({ kind, level }) => kind === "violation" && level === "hard")).toBe(true);
  expect(status).toBe(1);
});
