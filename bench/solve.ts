// How good the plans are that the optimiser finds in so many seconds, against its own bound, on synthetic shoots in orbit of three
// sizes, and on The Challenge with nothing placed: there with all rules, compiling included.
//
//   npm run bench -- solve [--seeds 10] [--seconds 60] [--size 78/12|300/30|1000/100|"The Challenge"] [--processor] [--peers 2]
//
// One seed after the other in one process and on one core. The time of the processor is told beside that of the clock: where they
// differ, something else was running. With --processor the budget and the marks are the processor's seconds, all threads of the
// process together: what a machine with nothing else to do would show, and a little less.
//
// --peers n: CP-SAT gets the first n seeds of the smallest size for 25 s of the clock each, beside what we have at 1 s. It is looked for
// in the folder that PERIGEE_PEERS names, where `npm install or-tools-wasm@0.9.1` was run.

import { parseArgs } from "node:util";
import { type Progress, solve } from "#core/solve/engine/engine.ts";
import { type Problem, type ProblemSpec, problemOf } from "#core/solve/engine/problem.ts";
import { highsSolver } from "#core/solve/highs.ts";
import { orbitalProblem, orbitalShoot } from "#seeds/generate/orbital.ts";
import { type Figures, reportFigures } from "./measure/figures.ts";
import { fromNothing } from "./measure/from-nothing.ts";
import { cpSat } from "./peers/cp-sat.ts";
import { plannedByCpSat } from "./peers/cp-sat-plan.ts";

interface Goal {
  readonly scenes: number;
  readonly days: number;
  readonly seeds: number;
  /** At so many seconds, the gap to be reached in per cent (median over the seeds). */
  readonly marks: readonly { readonly seconds: number; readonly gap: number | null }[];
}
const GOALS: readonly Goal[] = [
  {
    scenes: 78,
    days: 12,
    seeds: 10,
    marks: [
      { seconds: 1, gap: 3 },
      { seconds: 5, gap: 1.5 },
      { seconds: 60, gap: 0.5 },
    ],
  },
  { scenes: 300, days: 30, seeds: 2, marks: [{ seconds: 30, gap: 5 }] },
  { scenes: 1000, days: 100, seeds: 1, marks: [{ seconds: 60, gap: null }] },
];

const { values } = parseArgs({
  options: {
    seeds: { type: "string" },
    seconds: { type: "string" },
    size: { type: "string" },
    processor: { type: "boolean", default: false },
    peers: { type: "string", default: "2" },
  },
});
const PEER_SECONDS = 25;
const PEER_MARK = 1;
const PEER_SIZE = "78/12";
const mostSeconds = Number(values.seconds ?? Number.POSITIVE_INFINITY);

const packed = (spec: ProblemSpec): Problem => {
  const result = problemOf(spec);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const clock = () => performance.now() / 1000;
const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const budgeted = values.processor ? processor : clock;
const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
};
const percent = (share: number | null) => (share === null ? Number.POSITIVE_INFINITY : share * 100);

const solver = await highsSolver();
const figures: Figures[] = [];

for (const { scenes, days, seeds, marks } of GOALS) {
  const size = `${scenes}/${days}`;
  if (values.size && values.size !== size) continue;
  const some = Number(values.seeds ?? seeds);
  const wanted = marks.filter(({ seconds }) => seconds <= mostSeconds);
  const last = wanted.at(-1);
  if (!last) continue;
  const reached = new Map<number, { at: Progress; clock: number; cpu: number }[]>(
    wanted.map(({ seconds }) => [seconds, []]),
  );
  let memory = 0;
  for (let seed = 1; seed <= some; seed++) {
    const spec = orbitalProblem(orbitalShoot({ scenes, days, seed }));
    const problem = packed(spec);
    const [began, clockBegan, cpuBegan] = [budgeted(), clock(), processor()];
    const spent = () => ({ clock: clock() - clockBegan, cpu: processor() - cpuBegan });
    let before: Progress | null = null;
    let next = 0;
    const pass = (now: Progress | null) => {
      for (; next < wanted.length && budgeted() - began >= (wanted[next]?.seconds ?? 0); next++)
        if (now) reached.get(wanted[next]?.seconds ?? 0)?.push({ at: now, ...spent() });
    };
    const outcome = solve(
      { problem, seed: 1, solver },
      { seconds: last.seconds, now: budgeted },
      (progress) => {
        // What a round that ended too late has found does not count.
        pass(before);
        before = progress;
        memory = Math.max(memory, process.memoryUsage().rss);
      },
    );
    // Proved before its time: it stays as it is.
    if (outcome)
      for (; next < wanted.length; next++)
        reached.get(wanted[next]?.seconds ?? 0)?.push({ at: outcome, ...spent() });
    console.log(
      `${size} seed ${seed}: ${outcome?.points} points, bound ${outcome?.bound.points}${outcome?.isOptimal ? ", proved optimal" : ""}`,
    );
  }
  for (const { seconds, gap } of wanted) {
    const all = reached.get(seconds) ?? [];
    const gaps = all.map(({ at }) => percent(at.gap));
    figures.push({
      size,
      seeds: all.length,
      "budget s": seconds,
      "clock s": Number(median(all.map((one) => one.clock)).toFixed(2)),
      "processor s": Number(median(all.map(({ cpu }) => cpu)).toFixed(2)),
      points: median(all.map(({ at }) => at.points)),
      bound: median(all.map(({ at }) => at.bound.points)),
      "gap %": Number(median(gaps).toFixed(2)),
      "worst %": Number(Math.max(...gaps).toFixed(2)),
      "goal %": gap,
      optimal: all.filter(({ at }) => at.isOptimal).length,
      "musts out": Math.max(...all.map(({ at }) => at.missing)),
      rounds: median(all.map(({ at }) => at.round)),
      iterations: median(all.map(({ at }) => at.iterations)),
      MB: Math.round(memory / 1e6),
    });
  }
}

