import * as z from "zod";
import { USUAL_MOVE_POINTS } from "#core/solve/move-points.ts";
import type { Freedom } from "#core/solve/propose.ts";
import type { SolveOptions } from "#server/db/solves.ts";

/** How long to search, in seconds. */
export const SECONDS = ["1", "5", "20", "60", "300"] as const;
export const SECONDS_NAMES: Readonly<Record<(typeof SECONDS)[number], string>> = {
  "1": "1 second: after a change",
  "5": "5 seconds: a first look",
  "20": "20 seconds",
  "60": "1 minute",
  "300": "5 minutes: before a decision",
};

export const FREEDOM_NAMES: Readonly<Record<Freedom, string>> = {
  free: "Everything that is neither pinned nor in the can",
  open: "Only what lies in the boneyard; the board stays as it is",
};

/** Priority points for a strip that moves: each is about what a minute of the main unit is worth. */
export const MOVE_POINTS = ["0", "10", "60", `${USUAL_MOVE_POINTS}`] as const;
export const MOVE_POINTS_NAMES: Readonly<Record<(typeof MOVE_POINTS)[number], string>> = {
  "0": "Nothing: the plan of today counts for nothing",
  "10": "A little: as much as 10 min of the unit",
  "60": "Some: as much as an hour of the unit",
  [USUAL_MOVE_POINTS]: "A lot: as much as a working day of the unit",
};

export const solveForm = z.object({
  scenarioId: z.string(),
  freedom: z.enum(["free", "open"]),
  movePoints: z.enum(MOVE_POINTS),
  seconds: z.enum(SECONDS),
  seed: z
    .number("Use a whole number")
    .int("Use a whole number")
    .min(0, "Use 0 or more")
    .max(2_147_483_647, "Use at most 2,147,483,647"),
});
export type SolveFormInput = z.input<typeof solveForm>;

/** The form as something was asked before; of what it no longer offers, or where nothing was asked, as usual. */
export const asAsked = (scenarioId: string, options?: SolveOptions): SolveFormInput => ({
  scenarioId,
  freedom: options?.freedom ?? "free",
  movePoints: MOVE_POINTS.find((points) => Number(points) === options?.movePoints) ?? `${USUAL_MOVE_POINTS}`,
  seconds: SECONDS.find((seconds) => Number(seconds) === options?.seconds) ?? "20",
  seed: options?.seed ?? 1,
});

/** For each of the plans, one for every thing more or less. */
export const PRICE_SECONDS = ["1", "3", "10"] as const;
export const PRICE_SECONDS_NAMES: Readonly<Record<(typeof PRICE_SECONDS)[number], string>> = {
  "1": "1 second each: a minute or two together",
  "3": "3 seconds each: three or four minutes together",
  "10": "10 seconds each: about ten minutes together",
};
export const pricesForm = z.object({ scenarioId: z.string(), seconds: z.enum(PRICE_SECONDS) });
export type PricesFormInput = z.input<typeof pricesForm>;

const id = z.string().regex(/^[\w-]{1,64}$/);
export const oneSolve = z.object({ scenarioId: z.string(), solveId: id });
/** Null: all of it. */
const days = z.array(z.string()).min(1, "Choose a day").max(400).nullable();
export const adoptionPreview = oneSolve.extend({
  days,
  /** Strips that the page left out, for they have changed since the proposal was asked for. */
  without: z.array(z.string()).max(5_000).default([]),
});
/** `revision`: of the plan that the page showed beside the proposal. */
export const adoptionForm = adoptionPreview.extend({ revision: z.number().int().min(0) });
