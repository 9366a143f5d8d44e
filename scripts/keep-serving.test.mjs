import { expect, test } from "vitest";
import { keepServing, MOST_ENDS } from "./keep-serving.mjs";

/** Servers that end after so many milliseconds with what is said; no more of them than that is started. */
function over(lives, { answers = true, leavesAfter = Number.POSITIVE_INFINITY } = {}) {
  let clock = 0;
  let started = 0;
  const said = [];
  const begin = () => {
    const { ms, why = "SIGKILL" } = lives[started++];
    return {
      get ended() {
        clock += ms;
        return Promise.resolve(why);
      },
      answering: () => (answers ? Promise.resolve() : Promise.reject(new Error("it ended"))),
      child: { kill: () => said.push("killed") },
    };
  };
  const kept = keepServing(begin(), {
    begin,
    isLeaving: () => clock >= leavesAfter,
    say: (text) => said.push(text),
    now: () => clock,
    pause: async (ms) => {
      clock += ms;
    },
  });
  return kept.then(
    () => ({ said, started, failure: null }),
    (failure) => ({ said, started, failure }),
  );
}
const DAY_MS = 86_400_000;

test("one that is killed is started again, and told", async () => {
  const { said, failure } = await over([{ ms: DAY_MS }, { ms: DAY_MS }], { leavesAfter: DAY_MS + 5_000 });
  expect(said).toEqual(["ended by itself (SIGKILL); it starts again in 1 s", "answers again"]);
  expect(failure).toBeNull();
});

test("so it is however often, with time between", async () => {
  const { started, failure } = await over(Array(10).fill({ ms: 30_000 }), { leavesAfter: 300_000 });
  expect(started).toBe(10);
  expect(failure).toBeNull();
});

test("one that ends again and again is given up with a sentence", async () => {
  const { said, started, failure } = await over(Array(10).fill({ ms: 10, why: 1 }));
  expect(started).toBe(MOST_ENDS);
  expect(said).toHaveLength(2 * (MOST_ENDS - 1));
  expect(failure.message).toBe("The web server ended by itself 3 times within a minute (1 the last time).");
  expect(failure.todo).toContain("npm start");
});

test("one that does not answer any more is ended, and counts", async () => {
  const { said, started, failure } = await over(Array(10).fill({ ms: 10 }), { answers: false });
  expect(said).toContain("killed");
  expect(said).not.toContain("answers again");
  expect(started).toBe(MOST_ENDS);
  expect(failure).not.toBeNull();
});

test("one that was asked to end is left", async () => {
  const { said, started, failure } = await over([{ ms: 10 }], { leavesAfter: 10 });
  expect([said, started, failure]).toEqual([[], 1, null]);
});
