// Runs the production build and knows when it answers.
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NEXT, nextEnvironment } from "./build-app.mjs";
import { root } from "./environment.mjs";
import { launch } from "./processes.mjs";

const ANSWER_TIMEOUT_MS = 60_000;

/** @returns {Promise<boolean>} whether the port is free on that address */
export const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/**
 * `next start`, which tells its banner to nobody; what it prints once it serves goes through.
 * @param {{ port: number, host: string, log?: number }} where `log`: an open file for all it prints
 */
export function serve({ port, host, log }) {
  const guard = pathToFileURL(join(root, "scripts", "end-with-parent.mjs")).href;
  const args = ["--import", guard, NEXT, "start", "--port", String(port), "--hostname", host];
  const child = launch(process.execPath, args, {
    cwd: root,
    env: nextEnvironment(),
    stdio: ["ignore", log ?? "pipe", log ?? "inherit", "ipc"],
  });
  let answers = false;
  child.stdout?.on("data", (chunk) => {
    if (answers) process.stdout.write(chunk);
  });
  const ended = new Promise((resolve) => child.on("close", (status, signal) => resolve(status ?? signal)));

  /** Resolves when any answer comes, rejects when the server ended or stays silent. */
  async function answering() {
    const address = `http://${host.includes(":") ? `[${host}]` : host.replace("0.0.0.0", "127.0.0.1")}:${port}/`;
    for (const until = Date.now() + ANSWER_TIMEOUT_MS; Date.now() < until; ) {
      const answer = await Promise.race([
        fetch(address, { redirect: "manual", signal: AbortSignal.timeout(10_000) }).catch(() => null),
        ended.then((status) => ({ ended: status })),
      ]);
      if (answer?.ended !== undefined) throw new Error(`the web server ended (${answer.ended})`);
      if (answer) {
        answers = true;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the web server did not answer within ${ANSWER_TIMEOUT_MS / 1000} s`);
  }
  return { child, ended, answering };
}
