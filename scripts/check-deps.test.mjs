import { expect, test } from "vitest";
import { checkDeps } from "./check-deps.mjs";
import { withCheckout } from "./testing-checkout.mjs";

const deps = {
  folders: {
    app: { imports: ["server", "core"] },
    server: { imports: ["core"], tests: ["seeds"] },
    seeds: { imports: ["server"] },
    "core/base": { imports: [], packages: ["zod", "@mantine/*"] },
    "core/rules": { imports: ["core/base"], packages: ["zod"] },
  },
  only: { pg: ["server"], "server/db": ["server"] },
};

const imports = { "#core/*": "./core/*", "#server/*": "./server/*", "#seeds/*": "./seeds/*" };

const problemsOf = (files) =>
  withCheckout(
    { "deps.json": JSON.stringify(deps), "package.json": JSON.stringify({ imports }), ...files },
    checkDeps,
  ).problems;

test.each([
  { name: "an allowed alias", path: "app/page.ts", code: 'import { a } from "#core/rules/a.ts"' },
  { name: "its own folder", path: "core/rules/a.ts", code: 'import { b } from "./b.ts"' },
  { name: "an allowed package", path: "core/base/a.ts", code: 'import * as z from "zod/mini"' },
  {
    name: "a package of an allowed scope",
    path: "core/base/a.ts",
    code: 'import { x } from "@mantine/core"',
  },
  { name: "any package where none are listed", path: "app/a.ts", code: 'import "node:fs"' },
  { name: "what only tests may import", path: "server/a.test.ts", code: 'import "#seeds/a.ts"' },
  { name: "a helper of tests in a test", path: "server/a.test.ts", code: 'import "./testing-b.ts"' },
  { name: "any package in a test", path: "core/base/a.test.ts", code: 'import { test } from "vitest"' },
  { name: "an import known only when it runs", path: "core/base/a.ts", code: "void import(name)" },
])("allows $name", ({ path, code }) => {
  expect(problemsOf({ [path]: code })).toEqual([]);
});

test.each([
  { name: "an import", code: 'import { a } from "#server/a.ts"' },
  { name: "a relative way out", code: 'import { a } from "../../server/a.ts"' },
  { name: "a type", code: 'import type { A } from "#server/a.ts"' },
  { name: "an inline type", code: 'export type A = import("#server/a.ts").A' },
  { name: "a re-export", code: 'export { a } from "#server/a.ts"' },
  { name: "a re-export of everything", code: 'export * from "#server/a.ts"' },
  { name: "a lazy import", code: 'export const a = () => import("#server/a.ts")' },
])("finds $name that points the wrong way", ({ code }) => {
  expect(problemsOf({ "core/rules/a.ts": `\n${code}\n` })).toEqual([
    expect.stringMatching(/^core\/rules\/a.ts:2 imports \S+server\/a.ts: core\/rules may import core\/base$/),
  ]);
});

test.each([
  { path: "server/a.ts", code: 'import "#seeds/a.ts"', says: "server may import core" },
  { path: "server/a.ts", code: 'import "./testing-b.ts"', says: "it is for tests" },
  { path: "core/base/a.ts", code: 'import "../rules/a.ts"', says: "core/base may import nothing else" },
  { path: "core/rules/a.ts", code: 'import "fs"', says: "core/rules may import the packages zod" },
  { path: "core/rules/a.ts", code: 'import "zod-extra"', says: "core/rules may import the packages zod" },
  { path: "app/a.ts", code: 'import pg from "pg"', says: "only server may import pg" },
  { path: "app/a.ts", code: 'import "#server/db/a.ts"', says: "only server may import server/db" },
])("says what is allowed: $path with $code", ({ path, code, says }) => {
  const [problem] = problemsOf({ [path]: code });
  expect(problem).toContain(`${path}:1 imports `);
  expect(problem).toContain(says);
});

test("fails when a folder is not listed", () => {
  expect(problemsOf({ "core/new/a.ts": "" })).toEqual([
    "core/new/a.ts: deps.json has no entry for this folder",
  ]);
});

test("fails when it saw no file", () => {
  expect(problemsOf({})).toEqual([expect.stringContaining("no source file was found")]);
});
