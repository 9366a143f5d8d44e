// npm run mutation -- [rule …]: changes core/rules in small ways, one at a time, and counts how many of the changes a test notices.
// Without names every file of core/rules; --changed those that have no figure or are, or have a test that is, not what it was then;
// --summary prints what the last runs said. Texts and other values that are made once, when a file is loaded, are left out.
import "./node-version.mjs";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { root } from "./environment.mjs";

const GOAL = 85;
const rules = join(root, "core", "rules");
const reports = join(root, "reports", "mutation");

const files = readdirSync(rules, { recursive: true })
  .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|(^|\/)testing-|^judge\.ts$/.test(file))
  .map((file) => file.replaceAll("\\", "/").slice(0, -3))
  .sort();
const isSummary = process.argv.includes("--summary");
const isOnlyChanged = process.argv.includes("--changed");
const asked = process.argv.slice(2).filter((word) => word !== "--summary" && word !== "--changed");
const unknown = asked.filter((name) => !files.includes(name));

const share = (n, of) => (of === 0 ? "" : `${((100 * n) / of).toFixed(1)} %`);
const count = (mutants, ...states) => mutants.filter(({ status }) => states.includes(status)).length;

const imports = new Map(
  readdirSync(rules, { recursive: true })
    .filter((file) => file.endsWith(".ts") && file !== "index.test.ts")
    .map((file) => file.replaceAll("\\", "/"))
    .map((file) => {
      const found = readFileSync(join(rules, file), "utf8").matchAll(/from "(\..+)\.ts"/g);
      return [file.slice(0, -3), [...found].map(([, path]) => posix.join(posix.dirname(file), path))];
    }),
);
const importersOf = (name) => [...imports.keys()].filter((file) => imports.get(file).includes(name));

const isTest = (file) => file.endsWith(".test");
const isProperty = (file) => file.endsWith(".property.test");
/** What the check is made of, and what asks every rule: that they import a file does not make their tests its tests. */
const CHECK = ["check", "judging", "groups"];
const OF_EDITS = ["incremental.property.test", "edits.property.test"];
const OF_ALL_RULES = [...CHECK, "judge", "index", "book"];

/**
 * What the mutants of a file are tried against: the tests that import it, and of what rules share also the tests of those rules; of a
 * folder's file all tests of the folder, which ask it by its index; of the check its own and those that ask it, and properties of edits.
 * Other properties, which are slow, only where there is nothing else.
 */
function testsFor(name) {
  const isOfCheck = CHECK.includes(name);
  const usersOf = (file) => importersOf(file).filter((user) => !isTest(user) && !OF_ALL_RULES.includes(user));
  let users = isOfCheck ? ["check"] : [name, ...usersOf(name)];
  const folder = posix.dirname(name);
  const isItsOwn = (file) =>
    isTest(file) && (folder === "." ? isOfCheck && file === `${name}.test` : posix.dirname(file) === folder);
  const near = [];
  for (; near.length === 0 && users.length > 0; users = users.flatMap(usersOf))
    near.push(...users.flatMap(importersOf).filter(isTest));
  const quick = near.filter((file) => !isProperty(file));
  const properties = isOfCheck ? OF_EDITS : quick.length === 0 ? near.filter(isProperty) : [];
  return [...new Set([...quick, ...properties, ...[...imports.keys()].filter(isItsOwn)])].map(
    (file) => `core/rules/${file}.ts`,
  );
}

const hashOf = (path) =>
  createHash("sha256")
    .update(readFileSync(join(root, path)))
    .digest("hex");
const reportOf = (name) => join(reports, `${name.replaceAll("/", "_")}.json`);
const readReport = (name) =>
  existsSync(reportOf(name)) ? JSON.parse(readFileSync(reportOf(name), "utf8")) : null;
/** What a figure is of: the file and its tests, word for word, and the commit that they stood on. */
const stateOf = (name) => ({
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim(),
  files: Object.fromEntries([`core/rules/${name}.ts`, ...testsFor(name)].map((path) => [path, hashOf(path)])),
});
const isCurrent = (name) =>
  JSON.stringify(readReport(name)?.of?.files) === JSON.stringify(stateOf(name).files);

