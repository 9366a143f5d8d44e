import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { jsonSchemas } from "./answers/index.ts";
import { verbs } from "./index.ts";
import { optionsOf } from "./reference.ts";
import { bundleFile, perigee, temporaryFolder } from "./testing-cli.ts";

const { scenarios, ...rest } = theChallenge();
const file = bundleFile({ ...rest, scenarios: scenarios.slice(0, 1) });

test("every verb has a file of its name", () => {
  const files = readdirSync(import.meta.dirname);
  for (const { id } of verbs) expect(files).toContain(`${id.replace(" ", "-")}.ts`);
});

test.each(verbs.map((verb) => ({ ...verb })))(
  "$id says how to use it",
  async ({ id, usage, summary, load }) => {
    const { status, out, err } = await perigee([...id.split(" "), "--help"]);
    expect(out).toContain(`Use: perigee ${usage}`);
    expect(out.toLowerCase()).toContain(summary.toLowerCase());
    expect([status, err]).toEqual([0, ""]);
    expect(usage.startsWith(id)).toBe(true);
    const verb = await load();
    for (const [name, { short }] of Object.entries(optionsOf(verb)))
      if (name !== "help") expect(usage).toMatch(new RegExp(`--${name}\\b${short ? `|-${short}\\b` : ""}`));
    expect(Object.keys(jsonSchemas)).toContain(id);
  },
);

test.each(verbs.map(({ id }) => ({ id })))("$id refuses an option it does not know", async ({ id }) => {
  const { status, out, err } = await perigee([...id.split(" "), "--no-such"]);
  expect(err).toMatch(/^There is no option --no-such\. .*\nUse: perigee /);
  expect([status, out]).toEqual([2, ""]);
});

test("nothing said: the verbs, and 2", async () => {
  const { status, out, err } = await perigee([]);
  for (const { id, summary } of verbs) expect(err).toMatch(new RegExp(`${id} +${summary}`));
  expect([status, out]).toEqual([2, ""]);
});

test.each([["help"], ["--help"], ["-h"]])("%s: the verbs on standard output", async (word) => {
  const { status, out } = await perigee([word]);
  expect(out).toContain("Use: perigee <verb>");
  expect(status).toBe(0);
});

test("help of one verb, as text and as JSON", async () => {
  expect((await perigee(["help", "user", "add"])).out).toContain("--email EMAIL");
  const answer = jsonSchemas.help.parse(JSON.parse((await perigee(["help", "--json"])).out));
  expect(answer.verbs.map(({ id }) => id)).toEqual(verbs.map(({ id }) => id));
});

test.each([
  { argv: ["chekc"], says: 'There is no verb "chekc". Did you mean check?' },
  { argv: ["user"], says: "Did you mean user add?" },
  { argv: ["xyzzy"], says: "The verbs are: check, solve" },
  { argv: ["--json", "check"], says: "The verb comes first" },
  { argv: ["help", "chekc"], says: "Did you mean check?" },
  { argv: ["check"], says: "1 argument wanted" },
  { argv: ["check", file, "again"], says: '"again" is one argument too many' },
  { argv: ["check", file, "--scenario"], says: "--scenario needs a value: --scenario NAME." },
  { argv: ["check", file, "--scenario", "--json"], says: "--scenario needs a value" },
  { argv: ["check", file, "--scenario", "a", "--scenario", "b"], says: "--scenario is given twice" },
  { argv: ["check", file, "--json=yes"], says: "--json takes no value" },
  {
    argv: ["check", "./nowhere.json"],
    says: "./nowhere.json cannot be read: there is no such file or folder.",
  },
  { argv: ["check", import.meta.dirname], says: "it is a folder" },
  { argv: ["check", import.meta.filename], says: "is no production that can be read" },
  { argv: ["export", file, "--json"], says: "--json goes with -o FILE" },
])("$argv: $says", async ({ argv, says }) => {
  const { status, err } = await perigee(argv);
  expect(err).toContain(says);
  expect(status).toBe(2);
});

test("with --json a refusal is JSON too", async () => {
  const { status, out } = await perigee(["check", "./nowhere.json", "--json"]);
  expect(jsonSchemas.error.parse(JSON.parse(out)).status).toBe(status);
});

test("without a database: a sentence, the way out, and 3", async () => {
  const { status, out, err } = await perigee(["check", "the-challenge"]);
  expect(err).toMatch(/^The database cannot be used: there is none in this test\n.*perigee check FILE/);
  expect([status, out]).toEqual([3, ""]);
});

test("a bundle with something wrong is refused place by place, and nothing of it is told", async () => {
  const path = join(temporaryFolder(), "wrong.json");
  writeFileSync(path, readFileSync(file, "utf8").replace('"shootMin": ', '"shootMin": -'));
  const { status, err } = await perigee(["check", path]);
  expect(err).toMatch(/can be read: 1 problem\.\n {2}scenarios\[0\]\.tables\.strip\[0\]\.shootMin: /);
  expect(status).toBe(2);
});

test("a bundle comes out as it went in", async () => {
  expect((await perigee(["export", file])).out).toBe(readFileSync(file, "utf8"));
  const path = join(temporaryFolder(), "again.json");
  const { out } = await perigee(["export", file, "-o", path, "--json"]);
  expect(jsonSchemas.export.parse(JSON.parse(out))).toMatchObject({
    file: path,
    scenarios: ["Main"],
  });
  expect(readFileSync(path).equals(readFileSync(file))).toBe(true);
});

test("a title cannot steer the terminal", async () => {
  const bundle = theChallenge();
  const path = bundleFile({
    ...bundle,
    production: { ...bundle.production, title: "Red \u001b[31m\u009b31m alert" },
  });
  const { out } = await perigee(["check", path]);
  expect(out).toContain("Red \uFFFD[31m\uFFFD31m alert");
});
