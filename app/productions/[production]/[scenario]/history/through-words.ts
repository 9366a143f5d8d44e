import type { Through } from "#core/model/through.ts";

/** By what an edit came, as the history says it. */
export const THROUGH_WORDS: { readonly [T in Through]: string } = {
  hand: "by hand",
  import: "import",
  repair: "repair of a finding",
  "way-out": "way out of “why not”",
  proposal: "proposal adopted",
  undo: "undo or redo",
};
