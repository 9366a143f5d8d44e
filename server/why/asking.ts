import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "#core/base/result.ts";
import type { StripId } from "#core/model/ids.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { WhyTogether } from "#core/solve/why/together/together.ts";
import type { WhyNot } from "#core/solve/why/why.ts";
import { keptOnce } from "../kept.ts";

/** One question, in a process of its own: it may take long, and what happens to it happens to nobody else. */

export interface Asked {
  readonly snapshot: ScenarioSnapshot;
  readonly stripId: StripId;
  /** How long ways out are sought. */
  readonly seconds: number;
}
export interface AskedTogether {
  readonly snapshot: ScenarioSnapshot;
  readonly stripIds: readonly StripId[];
  /** How much is looked at for plans, proofs and ways out; and how long at the most. */
  readonly steps: number;
  readonly seconds: number;
}
export interface Answer<Why> {
  readonly why: Why;
}

/** The conflict itself, the start of the process, and the last way out that was being tried. */
const PATIENCE_S = 10;
/** The machine is not for questions alone. */
const AT_ONCE = 2;
/** Who comes when so many are asked waits so long for a turn, first come, first served; with so many before, not at all. */
const QUEUE_S = 30;
const MOST_QUEUED = 8;
const HEAP_MB = 1_024;

const SENTENCES = {
  replaced: "Your next question took the place of this one. The plan is unchanged. Ask again.",
  left: "You stopped before there was an answer. The plan is unchanged.",
  busy: "Others are asking at this moment. The plan is unchanged. Ask again in a few seconds.",
  late: "There was no answer in time. The plan is unchanged. Ask again; on a large plan perigee why --seconds 300 takes its time.",
  broken: "The question broke off. The plan is unchanged. Ask again; if it happens again, tell us.",
  missing:
    "The program that answers is not built. Start Perigee with npm start, or run npm run worker beside it.",
} as const;

/** By who asks: how to end the question, and how to tell of its turn, or that there is none. */
const questions = () =>
  keptOnce("questions", () => ({
    running: new Map<string, () => void>(),
    queue: new Map<string, (turn: "free" | "busy" | "replaced") => void>(),
  }));

/** A built *.worker.ts, beside the other programs that are built at the start. */
const built = (name: string) => join(/* turbopackIgnore: true */ process.cwd(), "dist", `${name}.worker.mjs`);

interface How<Why> {
  /** Told what is known so far, as often as there is more. */
  readonly onTold?: (why: Why) => void;
  /** Nobody waits any longer: what was told until then stays the answer. */
  readonly signal?: AbortSignal;
  readonly worker?: string;
  readonly patienceS?: number;
  readonly queueS?: number;
}

/** Why one strip has no place; null where it has one. Or a sentence that says why there is no answer. `by`: who asks. */
export const askWhy = (
  asked: Asked,
  by: string,
  { worker = built("why"), ...how }: How<WhyNot | null> = {},
) => answerOf<WhyNot | null>(asked, by, { worker, ...how });

/** Whether strips can all be in, wherever they stand; or a sentence that says why there is no answer. `by`: who asks. */
export const askWhyTogether = (
  asked: AskedTogether,
  by: string,
  { worker = built("why-together"), ...how }: How<WhyTogether> = {},
) => answerOf<WhyTogether>(asked, by, { worker, ...how });

async function answerOf<Why>(
  asked: Asked | AskedTogether,
  by: string,
  {
    worker,
    patienceS = PATIENCE_S,
    queueS = QUEUE_S,
    onTold = () => undefined,
    signal,
  }: How<Why> & { readonly worker: string },
): Promise<Result<Why, string>> {
  if (!existsSync(worker)) return err(SENTENCES.missing);
  const { running, queue } = questions();
  // Who asks anew has left the page of the question before: its answer would be told to nobody.
  running.get(by)?.();
  queue.get(by)?.("replaced");
  if (running.size >= AT_ONCE) {
    const turn = await turnOf(by, queueS);
    if (turn !== "free") return err(SENTENCES[turn]);
  }
  if (signal?.aborted) return err(SENTENCES.left);
  const { answer, end } = started<Why>(asked, worker, patienceS, onTold);
  signal?.addEventListener("abort", () => end(SENTENCES.left), { once: true });
  const replace = () => {
    running.delete(by);
    end(SENTENCES.replaced);
  };
  running.set(by, replace);
  try {
    return await answer;
  } finally {
    if (running.get(by) === replace) {
      running.delete(by);
      const [next] = queue.values();
      next?.("free");
    }
  }
}

function turnOf(by: string, queueS: number): Promise<"free" | "busy" | "replaced"> {
  const { queue } = questions();
  if (queue.size >= MOST_QUEUED) return Promise.resolve("busy");
  return new Promise((resolve) => {
    const timer = setTimeout(() => tell("busy"), queueS * 1000);
    const tell = (turn: "free" | "busy" | "replaced") => {
      clearTimeout(timer);
      queue.delete(by);
      resolve(turn);
    };
    queue.set(by, tell);
  });
}

function started<Why>(
  asked: Asked | AskedTogether,
  worker: string,
  patienceS: number,
  onTold: (why: Why) => void,
) {
  // It needs nothing of ours: neither the database's address nor any secret.
  const env = { NODE_ENV: process.env.NODE_ENV ?? "production" };
  const execArgv = [`--max-old-space-size=${HEAP_MB}`];
  const child = fork(worker, [], { serialization: "advanced", execArgv, env });
  let said: Result<Why, string> = err(SENTENCES.broken);
  const end = (why: string) => {
    // What was told before stays told.
    if (!said.ok) said = err(why);
    child.kill("SIGKILL");
  };
  const answer = new Promise<Result<Why, string>>((resolve) => {
    const timer = setTimeout(() => end(SENTENCES.late), (asked.seconds + patienceS) * 1000);
    child.on("message", ({ why }: Answer<Why>) => {
      said = ok(why);
      onTold(why);
    });
    child.on("error", (error) => {
      console.error("The process that answers questions could not be started:", error);
      clearTimeout(timer);
      resolve(said);
    });
    child.on("close", () => {
      clearTimeout(timer);
      resolve(said);
    });
    child.send(asked, () => undefined);
  });
  return { answer, end };
}
