// Holds the code to deps.json: who may import whom. Fails as well when it saw no file, so that it can never pass by looking away.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { importsOf, resolveImport } from "./imports.mjs";
import { filesUnder, isSource, isTest } from "./source-files.mjs";

const isInside = (path, folder) => path === folder || path.startsWith(`${folder}/`);

/** The entry of deps.json that speaks for a file: the longest folder that holds it; "." for files at the top. */
function folderOf(path, folders) {
  if (!path.includes("/")) return ".";
  const holding = Object.keys(folders).filter((folder) => isInside(path, folder));
  return holding.sort((a, b) => b.length - a.length)[0];
}

const names = (list) => (list.length > 0 ? list.join(", ") : "nothing else");

const allowsPackage = (list, name) =>
  list.some((entry) => entry === name || (entry.endsWith("/*") && name.startsWith(entry.slice(0, -1))));

/** Why this import is not allowed, or null. */
function objection({ module, from, folder, deps, aliases }) {
  const { imports, packages, tests = [] } = deps.folders[folder];
  const target = resolveImport(module, from, aliases);
  for (const [guarded, importers] of Object.entries(deps.only ?? {})) {
    const hit = target.file ? isInside(target.file, guarded) : target.package === guarded;
    if (hit && !importers.some((importer) => isInside(from, importer))) {
      return `only ${names(importers)} may import ${guarded}`;
    }
  }
  if (target.package) {
    if (!packages || isTest(from) || allowsPackage(packages, target.package)) return null;
    return `${folder} may import the packages ${names(packages)}`;
  }
  if (isTest(target.file) && !isTest(from) && folder !== "e2e") return "it is for tests";
  const allowed = isTest(from) ? [...imports, ...tests] : imports;
  const inside = folder === "." ? !target.file.includes("/") : isInside(target.file, folder);
  // The longest entry that holds the target is its folder: core/rules may not come in through an allowance for its neighbours.
  if (inside || allowed.some((other) => isInside(target.file, other))) return null;
  return `${folder} may import ${names(allowed)}`;
}

/**
 * @param {string} root a checkout
 * @returns {{ problems: string[], files: number, imports: number }}
 */
export function checkDeps(root) {
  const deps = JSON.parse(readFileSync(join(root, "deps.json"), "utf8"));
  const aliases = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).imports ?? {};
  const problems = [];
  let imports = 0;
  const files = filesUnder(root).filter(isSource);
  for (const path of files) {
    const folder = folderOf(path, deps.folders);
    if (!folder) {
      problems.push(`${path}: deps.json has no entry for this folder`);
      continue;
    }
    for (const { module, line } of importsOf(path, readFileSync(join(root, path), "utf8"))) {
      imports += 1;
      const reason = objection({ module, from: path, folder, deps, aliases });
      if (reason) problems.push(`${path}:${line} imports ${module}: ${reason}`);
    }
  }
  if (files.length === 0) problems.push(`no source file was found under ${root}`);
  return { problems, files: files.length, imports };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { problems, files, imports } = checkDeps(join(import.meta.dirname, ".."));
  for (const problem of problems) console.error(problem);
  console.log(`${imports} imports in ${files} files, ${problems.length} not allowed by deps.json`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
