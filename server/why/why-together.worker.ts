import { setPriority } from "node:os";
import { highsSolver } from "#core/solve/highs.ts";
import { stepsOf } from "#core/solve/why/steps.ts";
import { type WhyTogether, whyNotTogether } from "#core/solve/why/together/together.ts";
import type { Answer, AskedTogether } from "./asking.ts";

/** The process that works out whether strips can all be in, started by asking.ts. It knows no database, and ends itself. */

process.on("message", async ({ snapshot, stripIds, steps, seconds }: AskedTogether) => {
  // Pages and the database come first.
  setPriority(10);
  const solver = await highsSolver();
  const end = performance.now() + seconds * 1000;
  // A set that is proved is told at once, so that it is not lost when a way out takes too long.
  const onProgress = (why: WhyTogether) => void process.send?.({ why } satisfies Answer<WhyTogether>);
  const why = whyNotTogether(snapshot, stripIds, {
    ...{ solver, onProgress },
    steps: stepsOf(steps, () => performance.now() > end),
  });
  process.send?.({ why } satisfies Answer<WhyTogether>, undefined, {}, () => process.exit(0));
});
process.on("disconnect", () => process.exit(1));
