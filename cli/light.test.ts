import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { jsonSchemas } from "./answers/index.ts";
import { bundleFile, perigee, temporaryFolder } from "./testing-cli.ts";

const LINE1 = "1 25544U 98067A   21281.73004796  .00003128  00000-0  65029-4 0  9990";
const LINE2 = "2 25544  51.6444 141.3023 0004210  71.7185  11.5978 15.48952913306193";
const OTHER1 = "1 48274U 21035A   21281.73004796  .00003128  00000-0  65029-4 0  9996";
const OTHER2 = "2 48274  51.6444 141.3023 0004210  71.7185  11.5978 15.48952913306198";
const { scenarios, ...rest } = theChallenge();
const production = bundleFile({ ...rest, scenarios: scenarios.slice(0, 1) });
const folder = temporaryFolder();
const elements = (name: string, ...lines: readonly string[]) => {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\r\n"));
  return path;
};
const two = elements("two.tle", LINE1, LINE2);
const three = elements("three.tle", "# a comment", "0 ISS (ZARYA)", LINE1, LINE2, "");
const ONE_DAY = ["--from", "2021-10-08", "--to", "2021-10-09"] as const;

const light = async (...argv: readonly string[]) => {
  const ended = await perigee(["light", ...argv, "--json"]);
  return { ...ended, answer: jsonSchemas.light.parse(JSON.parse(ended.out)) };
};

test("sixteen sunrises a day, between sunsets, contacts in order", async () => {
  const { status, answer } = await light("--elements", two, ...ONE_DAY);
  expect(answer.crossings.filter(({ kind }) => kind === "sunrise").length).toBeGreaterThanOrEqual(15);
  for (const [i, crossing] of answer.crossings.entries()) {
    expect(crossing.kind).not.toBe(answer.crossings[i + 1]?.kind);
    expect([crossing.firstContact, crossing.pointSun, crossing.lastContact]).toEqual(
      [crossing.firstContact, crossing.pointSun, crossing.lastContact].sort(),
    );
    expect(Math.abs(crossing.latDeg)).toBeLessThan(52);
    expect(crossing.altitudeKm).toBeGreaterThan(400);
  }
  expect(answer.beta.map(({ date }) => date)).toEqual(["2021-10-08"]);
  expect([status, answer.unknown, answer.warnings, answer.production]).toEqual([0, [], [], null]);
});

test("day and night cover the window without a gap", async () => {
  const { answer } = await light("--elements", two, ...ONE_DAY);
  const { spans } = answer;
  expect([answer.from, ...spans.map(({ endsAt }) => endsAt)]).toEqual([
    ...spans.map(({ startsAt }) => startsAt),
    answer.to,
  ]);
});

test.each([
  { definition: "first-contact", sunset: "firstContact", sunrise: "firstContact" },
  { definition: "point-sun", sunset: "pointSun", sunrise: "pointSun" },
  { definition: "umbra", sunset: "lastContact", sunrise: "firstContact" },
] as const)("night by $definition begins and ends at the contacts that it names", async (by) => {
  const { answer } = await light("--elements", two, ...ONE_DAY, "--definition", by.definition);
  const nights = answer.spans.filter(({ kind }) => kind === "night").slice(1, -1);
  expect(nights.length).toBeGreaterThan(12);
  for (const { startsAt, endsAt } of nights) {
    expect(answer.crossings.some((c) => c.kind === "sunset" && c[by.sunset] === startsAt)).toBe(true);
    expect(answer.crossings.some((c) => c.kind === "sunrise" && c[by.sunrise] === endsAt)).toBe(true);
  }
});

test("a production's sites, relays and targets are told with it", async () => {
  const { answer } = await light(production, ...ONE_DAY);
  expect(answer.passes.filter(({ name }) => name === "Shchelkovo").length).toBeGreaterThan(3);
  expect(answer.passes.some(({ kind }) => kind === "relay")).toBe(true);
  expect(answer.targets.some(({ target }) => target === "The Volga")).toBe(true);
  const text = await perigee(["light", production, ...ONE_DAY]);
  expect(text.out).toContain("Targets below");
  expect((await light("--elements", two, ...ONE_DAY)).answer).toMatchObject({ passes: [], targets: [] });
});

test("a name before the two lines is what the source is called", async () => {
  const { answer } = await light("--elements", three, ...ONE_DAY);
  expect(answer.crossings[0]?.source).toBe("ISS (ZARYA) 2021-10-08T17:31Z");
});

test("the file and the production say the same of the same day", async () => {
  const fromFile = await light("--elements", two, ...ONE_DAY);
  const fromPlan = await light(production, ...ONE_DAY);
  const times = ({ crossings }: typeof fromFile.answer) => crossings.map(({ pointSun }) => pointSun);
  expect(times(fromPlan.answer)).toEqual(times(fromFile.answer));
  expect(fromPlan.answer.production?.slug).toBe("the-challenge");
});

