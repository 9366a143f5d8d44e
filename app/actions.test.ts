import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** Signing in and out is for people whom nobody knows yet: it cannot ask who they are. */
const OPEN_TO_ALL = ["signInWithPassword", "redeemLink", "leave"];

const here = import.meta.dirname;
const files = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((file) =>
  /(^|[\\/])actions\.ts$/.test(file),
);
const exported = files.flatMap((file) =>
  [
    ...readFileSync(join(here, file), "utf8").matchAll(
      /^export (?:async )?(?:const|function|let|var) (\w+)(.*(?:\n\s.*)?)/gm,
    ),
  ].map(([, name = "", rest = ""]) => ({ name, file, rest })),
);

test("there are actions at all", () => {
  expect(files.length).toBeGreaterThan(3);
  expect(exported.length).toBeGreaterThan(files.length);
});

describe("every server action goes through the wrapper, which parses, authorises, then runs", () => {
  test.each(exported.filter(({ name }) => !OPEN_TO_ALL.includes(name)))("$name of $file", ({ rest }) => {
    expect(rest).toMatch(/^ = (?:signedInAction|action)\(/);
  });
});
