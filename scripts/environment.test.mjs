import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepAddress, knownAddress } from "./environment.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "perigee-home-"));
  vi.stubEnv("PERIGEE_HOME", folder);
  vi.stubEnv("PERIGEE_URL", undefined);
  vi.stubEnv("PORT", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("an address that is not said is the one of the server of this home, while it runs", () => {
  expect(knownAddress()).toBe("http://localhost:3000");
  keepAddress("http://localhost:3391");
  expect(knownAddress()).toBe("http://localhost:3391");
  // No process has this number: the greatest on Linux is 4,194,304.
  writeFileSync(join(folder, "address.json"), '{"url":"http://localhost:3391","pid":999999999}');
  expect(knownAddress()).toBe("http://localhost:3000");
});

test("a port that is said goes first, and an address before that", () => {
  keepAddress("http://localhost:3391");
  vi.stubEnv("PORT", "4000");
  expect(knownAddress()).toBe("http://localhost:4000");
  vi.stubEnv("PERIGEE_URL", "https://perigee.example");
  expect(knownAddress()).toBe("https://perigee.example");
});
