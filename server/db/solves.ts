import * as z from "zod";
import { type EpochSeconds, epochSeconds, type Minutes } from "#core/base/quantity.ts";
import type { Verdict } from "#core/model/finding.ts";
import { moduleId, stripId } from "#core/model/ids.ts";
import type { Tier } from "#core/model/scene.ts";
import { PRICE_KINDS } from "#core/solve/prices/index.ts";
import type { Worked } from "#core/solve/prices/worked.ts";
import type { Freedom } from "#core/solve/propose.ts";
import type { Prisma } from "../generated/prisma/client.ts";

/** Rows of the table Solve, and what their JSON columns hold. */

export const SOLVE_STATES = ["waiting", "running", "done", "stopped", "failed"] as const;
export type SolveState = (typeof SOLVE_STATES)[number];
export const isUnfinished = (state: SolveState): boolean => state === "waiting" || state === "running";

const SETTLED = ["", "adopted", "adopted in part", "discarded"] as const;
/** What somebody did with a proposal. */
export type Settled = (typeof SETTLED)[number];
/** What is true of it by now: an adoption can be taken back, and be made again. */
export type Outcome = Settled | "adopted, then taken back" | "adopted in part, then taken back";

/** What is asked for: a plan, or what one thing more or less is worth. */
export const ASKS = ["plan", "prices"] as const;
export type Asks = (typeof ASKS)[number];

export const solveOptions = z.object({
  asks: z.enum(ASKS).default("plan"),
  freedom: z.enum(["open", "free"] satisfies readonly Freedom[]),
  /** Priority points for every strip that stands elsewhere than in the plan. */
  movePoints: z.number().min(0).max(10_000),
  seed: z.number().int().min(0).max(2_147_483_647),
  /** How long to search; for prices, for each of the plans. */
  seconds: z.number().int().min(1).max(3_600),
});
export type SolveOptions = z.output<typeof solveOptions>;

const objective = z.object({
  mustsMissingMin: z.number(),
  points: z.number(),
  parts: z.array(z.object({ ruleId: z.string(), points: z.number() })),
});
const tierCount = z.object({ in: z.number(), of: z.number() });
const setUpsIn = z.object({ must: tierCount, should: tierCount, nice: tierCount } satisfies Record<
  Tier,
  typeof tierCount
>);
const proven = { bound: z.number().nullable(), gap: z.number().nullable(), isOptimal: z.boolean() };

/** A point of the chart. */
export const progressPoint = z.object({
  /** Seconds since the search began. */
  atS: z.number(),
  round: z.number(),
  mustsMissingMin: z.number(),
  points: z.number(),
  ...proven,
  setUpsIn,
});
export type ProgressPoint = z.output<typeof progressPoint>;

/** Where a strip stands; null: in the boneyard. */
const stand = z
  .object({
    startsAt: z.number() as unknown as z.ZodType<EpochSeconds>,
    moduleId: moduleId.nullable(),
    rigMin: z.number(),
    shootMin: z.number(),
  })
  .nullable();
export type Stand = z.output<typeof stand>;

/** How a plan is judged, in a word and the minutes in hand. */
const judged = z.object({
  verdict: z.enum(["fits", "fits-with-unknowns", "does-not-fit"] satisfies readonly Verdict[]),
  inHand: z.number(),
});
export type Judged = z.output<typeof judged>;

/** Version 1. Each strip that stands elsewhere, from where and to where, so that what has changed since is seen strip by strip. */
export const storedProposal = z.object({
  version: z.literal(1),
  moves: z.array(z.object({ stripId, from: stand, to: stand })),
  objective,
  ...proven,
  setUpsIn,
  /** What is worth saying of it, in whole sentences. */
  notes: z.array(z.string()),
  /** The plan that it was searched from and the proposal; null where the search was broken off. */
  judged: z.object({ before: judged, after: judged }).nullable().default(null),
});
export type StoredProposal = z.output<typeof storedProposal>;

const priced = { setUpsIn, objective };
/** Version 1. */
export const storedPrices = z.object({
  version: z.literal(1),
  /** How many there will be. */
  of: z.number(),
  /** How many were known when it was taken up again. */
  known: z.number().default(0),
  base: z.object({ ...priced, bound: z.number().nullable().default(null) }),
  prices: z.array(
    z.object({
      ...{ kind: z.enum(PRICE_KINDS), id: z.string(), words: z.string(), note: z.string().default("") },
      ...priced,
      ...{ bound: z.number().nullable().default(null), hours: z.number().nullable().default(null) },
      byDuals: z.number().nullable().default(null),
    }),
  ),
});
export type StoredPrices = z.output<typeof storedPrices>;

const ofMinutes = z.number() as unknown as z.ZodType<Minutes>;
const placement = z.object({
  ...{ stripId, startsAt: z.number() as unknown as z.ZodType<EpochSeconds>, moduleId: moduleId.nullable() },
  ...{ rigMin: ofMinutes, shootMin: ofMinutes },
});
const changes = z.object({ placements: z.array(placement), returned: z.array(stripId) });
const found = { ...priced, bound: z.number().nullable() };
/** What others go on from while prices are worked out. */
export const storedWorked = z.object({
  basis: z.object({
    ...{ ...found, changes, proved: z.number().nullable(), isSettled: z.boolean() },
    duals: z.array(z.tuple([z.string(), z.number()])),
  }),
  rows: z.array(
    z.object({ id: z.string(), ...found, byDuals: z.number().nullable(), changes: changes.nullable() }),
  ),
}) satisfies z.ZodType<Worked>;

