import * as z from "zod";
import { parameter } from "../parameter.ts";

export const LINKS = ["any", "ground-site", "relay"] as const;

/** Where the words of a set-up leave room. The same defaults wherever they are asked for. */
export const lightChoices = z.object({
  /** The colour in the window begins before the first contact and outlasts the last. Working assumption [G]. */
  beforeMin: parameter("Light before first contact", "min", z.number().min(0).max(30).default(4)),
  afterMin: parameter("Light after last contact", "min", z.number().min(0).max(30).default(3)),
  /**
   * Of a pane that does not say: light falls in as far as 70° from its axis where it is three times as wide as its
   * frame is deep (arctan 2.75). Working assumption [G].
   */
  fieldOfViewDeg: parameter("Field of view of a pane", "°", z.number().min(1).max(180).default(140)),
  /** Which way of talking to the ground counts. */
  link: parameter("Counts as a link", null, z.enum(LINKS).default("any"), {
    words: { any: "any", "ground-site": "a ground site", relay: "a relay" },
  }),
});
export type LightChoices = z.output<typeof lightChoices>;
export const DEFAULT_CHOICES: LightChoices = lightChoices.parse({});
