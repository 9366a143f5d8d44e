/**
 * The rule book: the id of every rule that a plan should be judged by, in the order of the book. A verdict counts against this
 * list, so that a rule not yet written is named as not judged and never passed over in silence.
 */
export const BOOK_SECTIONS: readonly { readonly title: string; readonly ids: readonly string[] }[] = [
  {
    title: "The window",
    ids: [
      "inside-window",
      "aboard",
      "station-events",
      "must-scenes",
      "scene-order",
      "one-light-per-setup",
      "plan-freeze",
    ],
  },
  {
    title: "People",
    ids: [
      "no-double-booking",
      "jobs-filled",
      "spotter",
      "sleep",
      "awake-limit",
      "crew-off-duty",
      "turnaround",
      "daily-duty",
      "meal-break",
      "exercise",
      "exercise-device",
      "conferences",
      "arrival-safety",
      "handover",
      "station-duty",
      "crew-time-ledger",
      "adaptation-strain",
      "slowdown",
      "escort",
      "training-gate",
      "seat-fit",
      "clearance",
    ],
  },
  {
    title: "Place",
    ids: [
      "module-capacity",
      "module-exclusive",
      "thoroughfare",
      "escape-path",
      "travel",
      "rig-time",
      "movement-envelope",
      "noise",
      "ventilation",
      "free-liquids",
      "restore",
    ],
  },
  {
    title: "Light and orbit",
    ids: ["window-light", "sun-side", "ground-target", "lamp-level"],
  },
  {
    title: "Technical",
    ids: ["power", "batteries", "media", "link", "kit", "mass"],
  },
  {
    title: "What a good plan is",
    ids: ["tiers", "crew-time", "few-moves", "few-hold-days", "reserve", "script-order", "stability"],
  },
];

export const RULE_BOOK: readonly string[] = BOOK_SECTIONS.flatMap(({ ids }) => ids);
