// Properties draw the same cases every time, so that a run can be repeated; PERIGEE_SEED draws others.
import { readFileSync } from "node:fs";
import { expect } from "vitest";

const { testPath } = expect.getState();
if (testPath && readFileSync(testPath, "utf8").includes('"fast-check"')) {
  const { default: fc } = await import("fast-check");
  fc.configureGlobal({ seed: Number(process.env.PERIGEE_SEED ?? 20_211_005) });
}
