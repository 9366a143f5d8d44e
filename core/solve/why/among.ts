import { epochSeconds } from "../../base/quantity.ts";
import type { Finding } from "../../model/finding.ts";
import type { StripId } from "../../model/ids.ts";
import type { Placed } from "../../model/placed.ts";
import { type Checked, startCheck } from "../../rules/check.ts";
import { rules as allRules } from "../../rules/index.ts";
import { effectOf } from "../../scenario/effect.ts";
import { placedAt } from "../openings.ts";
import { withPlacements } from "../placement.ts";
import type { Case } from "./case.ts";
import { type Member, ruled, ruleIn, stayingIn } from "./member.ts";

type IsKept = (member: Member) => boolean;

/**
 * Whether a strip goes in at a start were there only some of the others and of the rules, with any of its rigs: null where it does, else
 * the members that keep it out. The checker itself is asked, of a plan in which only those stand.
 */
export function amongOf(
  { strip, scene, rigs, lengths, views, alone, bare }: Case,
  members: readonly Member[],
) {
  const { snapshot, facts } = bare;
  const ids = new Set(members.flatMap((m) => ruleIn(m) ?? []));
  const stays = members.filter((m) => stayingIn(m) !== null);
  const rules = allRules.filter((rule) => ids.has(rule.id));
  let some: Checked | null = null;
  let of = "";
  const planOf = (kept: readonly Member[]): Checked => {
    const name = kept.join();
    if (some && of === name) return some;
    const standing = new Set(kept.flatMap((m) => stayingIn(m) ?? []));
    const rows = snapshot.tables.strip.map((s) =>
      s.startsAt === null || standing.has(s.id) ? s : { ...s, startsAt: null, moduleId: null },
    );
    const plan = { ...snapshot, tables: { ...snapshot.tables, strip: rows } };
    some = some ? some.after(plan) : startCheck(plan, rules);
    of = name;
    return some;
  };
  /** What cannot be judged does not stand, unless it is so wherever the strip could. */
  const isBlind = alone.blind().length > 0;
  const isGap = ({ kind, level }: Finding) => kind === "unknown" && level === "hard" && !isBlind;
  const hardOf = isBlind ? views.brokenOf : views.hardOf;
  // A rule is asked of these strips alone first, which is quick. What it says without them is worked out once for the same strips.
  const seen = views.rules.filter(({ rule }) => ids.has(rule.id));
  const standingOf = (kept: readonly Member[]): readonly Placed[] =>
    kept.flatMap((m) => facts.placed.get(stayingIn(m) as StripId) ?? []);
  const before = new Map<string, number>();
  const brokenBy = (here: Placed, kept: readonly Member[], isKept: IsKept): Member | null => {
    if (snapshot.tables.waiver.length > 0) return null; // What is waived, only the checker knows.
    const others = standingOf(kept);
    for (const of of seen) {
      const member = ruled(of.rule.id);
      if (!isKept(member)) continue;
      const key = `${of.rule.id} ${kept.join()}`;
      const was = before.get(key) ?? (others.length === 0 ? 0 : hardOf(of, others));
      before.set(key, was);
      if (
        hardOf(
          of,
          [...others, here].sort((a, b) => a.span.start - b.span.start),
        ) > was
      )
        return member;
    }
    return null;
  };
  return (start: number, isKept: IsKept): readonly Member[] | null => {
    const shootAt = alone.shootAt[start];
    if (shootAt === undefined) return null;
    const standing = stays.filter(isKept);
    const broken = new Set<Member>();
    for (const rigMin of rigs) {
      const shootMin = lengths.shoot(strip, shootAt);
      const here = placedAt(facts, { ...strip, shootMin }, rigMin, shootAt);
      const soon = here && brokenBy(here, standing, isKept);
      if (soon) {
        broken.add(soon);
        continue;
      }
      const plan = planOf(standing);
      const placement = {
        stripId: strip.id,
        startsAt: epochSeconds(shootAt - rigMin * 60),
        moduleId: scene.moduleId,
        rigMin,
        shootMin,
      };
      const tables = withPlacements(plan.snapshot.tables, [placement]);
      const { breaks, asks } = effectOf(plan.report, plan.after({ ...plan.snapshot, tables }).report);
      const found = [...breaks, ...asks.filter(isGap)].map((f) => ruled(f.ruleId)).find(isKept);
      if (!found) return null;
      broken.add(found);
    }
    return [...broken, ...standing];
  };
}
