import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import { startCheck } from "#core/rules/check.ts";
import { rules } from "#core/rules/index.ts";
import { effectOf } from "#core/scenario/effect.ts";
import { withPlacements } from "#core/solve/placement.ts";
import { lengthsOf } from "#core/solve/plan/lengths.ts";
import type { Case } from "#core/solve/why/case.ts";
import type { Conflict } from "#core/solve/why/conflict.ts";
import { type Member, ruleIn, stayingIn } from "#core/solve/why/member.ts";

/** Whether the strip goes in at a start with any rig, were there only some of the rules and some of the others. */
function goesIn(at: Case, kept: readonly Member[], starts: Iterable<number>): boolean {
  const ids = new Set(kept.flatMap((m) => ruleIn(m) ?? []));
  const stay = new Set(kept.flatMap((m) => stayingIn(m) ?? []));
  const { snapshot, facts } = at.bare;
  const tables = {
    ...snapshot.tables,
    ownRule: [],
    strip: snapshot.tables.strip.map((s) => (stay.has(s.id) ? s : { ...s, startsAt: null, moduleId: null })),
  };
  const bare = startCheck(
    { ...snapshot, tables },
    rules.filter((rule) => ids.has(rule.id)),
  );
  const lengths = lengthsOf(snapshot, facts);
  const rigs = [...new Set(lengths.rigs(at.strip, at.scene))];
  for (const start of starts) {
    const shootAt = at.alone.shootAt[start] as EpochSeconds;
    const isFree = rigs.some((rigMin) => {
      const placement = {
        stripId: at.strip.id,
        startsAt: epochSeconds(shootAt - rigMin * 60),
        moduleId: at.scene.moduleId,
        rigMin,
        shootMin: lengths.shoot(at.strip, shootAt),
      };
      const placed = { ...snapshot, tables: withPlacements(tables, [placement]) };
      const { breaks, asks } = effectOf(bare.report, bare.after(placed).report);
      // What cannot be judged does not stand, unless it is so wherever the strip could.
      const isBlind = at.alone.blind().length > 0;
      return (
        breaks.length === 0 && (isBlind || !asks.some((f) => f.kind === "unknown" && f.level === "hard"))
      );
    });
    if (isFree) return true;
  }
  return false;
}

/** What is wrong with an answer; null where it holds. */
export function fault(at: Case, conflict: Conflict, planted: Member): string | null {
  const { members } = conflict;
  if (!members.includes(planted)) return `${planted} is not among ${members.join(", ")}`;
  if (goesIn(at, members, at.alone.shootAt.keys())) return `it goes in beside ${members.join(", ")}`;
  for (const member of members) {
    const others = members.filter((m) => m !== member);
    const [free] = conflict.without(member);
    if (free === undefined || !goesIn(at, others, [free])) return `${member} can be missed`;
  }
  return null;
}
