// node scripts/lockfile.mjs: completes package-lock.json after `npm install`.
// Packages with native parts list one optional package per platform. A registry mirror that carries only its own
// platform makes npm leave the others out, and `npm ci` then refuses the lock file everywhere. They are written in by
// name and exact version, without a checksum; machines of other platforms never fetch them, their own ones do.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const OS = /android|darwin|freebsd|linux|openharmony|win32/;
const EXACT = /^\d+\.\d+\.\d+\S*$/;
const CPU = /arm64|arm(?=-)|ia32|ppc64|riscv64|s390x|x64/;

/** Folders in which a package at `path` finds its dependencies, nearest first. */
function searchPath(path) {
  const folders = [];
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    folders.push(`${at}/node_modules/`);
  }
  return [...folders, "node_modules/"];
}

/** The nearest one counts; platforms' packages are named by exact version, everything else is npm's to judge. */
function isProvided(packages, path, name, version) {
  const nearest = searchPath(path).find((folder) => packages[folder + name]);
  if (!nearest) return false;
  return !EXACT.test(version) || packages[nearest + name].version === version;
}

/**
 * @param {Record<string, object>} packages of a lock file
 * @returns {{ parent: string, path: string, name: string, version: string }[]} what is named as optional but has no entry
 */
export function missingOptional(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => !isProvided(packages, path, name, version))
      .map(([name, version]) => ({
        parent: path,
        path: `${path.slice(0, path.lastIndexOf("node_modules/"))}node_modules/${name}`,
        name,
        version,
      })),
  );
}

function entryFor({ name, version }, parent) {
  const [os, cpu] = [OS.exec(name)?.[0], CPU.exec(name)?.[0]];
  if (!os || !cpu || !EXACT.test(version)) {
    throw new Error(
      `cannot tell which platform ${name} ${version} is for: install it where the registry has it`,
    );
  }
  const libc = { "-musl": ["musl"], "-gnu": ["glibc"] }[/-(musl|gnu)$/.exec(name)?.[0]];
  return {
    version,
    cpu: [cpu],
    ...(parent.dev && { dev: true }),
    ...(libc && { libc }),
    optional: true,
    os: [os],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = join(import.meta.dirname, "..", "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingOptional(lock.packages);
  for (const each of missing) {
    const other = lock.packages[each.path];
    if (other)
      throw new Error(
        `${each.path} is ${other.version}, ${each.parent} wants ${each.version}: use one version`,
      );
    lock.packages[each.path] = entryFor(each, lock.packages[each.parent]);
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} packages of other platforms added to package-lock.json`);
}
