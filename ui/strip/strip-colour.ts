import type { Scene } from "#core/model/scene.ts";

/** Strip colours: accessible by default, the trade's classic ones as an option. Letters stand beside them always. */
export type StripTone = "int-day" | "ext-day" | "int-night" | "ext-night" | "twilight";

/** INT/EXT and what the script says of day and night. I/E counts as EXT: it shows the outside. */
export function stripTone({ intExt, scriptDayNight }: Pick<Scene, "intExt" | "scriptDayNight">): StripTone {
  if (scriptDayNight === "DAWN" || scriptDayNight === "DUSK") return "twilight";
  const place = intExt === "INT" ? "int" : "ext";
  return scriptDayNight === "NIGHT" ? `${place}-night` : `${place}-day`;
}

/** `I`, `E`, `I/E`. */
export const intExtLetter = ({ intExt }: Pick<Scene, "intExt">) =>
  ({ INT: "I", EXT: "E", "I/E": "I/E" })[intExt];
/** `D`, `N`, `Dn` for dawn, `Dk` for dusk. */
export const dayNightLetter = ({ scriptDayNight }: Pick<Scene, "scriptDayNight">) =>
  ({ DAY: "D", NIGHT: "N", DAWN: "Dn", DUSK: "Dk" })[scriptDayNight];
