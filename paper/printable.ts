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

const losesLetters = (text: string): boolean => [...asDrawn(text)].some(isLost);

/** A text that cannot be printed whole, and where it stands: "name local of Mark Vande Hei". */
export interface LostText {
  readonly text: string;
  readonly where: string;
}

/** `nameLocal` is "name local". */
const words = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** By what people would look for a row: a name beside the text that can be printed, else the scene that it is in. */
function owner(row: Readonly<Record<string, unknown>>, text: string): string {
  const name = [row.name, row.title, row.label].find(
    (value): value is string => typeof value === "string" && value !== text && !losesLetters(value),
  );
  return name ? ` of ${name}` : typeof row.scene === "string" ? ` of scene ${row.scene}` : "";
}

/** Texts of a report's model that hold letters which cannot be printed, each once, as they stand in the plan. */
export function lostTexts(model: unknown): readonly LostText[] {
  const found = new Map<string, LostText>();
  const look = (value: unknown, key: string, row: Readonly<Record<string, unknown>>): void => {
    if (typeof value === "string") {
      if (!found.has(value) && losesLetters(value))
        found.set(value, { text: value, where: `${words(key)}${owner(row, value)}` });
    } else if (Array.isArray(value)) for (const each of value) look(each, key, row);
    else if (typeof value === "object" && value !== null)
      for (const [name, each] of Object.entries(value)) look(each, name, value as typeof row);
  };
  look(model, "", {});
  return [...found.values()];
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
