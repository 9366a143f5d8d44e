import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A solver that MiniZinc has, as Debian's package `minizinc` installs it with Gecode. */
export interface MiniZinc {
  /** "MiniZinc 2.6.4, Gecode 6.2.0" */
  readonly name: string;
  /** Solves a model of bench/peers with data; the time is the solver's own, without putting the model together. */
  solve(model: string, data: Readonly<Record<string, unknown>>, seconds: number): Solved;
}
export interface Solved {
  /** What the model prints of its best solution; null where it found none. */
  readonly output: string | null;
  readonly isProven: boolean;
  readonly ms: number;
}

interface Installed {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly tags?: readonly string[];
}
/** Chuffed where it is there, for it is the faster at scheduling; else Gecode. */
const WANTED = ["chuffed", "gecode"];

/** MiniZinc as it is on the PATH, with a solver that proves; null without it. @throws Error where its answer cannot be read. */
export function miniZinc(): MiniZinc | null {
  const version = spawnSync("minizinc", ["--version"], { encoding: "utf8" });
  if (version.error || version.status !== 0) return null;
  const own = /version ([\d.]+)/.exec(version.stdout)?.[1] ?? "?";
  const listed = spawnSync("minizinc", ["--solvers-json"], { encoding: "utf8" });
  const solvers = JSON.parse(listed.stdout) as readonly Installed[];
  const solver = WANTED.flatMap((wanted) => solvers.filter(({ id }) => id.endsWith(`.${wanted}`)))[0];
  if (!solver) return null;
  return {
    name: `MiniZinc ${own}, ${solver.name} ${solver.version}`,
    solve(model, data, seconds) {
      const folder = mkdtempSync(join(tmpdir(), "perigee-minizinc-"));
      try {
        const file = join(folder, "data.json");
        writeFileSync(file, JSON.stringify(data));
        const args = ["--solver", solver.id, "--statistics", "--time-limit", String(seconds * 1_000)];
        const { stdout } = spawnSync("minizinc", [...args, join("bench", "peers", model), file], {
          encoding: "utf8",
          maxBuffer: 2 ** 26,
        });
        return solved(stdout);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

function solved(stdout: string): Solved {
  const lines = stdout.split("\n").map((line) => line.trim());
  const times = lines.flatMap((line) => /mzn-stat: (?:init|solve)Time=([\d.e+-]+)/.exec(line)?.[1] ?? []);
  if (times.length === 0) throw new Error(`MiniZinc told no time:\n${stdout.slice(0, 400)}`);
  const said = lines.filter((line) => line !== "" && !/^(%|-{10}|={5})/.test(line));
  return {
    output: said.at(-1) ?? null,
    isProven: lines.includes("=========="),
    ms: times.reduce((sum, time) => sum + Number(time) * 1_000, 0),
  };
}
