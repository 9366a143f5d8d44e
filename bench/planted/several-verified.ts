import { startCheck } from "#core/rules/check.ts";
import { rules } from "#core/rules/index.ts";
import { effectOf } from "#core/scenario/effect.ts";
import { type Placement, withPlacements } from "#core/solve/placement.ts";
import { propose } from "#core/solve/propose.ts";
import { askedOf } from "#core/solve/why/together/amounts.ts";
import type { TogetherConflict } from "#core/solve/why/together/conflict.ts";
import type { Room } from "#core/solve/why/together/room.ts";

/** Whether amounts go into days that hold so much, each whole: counted, not searched. */
function goInto(amounts: readonly number[], days: readonly number[]): boolean {
  const [first, ...rest] = [...amounts].sort((a, b) => b - a);
  if (first === undefined) return true;
  const tried = new Set<number>();
  return days.some((left, d) => {
    if (left < first || tried.has(left)) return false;
    tried.add(left);
    return goInto(rest, days.with(d, left - first));
  });
}

/** What is wrong with a set; null where nothing is. */
export function faultTogether(
  room: Room,
  { strips, pins, rules: ruled, accounts }: TogetherConflict,
): string | null {
  const judge = (placements: readonly Placement[], ids: readonly string[] | null) => {
    const some = rules.filter((rule) => rule.level === "hard" && (ids === null || ids.includes(rule.id)));
    const before = startCheck(room.bare, some);
    const placed = { ...room.bare, tables: withPlacements(room.bare.tables, placements) };
    return effectOf(before.report, before.after(placed).report).breaks.length === 0;
  };
  for (const [id, placements] of strips.needed) {
    if (!judge(placements, null)) return `the plan without ${id} breaks the book`;
    const isIn = (other: string) => placements.some(({ stripId }) => stripId === other);
    if (!strips.members.every((other) => other === id || isIn(other)))
      return `the plan without ${id} lacks one`;
  }
  for (const [id, placements] of ruled.needed)
    if (
      pins.members.length === 0 &&
      !judge(
        placements,
        ruled.members.filter((other) => other !== id),
      )
    )
      return `the plan without ${id} breaks another rule`;
  const [only] = accounts.members;
  if (ruled.members.length === 1 && accounts.members.length === 1 && only) {
    const [ruleId = "", account = ""] = only.split(" ");
    const of = room.views.rules.find(({ rule }) => rule.id === ruleId);
    const days = of
      ? room.views.caps(of).filter((cap) => cap.account === account && cap.days.length === 1)
      : [];
    const amounts = strips.members.map((id) => askedOf(room, [id], ruleId, account)?.asked ?? 0);
    if (
      goInto(
        amounts,
        days.map(({ most }) => most),
      ) &&
      rigsAreAlike(amounts)
    )
      return "the amounts go into the days";
  }
  // A search of its own, with nothing else to plan.
  const own = new Set<string>(strips.members);
  const strip = room.bare.tables.strip.filter((s) => own.has(s.id) || s.startsAt !== null);
  const found = propose(
    {
      snapshot: { ...room.bare, tables: { ...room.bare.tables, strip } },
      freedom: "free",
      movePoints: 0,
      seed: 7,
    },
    { rounds: 10 },
  );
  const all = found?.placements.filter(({ stripId }) => own.has(stripId)).length ?? 0;
  return all === own.size ? "a search found a plan of all of them" : null;
}
const rigsAreAlike = (amounts: readonly number[]) => amounts.every((amount) => amount > 0);
