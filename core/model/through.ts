/** By what an edit came into the plan. */
export const THROUGH = ["hand", "import", "repair", "way-out", "proposal", "undo"] as const;
export type Through = (typeof THROUGH)[number];
