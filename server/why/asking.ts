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
const HEAP_MB = 1_024;

const SENTENCES = {
  replaced: "Your next question took the place of this one. The plan is unchanged. Ask again.",
  busy: "Others are asking at this moment. The plan is unchanged. Ask again in a few seconds.",
  late: "There was no answer in time. The plan is unchanged. Ask again; on a large plan perigee why --seconds 300 takes its time.",
  broken: "The question broke off. The plan is unchanged. Ask again; if it happens again, tell us.",
  missing:
    "The program that answers is not built. Start Perigee with npm start, or run npm run worker beside it.",
} as const;

/** How to end the question that somebody asks. */
const running = () => keptOnce("questions", () => new Map<string, () => void>());

/** A built *.worker.ts, beside the other programs that are built at the start. */
const built = (name: string) => join(/* turbopackIgnore: true */ process.cwd(), "dist", `${name}.worker.mjs`);

interface How {
  readonly worker?: string;
  readonly patienceS?: number;
}

/** Why one strip has no place; null where it has one. Or a sentence that says why there is no answer. `by`: who asks. */
export const askWhy = (asked: Asked, by: string, { worker = built("why"), patienceS }: How = {}) =>
  answerOf<WhyNot | null>(asked, by, worker, patienceS);

/** Whether strips can all be in, wherever they stand; or a sentence that says why there is no answer. `by`: who asks. */
export const askWhyTogether = (
  asked: AskedTogether,
  by: string,
  { worker = built("why-together"), patienceS }: How = {},
) => answerOf<WhyTogether>(asked, by, worker, patienceS);

async function answerOf<Why>(
  asked: Asked | AskedTogether,
  by: string,
  worker: string,
  patienceS = PATIENCE_S,
): Promise<Result<Why, string>> {
  if (!existsSync(worker)) return err(SENTENCES.missing);
  const all = running();
  // Who asks anew has left the page of the question before: its answer would be told to nobody.
  all.get(by)?.();
  if (all.size >= AT_ONCE) return err(SENTENCES.busy);
  const { answer, end } = started<Why>(asked, worker, patienceS);
  const replace = () => {
    all.delete(by);
    end(SENTENCES.replaced);
  };
  all.set(by, replace);
  try {
    return await answer;
  } finally {
    if (all.get(by) === replace) all.delete(by);
  }
}

function started<Why>(asked: Asked | AskedTogether, worker: string, patienceS: number) {
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
