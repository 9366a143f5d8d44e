import { expect, test } from "vitest";
import { testingBundle } from "./bundle/testing-bundle.ts";
import { formatOf, formats } from "./index.ts";

test.each(formats)("$id: what it writes, it reads again as it was", ({ read, write }) => {
  const bundle = testingBundle("film");
  expect(read(write(bundle))).toEqual({ ok: true, value: bundle });
});

test.each(formats)("$id: what is none of its files gives a problem and nothing else", ({ read }) => {
  for (const text of ["", "{}", "a,b\n1,2", "\u0000"]) expect(read(text)).toMatchObject({ ok: false });
});

test.each(formats)("$id: a file is told by its ending", ({ id, extension }) => {
  expect(formatOf(`the-challenge${extension}`).id).toBe(id);
});

test("a file of no known ending is read as a bundle", () => {
  expect(formatOf("plan.json").id).toBe("perigee-bundle");
  expect(formatOf("").id).toBe("perigee-bundle");
});

test("each format has its own id and ending", () => {
  for (const key of ["id", "extension"] as const)
    expect(new Set(formats.map((format) => format[key])).size).toBe(formats.length);
});
