/** A part of a line of docs/facts.md: words, or an address. */
export interface FactPart {
  readonly text: string;
  readonly href: string | null;
}
export interface FactsSection {
  readonly title: string;
  readonly lines: readonly (readonly FactPart[])[];
}

/** What a rule's source says of docs/facts.md: the words between, and the sections that it names. */
export const sourceParts = (source: string): readonly { text: string; section: string | null }[] =>
  source
    .split(/(facts\.md §\d+(?:\.\d+)?)/)
    .filter(Boolean)
    .map((text) => ({ text, section: /^facts\.md §([\d.]+)$/.exec(text)?.[1] ?? null }));

const partsOf = (line: string): readonly FactPart[] =>
  line
    .split(/(https?:\/\/[^\s;,)|]+[^\s;,)|.])/)
    .filter((text) => text.trim() !== "")
    .map((text) => ({ text, href: text.startsWith("http") ? text : null }));

/** A section of docs/facts.md, `3.5`, a line for each of its points or rows; null where there is none. */
export function factsSection(markdown: string, section: string): FactsSection | null {
  const blocks = markdown.split(/^(?=#{2,3} )/m);
  const block = blocks.find((each) => /^#+ ([\d.]*\d)\.? /.exec(each)?.[1] === section);
  if (!block) return null;
  const [head = "", ...rest] = block.split("\n");
  const lines = rest
    .filter((line) => line.trim() !== "" && !/^\|[-|: ]+$/.test(line))
    .map((line) =>
      line
        .replace(/^\* /, "")
        .replace(/^\| ?| ?\|$/g, "")
        .replaceAll(/ ?\| ?/g, " · ")
        .replaceAll("**", ""),
    );
  return { title: plain(head.replace(/^#+ [\d.]*\d\.? /, "")), lines: lines.map(partsOf) };
}
const plain = (text: string) => text.replaceAll("**", "");
