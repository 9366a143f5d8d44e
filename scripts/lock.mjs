// One process at a time, without anything to clean up: a lock whose holder is no longer alive counts as free.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // alive, but somebody else's
  }
};

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

function removeIfAbandoned(file) {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    // An empty file is being written this instant: its holder is alive.
    if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/**
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} run
 * @param {{ timeoutMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, run, { timeoutMs = 120_000 } = {}) {
  const until = Date.now() + timeoutMs;
  while (!take(file)) {
    removeIfAbandoned(file);
    if (Date.now() > until) throw new Error(`${file} is held by another start; remove it if none is running`);
    await sleep(50);
  }
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}
