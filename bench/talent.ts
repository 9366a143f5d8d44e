// How fast the cheapest order of scenes is found and proven: the published instances of talent scheduling, beside CP-SAT where
// PERIGEE_PEERS names a folder with or-tools-wasm 0.9.1 in it, and beside MiniZinc where it is on the PATH (apt-get install minizinc).
// Another folder of instances may be named.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cheapestOrder } from "#core/solve/hold-cost/index.ts";
import { type HoldProblem, payOf } from "#core/solve/hold-cost/problem.ts";
import { readTalent } from "#interchange/talent/read.ts";
import { report, type Timing, timingOf } from "./measure/report.ts";
import { timed } from "./measure/times.ts";
import { type CpSat, cpSat } from "./peers/cp-sat.ts";
import { provenByCpSat } from "./peers/cp-sat-talent.ts";
import { type MiniZinc, miniZinc } from "./peers/minizinc.ts";
import { foundByMiniZinc } from "./peers/minizinc-talent.ts";

const RUNS = 5;
const [, , folder = "../shared/data/talent"] = process.argv;

function instance(file: string): HoldProblem {
  const read = readTalent(readFileSync(join(folder, file), "utf8"));
  if (read.ok) return read.value;
  throw new Error(`${file}: ${read.error.map(({ message }) => message).join(" ")}`);
}

function ours(file: string, problem: HoldProblem): Timing {
  let said = "";
  const measured = Array.from({ length: RUNS }, () =>
    timed(() => {
      const { order, cost, isProven, lowerBound, nodes } = cheapestOrder(problem);
      if (payOf(problem, order) !== cost) throw new Error(`${file}: the order does not cost ${cost}.`);
      said = `${cost} ${isProven ? "proven" : `not proven, at least ${lowerBound}`}, ${nodes} nodes`;
    }),
  );
  return timingOf(file, measured, said);
}

/** The faster of two settings, a run each. */
async function theirs(peer: CpSat, file: string, problem: HoldProblem): Promise<Timing> {
  const runs: { level: number; ms: number; cost: number }[] = [];
  for (const level of [1, 2] as const) {
    const begin = performance.now();
    const cost = await provenByCpSat(peer, problem, level);
    runs.push({ level, ms: performance.now() - begin, cost });
  }
  const [best = { level: 0, ms: Number.NaN, cost: 0 }] = runs.sort((a, b) => a.ms - b.ms);
  return timingOf(`${file}, CP-SAT`, [best.ms], `${best.cost} proven, linearization ${best.level}`);
}

/** MiniZinc gets so long for an instance: what it has not proven by then is counted as that long. */
const MINIZINC_SECONDS = 10;

function byMiniZinc(peer: MiniZinc, file: string, problem: HoldProblem, proven: number) {
  const { cost, ms, isProven } = foundByMiniZinc(peer, problem, MINIZINC_SECONDS);
  if (isProven && cost !== proven) throw new Error(`${file}: MiniZinc proves ${cost}, we ${proven}.`);
  const said = isProven ? "proven" : `not proven in ${MINIZINC_SECONDS} s`;
  return { timing: timingOf(`${file}, MiniZinc`, [ms], `${cost} ${said}`), ms, isProven };
}

const geometricMean = (ratios: readonly number[]): number =>
  Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
const rangeText = (ratios: readonly number[]): string =>
  `${geometricMean(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)})`;

const files = readdirSync(folder)
  .filter((file) => file.endsWith(".dzn"))
  .sort();
const peer = await cpSat();
if (peer) await provenByCpSat(peer, instance(files[0] as string), 1); // compiles it
const other = miniZinc();
const timings: Timing[] = [];
const ratios: number[] = [];
const otherRatios: number[] = [];
let unproven = 0;
for (const file of files) {
  const problem = instance(file);
  const own = ours(file, problem);
  timings.push(own);
  if (peer) {
    const told = await theirs(peer, file, problem);
    timings.push(told);
    ratios.push(told.medianMs / own.medianMs);
  }
  if (other) {
    const told = byMiniZinc(other, file, problem, payOf(problem, cheapestOrder(problem).order));
    timings.push(told.timing);
    otherRatios.push(told.ms / own.medianMs);
    if (!told.isProven) unproven += 1;
  }
}
report("talent", timings, [
  `${files.length} instances. The first of ${RUNS} runs is counted: nothing is warmed up for us, CP-SAT is compiled before.`,
  peer
    ? `Geometric mean of CP-SAT's time over our median: ${rangeText(ratios)}.`
    : "CP-SAT was not at hand: npm install or-tools-wasm@0.9.1 in a folder, and name it in PERIGEE_PEERS.",
  other
    ? `Geometric mean of ${other.name}'s time over our median: ${unproven > 0 ? "at least " : ""}${rangeText(otherRatios)}; ${unproven} of ${files.length} it did not prove in ${MINIZINC_SECONDS} s.`
    : "MiniZinc was not at hand: apt-get install minizinc brings it with Gecode.",
]);
