import { defineConfig } from "vitest/config";

const everywhere = ["**/node_modules/**", "**/.next/**", "**/.perigee/**", "**/dist/**", "e2e/**"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...everywhere, "**/*.db.test.ts"],
          setupFiles: ["scripts/vitest.setup.mjs"],
          testTimeout: 20_000, // quick alone, but two cores may be busy with something else
        },
      },
      {
        test: {
          // Every file makes its own databases (scripts/testing-database.ts) from a template migrated once.
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: everywhere,
          setupFiles: ["scripts/vitest.setup.mjs"],
          globalSetup: ["scripts/vitest-database.mjs"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