test("without times: the shoot window of the production", async () => {
  const { status, answer } = await light(production);
  expect([answer.from, answer.to]).toEqual(["2021-10-05T15:00:00.000Z", "2021-10-16T20:41:00.000Z"]);
  expect(status).toBe(0);
});

test("text and CSV have a line for every crossing", async () => {
  const { answer } = await light("--elements", two, ...ONE_DAY);
  const csv = (await perigee(["light", "--elements", two, ...ONE_DAY, "--csv"])).out.trim().split("\n");
  expect(csv[0]).toBe("kind,firstContact,pointSun,lastContact,latDeg,lonDeg,altitudeKm,source,marginS");
  expect(csv).toHaveLength(answer.crossings.length + 1);
  const text = (await perigee(["light", "--elements", two, ...ONE_DAY])).out;
  for (const { firstContact, lastContact } of answer.crossings) {
    expect(text).toContain(firstContact);
    expect(text).toContain(lastContact);
  }
});

test("too far from the orbit data it is unknown, never guessed: 3", async () => {
  const { status, answer, err } = await light(
    "--elements",
    two,
    "--from",
    "2021-10-22",
    "--to",
    "2021-10-24",
  );
  expect(answer.unknown).toMatchObject([{ endsAt: "2021-10-24T00:00:00.000Z" }]);
  expect(err).toContain("more than 14 days away");
  expect(status).toBe(3);
});

test("a bad set among good ones is left out, with a sentence", async () => {
  const mixed = elements("mixed.tle", LINE1, LINE2, LINE1.replace("9990", "9991"), LINE2);
  const { status, answer, err } = await light("--elements", mixed, ...ONE_DAY);
  expect(answer.warnings).toEqual([
    expect.stringMatching(/^The set at line 3 was left out: Line 1 ends in 1/),
  ]);
  expect(err).toContain("check digit");
  expect(status).toBe(0);
});

test("sets whose planes are at odds are told", async () => {
  const shifted = LINE2.replace("141.3023", "041.3023").replace(/3$/, "2");
  const odd = elements(
    "odd.tle",
    LINE1,
    LINE2,
    LINE1.replace("281.73", "282.73").replace("9990", "9991"),
    shifted,
  );
  const { answer } = await light("--elements", odd, ...ONE_DAY);
  expect(answer.warnings).toEqual([expect.stringContaining("one of them is not of this station")]);
});

test.each([
  {
    name: "a wrong check digit",
    lines: [LINE1.replace("9990", "9991"), LINE2],
    says: "its check digit is 0",
  },
  { name: "a line too short", lines: [LINE1.slice(0, 60), LINE2], says: "an element line has 69" },
  { name: "lines the wrong way round", lines: [LINE2, LINE1], says: "The two lines are swapped" },
  { name: "a line 2 missing", lines: [LINE1], says: "neither part of an element set nor the name" },
  { name: "an empty file", lines: [""], says: "The file is empty" },
  { name: "something else", lines: ["{", "}"], says: "catalogue number" },
])("$name: refused with a sentence, 2", async ({ lines, says }) => {
  const { status, out, err } = await perigee([
    "light",
    "--elements",
    elements("bad.tle", ...lines),
    ...ONE_DAY,
  ]);
  expect(err).toContain(says);
  expect([status, out]).toEqual([2, ""]);
});

test("of several satellites one has to be chosen", async () => {
  const both = elements("both.tle", LINE1, LINE2, OTHER1, OTHER2);
  const undecided = await perigee(["light", "--elements", both, ...ONE_DAY]);
  expect(undecided.err).toContain("Choose one: --satellite 25544 or 48274.");
  expect(undecided.status).toBe(2);
  expect((await light("--elements", both, "--satellite", "48274", ...ONE_DAY)).status).toBe(0);
});

test.each([
  { argv: [], says: "Name a production, a bundle file or --elements FILE." },
  { argv: ["--elements", two], says: "--from ISO --to ISO" },
  { argv: ["--elements", two, "--from", "2021-10-08T10:00", "--to", "2021-10-09"], says: "with a zone" },
  { argv: ["--elements", two, "--from", "2021-02-30", "--to", "2021-10-09"], says: '"2021-02-30" is not' },
  { argv: ["--elements", two, "--from", "2021-10-09", "--to", "2021-10-08"], says: "must lie after" },
  { argv: ["--elements", two, "--from", "0001-01-01", "--to", "9999-01-01"], says: "at most 366 days" },
  { argv: ["--elements", join(folder, "nowhere.tle"), ...ONE_DAY], says: "there is no such file" },
  { argv: ["--elements", folder, ...ONE_DAY], says: "it is a folder" },
  { argv: ["the-challenge", "--elements", two], says: "not both" },
  { argv: ["--elements", two, ...ONE_DAY, "--csv", "--json"], says: "--csv or --json" },
  { argv: ["--elements", two, ...ONE_DAY, "--definition", "dusk"], says: '"dusk" is none of them' },
])("$says: 2", async ({ argv, says }) => {
  const { status, err } = await perigee(["light", ...argv]);
  expect(err).toContain(says);
  expect(status).toBe(2);
});
