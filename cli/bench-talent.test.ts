import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonSchemas } from "./answers/index.ts";
import { perigee, temporaryFolder } from "./testing-cli.ts";

const folder = temporaryFolder();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
// Three pairs among three scenes: one of them waits, the cheapest through the scene of the others.
const pairs = file(
  "pairs.dzn",
  "numScenes = 3; numActors = 3; ia = [| 1,1,0 | 0,1,1 | 1,0,1 |]; c = [5,4,3]; d = [1,2,3];",
);

test("an instance as JSON: cost, order from 1, proof", async () => {
  const { status, out } = await perigee(["bench", "talent", pairs, "--json"]);
  const answer = jsonSchemas["bench talent"].parse(JSON.parse(out));
  expect(answer).toMatchObject({ file: pairs, scenes: 3, cast: 3, cost: 51, lowerBound: 51, proven: true });
  expect([[2, 1, 3].join(), [3, 1, 2].join()]).toContain(answer.order.join());
  expect(status).toBe(0);
});

test("the same in words", async () => {
  const { out } = await perigee(["bench", "talent", pairs]);
  expect(out).toMatch(/^51, proven: no order costs less\n/);
});

test("what is no instance ends in sentences and status 2", async () => {
  const { status, err } = await perigee(["bench", "talent", file("none.dzn", "numScenes = x;")]);
  expect(err).toContain("none.dzn is no instance of talent scheduling that can be read: 5 problems.");
  expect(err).toContain("  line 1: numScenes holds something on line 1 that is no whole number, 0 or more.");
  expect(status).toBe(2);
});

test("a file that is not there", async () => {
  const { status, err } = await perigee(["bench", "talent", join(folder, "absent.dzn")]);
  expect(err).toContain("absent.dzn cannot be read: there is no such file or folder.");
  expect(status).toBe(2);
});
