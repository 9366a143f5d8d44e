import type { SceneText, Shot } from "./breakdown.ts";

/** LED panels that an element of the breakdown asks for, where it is light and no property of the set. */
const PANELS: Readonly<Record<string, number>> = {
  "LED panels, ring over the table": 3,
  "LED panels, bare": 3,
  "Single lamp, warm": 1,
  "Pin light through the suit": 1,
  "Head torch": 0,
  "Tablet glow only, shutters open": 0,
  "No lamps: window light only": 0,
};

/** Day in the script is two panels over the work lamps of the station; night is one panel. What the breakdown says goes before. */
function lightFor(scene: SceneText, shot: Shot): readonly string[] {
  const asked = (scene.elements?.lighting ?? []).map((name) => PANELS[name]).find((n) => n !== undefined);
  const isDay = scene.when === "DAY";
  const panels = asked ?? (shot.light && shot.light !== "any" ? 0 : isDay ? 2 : 1);
  const lamps = isDay && asked === undefined && panels > 0 ? ["work-lamp", "work-lamp"] : [];
  return [...Array.from({ length: panels }, () => "led-panel"), ...lamps];
}

/**
 * What a set-up takes along: camera and a lens; sound, when it is recorded, with the clapper; a clamp where the camera stands, the
 * helmet where it flies. The ship has a camera of its own, the landing unit has kit that never leaves the ground. Assumption [G].
 */
export function kitFor(scene: SceneText, shot: Shot): readonly string[] {
  if (scene.unit === "landing") return [];
  if (scene.unit === "ship") return ["ship-camera"];
  const hasInstruments = (scene.elements?.props ?? []).some((name) => name === "Surgical instruments");
  return [
    "camera-a",
    "lens",
    shot.moving ? "helmet" : "clamp",
    ...(shot.sound ? ["recorder", "clapper"] : []),
    ...(hasInstruments ? ["surgical-props"] : []),
    ...lightFor(scene, shot),
  ];
}
