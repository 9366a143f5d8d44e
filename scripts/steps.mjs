// What the commands print: one calm line a step, what it did and how long it took.

const HEARTBEAT_MS = 10_000;

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** A failure as the reader needs it: what happened, what is safe, what to do. */
export class StepFailure extends Error {
  constructor(what, { safe, todo }) {
    super(what);
    this.safe = safe;
    this.todo = todo;
  }
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {{ say: (result: T) => string | null, busy?: string, safe?: string, todo?: string }} words
 *   `say` null: nothing was done, nothing is printed; `busy` is repeated while it takes long
 * @returns {Promise<T>}
 */
export async function step(name, work, { say, busy, safe, todo }) {
  const start = performance.now();
  const line = (text) => {
    const [first, ...rest] = text.split("\n");
    console.log(`${name.padEnd(10)} ${first} (${seconds(start)})`);
    for (const more of rest) console.log(`${" ".repeat(10)} ${more}`);
  };
  const heartbeat = busy && setInterval(() => line(busy), HEARTBEAT_MS);
  try {
    const result = await work();
    const text = say(result);
    if (text !== null) line(text);
    return result;
  } catch (error) {
    if (error instanceof StepFailure) throw error;
    throw new StepFailure(`${name} failed: ${error.message}`, { safe, todo });
  } finally {
    clearInterval(heartbeat);
  }
}

/** @param {Error} error */
export function printFailure(error) {
  const lines = [error.message, error.safe, error.todo].filter(Boolean);
  console.error(`\n${error instanceof StepFailure ? lines.join("\n") : error.stack}`);
}
