import type { Finding } from "../../../model/finding.ts";
import type { StripId } from "../../../model/ids.ts";
import { type Checked, startCheck } from "../../../rules/check.ts";
import { shootDayAt } from "../../../rules/duty.ts";
import { rules as allRules } from "../../../rules/index.ts";
import { effectOf } from "../../../scenario/effect.ts";
import { solve } from "../../engine/engine.ts";
import { problemOf, type Placement as Slot } from "../../engine/problem.ts";
import { searchOf } from "../../engine/search.ts";
import type { Placement } from "../../placement.ts";
import { dayJudge, judgeOf, placementsOf, standingIn } from "../../plan/verdict.ts";
import type { Asking } from "./asking.ts";
import type { Holding } from "./holding.ts";
import { type Asked, counted, type Known, type Problems, slotsOf } from "./problem.ts";
import type { Room } from "./room.ts";

/** Turns of the search, at a temperature that falls, and its iterations a turn: a plan is mostly found at once or not at all. */
const TURNS = 12;
const ITERATIONS = 150;
const [HOT, COLD] = [300, 30];
/** Of the search in company, where days are put together by what each can hold. */
const COMPANY_ROUNDS = 12;

/** How many of these strips a plan has placed. */
export const inIt = (plan: readonly Placement[], ids: ReadonlySet<StripId>): number =>
  plan.filter(({ stripId }) => ids.has(stripId)).length;

/** What keeps plans from standing, by all that holds: findings, or that an account which the rule is not asked for is overspent. */
function judgingOf({ room, holding, ruled }: Problems, strips: readonly StripId[]) {
  const rules = allRules.filter(
    (rule) => rule.level === "hard" && holding.rule(rule.id) && !hasLooseAccount(room, holding, rule.id),
  );
  const before = startCheck(ruled, rules);
  const judged = judgeOf(before, ruled);
  const unjudged = new Set(strips);
  return (placements: readonly Placement[]) => {
    const after = judged(placements);
    const broken = brokenBy(before, after, unjudged);
    return { broken, isGood: broken.length === 0 && keepsAccounts(room, holding, after) };
  };
}

/** Slots of the looser problem as a plan, where it stands by all that holds. */
export function standingLoosely(of: Problems, slots: readonly Slot[]): readonly Placement[] | null {
  const { views, lengths, loose, alone } = of;
  const placements = placementsOf(slots, loose, { views, lengths, parted: alone });
  return judgingOf(of, loose.unjudged)(placements).isGood ? placements : null;
}

/** The largest plan that was found and judged. */
export function searched(
  { of, ids, wanted }: Asked,
  { parted, compiled }: Known,
  isInCompany: boolean,
  { isLate, seed, effort = 1, from }: Asking,
): readonly Placement[] {
  const { views, lengths } = of;
  const judge = judgingOf(of, compiled.unjudged);
  const days = dayJudge(views);
  const planned = { views, lengths, parted };
  const standing = standingIn(compiled, planned);
  let best: readonly Placement[] = [];
  const problem = problemOf({
    ...counted(compiled.strict, (item) => ids.has(compiled.stripOf(item))),
    learnt: days.learnt,
    judge: (_, slots) => days.learnt() === 0 || days.holds(...standing(slots)),
    confirm(slots) {
      const placements = placementsOf(slots, compiled, planned);
      const { broken, isGood } = judge(placements);
      days.ask(broken);
      if (!isGood) return slots.every(({ item }) => compiled.strict.items[item]?.pinned === true);
      if (inIt(placements, ids) > inIt(best, ids)) best = placements;
      return true;
    },
  });
  if (!problem.ok || problem.value.items === 0) return best;
  const isFound = () => inIt(best, ids) >= wanted || isLate();
  const start = from ? slotsOf(from, compiled) : compiled.start;
  if (isInCompany) {
    const input = { problem: problem.value, seed, start };
    solve(input, { rounds: COMPANY_ROUNDS * effort, isStopped: isFound });
    return best;
  }
  // Cool at first, so that what stands stays where it can.
  const search = searchOf(problem.value, seed, start);
  search?.run(ITERATIONS, COLD, COLD);
  const turns = TURNS * effort;
  const heat = (turn: number) => HOT * (COLD / HOT) ** (turn / turns);
  for (let turn = 0; search && turn < turns && !isFound(); turn++)
    search.run(ITERATIONS, heat(turn), heat(turn + 1));
  return best;
}

/** What is broken that was not, and what can no longer be judged: that does not stand, but for strips of which it is so everywhere. */
function brokenBy(before: Checked, after: Checked, unjudged: ReadonlySet<StripId>): readonly Finding[] {
  const { breaks, asks } = effectOf(before.report, after.report);
  const isGap = ({ kind, level, strips }: Finding) =>
    kind === "unknown" && level === "hard" && !strips.some((id) => unjudged.has(id));
  return [...breaks, ...asks.filter(isGap)];
}

const looseAccounts = ({ views }: Room, holding: Holding, ruleId: string) =>
  views.rules
    .filter(({ rule }) => rule.id === ruleId)
    .flatMap((of) => views.caps(of).filter(({ account }) => !holding.account(ruleId, account)));
const hasLooseAccount = (room: Room, holding: Holding, ruleId: string): boolean =>
  looseAccounts(room, holding, ruleId).length > 0;

/** Of a rule of which one account is let go, the others are counted here: the rule itself would tell of all. */
function keepsAccounts(room: Room, holding: Holding, { facts }: Checked): boolean {
  const { views } = room;
  return views.rules
    .filter(({ rule }) => holding.rule(rule.id) && hasLooseAccount(room, holding, rule.id))
    .every((of) =>
      views
        .caps(of)
        .filter(({ account }) => holding.account(of.rule.id, account))
        .every(({ account, days, most }) => {
          let sum = 0;
          for (const placed of facts.placed.values()) {
            const day = shootDayAt(facts.days, placed.span.start);
            if (day && days.some(({ id }) => id === day.id))
              for (const draw of views.draws(of, placed)) if (draw.account === account) sum += draw.amount;
          }
          return sum <= most;
        }),
    );
}
