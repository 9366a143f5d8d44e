import { spawnSync } from "node:child_process";

export function timed(run: () => unknown): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

/** Times of `runs` runs after those that only warm up. */
export function times(runs: number, run: () => unknown, { warmUp = 0 } = {}): number[] {
  for (let i = 0; i < warmUp; i++) run();
  return Array.from({ length: runs }, () => timed(run));
}

/** Times of whole processes, start to end. @throws Error when one ends with a status that was not expected. */
export function processTimes(runs: number, argv: readonly string[], expected = 0): number[] {
  return times(runs, () => {
    const { status, stderr } = spawnSync(process.execPath, [...argv], { encoding: "utf8" });
    if (status !== expected) throw new Error(`${argv.join(" ")} ended with ${status}: ${stderr}`);
  });
}

const COLD = "--cold";

/**
 * Times of the first run in a process of its own: this bench is started again for each, and there `run` tells its figures.
 * Where it is that process, it runs and ends.
 */
export function coldTimes<F extends Record<string, number>>(
  runs: number,
  run: () => F,
): { [K in keyof F]: number[] } {
  const [, self = ""] = process.argv;
  if (process.argv.includes(COLD)) {
    process.stdout.write(JSON.stringify(run()));
    process.exit(0);
  }
  const all = Array.from({ length: runs }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [self, COLD], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as F;
  });
  const names = Object.keys(all[0] ?? {}) as (keyof F)[];
  return Object.fromEntries(names.map((name) => [name, all.map((each) => each[name])])) as unknown as {
    [K in keyof F]: number[];
  };
}
