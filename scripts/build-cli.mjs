// Bundles the command line (cli/index.ts → dist/cli.mjs) and the worker threads (*.worker.ts → dist/*.worker.mjs).
// A bundle starts in half the time of running TypeScript; each verb is in a chunk of its own, so that it loads only what it needs.
// npm packages stay outside, but for the few that every check needs: of many small files, they load quicker from ours.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./environment.mjs";
import { ensurePrismaClient } from "./generate.mjs";
import { withLock } from "./lock.mjs";
import { filesUnder } from "./source-files.mjs";

const dist = join(root, "dist");
const stamp = join(dist, "cli.inputs.json");
const ALWAYS = ["package.json", "tsconfig.json", "scripts/build-cli.mjs"];

/** What a file looked like: cheaper than its content, and enough to notice an edit or a checkout. */
function look(path) {
  try {
    const { mtimeMs, size } = statSync(join(root, path));
    return `${mtimeMs}:${size}`;
  } catch {
    return "gone";
  }
}

function isFresh() {
  if (!existsSync(stamp) || !existsSync(join(dist, "cli.mjs"))) return false;
  const inputs = JSON.parse(readFileSync(stamp, "utf8"));
  return Object.entries(inputs).every(([path, seen]) => look(path) === seen);
}

const FOLDERS = ["cli", "core", "server"];
const workers = () =>
  FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => path.endsWith(".worker.ts"));

const INSIDE = ["zod", "satellite.js", "astronomy-engine"];
/** @type {import("esbuild").Plugin} */
const packagesOutside = {
  name: "packages-outside",
  setup(build) {
    build.onResolve({ filter: /^[^.#/]/ }, ({ path, kind }) => {
      const isOurs =
        kind === "entry-point" || INSIDE.some((name) => path === name || path.startsWith(`${name}/`));
      return isOurs ? undefined : { path, external: true };
    });
  },
};

async function bundle() {
  const { build } = await import("esbuild");
  const entryPoints = { cli: "cli/index.ts" };
  for (const path of workers()) entryPoints[basename(path, ".ts")] = path;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    plugins: [packagesOutside],
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    logLevel: "error",
  });
  const kept = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  const chunks = join(dist, "chunks");
  for (const file of existsSync(chunks) ? readdirSync(chunks) : []) {
    if (!kept.has(file)) rmSync(join(chunks, file));
  }
  const inputs = [...ALWAYS, ...Object.keys(metafile.inputs)];
  writeFileSync(stamp, JSON.stringify(Object.fromEntries(inputs.map((path) => [path, look(path)]))));
}

/** @returns {Promise<string>} the bundle's address, for import() */
export async function buildCli() {
  await ensurePrismaClient();
  if (!isFresh()) {
    mkdirSync(dist, { recursive: true });
    await withLock(join(dist, ".lock"), async () => {
      if (!isFresh()) await bundle();
    });
  }
  return pathToFileURL(join(dist, "cli.mjs")).href;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildCli();
