import { defineConfig } from "vitest/config";

// What mutants of core/rules are tried against: the rules' own tests, in one process.
// biome-ignore lint/style/noDefaultExport: vitest reads it
export default defineConfig({
  test: {
    include: ["core/rules/**/*.test.ts"],
    exclude: ["core/rules/index.test.ts"],
    testTimeout: 60_000,
  },
});
