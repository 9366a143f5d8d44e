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

/** Works for as long as it is left to, and is told to stop as soon as it has told `heard`. */
async function stopped(argv: readonly string[], heard: string) {
  const child = spawn(process.execPath, [program, ...argv], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let [out, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    const isFirst = !said.includes(heard);
    said += text;
    if (isFirst && said.includes(heard)) child.kill("SIGINT");
  });
  const [status, signal] = (await once(child, "close")) as [number | null, string | null];
  return { status, signal, out, err: said };
}

test("Ctrl-C ends the search: the best plan until then is the answer, and is kept where that was asked", async () => {
  const target = join(folder, "kept.json");
  const keeping = ["--save", "Proposal", "-o", target];
  const { out, err, signal } = await stopped(
    ["solve", file, "--seconds", "3600", ...keeping, "--json"],
    "points",
  );
  expect(signal).toBeNull();
  const answer = jsonSchemas.solve.parse(JSON.parse(out));
  expect(answer.notes[0]).toMatch(/^Stopped after \d+ s: this is the best plan until then\.$/);
  expect(err).toContain(answer.notes[0]);
  expect(existsSync(target)).toBe(true);
  const kept = JSON.parse((await perigee(["check", target, "--scenario", "Proposal", "--json"])).out);
  expect(jsonSchemas.check.parse(kept).minutes.inHandMin).toBe(answer.inHandMin);
  expect(readFileSync(file, "utf8")).not.toContain("Proposal");
}, 60_000);

test("Ctrl-C ends the question why scenes are not in: what is known until then is the answer", async () => {
  const narrow = join(folder, "narrow.json");
  await perigee(["generate", "--scenes", "60", "--days", "4", "-o", narrow]);
  const scenes = Array.from({ length: 60 }, (_, i) => i + 1).join();
  const { out, err, signal, status } = await stopped(
    ["why", narrow, "--scene", scenes, "--seconds", "3600", "--steps", "1000000", "--json"],
    "Ways out are sought for 1 set",
  );
  expect(signal).toBeNull();
  const { together, strips, notes } = jsonSchemas.why.parse(JSON.parse(out));
  expect(notes[0]).toMatch(/^Stopped after \d+ s: this is what was known by then\.$/);
  expect(notes[1]).toBe("Not asked about alone yet: 60 strips.");
  expect(err).toContain(notes[0]);
  // The set that had been found is told, with the ways that were tried until then.
  expect(together).toMatchObject({
    is: "never",
    cutBy: "clock",
    conflicts: [{ conflict: expect.anything() }],
  });
  expect(together?.notes).toContain("Stopped before everything was worked out.");
  expect(strips).toEqual([]);
  expect(status).toBe(1);
}, 60_000);
