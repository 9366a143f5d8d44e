#!/usr/bin/env node
// perigee <verb> …: rebuilds the bundle when a source file changed, then hands over to cli/index.ts.
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
if (!existsSync(join(root, "node_modules", "esbuild"))) {
  console.error("The packages are not installed yet: run npm ci in the checkout first.");
  process.exit(2);
}
process.env.NODE_ENV ??= "production";
const { buildCli } = await import("../scripts/build-cli.mjs");
const { main } = await import(await buildCli());

/** Only verbs that need the database pay for it. */
async function ensureDatabase() {
  const { ensureMigratedDatabase } = await import("../scripts/environment.mjs");
  await ensureMigratedDatabase();
}

process.exitCode = await main(process.argv.slice(2), { ensureDatabase });
