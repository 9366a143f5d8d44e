import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plan } from "#core/model/build.ts";
import type { StripId } from "#core/model/ids.ts";
import { askWhy } from "./asking.ts";

const folder = mkdtempSync(join(tmpdir(), "perigee-why-"));
const worker = (name: string, code: string): string => {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return path;
};
const asked = { snapshot: plan({}), stripId: "s7" as StripId, seconds: 0 };
const ask = (name: string, code: string, by = name) =>
  askWhy(asked, by, { worker: worker(name, code), patienceS: 1 });

describe("a question that goes wrong ends in a sentence", () => {
  test("its program is not built", async () => {
    const answer = await askWhy(asked, "olga", { worker: join(folder, "none.mjs") });
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining("not built") });
  });

  test("it crashes", async () => {
    const answer = await ask("crash", "process.on('message', () => process.exit(1));");
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining("broke off") });
  });

  test("it aborts for want of memory", async () => {
    const answer = await ask("abort", "process.on('message', () => process.abort());");
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining("The plan is unchanged.") });
  });

  test("it never ends", async () => {
    const answer = await ask("late", "process.on('message', () => { for (;;); });");
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining("no answer in time") });
  });
});

test("what was told before its time was up stays told", async () => {
  const code = "process.on('message', () => process.send({ why: { scene: '7' } }, () => { for (;;); }));";
  expect(await ask("partly", code)).toEqual({ ok: true, value: { scene: "7" } });
});

test("no more than two at once: the next waits for its turn, and is told when there is none", async () => {
  const late = "process.on('message', () => { for (;;); });";
  const code = "process.on('message', () => process.send({ why: null }, () => process.exit(0)));";
  const all = await Promise.all(["a", "b", "c", "d"].map((name) => ask(name, code)));
  expect(all.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  const ends = [ask("e", late), ask("f", late)];
  const impatient = askWhy(asked, "g", { worker: worker("g", code), queueS: 0 });
  expect(await impatient).toMatchObject({ ok: false, error: expect.stringContaining("Others are asking") });
  const left = ask("h", code, "hanna");
  expect(await Promise.all([left, ask("i", code, "hanna")])).toMatchObject([
    { ok: false, error: expect.stringContaining("took the place") },
    { ok: true },
  ]);
  await Promise.all(ends);
});

test("the next question of the same person ends the one before; others are left alone", async () => {
  const late = "process.on('message', () => { for (;;); });";
  const code = "process.on('message', () => process.send({ why: null }, () => process.exit(0)));";
  const first = ask("left", late, "olga");
  const other = ask("other", late, "pyotr");
  expect(await ask("next", code, "olga")).toEqual({ ok: true, value: null });
  expect(await first).toMatchObject({ ok: false, error: expect.stringContaining("took the place") });
  expect(await other).toMatchObject({ ok: false, error: expect.stringContaining("no answer in time") });
});

test("what is known so far is told as it comes; who stops keeps it, and the turn is free again", async () => {
  const code = "process.on('message', () => process.send({ why: { scene: '7' } }, () => { for (;;); }));";
  const gone = new AbortController();
  const told: unknown[] = [];
  const answer = await askWhy(asked, "ivan", {
    worker: worker("stopped", code),
    patienceS: 60,
    signal: gone.signal,
    onTold(why) {
      told.push(why);
      gone.abort();
    },
  });
  expect(answer).toEqual({ ok: true, value: { scene: "7" } });
  expect(told).toEqual([{ scene: "7" }]);
  const late = { worker: worker("never", code), signal: AbortSignal.abort() };
  expect(await askWhy(asked, "ivan", late)).toMatchObject({
    ok: false,
    error: expect.stringContaining("stopped"),
  });
});
