import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonSchemas } from "./answers/index.ts";
import { perigee, temporaryFolder } from "./testing-cli.ts";

const NASA = join(import.meta.dirname, "../interchange/oem/testdata");
const docking = join(NASA, "iss-2025-03-13-docking.xml");
const folder = temporaryFolder();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const orbit = async (...argv: readonly string[]) => {
  const ended = await perigee(["orbit", "--ephemeris", ...argv, "--json"]);
  return { ...ended, answer: jsonSchemas.orbit.parse(JSON.parse(ended.out)) };
};

test("the node is NASA's, the events are NASA's, and the docking breaks the states", async () => {
  const { status, answer } = await orbit(docking, "--nodes");
  expect(answer.nodes).toEqual([{ at: "2025-03-13T10:30:18.047Z", lonDeg: 92.38515 }]);
  expect(answer.breaks).toEqual(["2025-03-13T11:54:54.000Z"]);
  expect(answer.events.at(-1)).toEqual({
    title: "Crew10 Dock",
    kind: "docking",
    at: "2025-03-13T11:54:54.000Z",
    deltaVMps: 0,
  });
  expect([status, answer.object, answer.warnings]).toEqual([0, "ISS", []]);
});

test("without --nodes none are listed; from and to narrow them", async () => {
  expect((await orbit(docking)).answer.nodes).toBeNull();
  expect((await orbit(docking, "--nodes", "--from", "2025-03-13T11:00:00Z")).answer.nodes).toEqual([]);
  const text = (await perigee(["orbit", "--ephemeris", docking, "--nodes"])).out;
  expect(text).toContain("2025-03-13T10:30:18.047Z  92.38515");
});

const TLE = [
  "1 25544U 98067A   21281.73004796  .00003128  00000-0  65029-4 0  9990",
  "2 25544  51.6444 141.3023 0004210  71.7185  11.5978 15.48952913306193",
].join("\n");

test.each([
  { name: "no file", argv: [], says: "Name an ephemeris" },
  { name: "element sets", argv: ["--ephemeris", file("a.tle", TLE)], says: "use light --elements" },
  {
    name: "a file cut off",
    argv: ["--ephemeris", file("cut.xml", readFileSync(docking, "utf8").slice(0, 9_000))],
    says: "no well-formed XML",
  },
  {
    name: "another object",
    argv: [
      "--ephemeris",
      file("other.xml", readFileSync(docking, "utf8").replace("1998-067-A", "2021-035-A")),
    ],
    says: "not of the station",
  },
  {
    name: "a time outside",
    argv: ["--ephemeris", docking, "--from", "2025-04-01"],
    says: "reaches from 2025-03-13T10:12:54.000Z",
  },
])("$name: refused with a sentence, 2", async ({ argv, says }) => {
  const { status, out, err } = await perigee(["orbit", ...argv]);
  expect(err).toContain(says);
  expect([status, out]).toEqual([2, ""]);
});

test("another object may be asked for", async () => {
  const other = file("asked.xml", readFileSync(docking, "utf8").replace("1998-067-A", "2021-035-A"));
  expect((await orbit(other, "--object", "2021-035A", "--nodes")).answer.nodes).toHaveLength(1);
});
