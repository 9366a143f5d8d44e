import type { Bundle } from "#core/model/bundle.ts";
import { theChallenge } from "./the-challenge/index.ts";

/** Productions that come with the program. One folder and one line each. */
export const seeds: readonly { readonly name: string; build(): Bundle }[] = [
  { name: "the-challenge", build: theChallenge },
];
