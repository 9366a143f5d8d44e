import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reports } from "#core/report/index.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { jsonSchemas } from "./answers/index.ts";
import { verbs } from "./index.ts";
import { bundleFile, perigee, temporaryFolder } from "./testing-cli.ts";

const { scenarios, ...rest } = theChallenge();
const file = bundleFile({ ...rest, scenarios: scenarios.slice(0, 1) });
const folder = temporaryFolder();
const dayOf = (id: string) => (id === "call-sheet" ? ["--day", "3"] : []);

test.each(reports.map(({ id }) => ({ id })))("report $id as JSON", async ({ id }) => {
  const { status, out } = await perigee(["report", id, file, ...dayOf(id), "--json"]);
  const answer = jsonSchemas.report.parse(JSON.parse(out));
  expect(answer).toMatchObject({ report: id, file: null, model: { heading: { title: "The Challenge" } } });
  expect(status).toBe(0);
});

test("the help names every report", () => {
  const summary = verbs.find(({ id }) => id === "report")?.summary;
  for (const { id } of reports) expect(summary).toContain(id);
});

test("a PDF to a file, and JSON about it", async () => {
  const path = join(folder, "dood.pdf");
  const { out } = await perigee(["report", "day-out-of-days", file, "-o", path, "--json"]);
  expect(jsonSchemas.report.parse(JSON.parse(out)).file).toBe(path);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
});

test("the call sheet of a day, to a file", async () => {
  const path = join(folder, "day-3.pdf");
  const { status, out } = await perigee(["call-sheet", file, "--day", "3", "-o", path]);
  expect(out).toContain(`${path}: Call sheet of The Challenge, scenario Main`);
  expect(readFileSync(path).length).toBeGreaterThan(10_000);
  expect(status).toBe(0);
});

test("a name that cannot be printed is told on standard error, with where it stands", async () => {
  const { shared } = rest;
  const person = shared.person.map((p) =>
    p.shortName === "Vande Hei" ? { ...p, nameLocal: "山田 太郎" } : p,
  );
  const file = bundleFile({ ...rest, shared: { ...shared, person }, scenarios: scenarios.slice(0, 1) });
  const { status, err } = await perigee(["call-sheet", file, "--day", "3", "-o", join(folder, "j.pdf")]);
  expect(err).toContain("山田 太郎 (name local of Mark Vande Hei)");
  expect(status).toBe(0);
});

test("-o - is the PDF alone", async () => {
  const { bytes, err } = await perigee(["report", "day-out-of-days", file, "-o", "-"]);
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(err).toBe("");
});

test.each([
  { argv: ["call-sheet", file], says: "Say which day: --day NUMBER. The days of scenario Main are 0, 1, 2" },
  { argv: ["call-sheet", file, "--day", "31"], says: "There is no day 31. The days" },
  { argv: ["call-sheet", file, "--day", "-3"], says: "There is no day -3." },
  { argv: ["call-sheet", file, "--day", "three"], says: "There is no day three." },
  { argv: ["report", "day-out-of-days", file, "-o", folder], says: "it is a folder" },
  {
    argv: ["report", "day-out-of-days", file, "-o", join(folder, "no", "f.pdf")],
    says: "no such file or folder",
  },
  { argv: ["call-sheet", file, "--day", "3", "-o", "-", "--json"], says: "Only one of" },
  { argv: ["report", "one-line", file], says: "Did you mean one-liner?" },
  { argv: ["report", "one-liner", file, "--day", "3"], says: "leave --day out" },
])("$says: 2", async ({ argv, says }) => {
  const { status, out, err } = await perigee(argv);
  expect(err).toContain(says);
  if (!argv.includes("--json")) expect(out).toBe("");
  expect(status).toBe(2);
});
