import type { Interval } from "../../base/interval.ts";
import type { Profile } from "../../base/profile.ts";
import { epochSeconds } from "../../base/quantity.ts";
import { type PlacedSetUp, setUpMinutes } from "../placed.ts";
import type { SetUp } from "../scene.ts";
import { heldTimes } from "./asked.ts";
import { DEFAULT_CHOICES, type LightChoices } from "./choices.ts";
import { windowConditions } from "./conditions/index.ts";
import type { Outside } from "./outside.ts";

/** The takes of a placed set-up: one after another with their resets, drawn out over its stretch of the shoot. */
export function takesOf({ setUp, span }: PlacedSetUp): readonly Interval[] {
  const needed = setUpMinutes(setUp);
  if (needed === 0 || span.start >= span.end) return [];
  const scale = (span.end - span.start) / needed;
  return Array.from({ length: setUp.takes }, (_, i) => {
    const from = i * (setUp.takeMin + setUp.resetMin);
    return {
      start: epochSeconds(span.start + Math.round(from * scale)),
      end: epochSeconds(span.start + Math.round((from + setUp.takeMin) * scale)),
    };
  }).filter(({ start, end }) => start < end);
}

/** Takes with their resets between that a stretch has room for. */
export const takesIn = ({ start, end }: Interval, { takeMin, resetMin }: SetUp): number =>
  takeMin + resetMin === 0 ? 0 : Math.floor(((end - start) / 60 + resetMin) / (takeMin + resetMin) + 1e-9);

/** A stretch of the light that a set-up asks for, and how many of its takes have room in it. */
export interface Room {
  readonly span: Interval;
  readonly takes: number;
}

/** The stretches in a span, cut at its ends. Empty for a set-up that asks for no light. */
export function takesThatFit(
  setUp: SetUp,
  outside: Outside,
  span: Interval,
  choices: LightChoices = DEFAULT_CHOICES,
): readonly Room[] {
  const times: Profile = heldTimes(setUp, windowConditions, outside, choices, span) ?? [];
  return times.map((stretch) => ({ span: stretch, takes: takesIn(stretch, setUp) }));
}
