import type { LengthChange } from "#core/solve/by-hand.ts";

/** `shoot 60 → 75 min: day 2 of adaptation, Peresild`. */
const changeText = ({ phase, from, to, why }: LengthChange): string =>
  `${phase} ${from} → ${to} min${why === "" ? "" : `: ${why}`}`;

/** What a move makes longer or shorter, each strip named where there are several; empty where all lengths stay. */
export function lengthWords(changes: readonly LengthChange[], nameOf: (stripId: string) => string): string {
  const strips = [...new Set(changes.map(({ stripId }) => stripId))];
  return strips
    .map((id) => {
      const own = changes
        .filter(({ stripId }) => stripId === id)
        .map(changeText)
        .join("; ");
      return strips.length > 1 ? `${nameOf(id)}: ${own}` : own;
    })
    .join(". ");
}
