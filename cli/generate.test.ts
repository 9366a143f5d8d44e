import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonSchemas } from "./answers/index.ts";
import { perigee, temporaryFolder } from "./testing-cli.ts";

const folder = temporaryFolder();

test("a production that check reads: nothing of it is placed, and nothing else is wrong", async () => {
  const file = join(folder, "small.json");
  const { status, out } = await perigee(["generate", "--scenes", "9", "--days", "2", "-o", file, "--json"]);
  expect(status).toBe(0);
  expect(jsonSchemas.generate.parse(JSON.parse(out))).toMatchObject({ scenes: 9, days: 2, seed: 1, file });
  const checked = await perigee(["check", file, "--json"]);
  const { rules } = jsonSchemas.check.parse(JSON.parse(checked.out));
  expect(rules.map(({ id }) => id).filter((id) => !["must-scenes", "tiers"].includes(id))).toEqual([]);
});

test("the same size and seed give the same bytes, another seed does not", async () => {
  const bytes = async (seed: string) =>
    (await perigee(["generate", "--scenes", "5", "--days", "1", "--seed", seed])).out;
  expect(await bytes("4")).toBe(await bytes("4"));
  expect(await bytes("4")).not.toBe(await bytes("5"));
});

test.each([
  [["--scenes", "0"], "--scenes is a whole number from 1 to 2000"],
  [["--days", "many"], "--days is a whole number from 1 to 120"],
  [["--seed", "1.5"], "--seed is a whole number"],
  [["--json"], "--json goes with -o FILE"],
])("%s is refused with the way out", async (options, sentence) => {
  const { status, err } = await perigee(["generate", ...options]);
  expect([status, err]).toEqual([2, expect.stringContaining(sentence)]);
});
