// npm run bench -- <name> …: runs bench/<name>.ts; without a name, lists them.
import "./node-version.mjs";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildCli } from "./build-cli.mjs";
import { root } from "./environment.mjs";
import { runNode } from "./processes.mjs";

const folder = join(root, "bench");
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => /\.ts$/.test(file) && !/\.(test|check)\.ts$/.test(file))
  .map((file) => file.slice(0, -3));
const [name, ...args] = process.argv.slice(2);

if (!names.includes(name)) {
  console.log(`Use: npm run bench -- <name>\n${names.map((each) => `  ${each}`).join("\n")}`);
  process.exitCode = name ? 2 : 0;
} else {
  await buildCli();
  const { build } = await import("esbuild");
  const outfile = join(root, "dist", "bench", `${name}.mjs`);
  await build({
    entryPoints: [join(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    logLevel: "error",
  });
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"] };
  ({ status: process.exitCode } = await runNode(outfile, args, options));
}
