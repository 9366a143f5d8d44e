import { defineConfig, devices } from "@playwright/test";

// scripts/test-e2e.mjs starts the production build on a free port, with a database and a browser of its own, and says where.
const { PERIGEE_URL: baseURL, PLAYWRIGHT_CHROMIUM: executablePath } = process.env;
if (!baseURL || !executablePath) throw new Error("Run the browser tests with: npm run test:e2e -- [name]");

export default defineConfig({
  testDir: "e2e",
  // Long enough for two busy cores; a test that passes never waits for these.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0, // a test that passes the second time has found something
  forbidOnly: Boolean(process.env.CI),
  reporter: [[process.stdout.isTTY ? "line" : "dot"], ["json", { outputFile: "reports/e2e.json" }]],
  outputDir: "test-results",
  use: {
    baseURL,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath,
      args: [
        ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
    },
  ],
});
