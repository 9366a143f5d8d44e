import { type EpochSeconds, epochSeconds } from "../../base/quantity.ts";
import type { SetUp } from "../scene.ts";
import { heldTimes } from "./asked.ts";
import { DEFAULT_CHOICES, type LightChoices } from "./choices.ts";
import { conditions } from "./conditions/index.ts";
import type { Outside } from "./outside.ts";
import { type Room, takesIn } from "./takes.ts";

/**
 * The next stretches in which all holds that a set-up asks of light, Sun, ground and link, in order. Those without room for
 * a take count only where a ground target is asked for, which a take need not see from its begin to its end. Null where
 * nothing is asked: any time is a chance.
 */
export function nextChances(
  setUp: SetUp,
  outside: Outside,
  from: EpochSeconds,
  count: number,
  choices: LightChoices = DEFAULT_CHOICES,
): readonly Room[] | null {
  const rest = { start: from, end: epochSeconds(Math.max(from + 1, outside.light.window.end)) };
  const times = heldTimes(setUp, conditions, outside, choices, rest);
  if (!times) return null;
  return times
    .map((span) => ({ span, takes: takesIn(span, setUp) }))
    .filter(({ takes }) => takes > 0 || setUp.targetId !== null)
    .slice(0, count);
}
