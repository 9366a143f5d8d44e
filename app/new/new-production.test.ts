import { expect, test } from "vitest";
import { crewOf, newProduction, slugOf, zoneLabel } from "./new-production.ts";

const valid = {
  title: "Second film",
  titleLocal: "",
  slug: "second-film",
  company: "",
  template: "iss",
  homeZone: "Europe/Paris",
  opensAt: "2027-03-02T15:00:00Z",
  closesAt: "2027-03-13T20:00:00Z",
  crew: "Ada Director, camera",
  scenes: "",
};

test.each([
  {
    name: "a window that ends before it begins",
    change: { closesAt: "2027-03-01T20:00:00Z" },
    field: "closesAt",
  },
  { name: "a window of a year", change: { closesAt: "2028-03-01T20:00:00Z" }, field: "closesAt" },
  { name: "a date that does not exist", change: { opensAt: "2027-02-31T15:00:00Z" }, field: "opensAt" },
  { name: "a day without its hour", change: { opensAt: "2 Mar 2027" }, field: "opensAt" },
  { name: "no opening", change: { opensAt: null as unknown as string }, field: "opensAt" },
  { name: "an address with a slash", change: { slug: "../admin" }, field: "slug" },
  { name: "a zone nobody knows", change: { homeZone: "Moon/Tranquility" }, field: "homeZone" },
  { name: "nobody aboard", change: { crew: "\n  \n" }, field: "crew" },
  { name: "no title", change: { title: "   " }, field: "title" },
])("refuses $name at its field", ({ change, field }) => {
  const parsed = newProduction.safeParse({ ...valid, ...change });
  expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0])).toContain(field);
});

test("takes what is valid", () => {
  expect(newProduction.safeParse(valid).success).toBe(true);
});

test("reads the crew, one a line", () => {
  expect(crewOf("Klim Shipenko, director, camera\n\nЮлия Пересильд")).toEqual([
    { name: "Klim Shipenko", duties: "director, camera" },
    { name: "Юлия Пересильд", duties: "" },
  ]);
});

test.each([
  ["The Second Film!", "the-second-film"],
  ["  Éclipse — Прилив 2 ", "eclipse-2"],
  ["Вызов", ""],
])("%s becomes the address %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("names a zone in short", () => {
  expect(zoneLabel("Europe/Moscow", new Date(0))).toBe("MSK");
  expect(zoneLabel("Asia/Almaty", new Date(0)).length).toBeLessThanOrEqual(8);
});
