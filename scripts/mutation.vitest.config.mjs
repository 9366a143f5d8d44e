import { defineConfig } from "vitest/config";

// What mutants of core/rules are tried against: the rules' own tests, in one process.
// That edits are judged as if from nothing holds of wrong rules too, and costs time.
const isMachinery = ["check", "groups", "judging"].includes(process.env.PERIGEE_MUTATED ?? "");

// biome-ignore lint/style/noDefaultExport: vitest reads it
export default defineConfig({
  test: {
    include: ["core/rules/**/*.test.ts"],
    exclude: [
      "core/rules/index.test.ts",
      ...(isMachinery ? [] : ["core/rules/incremental.property.test.ts"]),
    ],
    testTimeout: 60_000,
  },
});
