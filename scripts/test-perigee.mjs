// The parts of `npm test`. Each runs even if an earlier one failed, except the browser tests without a build.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { isLeaving, onSignal, runNode } from "./processes.mjs";
import { printFailure } from "./steps.mjs";

const root = join(import.meta.dirname, "..");
const reports = join(root, "reports");
const MINUTES = 60_000;

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, ms: number }} Part */

/** @type {Part[]} */
const parts = [];
const add = (name, since, counts) =>
  parts.push({ name, passed: 0, failed: 0, skipped: 0, ms: performance.now() - since, ...counts });

/** Runs one part; one that throws counts as one failure. */
async function part(name, work) {
  const since = performance.now();
  try {
    const counts = await work();
    if (counts) add(name, since, counts);
    return true;
  } catch (error) {
    if (!isLeaving()) printFailure(error);
    add(name, since, { failed: 1 });
    return false;
  }
}

/** A run that ended badly without naming a failed test has failed all the same; so has one that ran nothing. */
function settle({ passed, failed, skipped }, status) {
  const ranNothing = passed + failed === 0;
  return { passed, skipped, failed: failed === 0 && (status !== 0 || ranNothing) ? 1 : failed };
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

function vitestCounts(file, status) {
  const report = read(file);
  if (!report) return { failed: 1 };
  // A file that does not load has no tests to count.
  const unloaded = report.testResults.filter((r) => r.status === "failed" && r.assertionResults.length === 0);
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return settle(counts, status);
}

function playwrightCounts(file, status) {
  const report = read(file);
  if (!report) return { failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle({ passed: expected, failed: unexpected + flaky, skipped }, status);
}

async function vitest(project) {
  const file = join(reports, `${project}.json`);
  rmSync(file, { force: true });
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"], timeoutMs: 9 * MINUTES };
  const { status } = await runNode(join(root, "node_modules/vitest/vitest.mjs"), args, options);
  return vitestCounts(file, status);
}

async function browserTests() {
  const { runBrowserTests } = await import("./e2e.mjs");
  const file = join(reports, "e2e.json");
  rmSync(file, { force: true });
  const status = await runBrowserTests([], { timeoutMs: 18 * MINUTES });
  return playwrightCounts(file, status);
}

async function staticChecks() {
  const { checks, runChecks } = await import("./checks.mjs");
  const drift = () => {
    const env = { ...process.env, DATABASE_URL: process.env.PERIGEE_TEST_SERVER };
    return runNode(join(root, "scripts/check-drift.mjs"), [], { cwd: root, env });
  };
  for (const { name, passed, ms } of await runChecks({ ...checks, drift })) {
    parts.push({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, ms });
  }
}

function printTable() {
  const columns = (...cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(20) : String(cell).padStart(9))).join("");
  console.log(`\n${columns("", "passed", "failed", "skipped", "seconds")}`);
  for (const { name, passed, failed, skipped, ms } of parts) {
    console.log(columns(name, passed, failed, skipped, (ms / 1000).toFixed(1)));
  }
}

/** The last line: other programs read it. */
function printTotal() {
  const sum = (key) => parts.reduce((total, each) => total + each[key], 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
  return sum("failed") === 0 ? 0 : 1;
}

async function runParts() {
  const { ensurePrismaClient } = await import("./generate.mjs");
  const { ensureBuild } = await import("./build-app.mjs");
  await part("database client", async () => void (await ensurePrismaClient()));
  await part("static checks", staticChecks);
  await part("unit tests", () => vitest("unit"));
  await part("database tests", () => vitest("db"));
  const built = await part("build", async () => {
    await ensureBuild({ timeoutMs: 5 * MINUTES });
    return { passed: 1 };
  });
  if (built) await part("browser tests", browserTests);
  else add("browser tests", performance.now(), { failed: 1 });
}

export async function test() {
  process.env.CI ??= "true";
  if (!process.stdout.isTTY) process.env.NO_COLOR ??= "1";
  let stop = async () => {};
  onSignal(() => stop(), 1);
  await part("install", async () => void (await ensureInstalled()));
  if (parts.length === 0) {
    const { startTestDatabase } = await import("./test-database.mjs");
    await part("test database", async () => {
      stop = await startTestDatabase();
    });
    await runParts();
    await stop().catch(printFailure);
  }
  if (isLeaving()) return;
  printTable();
  process.exit(printTotal());
}
