import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { jsonSchemas } from "./answers/index.ts";
import { perigee, temporaryFolder } from "./testing-cli.ts";

const root = join(import.meta.dirname, "..");

/** The program itself as cli/bin.mjs starts it; only that progress is a line of its own where nobody looks on. */
const PROGRAM = `
  const { buildCli } = await import("${pathToFileURL(join(root, "scripts", "build-cli.mjs"))}");
  const { main } = await import(await buildCli());
  const progress = (line) => line && process.stderr.write(line + "\\n");
  process.exitCode = await main(process.argv.slice(2), { progress });
`;

const folder = temporaryFolder();
const file = join(folder, "large.json");
const program = join(folder, "program.mjs");
beforeAll(async () => {
  writeFileSync(program, PROGRAM);
  await perigee(["generate", "--scenes", "60", "--days", "10", "-o", file]);
});

/** Searches for an hour, and is told to stop as soon as it tells how far it is. */
async function stopped(argv: readonly string[]) {
  const child = spawn(process.execPath, [program, "solve", file, "--seconds", "3600", ...argv], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    const isFirst = !said.includes("points");
    said += text;
    if (isFirst && said.includes("points")) child.kill("SIGINT");
  });
  const [status, signal] = (await once(child, "close")) as [number | null, string | null];
  return { status, signal, out, err: said };
}

test("Ctrl-C ends the search: the best plan until then is the answer, and is kept where that was asked", async () => {
  const target = join(folder, "kept.json");
  const { out, err, signal } = await stopped(["--save", "Proposal", "-o", target, "--json"]);
  expect(signal).toBeNull();
  const answer = jsonSchemas.solve.parse(JSON.parse(out));
  expect(answer.notes[0]).toMatch(/^Stopped after \d+ s: this is the best plan until then\.$/);
  expect(err).toContain(answer.notes[0]);
  expect(existsSync(target)).toBe(true);
  const kept = JSON.parse((await perigee(["check", target, "--scenario", "Proposal", "--json"])).out);
  expect(jsonSchemas.check.parse(kept).minutes.inHandMin).toBe(answer.inHandMin);
  expect(readFileSync(file, "utf8")).not.toContain("Proposal");
}, 60_000);
