import { join } from "node:path";
import { Font } from "@react-pdf/renderer";
import { fontFolder } from "./font-files.ts";

export const SANS = "Geist";
export const MONO = "Geist Mono";

/** Longer words than this may be broken anywhere: an unbroken name must not leave its column. */
const LONGEST_WORD = 22;
const PIECE = 8;

let areRegistered = false;

/** Latin and Cyrillic in two weights, embedded. The engine keeps fonts in one place for the whole process; once is enough. */
export function registerFonts(): void {
  if (areRegistered) return;
  const folder = fontFolder();
  const file = (family: string, name: string) => join(folder, family, `${name}.ttf`);
  Font.register({
    family: SANS,
    fonts: [
      { src: file("geist-sans", "Geist-Regular"), fontWeight: 400 },
      { src: file("geist-sans", "Geist-SemiBold"), fontWeight: 600 },
    ],
  });
  Font.register({
    family: MONO,
    fonts: [
      { src: file("geist-mono", "GeistMono-Regular"), fontWeight: 400 },
      { src: file("geist-mono", "GeistMono-SemiBold"), fontWeight: 600 },
    ],
  });
  // The engine would hyphenate by English rules, names and Cyrillic too.
  Font.registerHyphenationCallback((word) =>
    word.length <= LONGEST_WORD ? [word] : (word.match(new RegExp(`.{1,${PIECE}}`, "gu")) ?? [word]),
  );
  areRegistered = true;
}