/** What is known of each file: its last run. */
function table() {
  const rows = [];
  const all = { noticed: 0, judged: 0, endless: 0, survived: 0, untouched: 0 };
  for (const name of files) {
    const report = readReport(name);
    if (!report) continue;
    const [{ mutants }] = Object.values(report.files);
    const noticed = count(mutants, "Killed", "Timeout");
    const endless = count(mutants, "Timeout");
    const survived = count(mutants, "Survived");
    const untouched = count(mutants, "NoCoverage", "RuntimeError"); // what could not be tried is not noticed
    const judged = noticed + survived + untouched;
    all.noticed += noticed;
    all.judged += judged;
    all.endless += endless;
    all.survived += survived;
    all.untouched += untouched;
    const of = `${report.of?.commit ?? "?"}${isCurrent(name) ? "" : ", changed since"}`;
    rows.push([name, share(noticed, judged), noticed, endless, survived, untouched, of]);
  }
  rows.push([
    `all ${rows.length} of ${files.length} files`,
    share(all.noticed, all.judged),
    all.noticed,
    all.endless,
    all.survived,
    all.untouched,
    "",
  ]);
  const head = ["core/rules", "score", "noticed", "endless", "survived", "no test", "commit"];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => String(row[i]).length)));
  const line = (row) =>
    row
      .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[i])))
      .join("  ");
  const text = [head, ...rows].map(line).join("\n");
  console.log(text);
  writeFileSync(
    join(reports, "summary.json"),
    `${JSON.stringify({ goal: GOAL, ...all, files: rows }, null, 2)}\n`,
  );
  return (100 * all.noticed) / all.judged;
}

/** Survivors, as the line was and as nobody minded it. */
function survivors(name, mutants) {
  const lines = readFileSync(join(rules, `${name}.ts`), "utf8").split("\n");
  for (const { status, location, replacement } of mutants) {
    if (status !== "Survived" && status !== "NoCoverage") continue;
    const { start, end } = location;
    const was = lines[start.line - 1];
    const rest = end.line === start.line ? was.slice(end.column - 1) : " …";
    console.log(
      `  ${relative(root, join(rules, `${name}.ts`))}:${start.line}  ${status === "NoCoverage" ? "no test" : "survived"}`,
    );
    console.log(`    - ${was.trim()}`);
    console.log(`    + ${(was.slice(0, start.column - 1) + replacement + rest).trim()}`);
  }
}

if (unknown.length > 0) {
  console.error(
    `There is no core/rules/${unknown[0]}.ts. Name files without their ending, such as turnaround.`,
  );
  process.exitCode = 2;
} else {
  mkdirSync(reports, { recursive: true });
  const chosen = (asked.length > 0 ? asked : files).filter((name) => !isOnlyChanged || !isCurrent(name));
  const failed = [];
  // One file at a time: what was done is kept when the run is ended, and one that cannot be tried does not end it.
  for (const name of isSummary ? [] : chosen) {
    const fileName = reportOf(name);
    const of = stateOf(name);
    process.env.PERIGEE_TESTS = testsFor(name).join(" ");
    process.env.PERIGEE_RUNS = CHECK.includes(name) ? "8" : "20";
    rmSync(fileName, { force: true });
    const run = new Stryker({
      mutate: [`core/rules/${name}.ts`],
      packageManager: "npm",
      testRunner: "bundle",
      plugins: [new URL("mutation-runner.mjs", import.meta.url).pathname],
      coverageAnalysis: "perTest",
      ignoreStatic: true,
      concurrency: 1,
      timeoutMS: 60_000, // on a busy machine what is slow is not endless; what loops is told by how often it is asked
      tempDirName: "dist/mutation",
      cleanTempDir: "always",
      tsconfigFile: "dist/none.json", // its rewriting needs the compiler's old interface, which TypeScript 7 has not
      ignorePatterns: ["*", "!core", "!core/**", "!seeds", "!seeds/**", "!package.json"],
      reporters: ["json"],
      jsonReporter: { fileName },
      logLevel: "error",
      allowEmpty: true,
    });
    try {
      await run.runMutationTest();
    } catch (error) {
      failed.push(name);
      console.error(`core/rules/${name}.ts could not be tried: ${error.message}`);
      continue;
    }
    const report = readReport(name);
    if (!report) {
      failed.push(name);
      console.error(`core/rules/${name}.ts could not be tried: it gave no report.`);
      continue;
    }
    writeFileSync(fileName, JSON.stringify({ ...report, of }));
    const [file] = Object.values(report.files);
    console.log(
      `${name}: ${share(count(file.mutants, "Killed", "Timeout"), count(file.mutants, "Killed", "Timeout", "Survived", "NoCoverage"))}`,
    );
    survivors(name, file.mutants);
  }
  console.log("");
  const score = table();
  console.log(`\nGoal ${GOAL} %. ${relative(root, reports)}/summary.json`);
  if (failed.length > 0)
    console.error(`Not tried, and without a figure until they are: ${failed.join(", ")}.`);
  process.exitCode = score >= GOAL && failed.length === 0 ? 0 : 1;
}
