/** Letters to change, add, leave out or swap with their neighbour to make one word of the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const LONGEST = 80;
const SHOWN = 10;

/** The names that somebody may have meant, likeliest first. */
export function nearest(word: string, names: readonly string[]): readonly string[] {
  const asked = word.toLowerCase().slice(0, LONGEST);
  return names
    .map((name) => {
      const known = name.toLowerCase().slice(0, LONGEST);
      const isPart = asked.length > 1 && (known.includes(asked) || asked.includes(known));
      return { name, off: isPart ? 1 : distance(asked, known) };
    })
    .filter(({ off }) => off <= Math.max(1, Math.floor(asked.length / 3)))
    .sort((a, b) => a.off - b.off)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** The way out after a name that is not there: the likely ones, else all of them. */
export function didYouMean(word: string, names: readonly string[], all: string): string {
  const likely = nearest(word, names);
  if (likely.length > 0) return `Did you mean ${likely.join(" or ")}?`;
  const rest = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  return `${all}: ${names.slice(0, SHOWN).join(", ")}${rest}.`;
}
