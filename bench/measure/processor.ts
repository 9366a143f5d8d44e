import { existsSync, readFileSync } from "node:fs";

const TOLD = "/proc/self/schedstat";

/** Seconds that the main thread has worked; those of the whole process, helping threads too, where the system does not tell them apart. */
export function threadS(): number {
  if (existsSync(TOLD)) return Number(readFileSync(TOLD, "utf8").split(" ")[0]) / 1e9;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
