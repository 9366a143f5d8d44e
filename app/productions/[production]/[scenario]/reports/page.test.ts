import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reports } from "#core/report/index.ts";

test.each(reports.map(({ id }) => ({ id })))("the menu's $id has a page", ({ id }) => {
  expect(existsSync(join(import.meta.dirname, id, "page.tsx"))).toBe(true);
});
