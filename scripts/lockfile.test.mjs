import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missingOptional } from "./lockfile.mjs";

test("package-lock.json names every platform's packages (else: node scripts/lockfile.mjs)", () => {
  const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package-lock.json"), "utf8"));
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missingOptional(packages)).toEqual([]);
});

test("a missing package belongs beside the one that names it", () => {
  const tool = { optionalDependencies: { "@tool/linux": "1.0.0", "@tool/win32": "1.0.0" } };
  const packages = {
    "node_modules/a/node_modules/tool": tool,
    "node_modules/@tool/linux": { version: "1.0.0" },
  };
  expect(missingOptional(packages)).toEqual([
    {
      parent: "node_modules/a/node_modules/tool",
      path: "node_modules/a/node_modules/@tool/win32",
      name: "@tool/win32",
      version: "1.0.0",
    },
  ]);
});

test("another version further up does not count", () => {
  const packages = {
    "node_modules/a/node_modules/tool": { optionalDependencies: { "@tool/linux": "1.0.0" } },
    "node_modules/@tool/linux": { version: "2.0.0" },
  };
  expect(missingOptional(packages)).toMatchObject([{ path: "node_modules/a/node_modules/@tool/linux" }]);
});
