// A web server that ends by itself is started again, as the worker is: pages are back in a moment, and nobody has to look after it.
import { StepFailure } from "./steps.mjs";

/** One that ends so often within a minute is broken, and more starts would only hide it. */
export const MOST_ENDS = 3;
const WITHIN_MS = 60_000;
const PAUSE_MS = 1_000;

/**
 * Ends only where the server is not to be kept any more: quietly where somebody asked for it, else with a failure.
 * @param {{ ended: Promise<number | string> }} server it answers already
 * @param {object} how
 * @param {() => { ended: Promise<number | string>, answering: () => Promise<void> }} how.begin
 * @param {() => boolean} how.isLeaving
 * @param {(text: string) => void} how.say
 * @param {() => number} [how.now] milliseconds
 * @param {(ms: number) => Promise<void>} [how.pause]
 */
export async function keepServing(
  server,
  {
    begin,
    isLeaving,
    say,
    now = () => performance.now(),
    pause = (ms) => new Promise((wake) => setTimeout(wake, ms)),
  },
) {
  let ends = [];
  for (let running = server; ; ) {
    const why = await running.ended;
    if (isLeaving()) return;
    ends = [...ends.filter((at) => now() - at < WITHIN_MS), now()];
    if (ends.length >= MOST_ENDS)
      throw new StepFailure(
        `The web server ended by itself ${ends.length} times within a minute (${why} the last time).`,
        {
          safe: "What was saved is in the database. What this command started ends with it.",
          todo: "What it printed above says why. Then start again: npm start",
        },
      );
    say(`ended by itself (${why}); it starts again in ${PAUSE_MS / 1000} s`);
    await pause(PAUSE_MS);
    if (isLeaving()) return;
    running = begin();
    // One that ends or stays silent is counted above.
    const answers = await running.answering().then(
      () => true,
      () => false,
    );
    if (isLeaving()) return;
    if (answers) say("answers again");
    else running.child?.kill("SIGKILL");
  }
}
