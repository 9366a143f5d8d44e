import { expect, test } from "vitest";
import { checkBrowser } from "./check-browser.mjs";
import { withCheckout } from "./testing-checkout.mjs";

const CLIENT = '"use client";\n';

const problemsOf = (files) =>
  withCheckout(
    {
      "deps.json": JSON.stringify({ browser: { forbidden: ["node:*", "server", "satellite.js"] } }),
      "package.json": JSON.stringify({ imports: { "#core/*": "./core/*", "#server/*": "./server/*" } }),
      "core/light.ts": 'import { twoline2satrec } from "satellite.js";',
      "server/db.ts": "",
      ...files,
    },
    checkBrowser,
  ).problems;

test("names the way by which a package reaches the browser", () => {
  const problems = problemsOf({
    "ui/board.tsx": `${CLIENT}import { plan } from "./plan.ts";`,
    "ui/plan.ts": '\nexport * from "#core/light.ts";',
  });
  expect(problems).toEqual([
    "core/light.ts:1 brings satellite.js into the browser: ui/board.tsx → ui/plan.ts → core/light.ts",
  ]);
});

test.each([
  { name: "a folder of the server's", code: 'import { db } from "#server/db.ts"' },
  { name: "Node's own module", code: 'import { join } from "path"' },
  { name: "a lazy import", code: 'export const load = () => import("satellite.js")' },
])("refuses $name", ({ code }) => {
  expect(problemsOf({ "ui/board.tsx": CLIENT + code })).toHaveLength(1);
});

test.each([
  { name: "types", files: { "ui/board.tsx": `${CLIENT}import type { Db } from "#server/db.ts"` } },
  { name: "pages, which run on the server", files: { "app/page.tsx": 'import "#server/db.ts"' } },
  {
    name: "actions, which are called over the network",
    files: {
      "app/board.tsx": `${CLIENT}import { save } from "./actions.ts"`,
      "app/actions.ts": '"use server";\nimport { db } from "#server/db.ts"',
    },
  },
])("allows $name", ({ files }) => {
  expect(problemsOf(files)).toEqual([]);
});
