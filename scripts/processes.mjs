// Child processes of the commands: started in one way, and ended together when the command ends.
import { spawn } from "node:child_process";

/** How long a child may take to end by itself; one open stream can keep a web server from ever ending. */
export const GRACE_MS = 2000;

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function launch(program, args, options = {}) {
  const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], ...options });
  running.add(child);
  child.on("close", () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { timeoutMs?: number, onOutput?: (chunk: string) => void }} [options]
 * @returns {Promise<{ status: number, output: string }>} `output`: what came on both channels, unless it was inherited
 */
export function run(program, args, { timeoutMs, onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = launch(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
        onOutput?.(chunk);
      });
    }
    const timer = timeoutMs && setTimeout(() => void end(child), timeoutMs);
    child.on("error", reject);
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      if (signal) output += `\nended by ${signal}`;
      resolve({ status: status ?? 1, output });
    });
  });
}

/** Runs one of our own scripts or a package's program with this Node. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options);

/** Asks a child to end, and makes it end after the grace period. */
export function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    child.on("close", () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

const endAll = () => Promise.all([...running].map(end));

let asked = false;

/** Whether somebody asked the command to end: what fails from then on is no failure. */
export const isLeaving = () => asked;

/** npm, told to end, leaves its script running: a new parent means that nobody is there to end us any more. */
function onAbandoned(onAsked) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !asked) onAsked();
  }, 500).unref();
}

/**
 * Ends all that was started, then runs `cleanUp`, and leaves.
 * @param {() => Promise<void>} cleanUp
 * @param {number} status
 */
export async function leave(cleanUp, status) {
  asked = true;
  await endAll();
  await cleanUp().catch((error) => console.error(error.message));
  process.exit(status);
}

/**
 * Runs `cleanUp` once when the command is asked to end, then leaves. A second Ctrl-C does not wait.
 * @param {() => Promise<void>} cleanUp
 * @param {number} status
 */
export function onSignal(cleanUp, status) {
  const onAsked = () => {
    if (!asked) return void leave(cleanUp, status);
    for (const child of running) child.kill("SIGKILL");
    process.exit(status);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onAsked);
  onAbandoned(onAsked);
}
