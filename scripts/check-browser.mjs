// Follows every import from the files that begin with "use client" and refuses what must not run in, or be sent to, a browser.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { directiveOf, importsOf, resolveImport } from "./imports.mjs";
import { filesUnder, isSource, isTest } from "./source-files.mjs";

const matches = (name, pattern) =>
  pattern.endsWith("*")
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern || name.startsWith(`${pattern}/`);

/**
 * @param {string} root a checkout
 * @returns {{ problems: string[], files: number }} `files`: how many reach the browser
 */
export function checkBrowser(root) {
  const { forbidden } = JSON.parse(readFileSync(join(root, "deps.json"), "utf8")).browser;
  const aliases = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).imports ?? {};
  const read = (path) => readFileSync(join(root, path), "utf8");
  const problems = [];
  const seen = new Set();
  const follow = (path, chain) => {
    if (seen.has(path)) return;
    seen.add(path);
    const source = read(path);
    if (directiveOf(path, source) === "use server") return;
    for (const { module, line, isType } of importsOf(path, source)) {
      if (isType) continue;
      const target = resolveImport(module, path, aliases);
      const isCalled = target.file && isSource(target.file) && existsSync(join(root, target.file));
      const isAction = isCalled && directiveOf(target.file, read(target.file)) === "use server";
      if (!isAction && forbidden.some((pattern) => matches(target.file ?? target.package, pattern))) {
        problems.push(`${path}:${line} brings ${module} into the browser: ${[...chain, path].join(" → ")}`);
      } else if (isCalled && !isAction) {
        follow(target.file, [...chain, path]);
      }
    }
  };
  const files = filesUnder(root).filter((path) => isSource(path) && !isTest(path));
  for (const path of files) {
    if (directiveOf(path, read(path)) === "use client") follow(path, []);
  }
  return { problems, files: seen.size };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { problems, files } = checkBrowser(join(import.meta.dirname, ".."));
  for (const problem of problems) console.error(problem);
  console.log(`${files} files reach the browser, ${problems.length} imports that may not`);
  process.exitCode = problems.length > 0 || files === 0 ? 1 : 0;
}
