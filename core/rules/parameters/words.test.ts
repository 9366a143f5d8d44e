import { expect, test } from "vitest";
import * as z from "zod";
import { parameter } from "../../model/parameter.ts";
import { fieldsOf, type ParameterField } from "./fields.ts";
import { departures, inSentence, rangeText, valueText } from "./words.ts";

const fieldOf = (unit: string | null, schema: z.ZodType, more = {}): ParameterField => {
  const [field] = fieldsOf(z.object({ it: parameter("It", unit, schema, more) }));
  if (!field) throw new Error("a field");
  return field;
};
const number = (unit: string | null) => fieldOf(unit, z.number());
const segments = fieldOf("crew", z.array(z.enum(["RS", "USOS"])), { words: { RS: "Russian" } });
const link = fieldOf("link", z.enum(["any", "site"]), { words: { any: "any of them", site: "a site" } });
const free = fieldOf("GMT", z.string());

test.each([
  [number("h"), 6.5, "6.5 h"],
  [number("days"), 1, "1 day"],
  [number("days"), 2, "2 days"],
  [number("days"), 0, "0 days"],
  [number("shoots days"), 1, "1 shoots day"],
  [number(null), 1, "1"],
  [number(null), -1_000, "−1,000"],
  [number("points"), 0.012345, "0.012345 points"],
  [number("%"), 80, "80 %"],
  [number("°"), 140, "140°"],
  [link, "site", "a site link"],
  [link, "any", "any of them link"],
  [link, "moon", "moon link"],
  [link, "", "nothing"],
  [link, null, "nothing"],
  [link, undefined, "nothing"],
  [free, "07:30", "07:30 GMT"],
  [segments, ["RS", "USOS"], "Russian and USOS"],
  [segments, ["Moon"], "Moon"],
  [segments, [], "none"],
  [fieldOf(null, z.boolean()), true, "yes"],
  [fieldOf(null, z.boolean()), false, "no"],
  [fieldOf(null, z.tuple([z.number()])), { x: 1 }, '{"x":1}'],
] as const)("%j of %j is read as %s", (field, value, text) => {
  expect(valueText(field, value)).toBe(text);
});

test.each([
  ["h", z.number(), "any h"],
  ["h", z.number().max(3), "at most 3 h"],
  ["h", z.number().min(2), "at least 2 h"],
  ["h", z.number().gt(2), "more than 2 h"],
  ["h", z.number().min(2).max(3), "2 to 3 h"],
  ["h", z.number().gt(2).max(3), "more than 2 h, at most 3 h"],
  ["%", z.number().min(0).max(100), "0 to 100 %"],
  ["°", z.number().gt(0).max(180), "more than 0°, at most 180°"],
  [null, z.int().min(1).max(9), "a whole number, 1 to 9"],
  ["h", z.number().min(2).max(3).nullable(), "2 to 3 h, or nothing"],
  ["h", z.number().nullable(), "any h, or nothing"],
  ["days", z.int(), "a whole number, any days"],
  ["h", z.union([z.number()]), "any h"],
  ["h", z.number().gt(0).min(1).max(3), "1 to 3 h"],
  ["days", z.int().min(1), "a whole number, at least 1 days"],
  [null, z.union([z.number().min(1), z.enum(["all"])]), null],
  [null, z.boolean(), "yes or no"],
  ["crew", z.enum(["a", "b", "c"]), "a, b or c"],
  ["crew", z.enum(["a", "b"]).nullable(), "a or b"],
  ["crew", z.array(z.enum(["a", "b", "c"])), "any of a, b and c"],
  ["GMT", z.string(), null],
  [null, z.tuple([z.number()]), null],
  [null, z.union([z.number(), z.string(), z.null()]), null],
  [null, z.array(z.number()), null],
] as const)("what a schema allows is said with its unit %s (%#)", (unit, schema, text) => {
  expect(rangeText(fieldOf(unit, schema))).toBe(text);
});

test("what the schema of a text or choice calls its values is said of it, empty or not", () => {
  const text = { form: "a time such as 07:30" };
  expect(rangeText(fieldOf("GMT", z.string(), text))).toBe("a time such as 07:30 GMT");
  expect(rangeText(fieldOf(null, z.string(), text))).toBe("a time such as 07:30");
  expect(rangeText(fieldOf("GMT", z.string().nullable(), text))).toBe("a time such as 07:30 GMT");
  expect(rangeText(fieldOf(null, z.enum(["a", "b"]).nullable(), { words: { a: "one" } }))).toBe("one or b");
});

test("a schema says what a parameter is called and in which order they come; without words it is its name", () => {
  const schema = z.object({ late: z.number().default(1), early: parameter("Early", "h", z.string()) });
  expect(fieldsOf(schema)).toMatchObject([
    { name: "late", title: "late", unit: null, kind: { is: "number", isMinOut: false } },
    { name: "early", title: "Early", unit: "h", kind: { is: "text", form: null } },
  ]);
  expect(fieldsOf(z.object({}))).toEqual([]);
  expect(fieldsOf(z.unknown())).toEqual([]);
});

test("only who is chosen by something and its value is a selection", () => {
  const kind = (schema: z.ZodType) => fieldOf(null, schema).kind;
  const by = z.enum(["person", "scene"]);
  expect(kind(z.object({ by, value: z.string() }))).toEqual({ is: "selection", by: ["person", "scene"] });
  expect(kind(z.string().nullable())).toEqual({ is: "text", form: null });
  expect(kind(z.object({ by }))).toEqual({ is: "json" });
  expect(kind(z.object({ by: z.string(), value: z.string() }))).toEqual({ is: "json" });
  expect(kind(z.object({ value: z.string() }))).toEqual({ is: "json" });
});

test.each([
  ["Daily limit", "daily limit"],
  ["EVA minutes", "EVA minutes"],
  ["The Daily Limit", "the Daily Limit"],
  ["8 hours of Rest", "8 hours of Rest"],
  ["A", "A"],
])("%s in a sentence is %s", (title, text) => {
  expect(inSentence(title)).toBe(text);
});

test("departures are what is set otherwise, each with what it was", () => {
  const fields = fieldsOf(
    z.object({
      limit: parameter("Daily limit", "h", z.number()),
      from: parameter("From", "GMT", z.string()),
      segments: parameter("Segments", null, z.array(z.enum(["RS", "USOS"]))),
    }),
  );
  const from = { limit: 6.5, from: "09:00", segments: ["RS"] };
  expect(departures(fields, { limit: 5, from: "09:00", segments: ["RS"] }, from)).toEqual([
    "daily limit 5 h instead of 6.5 h",
  ]);
  expect(departures(fields, { segments: [], from: "" }, from)).toEqual([
    "from nothing instead of 09:00 GMT",
    "segments none instead of RS",
  ]);
  expect(departures(fields, from, from)).toEqual([]);
  expect(departures(fields, {}, from)).toEqual([]);
});
