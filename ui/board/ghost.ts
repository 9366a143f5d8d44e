/** As far below the pointer the held strip hangs: the line of the place where it would land, with its time and what it breaks, stays in sight. */
const BELOW_PX = 18;

interface Moved {
  readonly activatorEvent: Event | null;
  readonly draggingNodeRect: { readonly top: number } | null;
}

/** A held strip hangs below the pointer, wherever it was taken hold of; moved with keys it stays where it is. */
export function belowPointer<T extends { readonly y: number }>(
  transform: T,
  { activatorEvent, draggingNodeRect }: Moved,
): T {
  const heldAt = (activatorEvent as Partial<PointerEvent> | null)?.clientY;
  if (heldAt === undefined || draggingNodeRect === null) return transform;
  return { ...transform, y: transform.y + heldAt - draggingNodeRect.top + BELOW_PX };
}
