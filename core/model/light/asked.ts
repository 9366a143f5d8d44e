import { gather } from "../../base/gather.ts";
import { EVER, type Interval, intersect, overlaps } from "../../base/interval.ts";
import { difference, intersection, type Profile, profile, within } from "../../base/profile.ts";
import type { UnknownLight } from "../light-table.ts";
import type { SetUp } from "../scene.ts";
import type { LightChoices } from "./choices.ts";
import type { LightCondition } from "./conditions/condition.ts";
import type { Outside } from "./outside.ts";

/** What of a span holds for certain, does not hold, and cannot be told, for all that a set-up asks of some conditions. */
export interface Held {
  readonly certain: Profile;
  readonly missing: Profile;
  readonly unknown: readonly UnknownLight[];
  /** Of what is missing: what lacks. */
  readonly lacking: readonly string[];
}

/** What of a span holds all that the set-up asks of these conditions; those it does not ask for say nothing. */
export function heldIn(
  span: Interval,
  setUp: SetUp,
  conditions: readonly LightCondition[],
  outside: Outside,
  choices: LightChoices,
): Held {
  let certain: Profile = [span];
  const unknown: UnknownLight[] = [];
  const gone: { readonly missing: Profile; readonly lacking: string }[] = [];
  for (const condition of conditions.filter((c) => c.isAsked(setUp))) {
    const told = condition.times(setUp, outside, choices);
    const here = within(told.certain, span);
    const open = gather(told.unknown, (gap) => {
      const part = intersect(gap.span, span);
      return part ? [{ ...gap, span: part }] : [];
    });
    certain = intersection(certain, here);
    unknown.push(...open);
    const missing = difference(difference([span], here), profile(open.map((gap) => gap.span)));
    if (missing.length > 0) gone.push({ missing, lacking: condition.lacking(setUp, outside) });
  }
  const missing = profile(gather(gone, (g) => g.missing));
  return {
    certain: difference(certain, profile(unknown.map((gap) => gap.span))),
    missing,
    // What lacks for certain need not be known to the last.
    unknown: gather(unknown, (gap) =>
      difference([gap.span], missing).map((part) => ({ ...gap, span: part })),
    ),
    lacking: gone.map((g) => g.lacking),
  };
}

/** When all of it holds for certain, inside a span; null where nothing is asked. */
export function heldTimes(
  setUp: SetUp,
  conditions: readonly LightCondition[],
  outside: Outside,
  choices: LightChoices,
  span: Interval = EVER,
): Profile | null {
  const asked = conditions.filter((c) => c.isAsked(setUp));
  if (asked.length === 0) return null;
  return asked.reduce<Profile>(
    (all, condition) => {
      const { certain, unknown } = condition.times(setUp, outside, choices);
      const gaps = unknown.filter((gap) => overlaps(gap.span, span)).map((gap) => gap.span);
      return difference(intersection(all, within(certain, span)), profile(gaps));
    },
    [span],
  );
}
