import { expect, test } from "vitest";
import { overlaps } from "#core/base/interval.ts";
import { blockSpan } from "#core/rules/duty.ts";
import { crewBlocks } from "./crew-day.ts";
import { allocations } from "./crew-time.ts";

const blocks = crewBlocks().map((block) => ({ ...block, span: blockSpan(block) }));

test("nobody is in two blocks at once", () => {
  const clashes = blocks.flatMap((a, i) =>
    blocks
      .slice(i + 1)
      .filter((b) => a.personId === b.personId && a.span && b.span && overlaps(a.span, b.span))
      .map((b) => `${a.id} ${a.title} / ${b.id} ${b.title}`),
  );
  expect(clashes).toEqual([]);
});

test("a device carries one person at a time", () => {
  const training = blocks.filter((b) => b.kind === "exercise");
  const clashes = training.flatMap((a, i) =>
    training
      .slice(i + 1)
      .filter((b) => a.title === b.title && a.span && b.span && overlaps(a.span, b.span))
      .map((b) => `${a.id} / ${b.id}: ${a.title}`),
  );
  expect(clashes).toEqual([]);
});

test("a block that may move stands within its span", () => {
  const flexible = blocks.filter((b) => b.earliestAt !== null);
  expect(flexible.length).toBeGreaterThan(0);
  for (const { span, earliestAt, latestAt } of flexible) {
    expect(span?.start).toBeGreaterThanOrEqual(earliestAt ?? 0);
    expect(span?.end).toBeLessThanOrEqual(latestAt ?? 0);
  }
});

test("no working time is granted at weekends", () => {
  expect(allocations().filter((a) => /-(09|10|16|17)$/.test(a.date))).toEqual([]);
});
