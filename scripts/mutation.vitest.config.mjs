import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const rules = "core/rules";
const own = `${rules}/${process.env.PERIGEE_MUTATED}.test.ts`;

// What mutants of core/rules are tried against: a rule's own test and the properties; what all rules share, everything.
// biome-ignore lint/style/noDefaultExport: vitest reads it
export default defineConfig({
  test: {
    include: existsSync(own) ? [own, `${rules}/*.property.test.ts`] : [`${rules}/**/*.test.ts`],
    exclude: [`${rules}/index.test.ts`],
    setupFiles: ["scripts/mutation.setup.mjs"],
    testTimeout: 60_000,
  },
});
