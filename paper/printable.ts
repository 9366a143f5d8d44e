/** What the fonts can draw: Latin with its extensions, Cyrillic, punctuation, arrows and some signs. Held to the fonts by a test. */
export const DRAWN =
  /[\x20-\x7e\xa0-\xac\xae-\u0113\u0116-\u012b\u012e-\u0131\u0134-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u017e\u0218-\u021b\u0400-\u045f\u0462\u0463\u0490-\u0493\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u20b4\u20bd\u2116\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u25b2\u25b3\u25bc\u25bd\u25cf]/u;

const DASHES = /[\u2010\u2011\u2043]/gu;
const SPACES = /[\s\u2000-\u200a\u202f\u205f]+/gu;
/** Soft hyphens, directions, joiners, lone accents, emoji and what belongs to them: gone without a trace. */
const SILENT = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{So}\p{Sk}]|\p{M}|\p{Extended_Pictographic}/u;

/** A letter that is not drawn, and is not left out in silence either. */
const isLost = (char: string): boolean => !DRAWN.test(char) && !SILENT.test(char);

const asDrawn = (text: string): string => text.normalize("NFC").replace(SPACES, " ").replace(DASHES, "-");

/**
 * A text as it can be printed. Emoji and marks of direction are left out; a run of letters that the fonts do not have becomes one
 * question mark, so that it is seen that something stood there.
 */
export function printable(text: string): string {
  const out: string[] = [];
  for (const char of asDrawn(text)) {
    if (DRAWN.test(char)) out.push(char);
    else if (isLost(char) && out.at(-1) !== "?") out.push("?");
  }
  return out.join("").replace(/ {2,}/g, " ");
}

/** Texts of a report's model that hold letters which cannot be printed, each once, as they stand in the plan. */
export function lostTexts(model: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      if ([...asDrawn(value)].some(isLost)) found.add(value);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
  };
  look(model);
  return [...found];
}

/** The beginning of a text, to the length of a table's cell. */
export function brief(text: string, most: number): string {
  const chars = [...text.trim()];
  return chars.length <= most
    ? chars.join("")
    : `${chars
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
