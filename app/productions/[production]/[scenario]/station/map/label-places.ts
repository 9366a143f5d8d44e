/** A name on the map, at the point it belongs to. */
export interface MapLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}
export interface PlacedLabel extends MapLabel {
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: "start" | "end";
}

/** Width of a letter and height of a line at 11 units, on the generous side. */
const LETTER = 6.1;
const LINE = 12;
const AWAY = 7;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const meets = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a name may stand: right or left of its point, level, above, below, farther above and below. */
const TRIES = [4, -6, 15, -18, 27, -30].flatMap((dy) => [
  { dy, anchor: "start" as const },
  { dy, anchor: "end" as const },
]);

/** Places names so that none covers another or leaves the map; one that finds no place is left out (the tables have it). */
export function placeLabels(
  labels: readonly MapLabel[],
  size: { readonly width: number; readonly height: number },
): readonly PlacedLabel[] {
  const taken: Box[] = labels.map(({ x, y }) => ({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }));
  return labels.flatMap((label) => {
    const width = label.text.length * LETTER;
    for (const { dy, anchor } of TRIES) {
      const labelX = anchor === "start" ? label.x + AWAY : label.x - AWAY;
      const labelY = label.y + dy;
      const left = anchor === "start" ? labelX : labelX - width;
      const box = { left, right: left + width, top: labelY - LINE + 2, bottom: labelY + 2 };
      const isInside = box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height;
      if (!isInside || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      return [{ ...label, labelX, labelY, anchor }];
    }
    return [];
  });
}
