import { overlaps } from "../base/interval.ts";
import { once } from "../base/once.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { CrewBlock } from "../model/block.ts";
import type { FactName } from "../model/facts.ts";
import type { Rule } from "../model/rule.ts";
import type { Strip } from "../model/strip.ts";
import type { Checked } from "../rules/check.ts";
import { rules as allRules } from "../rules/index.ts";
import { placedAt } from "../solve/openings.ts";
import { viewsOf } from "../solve/plan/views.ts";
import {
  type Candidate,
  type Ground,
  type Standing,
  sequenceOf,
  standingBefore,
  standingOf,
} from "../solve/sequence.ts";
import { type Alone, aloneOf } from "../solve/why/alone.ts";
import { placesGround } from "./ground.ts";
import { mayMove } from "./moving-blocks.ts";

const hardRules = allRules.filter((rule) => rule.level === "hard");

/** Where strips may go when others go elsewhere: a sieve, the book has the last word. */
export interface StripPlaces {
  /** All that is placed. */
  readonly standing: readonly Standing[];
  /**
   * Beside these others: its people free, its module open, its unit not elsewhere, and no rule that is whole against it alone. Rules that
   * it breaks today are not asked, but for this one.
   */
  of(strip: Strip, others: readonly Standing[], asked?: string): readonly Candidate[];
  /** Those at which it meets no strip, and no block but such as may move. */
  pastBlocks(strip: Strip, others: readonly Standing[], asked?: string): readonly Candidate[];
  at(strip: Strip, candidate: Candidate): Standing | null;
}

/** Worked out once for all findings of a plan. */
export const stripPlaces = (checked: Checked): StripPlaces =>
  once(checked, "places of strips", () => {
    const { facts } = checked;
    const ground = placesGround(checked);
    const isBarred = barsOf(checked, ground);
    const fixed = <K>(of: ReadonlyMap<K, readonly CrewBlock[]>) =>
      new Map([...of].map(([key, blocks]) => [key, blocks.filter((block) => !mayMove(block))]));
    const [blocksOf, blocksIn] = [fixed(facts.blocksOf), fixed(facts.blocksIn)];
    const bare = placesGround({ ...checked, facts: { ...facts, blocksOf, blocksIn } });
    const at: StripPlaces["at"] = (strip, { rigMin, shootMin, shootAt }) => {
      const placed = placedAt(facts, { ...strip, shootMin }, rigMin, shootAt);
      return placed && standingOf(facts, placed);
    };
    /** The rig of what comes next, too, lies after it. */
    const isClear = (strip: Strip, others: readonly Standing[], candidate: Candidate): boolean => {
      const here = at(strip, candidate)?.placed;
      return (
        here !== undefined &&
        !others.some(
          ({ placed }) => placed.scene.unit === here.scene.unit && overlaps(placed.span, here.span),
        )
      );
    };
    return {
      at,
      standing: standingBefore(ground),
      of(strip, others, asked) {
        return sequenceOf(ground, others)
          .candidates(free(strip))
          .filter((there) => isClear(strip, others, there))
          .filter(({ shootAt }) => !isBarred(strip, shootAt, () => true, asked));
      },
      pastBlocks(strip, others, asked) {
        const known = new Set(
          sequenceOf(ground, others)
            .candidates(free(strip))
            .map((at) => at.shootAt),
        );
        return sequenceOf(bare, others)
          .candidates(free(strip))
          .filter((there) => !known.has(there.shootAt) && isClear(strip, others, there))
          .filter(({ shootAt }) => !isBarred(strip, shootAt, heedsNoBlocks, asked));
      },
    };
  });

/** Facts of which blocks are a part. */
const OF_BLOCKS: readonly FactName[] = ["blocksOf", "blocksIn", "exerciseIn"];
const heedsNoBlocks = (rule: Rule): boolean => !rule.reads.some((fact) => OF_BLOCKS.includes(fact));

const free = (strip: Strip): Strip => ({ ...strip, startsAt: null, moduleId: null });

/** Whether a rule bars a strip from a start of its shoot, whatever else is placed. */
function barsOf({ snapshot, report }: Checked, { lengths }: Ground) {
  const views = viewsOf(snapshot, hardRules);
  const known = new Map<Strip["id"], { readonly alone: Alone; readonly broken: ReadonlySet<string> }>();
  const of = (strip: Strip) => {
    const found = known.get(strip.id) ?? {
      alone: aloneOf(views, lengths, free(strip)),
      broken: new Set(
        report.findings
          .filter((f) => f.kind === "violation" && f.strips.includes(strip.id))
          .map(({ ruleId }) => ruleId),
      ),
    };
    known.set(strip.id, found);
    return found;
  };
  const ruleOf = new Map(hardRules.map((rule) => [rule.id, rule]));
  return (
    strip: Strip,
    shootAt: EpochSeconds,
    isHeeded: (rule: Rule) => boolean,
    asked: string | undefined,
  ): boolean => {
    const { alone, broken } = of(strip);
    const [first, second] = alone.shootAt;
    if (first === undefined || second === undefined) return false;
    const start = (shootAt - first) / (second - first);
    const isKept = (ruleId: string) => {
      const rule = ruleOf.get(ruleId);
      return (ruleId === asked || !broken.has(ruleId)) && rule !== undefined && isHeeded(rule);
    };
    return alone.barOf(start, isKept) !== null;
  };
}
