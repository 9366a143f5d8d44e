import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { closeDatabase, database } from "#server/db/client.ts";
import { testingServer } from "#server/testing-server.ts";
import { type JsonAnswers, jsonSchemas } from "./answers/index.ts";
import { bundleFile, type Ended, perigee, temporaryFolder } from "./testing-cli.ts";

let close: () => Promise<void>;
let seeded: JsonAnswers["seed"];
beforeAll(async () => {
  close = await testingServer();
  seeded = await answer("seed", "the-challenge");
});
afterAll(() => close());

const run = (...argv: readonly string[]): Promise<Ended> => perigee(argv, async () => {});
const answer = async <V extends keyof JsonAnswers>(
  verb: V,
  ...argv: readonly string[]
): Promise<JsonAnswers[V]> => {
  const ended = await run(...verb.split(" "), ...argv, "--json");
  expect([ended.status, ended.err.includes("mistake")]).toEqual([0, false]);
  return jsonSchemas[verb].parse(JSON.parse(ended.out)) as JsonAnswers[V];
};
const rolesOf = async (email: string) => {
  const found = await database().membership.findMany({
    where: { user: { email } },
    select: { role: true, production: { select: { slug: true } } },
  });
  await closeDatabase();
  return found.map(({ role, production }) => `${role} of ${production.slug}`);
};

const PRODUCER = "producer@the-challenge.example";

test("the sample is written once, with its producer", async () => {
  expect(seeded).toMatchObject({ isNew: true, email: PRODUCER, production: { slug: "the-challenge" } });
  expect(seeded.password).toMatch(/^[\w-]{16}$/);
  const again = await answer("seed", "the-challenge");
  expect(again).toMatchObject({ isNew: false, password: null });
  expect(await rolesOf(PRODUCER)).toEqual(["owner of the-challenge"]);
  expect((await run("seed", "the-chalenge")).err).toContain("Did you mean the-challenge?");
});

test("the sample fits, and cut to ten days it does not", async () => {
  expect((await run("check", "the-challenge")).status).toBe(0);
  const cut = await run("check", "the-challenge", "--scenario", "Ten days");
  expect(cut.out).toMatch(/inside-window: \d+ violations, \d+ h/);
  expect(cut.status).toBe(1);
});

test("a bundle says the same as the database that it came from", async () => {
  const file = join(temporaryFolder(), "out.json");
  await answer("export", "the-challenge", "-o", file);
  const { out: fromDatabase } = await run("check", "the-challenge", "--json");
  expect((await perigee(["check", file, "--json"])).out).toBe(fromDatabase);
  const { out: light } = await run("light", "the-challenge", "--json");
  expect((await perigee(["light", file, "--json"])).out).toBe(light);
});

test("a bundle is imported under a name of its own, and comes out again", async () => {
  const file = bundleFile(testingBundle("small"));
  const again = join(temporaryFolder(), "again.json");
  expect(await answer("import", file)).toMatchObject({ production: { slug: "small" }, owner: PRODUCER });
  expect(await answer("import", file)).toMatchObject({ production: { slug: "small-2" } });
  await answer("export", "small-2", "-o", again);
  const rowsIn = (path: string) => {
    const { shared, scenarios } = JSON.parse(readFileSync(path, "utf8"));
    const all = [shared, ...scenarios.map((each: { tables: object }) => each.tables)];
    return all.flatMap((tables) => Object.entries(tables).map(([name, rows]) => [name, (rows as []).length]));
  };
  expect(rowsIn(again)).toEqual(rowsIn(file));
  const stranger = await run("import", file, "--owner", "nobody@studio.example");
  expect(stranger.err).toContain("There is no user nobody@studio.example. Add them: perigee user add");
  expect(stranger.status).toBe(2);
});

test("somebody is added, with a password that is shown once, and made a member", async () => {
  const anna = ["--email", "Anna@studio.example", "--name", "Anna"];
  const added = await answer("user add", ...anna, "--production", "the-challenge", "--role", "planner");
  expect(added).toMatchObject({ email: "anna@studio.example", isNew: true, role: "planner" });
  expect(added.password).toMatch(/^[\w-]{16}$/);
  expect(await rolesOf("anna@studio.example")).toEqual(["planner of the-challenge"]);
  const more = await answer("user add", ...anna, "--production", "the-challenge");
  expect(more).toMatchObject({ isNew: false, password: null, role: "viewer" });
  expect(await rolesOf("anna@studio.example")).toEqual(["viewer of the-challenge"]);
  const twice = await run("user", "add", ...anna);
  expect(twice.err).toContain("There is a user with the address anna@studio.example already");
  expect(twice.status).toBe(2);
});

test("a password of one's own is not repeated", async () => {
  const { out } = await run(
    ...["user", "add", "--email", "boris@studio.example", "--name", "Boris", "--password", "long enough 1"],
  );
  expect(out).toBe("Boris (boris@studio.example) can sign in.\n");
});

test.each([
  { argv: ["--email", "a@studio.example"], says: "--email EMAIL --name NAME" },
  { argv: ["--email", "anna", "--name", "Anna"], says: "--email: Use a mail address" },
  {
    argv: ["--email", "c@studio.example", "--name", "C", "--password", "short"],
    says: "--password: Use at least",
  },
  {
    argv: ["--email", "c@studio.example", "--name", "C", "--role", "owner"],
    says: "A role is for a production",
  },
  {
    argv: ["--email", "c@studio.example", "--name", "C", "--production", "the-challenge", "--role", "boss"],
    says: "The roles are: viewer, planner, owner.",
  },
  {
    argv: ["--email", "c@studio.example", "--name", "C", "--production", "the-chalenge"],
    says: "Did you mean the-challenge",
  },
])("user add: $says, and nobody is added", async ({ argv, says }) => {
  const { status, err } = await run("user", "add", ...argv);
  expect(err).toContain(says);
  expect(status).toBe(2);
  expect(await database().user.count({ where: { email: argv[1] ?? "" } })).toBe(0);
});

test("a link signs the sample's producer in; nothing else is on standard output", async () => {
  const { status, out, err } = await run("link", "--base", "http://localhost:4000");
  expect(out).toMatch(/^http:\/\/localhost:4000\/\S+\?token=\S+\n$/);
  expect(err).toContain(`Signs ${PRODUCER} in once, within 24 hours.`);
  expect(status).toBe(0);
  expect((await answer("link", "--email", "anna@studio.example")).link).toMatch(/^http/);
  expect((await run("link", "--email", "nobody@studio.example")).err).toContain("There is no user");
  expect((await run("link", "--base", "localhost")).err).toContain("is not an address");
});

test("a production or scenario that is not there: the nearest, and 2", async () => {
  const slug = await run("check", "the-chalenge");
  expect(slug.err).toContain("Did you mean the-challenge");
  const scenario = await run("check", "the-challenge", "--scenario", "Tan days");
  expect(scenario.err).toContain("Did you mean Ten days?");
  expect([slug.status, scenario.status]).toEqual([2, 2]);
});

test("a database that does not answer: a sentence without its password, and 3", async () => {
  const { DATABASE_URL: url } = process.env;
  process.env.DATABASE_URL = "postgresql://perigee:a-secret@127.0.0.1:9/perigee";
  const { status, out, err } = await run("check", "the-challenge");
  process.env.DATABASE_URL = url;
  expect(err).toMatch(/^The database cannot be used: .+\nA bundle file needs none: perigee check FILE\.\n$/);
  expect(err).not.toContain("a-secret");
  expect([status, out]).toEqual([3, ""]);
});
