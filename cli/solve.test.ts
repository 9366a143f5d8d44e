import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { jsonSchemas } from "./answers/index.ts";
import { perigee, temporaryFolder } from "./testing-cli.ts";

const folder = temporaryFolder();
const file = join(folder, "small.json");
beforeAll(async () => {
  await perigee(["generate", "--scenes", "9", "--days", "3", "-o", file]);
});
const solved = async (...options: string[]) => {
  const { status, out } = await perigee(["solve", file, "--rounds", "2", ...options, "--json"]);
  return { status, ...jsonSchemas.solve.parse(JSON.parse(out)) };
};

describe("a proposal", () => {
  test("is a plan that check judges alike, kept as a scenario of its own beside the plan as it was", async () => {
    const target = join(folder, "solved.json");
    const answer = await solved("--save", "Proposal", "-o", target);
    expect(answer.setUps.reduce((sum, tier) => sum + tier.in, 0)).toBeGreaterThan(2);
    const check = async (scenario: string) =>
      jsonSchemas.check.parse(
        JSON.parse((await perigee(["check", target, "--scenario", scenario, "--json"])).out),
      );
    const judged = await check("Proposal");
    expect(judged.verdict).toBe(answer.verdict);
    expect(judged.minutes.inHandMin).toBe(answer.inHandMin);
    expect((await check("Main")).minutes.placementsMin).toBe(0);
  });

  test("is the same for the same seed and rounds", async () => {
    const [a, b] = [await solved("--seed", "7"), await solved("--seed", "7")];
    expect({ ...a, seconds: 0 }).toEqual({ ...b, seconds: 0 });
  });

  test("is told in words", async () => {
    const { out } = await perigee(["solve", file, "--rounds", "1"]);
    expect(out).toContain("the plan is as it was");
    expect(out).toContain("Set-ups in: ");
  });
});

test("leaves the file as it was", async () => {
  const before = readFileSync(file, "utf8");
  await solved();
  expect(readFileSync(file, "utf8")).toBe(before);
});

test.each([
  [["--rounds", "none"], "--rounds is a whole number"],
  [["--seconds", "0"], "--seconds is a whole number from 1"],
  [["--save", "Proposal"], "--save NAME and -o FILE together"],
  [["-o", "x.json"], "--save NAME and -o FILE together"],
  [["--rounds", "1", "--save", "Main", "-o", join(folder, "x.json")], 'There is a scenario "Main" already'],
])("%s is refused with the way out", async (options, sentence) => {
  const { status, err } = await perigee(["solve", file, ...options]);
  expect([status, err]).toEqual([2, expect.stringContaining(sentence)]);
});
