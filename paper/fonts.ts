import { join } from "node:path";
import { Font } from "@react-pdf/renderer";
import { fontFolder } from "./font-files.ts";
import { DRAWN } from "./printable.ts";

export const SANS = "Geist";
export const MONO = "Geist Mono";
const WEIGHTS = [400, 600] as const;
const FACES = [
  { family: SANS, folder: "geist-sans", files: { 400: "Geist-Regular", 600: "Geist-SemiBold" } },
  { family: MONO, folder: "geist-mono", files: { 400: "GeistMono-Regular", 600: "GeistMono-SemiBold" } },
] as const;

/** Longer words than this may be broken anywhere: an unbroken name must not leave its column. */
const LONGEST_WORD = 22;
const PIECES = /.{1,8}/gu;

/**
 * The engine keeps the glyphs of a font for the whole process, each with the character that first asked for it. Embedding a letter
 * made of others (Н of H, … of .) asks for its parts by no character, and from then on these are left out of every later file.
 * Asking for all of them by their characters first keeps the letters, and makes the bytes of a file the same whatever came before.
 */
function askForEveryGlyph(family: string, fontWeight: number): void {
  const font = Font.getFont({ fontFamily: family, fontWeight }).data;
  for (const code of font?.characterSet ?? [])
    if (DRAWN.test(String.fromCodePoint(code))) font?.glyphForCodePoint(code);
}

async function prepare(): Promise<void> {
  const folder = fontFolder();
  for (const { family, folder: own, files } of FACES) {
    Font.register({
      family,
      fonts: WEIGHTS.map((fontWeight) => ({
        src: join(folder, own, `${files[fontWeight]}.ttf`),
        fontWeight,
      })),
    });
    for (const fontWeight of WEIGHTS) {
      await Font.load({ fontFamily: family, fontWeight });
      askForEveryGlyph(family, fontWeight);
    }
  }
  // The engine would hyphenate by English rules, names and Cyrillic too.
  Font.registerHyphenationCallback((word) =>
    word.length <= LONGEST_WORD ? [word] : (word.match(PIECES) ?? [word]),
  );
}

let prepared: Promise<void> | null = null;

/** Latin and Cyrillic in two weights, to be embedded. The engine has one place for fonts; once in a process is enough. */
export function prepareFonts(): Promise<void> {
  prepared ??= prepare();
  return prepared;
}
