import fc from "fast-check";
import { expect, test } from "vitest";
import { plusMinutes } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import type { Tables } from "../model/entities.ts";
import { check, startCheck } from "./check.ts";
import { aPlan } from "./testing-plan.ts";

type Timed = Tables["crewBlock"][number];
/** What an edit may do to one block: gone, later, longer, somebody else's, somewhere else, two of it. */
const EDITS: readonly ((block: Timed, by: number) => readonly Timed[])[] = [
  () => [],
  (block, by) => [{ ...block, startsAt: plusMinutes(block.startsAt, minutes(by)) }],
  (block, by) => [{ ...block, durationMin: minutes(Math.abs(by)) }],
  (block) => [{ ...block, personId: (block.personId === "ann" ? "cleo" : "ann") as Timed["personId"] }],
  (block) => [{ ...block, moduleId: (block.moduleId === "nauka" ? "zvezda" : "nauka") as Timed["moduleId"] }],
  (block, by) => [
    block,
    { ...block, id: "more" as Timed["id"], startsAt: plusMinutes(block.startsAt, minutes(by)) },
  ],
];

test("whichever block is edited, the plan is judged as if from nothing, and back", () => {
  const edit = fc.record({
    how: fc.nat(EDITS.length - 1),
    by: fc.constantFrom(-600, -60, -15, -5, 5, 15, 60, 600),
  });
  fc.assert(
    fc.property(aPlan, fc.array(edit, { minLength: 12, maxLength: 12 }), (snapshot, edits) => {
      const start = startCheck(snapshot);
      for (const [i, block] of snapshot.tables.crewBlock.entries()) {
        const { how, by } = edits[i] ?? { how: 0, by: 5 };
        const { crewBlock } = snapshot.tables;
        const edited = [
          ...crewBlock.slice(0, i),
          ...(EDITS[how]?.(block, by) ?? []),
          ...crewBlock.slice(i + 1),
        ];
        const there = start.after({ ...snapshot, tables: { ...snapshot.tables, crewBlock: edited } });
        expect(there.report).toEqual(check(there.snapshot));
        expect(there.after(snapshot).report).toEqual(start.report);
      }
    }),
    { numRuns: 40 },
  );
});

test("whichever strip is moved, the plan is judged as if from nothing, and back", () => {
  const aMove = fc.constantFrom(null, -1_440, -120, -30, -5, 5, 30, 120, 1_440);
  fc.assert(
    fc.property(aPlan, fc.array(aMove, { minLength: 7, maxLength: 7 }), (snapshot, moves) => {
      const start = startCheck(snapshot);
      for (const [i, moved] of snapshot.tables.strip.entries()) {
        const by = moves[i] ?? null;
        const startsAt =
          by === null || moved.startsAt === null ? null : plusMinutes(moved.startsAt, minutes(by));
        const strip = snapshot.tables.strip.map((s) => (s === moved ? { ...s, startsAt } : s));
        const there = start.after({ ...snapshot, tables: { ...snapshot.tables, strip } });
        expect(there.report).toEqual(check(there.snapshot));
        expect(there.after(snapshot).report).toEqual(start.report);
      }
    }),
    { numRuns: 40 },
  );
});
