import pg from "pg";
import { database } from "../db/client.ts";
import { isUnfinished, type ProgressPoint, type Solve, type SolveState } from "../db/solves.ts";
import { keptOnce } from "../kept.ts";
import { findSolve, type OfSolves } from "../solves.ts";
import { isAttended, SOLVES_CHANNEL } from "./queue.ts";

/** How a solve stands, for the page that shows it while it is worked out. */
export interface SolveView {
  readonly id: string;
  readonly state: SolveState;
  readonly isStopAsked: boolean;
  /** How long it may search. */
  readonly seconds: number;
  readonly progress: readonly ProgressPoint[];
  /** How many plans with one thing more or less have been found, of how many. */
  readonly prices: { readonly found: number; readonly of: number } | null;
  readonly problem: string;
  /** Its worker went away: after so many seconds of searching, or with so many prices known, from which it goes on; 0: it begins anew. */
  readonly lost: { readonly atS: number; readonly known: number } | null;
  /** Whether any worker is there to take it. */
  readonly isAttended: boolean;
  /** While it waits: how many others were asked for before it, and are not over. */
  readonly ahead: number;
}
/** Whether those who worked on it before were lost. */
export const lostIn = ({ attempt, turns, state, spentS, prices }: Solve): SolveView["lost"] =>
  attempt - turns > (state === "waiting" ? 0 : 1) ? { atS: spentS, known: prices?.known ?? 0 } : null;

export async function viewOf(solve: Solve): Promise<SolveView> {
  const { id, state, isStopAsked, options, progress, prices, problem } = solve;
  const view = {
    id,
    state,
    isStopAsked,
    seconds: options.seconds,
    progress,
    problem,
    lost: lostIn(solve),
    prices: prices && { found: prices.prices.length, of: prices.of },
  };
  if (state !== "waiting") return { ...view, isAttended: true, ahead: 0 };
  const [attended, ahead] = await Promise.all([isAttended(), aheadOf(solve)]);
  return { ...view, isAttended: attended, ahead };
}

const aheadOf = ({ id, askedAt }: Solve): Promise<number> =>
  database().solve.count({
    where: {
      id: { not: id },
      state: { in: ["waiting", "running"] satisfies SolveState[] },
      askedAt: { lte: new Date(askedAt * 1000) },
    },
  });

/** A hint may be lost with its connection: so often the row is read without one. */
const POLL_MS = 2_000;

/** One connection of the process listens for everybody, as long as there is anybody. */
interface Ear {
  readonly watchers: Map<string, Set<() => void>>;
  client: pg.Client | null;
}
const ear = () => keptOnce("solves-ear", (): Ear => ({ watchers: new Map(), client: null }));

async function listen(): Promise<void> {
  const own = ear();
  if (own.client) return;
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, keepAlive: true });
  own.client = client;
  const lose = () => {
    if (own.client === client) own.client = null;
  };
  client.on("error", lose);
  client.on("end", lose);
  client.on("notification", ({ payload = "" }) => {
    for (const watcher of own.watchers.get(payload) ?? []) watcher();
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${SOLVES_CHANNEL}`);
  } catch {
    lose(); // polled meanwhile, and tried again
    await client.end().catch(() => null);
  }
}

function watch(solveId: string, watcher: () => void): () => void {
  const own = ear();
  const others = own.watchers.get(solveId) ?? new Set();
  own.watchers.set(solveId, others.add(watcher));
  return () => {
    others.delete(watcher);
    if (others.size === 0) own.watchers.delete(solveId);
    if (own.watchers.size > 0) return;
    void own.client?.end().catch(() => null);
    own.client = null;
  };
}

/** A web server that ends waits for open answers: these must not keep it. */
const leaving = () =>
  keptOnce("solves-leaving", () => {
    const controller = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => controller.abort());
    return controller.signal;
  });

/**
 * How a solve stands now, and again whenever that changes, until it is over or gone. Null: nothing changed for a while.
 * @param mayStill asked each time: whoever may no longer see it sees no more of it
 */
export async function* watchSolve(
  of: OfSolves,
  solveId: string,
  { signal, mayStill }: { readonly signal: AbortSignal; readonly mayStill: () => Promise<boolean> },
): AsyncGenerator<SolveView | null> {
  const ends = AbortSignal.any([signal, leaving()]);
  let wake: () => void = () => undefined;
  let isTold = false;
  const tell = () => {
    isTold = true;
    wake();
  };
  const unwatch = watch(solveId, tell);
  ends.addEventListener("abort", tell);
  let last = "";
  try {
    while (!ends.aborted) {
      await listen();
      isTold = false;
      const solve = (await mayStill()) ? await findSolve(of, solveId) : null;
      if (!solve) return;
      const view = await viewOf(solve);
      const text = JSON.stringify(view);
      yield text === last ? null : view;
      last = text;
      if (!isUnfinished(view.state)) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, POLL_MS);
        if (isTold || ends.aborted) resolve();
      });
      clearTimeout(timer);
    }
  } finally {
    ends.removeEventListener("abort", tell);
    unwatch();
  }
}
