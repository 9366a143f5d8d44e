import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { flag, isRaised, oneThread, raise, type Work } from "./one-thread.ts";
import type { Asked } from "./solving.ts";

/** In place of the thread that searches: tells of each thing that it is to do once whether it is stopped, then ends it. */
async function standIn() {
  const file = join(await mkdtemp(join(tmpdir(), "perigee-")), "stand-in.mjs");
  await writeFile(
    file,
    `import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ asked, stops }) => {
      if (!asked) return parentPort.postMessage({ kind: "warm" });
      parentPort.postMessage({ kind: "progress", progress: stops.some((stop) => Atomics.load(stop, 0) === 1), atS: 0 });
      parentPort.postMessage({ kind: "proposal", proposal: null, atS: 0 });
    });`,
  );
  return oneThread(pathToFileURL(file), 64, (error) => {
    throw error;
  });
}

test("does one thing after another, asks for each when the one before has ended, and sees a raised flag", async () => {
  const thread = await standIn();
  const heard: string[] = [];
  const stop = flag();
  const tell = (name: string) =>
    thread.do(
      (): Work => {
        heard.push(`${name} begins`);
        return { asked: {} as Asked, stops: [stop] };
      },
      (answer) => {
        heard.push(`${name}: ${answer.kind} ${"progress" in answer ? answer.progress : ""}`.trim());
        if (answer.kind === "proposal") raise(stop);
      },
    );
  const first = tell("first");
  const warm = thread.do(
    () => ({ asked: null, stops: [] }),
    () => heard.push("warming up is no answer"),
  );
  await Promise.all([first, warm, tell("second")]);
  expect(isRaised(stop)).toBe(true);
  expect(heard).toEqual([
    ...["first begins", "first: progress false", "first: proposal"],
    ...["second begins", "second: progress true", "second: proposal"],
  ]);
  await thread.end();
});