export const solveFields = {
  id: true,
  scenarioId: true,
  askedByName: true,
  askedAt: true,
  options: true,
  state: true,
  isStopAsked: true,
  attempt: true,
  spentS: true,
  turns: true,
  baseRevision: true,
  startedAt: true,
  endedAt: true,
  progress: true,
  proposal: true,
  prices: true,
  problem: true,
  outcome: true,
  outcomeAt: true,
  outcomeByName: true,
  adoptionIds: true,
} as const satisfies Prisma.SolveSelect;
type SolveRow = Prisma.SolveGetPayload<{ select: typeof solveFields }>;

export interface Solve {
  readonly id: string;
  readonly scenarioId: string;
  readonly askedByName: string;
  readonly askedAt: EpochSeconds;
  readonly options: SolveOptions;
  readonly state: SolveState;
  readonly isStopAsked: boolean;
  /** How often it was taken up. */
  readonly attempt: number;
  /** Seconds searched by workers that are gone, and from which it goes on. */
  readonly spentS: number;
  /** How often it made way for others. */
  readonly turns: number;
  readonly baseRevision: number | null;
  readonly startedAt: EpochSeconds | null;
  readonly endedAt: EpochSeconds | null;
  readonly progress: readonly ProgressPoint[];
  readonly proposal: StoredProposal | null;
  readonly prices: StoredPrices | null;
  readonly problem: string;
  readonly outcome: Outcome;
  readonly outcomeAt: EpochSeconds | null;
  readonly outcomeByName: string;
  /** The edits that carried it out and still stand, in the order in which they were made. */
  readonly adoptedBy: readonly string[];
}

const instantOf = (date: Date) => epochSeconds(date.getTime() / 1000);

type Head = Pick<SolveRow, "askedAt" | "options" | "state" | "outcome" | "adoptionIds">;
/** Whether an edit still stands, as undo and redo have left it. */
export type InEffect = (editId: string) => boolean;

/** Adopted by edits of which none stands any more is taken back; of which some do, adopted in part. */
function outcomeNow(
  { outcome, adoptionIds }: Pick<Head, "outcome" | "adoptionIds">,
  inEffect: InEffect,
): Outcome {
  const settled = z.enum(SETTLED).parse(outcome);
  if ((settled !== "adopted" && settled !== "adopted in part") || adoptionIds.length === 0) return settled;
  const standing = adoptionIds.filter(inEffect).length;
  if (standing === 0) return `${settled}, then taken back`;
  return standing < adoptionIds.length ? "adopted in part" : settled;
}

const headFromRow = (row: Head, inEffect: InEffect) => ({
  askedAt: instantOf(row.askedAt),
  options: solveOptions.parse(row.options),
  state: z.enum(SOLVE_STATES).parse(row.state),
  outcome: outcomeNow(row, inEffect),
});

/** @throws z.ZodError when the database holds what was never written. */
export const solveFromRow = ({ adoptionIds, ...row }: SolveRow, inEffect: InEffect): Solve => ({
  ...row,
  ...headFromRow({ ...row, adoptionIds }, inEffect),
  adoptedBy: adoptionIds.filter(inEffect),
  startedAt: row.startedAt && instantOf(row.startedAt),
  endedAt: row.endedAt && instantOf(row.endedAt),
  outcomeAt: row.outcomeAt && instantOf(row.outcomeAt),
  progress: z.array(progressPoint).parse(row.progress),
  proposal: row.proposal === null ? null : storedProposal.parse(row.proposal),
  prices: row.prices === null ? null : storedPrices.parse(row.prices),
});

/** A solve in the list: without how it came about, and without its moves. */
export interface SolveLine
  extends Pick<Solve, "id" | "askedByName" | "askedAt" | "options" | "state" | "outcome"> {
  readonly hasProposal: boolean;
  readonly gap: number | null;
  readonly isOptimal: boolean;
  /** Of the proposal; null where there is none. */
  readonly setUpsIn: StoredProposal["setUpsIn"] | null;
  readonly points: number | null;
  readonly judged: StoredProposal["judged"];
}
export interface SolveLineRow
  extends Pick<SolveRow, "id" | "askedByName" | "askedAt" | "options" | "state" | "outcome" | "adoptionIds">,
    Pick<SolveLine, "hasProposal" | "gap" | "isOptimal" | "points"> {
  readonly setUpsIn: unknown;
  readonly judged: unknown;
}

export const solveLineFromRow = ({ adoptionIds, ...row }: SolveLineRow, inEffect: InEffect): SolveLine => ({
  ...row,
  ...headFromRow({ ...row, adoptionIds }, inEffect),
  setUpsIn: row.setUpsIn === null ? null : setUpsIn.parse(row.setUpsIn),
  judged: storedProposal.shape.judged.parse(row.judged ?? null),
});
