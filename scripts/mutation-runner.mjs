// Runs tests for Stryker in its own process: they are bundled once, and read anew for each mutant, so that nothing is kept from one to the
// next. A mutant takes milliseconds; with a vitest for each it took seconds.
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { build } from "esbuild";
import fc from "fast-check";
import * as zod from "zod";

const vitest = createRequire(createRequire(import.meta.url).resolve("vitest/package.json"));
const { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } = await import(
  vitest.resolve("@vitest/expect")
);
const { format } = await import(vitest.resolve("@vitest/pretty-format"));
const { stripSnapshotIndentation } = await import(vitest.resolve("@vitest/snapshot"));

/** As vitest compares them; a snapshot that is not written yet fails instead of being written. */
const InlineSnapshots = ({ Assertion }, { addMethod, flag }) =>
  addMethod(Assertion.prototype, "toMatchInlineSnapshot", function (snapshot) {
    const text = format(flag(this, "object"), {
      printBasicPrototype: false,
      escapeString: false,
      escapeRegex: true,
      printFunctionName: false,
    });
    const expected = stripSnapshotIndentation(snapshot ?? "").trim();
    this.assert(
      text.trim() === expected,
      "expected the snapshot",
      "expected another than the snapshot",
      expected,
      text,
    );
  });
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers, InlineSnapshots]) chai.use(plugin);

// A mutant that is noticed is noticed: no smaller example of it is looked for, and the same cases are drawn every time, and few of them:
// what they would notice with more runs counts as not noticed. A property that names its seed needs all of its runs.
const RUNS = Number(process.env.PERIGEE_RUNS);
fc.configureGlobal({ numRuns: RUNS, seed: 1, endOnFailure: true });
const withFewRuns = {
  ...fc,
  assert: (property, given) =>
    fc.assert(
      property,
      given?.numRuns && given.seed === undefined
        ? { ...given, numRuns: Math.min(given.numRuns, RUNS) }
        : given,
    ),
};

/** The part of vitest that these tests use; it lists them in the order in which they are read. */
function listing() {
  const tests = [];
  const groups = [];
  const bodyOf = (rest) => rest.find((each) => typeof each === "function");
  const test = (name, ...rest) =>
    tests.push({ id: `${tests.length} ${[...groups, name].join(" › ")}`, run: bodyOf(rest) });
  const describe = (name, list) => {
    groups.push(name);
    list();
    groups.pop();
  };
  for (const one of [test, describe])
    one.each =
      (cases) =>
      (name, ...rest) => {
        const run = bodyOf(rest);
        for (const each of cases) one(name, () => (Array.isArray(each) ? run(...each) : run(each)));
      };
  return { tests, vitest: { test, describe, expect: chai.expect } };
}

class BundleRunner {
  #read = null;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const { outputFiles } = await build({
      stdin: {
        contents: process.env.PERIGEE_TESTS.split(" ")
          .map((path) => `require("./${path}");`)
          .join("\n"),
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: "cjs",
      target: "node20",
      external: ["vitest", "fast-check", "zod"],
      logLevel: "error",
    });
    this.#read = new Script(`(function (require) {${outputFiles[0].text}\n})`).runInThisContext();
  }

  #tests() {
    const { tests, vitest } = listing();
    const packages = { vitest, "fast-check": withFewRuns, zod };
    this.#read((name) => packages[name]);
    return tests;
  }

  async dryRun() {
    globalThis.__stryker__ = { ...globalThis.__stryker__, activeMutant: undefined };
    const seen = globalThis.__stryker__;
    const results = [];
    for (const { id, run } of this.#tests()) {
      seen.currentTestId = id;
      const start = performance.now();
      const failed = await failure(run);
      const timeSpentMs = performance.now() - start;
      const named = { id, name: id, timeSpentMs };
      results.push(failed ? { ...named, status: 1, failureMessage: failed } : { ...named, status: 0 });
    }
    seen.currentTestId = undefined;
    return { status: "complete", tests: results, mutantCoverage: seen.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit: wide, mutantActivation }) {
    // After one without end the process is a new one, in which nothing has run.
    globalThis.__stryker__ ??= {};
    const seen = globalThis.__stryker__;
    // Stryker bears a change that is asked a hundred times as often as the code was; five times is endless already.
    const hitLimit = wide && Math.ceil(wide / 20);
    Object.assign(seen, { hitCount: 0, hitLimit });
    seen.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    const tests = this.#tests().filter(({ id }) => testFilter === undefined || testFilter.includes(id));
    seen.activeMutant = activeMutant.id;
    for (const [i, { id, run }] of tests.entries()) {
      const failureMessage = await failure(run);
      if (seen.hitCount > hitLimit) return { status: "timeout", reason: `Hit ${seen.hitCount} times.` };
      if (failureMessage) return { status: "killed", killedBy: [id], failureMessage, nrOfTests: i + 1 };
    }
    return { status: "survived", nrOfTests: tests.length };
  }
}

/** Why a test fails; null when it does not. */
async function failure(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.message ?? error) || "failed";
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "bundle", injectableClass: BundleRunner }];
