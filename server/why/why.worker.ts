import { setPriority } from "node:os";
import { type WhyNot, whyNot } from "#core/solve/why/why.ts";
import type { Answer, Asked } from "./asking.ts";

/** The process that works out why a strip has no place, started by asking.ts. It knows no database, and ends itself. */

process.on("message", ({ snapshot, stripId, seconds }: Asked) => {
  // Pages and the database come first.
  setPriority(10);
  const end = performance.now() + seconds * 1000;
  // What keeps it out is told at once, so that it is not lost when a way out takes too long.
  const soon: Answer<WhyNot | null> = { why: whyNot(snapshot, stripId, () => true) };
  process.send?.(soon);
  const answer: Answer<WhyNot | null> = { why: whyNot(snapshot, stripId, () => performance.now() > end) };
  process.send?.(answer, undefined, {}, () => process.exit(0));
});
process.on("disconnect", () => process.exit(1));
