import { IconMoon, IconSun, IconSunrise, IconSunset } from "@tabler/icons-react";
import type { LightAsked } from "#core/model/scene.ts";
import classes from "./strip-card.module.css";

const LOOKS = {
  day: { icon: IconSun, letter: "D", words: "orbital day" },
  night: { icon: IconMoon, letter: "N", words: "orbital night" },
  sunrise: { icon: IconSunrise, letter: "SR", words: "sunrise" },
  sunset: { icon: IconSunset, letter: "SS", words: "sunset" },
} as const;

export const lightWords = (light: LightAsked): string => (light === "any" ? "any light" : LOOKS[light].words);

/** The outside light that a set-up asks for: an icon and its letters. Nothing for any light. */
export function LightMark({ light }: { light: LightAsked }) {
  if (light === "any") return null;
  const { icon: Icon, letter, words } = LOOKS[light];
  return (
    <span className={classes.light} title={`Asks for ${words}`}>
      <Icon size={13} stroke={1.9} aria-hidden />
      <span aria-hidden>{letter}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
