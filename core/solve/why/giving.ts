import { epochSeconds } from "../../base/quantity.ts";
import type { Finding } from "../../model/finding.ts";
import type { Checked } from "../../rules/check.ts";
import { effectOf } from "../../scenario/effect.ts";
import { type Placement, withPlacements } from "../placement.ts";
import { type Case, edgesOf } from "./case.ts";
import type { Conflict } from "./conflict.ts";
import { type Member, ruleIn, stayingIn } from "./member.ts";

/**
 * Whether the strip goes in once one member of its conflict gives way and everything else stays: the rest of the plan, and the whole
 * book, of which the conflict is a part. `out`: rules that keep it out even so. `open`: there were too many starts to ask about.
 */
export type Giving =
  | { readonly is: "in" }
  | { readonly is: "out"; readonly by: readonly string[] }
  | { readonly is: "open" };

/** Starts that are asked about: at the edges of stretches first, then all of them, where they are not more. */
const FIRST = 24;
const MOST = 240;

/** Asks the whole book of starts that the member bars and nothing else is known to bar. */
export function givingOf(at: Case, conflict: Conflict, member: Member): Giving {
  const { alone, beside } = at;
  const [ruleId, gone] = [ruleIn(member), stayingIn(member)];
  const always = alone.barAll().filter((id) => id !== ruleId);
  if (always.length > 0) return { is: "out", by: always };
  const by = new Set<string>();
  // Only starts that the member bars may come free, and of them only those that nothing else is known to bar.
  const left = conflict.barredBy(member).filter((start) => {
    const other =
      alone.barOf(start, (id) => id !== ruleId) ??
      beside.quick(start).find((c) => c.ruleId !== ruleId && !c.with.some((id) => id === gone))?.ruleId;
    if (other) by.add(other);
    return !other;
  });
  const bare = gone === null ? at.bare : without(at.bare, gone);
  const first = edgesOf(left, FIRST);
  const isFirst = new Set(first);
  const rest = left.length > MOST ? [] : left.filter((start) => !isFirst.has(start));
  for (const start of [...first, ...rest]) {
    const broken = brokenAt(at, bare, start, ruleId);
    if (!broken) return { is: "in" };
    by.add(broken);
  }
  return left.length > MOST ? { is: "open" } : { is: "out", by: [...by].sort() };
}

function without(bare: Checked, gone: string): Checked {
  const { snapshot } = bare;
  const strip = snapshot.tables.strip.map((s) =>
    s.id === gone ? { ...s, startsAt: null, moduleId: null } : s,
  );
  return bare.after({ ...snapshot, tables: { ...snapshot.tables, strip } });
}

/** A rule other than one that the strip breaks at a start whichever of its rigs it has; null where there is none. */
function brokenAt(
  { strip, scene, rigs, lengths, alone, beside }: Case,
  bare: Checked,
  start: number,
  waived: string | null,
): string | null {
  const shootAt = alone.shootAt[start];
  if (shootAt === undefined) return null;
  const isBlind = alone.blind().length > 0;
  const needed = beside.placement(start);
  const others = rigs.filter((rigMin) => rigMin !== needed.rigMin);
  const placements = [
    needed,
    ...others.map(
      (rigMin): Placement => ({
        stripId: strip.id,
        startsAt: epochSeconds(shootAt - rigMin * 60),
        moduleId: scene.moduleId,
        rigMin,
        shootMin: lengths.shoot(strip, shootAt),
      }),
    ),
  ];
  let broken: string | null = null;
  for (const placement of placements) {
    const tables = withPlacements(bare.snapshot.tables, [placement]);
    const { breaks, asks } = effectOf(bare.report, bare.after({ ...bare.snapshot, tables }).report);
    // What cannot be judged does not stand, unless it is so wherever the strip could.
    const isGap = (f: Finding) => f.kind === "unknown" && f.level === "hard" && !isBlind;
    const found = [...breaks, ...asks.filter(isGap)].find((f) => f.ruleId !== waived);
    if (!found) return null;
    broken ??= found.ruleId;
  }
  return broken;
}
