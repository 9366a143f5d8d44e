// Installs the packages when node_modules is missing or does not match package-lock.json. Uses nothing but Node itself.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch } from "./processes.mjs";
import { step } from "./steps.mjs";

const root = resolve(import.meta.dirname, "..");

/** npm notes what it installed in node_modules/.package-lock.json, as the last thing it does. */
export function isInstalled(folder = root) {
  const note = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  const { packages: installed } = JSON.parse(readFileSync(note, "utf8"));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    // Optional packages of other platforms are rightly missing.
    if (!installed[path]) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return installed[path].version === entry.version && installed[path].integrity === entry.integrity;
  });
}

/** The npm that called us, else the one on the path. */
function npm(args) {
  const path = process.env.npm_execpath;
  return path?.endsWith("npm-cli.js") ? [process.execPath, [path, ...args]] : ["npm", args];
}

const npmCi = () =>
  new Promise((done, reject) => {
    const [program, args] = npm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
    const child = launch(program, args, { cwd: root, env: { ...process.env, ...HARMLESS } });
    child.on("error", reject);
    child.on("close", (status) => (status === 0 ? done() : reject(new Error(`npm ci ended with ${status}`))));
  });

/** Prisma's install scripts would fetch engines that we do not use; told that one is here, they leave it. */
const HARMLESS = {
  PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts", "schema-engine.mjs"),
  PRISMA_SKIP_POSTINSTALL_GENERATE: "1",
};

export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log("Packages   installing from the npm registry; the first time takes a minute or two");
  await step("Packages", npmCi, {
    say: () => "installed",
    busy: "still installing",
    safe: "Nothing outside node_modules was changed.",
    todo: "Check the connection to the npm registry, then run the same command again.",
  });
}