const THE_CHALLENGE = { name: "The Challenge", seeds: 8, seconds: 5, gap: 1 };
if ((values.size ?? THE_CHALLENGE.name) === THE_CHALLENGE.name && mostSeconds >= THE_CHALLENGE.seconds) {
  const { name, seconds, gap } = THE_CHALLENGE;
  const [clockBegan, cpuBegan] = [clock(), processor()];
  const all = Array.from({ length: Number(values.seeds ?? THE_CHALLENGE.seeds) }, (_, i) =>
    fromNothing(i + 1, seconds, budgeted, solver),
  );
  const gaps = all.map(({ then }) => percent(then.gap));
  const inTime = (of: readonly (number | null)[]) =>
    Number(median(of.map((at) => at ?? Number.POSITIVE_INFINITY)).toFixed(2));
  figures.push({
    size: name,
    seeds: all.length,
    "budget s": seconds,
    "clock s": Number(((clock() - clockBegan) / all.length).toFixed(2)),
    "processor s": Number(((processor() - cpuBegan) / all.length).toFixed(2)),
    points: median(all.map(({ then }) => then.objective.points)),
    bound: median(all.map(({ then }) => then.bound ?? Number.NaN)),
    "gap %": Number(median(gaps).toFixed(2)),
    "worst %": Number(Math.max(...gaps).toFixed(2)),
    "goal %": gap,
    optimal: all.filter(({ then }) => then.isOptimal).length,
    rounds: median(all.map(({ then }) => then.round)),
    iterations: median(all.map(({ then }) => then.iterations)),
    "first plan s": inTime(all.map(({ first }) => first)),
    "all musts s": inTime(all.map(({ musts }) => musts)),
    "1 % s": inTime(all.map(({ near }) => near)),
    "within 1 %": all.filter(({ near }) => near !== null && near <= seconds).length,
  });
}

const remarks = [
  "Medians over the seeds; the gap is (bound − points) / points, against our own bound; on The Challenge as a share of what is at stake, as the pages tell it.",
  values.processor
    ? "Budget and marks in the processor's seconds, all threads of the process together: the clock is disturbed where other things run."
    : "Budget and marks in seconds of the clock.",
];
const peer = await cpSat();
if (!peer)
  remarks.push(
    "CP-SAT: not installed. npm install or-tools-wasm@0.9.1 in a folder, and name it in PERIGEE_PEERS.",
  );
else
  for (let seed = 1; seed <= Number(values.peers); seed++) {
    const [scenes = 0, days = 0] = PEER_SIZE.split("/").map(Number);
    const spec = orbitalProblem(orbitalShoot({ scenes, days, seed }));
    const [clockBegan, cpuBegan] = [clock(), processor()];
    const ours = solve({ problem: packed(spec), seed: 1, solver }, { seconds: PEER_MARK, now: budgeted });
    const cpuOurs = processor() - cpuBegan;
    // Its limit is the clock's: as much longer as the clock ran beside the processor just now.
    const stretch = values.processor ? Math.max(1, (clock() - clockBegan) / cpuOurs) : 1;
    const theirs = await plannedByCpSat(peer, spec, PEER_SECONDS * stretch);
    remarks.push(
      `Seed ${seed}: ${ours?.points} points after ${PEER_MARK} s (processor ${cpuOurs.toFixed(1)} s), bound ${ours?.bound.points}; ` +
        `CP-SAT ${theirs.points ?? "no plan"} after ${(PEER_SECONDS * stretch).toFixed(0)} s of the clock (processor ${(processor() - cpuBegan - cpuOurs).toFixed(1)} s), ` +
        `bound ${theirs.bound ?? "none"}.`,
    );
  }
reportFigures("solve", figures, remarks);
