import { rows } from "../rows.ts";

/** Where the production departs from the book. Illustrative: how the film's sound was made is not known. */
export const houseRules = () =>
  rows("houseRule", [
    {
      id: "noise",
      isEnabled: true,
      params: { limitDba: 62 },
      reason:
        "Assumption [G]: no room of the Russian segment is as quiet as 55 dBA, so that sound up to 62 dBA is taken as usable and cleaned at home; louder is guide track.",
    },
  ]);
