import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fontFolder } from "./font-files.ts";
import { brief, DRAWN, lostTexts, printable } from "./printable.ts";

test.each([
  {
    name: "Latin and Cyrillic stay",
    text: "Zhenya · Женя Беляева, ё, №9",
    out: "Zhenya · Женя Беляева, ё, №9",
  },
  { name: "emoji go without a trace", text: "Rehearsal 🎬👩‍🚀 done", out: "Rehearsal done" },
  { name: "marks of direction go", text: "\u202eabc\u202c \u200fd", out: "abc d" },
  { name: "a word in another script is one question mark", text: "שלום world", out: "? world" },
  {
    name: "soft hyphens go, odd hyphens and spaces become plain",
    text: "a\u00adb\u2011c\u2009d\ne",
    out: "ab-c d e",
  },
  { name: "accents are joined to their letters", text: "e\u0301", out: "é" },
  { name: "accents on nothing are dropped", text: "Z\u0334\u0321algo", out: "Zalgo" },
])("$name", ({ text, out }) => {
  expect(printable(text)).toBe(out);
});

test("texts of a model that lose letters are named with where they stand, each once; accents, emoji and Cyrillic lose none", () => {
  const model = {
    people: [
      { name: "Akihiko Hoshide", nameLocal: "星出 彰彦", at: 7 },
      { name: "Женя 🚀", roles: [{ number: 1, name: "Ορέστης" }] },
      { name: "e\u0301", remarks: ["beside 星出 彰彦", "星出 彰彦"] },
    ],
    strips: [{ scene: "12", set: "船" }],
    day: null,
  };
  expect(lostTexts(model)).toEqual([
    { text: "星出 彰彦", where: "name local of Akihiko Hoshide" },
    { text: "Ορέστης", where: "name" },
    { text: "beside 星出 彰彦", where: "remarks of e\u0301" },
    { text: "船", where: "set of scene 12" },
  ]);
});

test("brief cuts whole letters and says so", () => {
  expect(brief("abcdef", 6)).toBe("abcdef");
  expect(brief("abc def", 5)).toBe("abc…");
});

/** Code points that a font has, from its character map (OpenType `cmap`, format 4). */
function codePoints(file: string): ReadonlySet<number> {
  const font = new DataView(readFileSync(file).buffer.slice(0));
  const tag = (at: number) => String.fromCharCode(...[0, 1, 2, 3].map((i) => font.getUint8(at + i)));
  const table = Array.from({ length: font.getUint16(4) }, (_, i) => 12 + 16 * i).find(
    (at) => tag(at) === "cmap",
  );
  const cmap = font.getUint32((table ?? 0) + 8);
  const maps = Array.from(
    { length: font.getUint16(cmap + 2) },
    (_, i) => cmap + font.getUint32(cmap + 8 + 8 * i),
  );
  const map = maps.find((at) => font.getUint16(at) === 4);
  if (map === undefined) throw new Error(`${file} has no character map of format 4`);
  const count = font.getUint16(map + 6) / 2;
  const found = new Set<number>();
  for (let i = 0; i < count; i++) {
    const end = font.getUint16(map + 14 + 2 * i);
    const start = font.getUint16(map + 16 + 2 * count + 2 * i);
    for (let code = start; code <= end; code++) found.add(code);
  }
  return found;
}

test.each([
  ["geist-sans", "Geist-Regular"],
  ["geist-sans", "Geist-SemiBold"],
  ["geist-mono", "GeistMono-Regular"],
  ["geist-mono", "GeistMono-SemiBold"],
])("%s/%s draws every character that is let through", (family, name) => {
  const known = codePoints(join(fontFolder(), family, `${name}.ttf`));
  const missing = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => DRAWN.test(String.fromCharCode(code)) && !known.has(code),
  );
  expect(known.size).toBeGreaterThan(500);
  expect(missing.map((code) => code.toString(16))).toEqual([]);
});
