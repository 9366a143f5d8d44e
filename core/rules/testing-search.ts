import type { Interval } from "../base/interval.ts";
import { profile } from "../base/profile.ts";
import { factsOf } from "../model/facts.ts";
import type { Rule } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { ALWAYS } from "./bars.ts";
import { shortMoment, whenText } from "./judge.ts";

const [always] = ALWAYS as readonly [Interval];
const spanText = (span: Interval) => {
  if (span.start === always.start)
    return span.end === always.end ? "always" : `before ${shortMoment(span.end)}`;
  return span.end === always.end ? `after ${shortMoment(span.start)}` : whenText(span);
};

/** For tests: what a rule tells the optimiser of every placed strip, a line a bar: "strip: when it stands, never when". */
export function barsOf(rule: Rule, snapshot: ScenarioSnapshot, params: unknown = {}): readonly string[] {
  const facts = factsOf(snapshot);
  const view = rule.view(params);
  return [...facts.placed.values()].flatMap((placed) =>
    view
      .bars(placed, facts)
      .map(
        ({ part, never }) =>
          `${placed.strip.id} ${whenText(part)} never ${profile(never).map(spanText).join(", ")}`,
      ),
  );
}
