import { expect, test } from "vitest";
import { belowPointer } from "./ghost.ts";

const at = (clientY: number) => ({ clientY }) as PointerEvent;

test.each([
  { name: "taken at its top", heldAt: 100, y: 18 },
  { name: "taken at its foot, it comes up no less far below the pointer", heldAt: 160, y: 78 },
])("$name", ({ heldAt, y }) => {
  const held = belowPointer({ x: 5, y: 0 }, { activatorEvent: at(heldAt), draggingNodeRect: { top: 100 } });
  expect(held).toEqual({ x: 5, y });
});

test("moved with keys it stays where it is", () => {
  const activatorEvent = {} as KeyboardEvent;
  expect(belowPointer({ x: 5, y: 7 }, { activatorEvent, draggingNodeRect: { top: 0 } })).toEqual({
    x: 5,
    y: 7,
  });
  expect(belowPointer({ x: 5, y: 7 }, { activatorEvent: null, draggingNodeRect: null })).toEqual({
    x: 5,
    y: 7,
  });
});
