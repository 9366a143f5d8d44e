import { setPriority } from "node:os";
import { type WhyNot, whyNot } from "#core/solve/why/why.ts";
import type { Answer, Asked } from "./asking.ts";

/** The process that works out why a strip has no place, started by asking.ts. It knows no database, and ends itself. */

process.on("message", ({ snapshot, stripId, seconds }: Asked) => {
  // Pages and the database come first.
  setPriority(10);
  // From when what keeps it out is known: that takes long enough on a busy machine.
  let end = Number.POSITIVE_INFINITY;
  // What keeps it out is told at once, and each way out as it is found: it is not lost when another takes too long.
  const say = (why: WhyNot | null) => ({ why }) satisfies Answer<WhyNot | null>;
  const why = whyNot(
    snapshot,
    stripId,
    () => performance.now() > end,
    (so) => {
      end = Math.min(end, performance.now() + seconds * 1000);
      process.send?.(say(so));
    },
  );
  process.send?.(say(why), undefined, {}, () => process.exit(0));
});
process.on("disconnect", () => process.exit(1));
