// The static checks, each one command; `npm run check` and `npm test` run them side by side.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { runNode } from "./processes.mjs";

const bin = (path) => join(root, "node_modules", path);
const script = (name) => join(root, "scripts", name);

/** Pages' parameter types come from Next, so it writes them before the types are checked. */
async function types() {
  if (existsSync(join(root, "app"))) {
    const typegen = await runNode(bin("next/dist/bin/next"), ["typegen"], { cwd: root });
    if (typegen.status !== 0) return typegen;
  }
  return runNode(bin("typescript/bin/tsc"), ["--noEmit"], { cwd: root });
}

const node =
  (path, ...args) =>
  () =>
    runNode(path, args, { cwd: root });

/** @type {Record<string, () => Promise<{ status: number, output: string }>>} */
export const checks = {
  "format and lint": node(
    bin("@biomejs/biome/bin/biome"),
    "check",
    "--error-on-warnings",
    "--colors=off",
    ".",
  ),
  types,
  imports: node(script("check-deps.mjs")),
  browser: node(script("check-browser.mjs")),
  purity: node(script("check-purity.mjs")),
  "dead code": node(bin("knip/bin/knip.js"), "--no-progress", "--no-config-hints"),
};

/**
 * Runs checks side by side and prints what the failing ones say.
 * @param {typeof checks} chosen
 * @returns {Promise<{ name: string, passed: boolean, ms: number }[]>}
 */
export function runChecks(chosen) {
  return Promise.all(
    Object.entries(chosen).map(async ([name, check]) => {
      const start = performance.now();
      const { status, output } = await check();
      if (status !== 0) console.log(`\n--- ${name} ---\n${output.trim()}\n`);
      return { name, passed: status === 0, ms: performance.now() - start };
    }),
  );
}
