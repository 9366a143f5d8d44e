import { afterAll, beforeAll, expect, test } from "vitest";
import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { testingServer } from "#server/testing-server.ts";
import { bundleFile, perigee } from "./testing-cli.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await testingServer();
});
afterAll(() => close());

const file = bundleFile(testingBundle("small"));

test.each([
  {
    argv: ["check", "the-challenge"],
    way: "There is none yet: perigee seed the-challenge writes the sample.",
  },
  { argv: ["link"], way: "Say whom: --email EMAIL; or perigee seed the-challenge." },
  { argv: ["import", file], way: "Say who owns it: --owner EMAIL." },
])("with nothing in the database $argv.0 says how to begin", async ({ argv, way }) => {
  const { status, out, err } = await perigee(argv, async () => {});
  expect(err).toContain(way);
  expect([status, out]).toEqual([2, ""]);
});
