import { judgedBy } from "../model/build.ts";
import type { Rule } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { groupsOf } from "./groups.ts";

/** For tests: what one rule says of a whole plan. */
export const judge = (rule: Rule, snapshot: ScenarioSnapshot, params: unknown = {}) =>
  judgedBy(rule, snapshot, (scope) => (facts) => groupsOf(scope, facts), params);
