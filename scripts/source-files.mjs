// Finds the checkout's own source files for the checks, and keeps a hash of them for "did anything change".
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const NOT_OURS = new Set([
  "node_modules",
  "dist",
  "coverage",
  "reports",
  "test-results",
  "playwright-report",
]);
const SOURCE = /\.[cm]?[jt]sx?$/;

/**
 * Every file under a folder, as paths relative to `root` with forward slashes, sorted.
 * Leaves out dot folders, generated code and what other programs write.
 * @param {string} root
 * @param {string} [folder]
 * @returns {string[]}
 */
export function filesUnder(root, folder = "") {
  const found = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.name.startsWith(".") || NOT_OURS.has(entry.name) || path === "server/generated") continue;
    if (entry.isDirectory()) found.push(...filesUnder(root, path));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

/** @param {string} path */
export const isSource = (path) =>
  SOURCE.test(path) && !path.includes("/testdata/") && !path.endsWith(".d.ts");

/** Tests, and what is only for them: `testing-….ts`. */
export const isTest = (path) => /\.test\.[cm]?[jt]sx?$|(^|\/)testing-[^/]*$/.test(path);

/**
 * One hash over the content of files and folders; what does not exist counts as empty.
 * @param {string} root
 * @param {readonly string[]} paths
 */
export function hashOf(root, paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const files = statSync(full).isDirectory() ? filesUnder(root, path) : [path];
    for (const file of files) {
      if (isTest(file)) continue;
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(join(root, file)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}
