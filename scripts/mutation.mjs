// npm run mutation -- [rule …]: changes core/rules in small ways, one at a time, and counts how many of the changes a test notices.
// Without names every file of core/rules; --summary prints what the last runs said. Texts and other values that are made once, when a
// file is loaded, are left out.
import "./node-version.mjs";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
const asked = process.argv.slice(2).filter((word) => word !== "--summary");
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

/** What the mutants of a file are tried against: the tests that import it, else those of the files that do; properties, which are slow, last. */
function testsFor(name) {
  const isTest = (file) => file.endsWith(".test");
  const own = importersOf(name).filter(isTest);
  const near = own.length > 0 ? own : importersOf(name).flatMap(importersOf).filter(isTest);
  return [...new Set(near)]
    .sort((a, b) => Number(a.endsWith(".property.test")) - Number(b.endsWith(".property.test")))
    .map((file) => `core/rules/${file}.ts`);
}

/** What is known of each file: its last run. */
function table() {
  const rows = [];
  const all = { noticed: 0, judged: 0, survived: 0, untouched: 0 };
  for (const name of files) {
    const path = join(reports, `${name.replaceAll("/", "_")}.json`);
    if (!existsSync(path)) continue;
    const [{ mutants }] = Object.values(JSON.parse(readFileSync(path, "utf8")).files);
    const noticed = count(mutants, "Killed", "Timeout");
    const survived = count(mutants, "Survived");
    const untouched = count(mutants, "NoCoverage");
    const judged = noticed + survived + untouched;
    all.noticed += noticed;
    all.judged += judged;
    all.survived += survived;
    all.untouched += untouched;
    rows.push([name, share(noticed, judged), noticed, survived, untouched]);
  }
  rows.push([
    `all ${rows.length} of ${files.length} files`,
    share(all.noticed, all.judged),
    all.noticed,
    all.survived,
    all.untouched,
  ]);
  const head = ["core/rules", "score", "noticed", "survived", "no test"];
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
  // One file at a time: what was done is kept when the run is ended.
  for (const name of isSummary ? [] : asked.length > 0 ? asked : files) {
    const fileName = join(reports, `${name.replaceAll("/", "_")}.json`);
    process.env.PERIGEE_TESTS = testsFor(name).join(" ");
    await new Stryker({
      mutate: [`core/rules/${name}.ts`],
      packageManager: "npm",
      testRunner: "bundle",
      plugins: [new URL("mutation-runner.mjs", import.meta.url).pathname],
      coverageAnalysis: "perTest",
      ignoreStatic: true,
      concurrency: 1,
      tempDirName: "dist/mutation",
      tsconfigFile: "dist/none.json", // its rewriting needs the compiler's old interface, which TypeScript 7 has not
      ignorePatterns: ["*", "!core", "!core/**", "!seeds", "!seeds/**", "!package.json"],
      reporters: ["json"],
      jsonReporter: { fileName },
      logLevel: "error",
      allowEmpty: true,
    }).runMutationTest();
    if (!existsSync(fileName)) continue;
    const [file] = Object.values(JSON.parse(readFileSync(fileName, "utf8")).files);
    console.log(
      `${name}: ${share(count(file.mutants, "Killed", "Timeout"), count(file.mutants, "Killed", "Timeout", "Survived", "NoCoverage"))}`,
    );
    survivors(name, file.mutants);
  }
  console.log("");
  const score = table();
  console.log(`\nGoal ${GOAL} %. ${relative(root, reports)}/summary.json`);
  process.exitCode = score >= GOAL ? 0 : 1;
}
