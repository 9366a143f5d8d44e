import { isoOf } from "../../../base/instant.ts";
import { moveStrips } from "../../../model/command/move-strips.ts";
import type { StripId } from "../../../model/ids.ts";
import type { Repair } from "../../../model/rule.ts";
import { type Checked, startCheck } from "../../../rules/check.ts";
import { asOne } from "../../../rules/offers.ts";
import { tiers } from "../../../rules/tiers.ts";
import { type Effect, effectOf } from "../../../scenario/effect.ts";
import { type Placement, withPlacements } from "../../placement.ts";
import { objectiveOf } from "../../propose.ts";
import { caseOf, edgesOf, freeStarts } from "../case.ts";
import { carriedOut } from "./carried-out.ts";
import { kinds } from "./index.ts";
import { type Priced, pricedOf } from "./price.ts";
import type { Attempt, Kind, Search } from "./way.ts";

/** A way out that was tried on a copy: the strip is in, and nothing hard breaks that did not before. */
export interface Way extends Priced {
  readonly kind: string;
  readonly words: string;
  /** Where the strip goes, and others that move for it. */
  readonly placements: readonly Placement[];
  /** The edit that makes it so; null where it would be too much for one. */
  readonly edit: Repair | null;
  /** What is not ours to give: the edit belongs on a copy of the plan until they have said yes. */
  readonly grantedBy: "station" | null;
  /** To be signed by others before the plan fits with it. */
  readonly waives: { readonly ruleId: string; readonly amount: number } | null;
  /** What it is that is asked, in half a sentence: "half a working day until a waiver is signed". */
  readonly asked: string;
  /** Soft findings and gaps that come with it. */
  readonly asks: readonly string[];
}

/** Starts that are judged by the whole book before one is chosen. */
const JUDGED = 4;
/** Tried of one kind, and offered of it. */
const TRIED = 8;
const OFFERED = 2;

/** The cheapest first, as many as there is time for; `onFound` is told after each. */
export function waysOut(
  search: Search,
  onFound: (ways: readonly Way[]) => void = () => undefined,
): readonly Way[] {
  const { isLate } = search;
  const gain = gainOf(search);
  const found: Way[] = [];
  const inOrder = () => [...found].sort((a, b) => a.price - b.price || (a.words < b.words ? -1 : 1));
  for (const kind of kinds) {
    if (isLate()) break;
    let [tried, offered] = [0, 0];
    for (const attempt of kind.attempts(search)) {
      if (isLate() || tried >= TRIED || offered >= OFFERED) break;
      tried += 1;
      const way = wayOf(search, kind, attempt, gain);
      if (!way || found.some((other) => other.words === way.words)) continue;
      offered += 1;
      found.push(way);
      onFound(inOrder());
    }
  }
  return inOrder();
}

/** What the plan is worth more for the strip's being in at all. */
function gainOf({ at: { alone, beside }, whole }: Search): number {
  if (alone.shootAt.length === 0) return 0;
  const tables = withPlacements(whole.snapshot.tables, [beside.placement(0)]);
  return tierPoints(whole) - tierPoints(whole.after({ ...whole.snapshot, tables }));
}
const tierPoints = ({ report }: Checked): number =>
  objectiveOf(report).parts.find(({ ruleId }) => ruleId === tiers.id)?.points ?? 0;

function wayOf(search: Search, { id: kind, asks: asked }: Kind, attempt: Attempt, gain: number): Way | null {
  const { whole, at } = search;
  const edited = attempt.instead ?? carriedOut(whole.snapshot, attempt.edits);
  if (!edited) return null;
  const start = attempt.instead ? startCheck(edited) : whole.after(edited);
  const waived = attempt.waives?.ruleId;
  const first = attempt.placement ? placed(start, attempt.placement) : placedBest(start, at.strip.id);
  if (!first) return null;
  const placements = [first.placement];
  let plan = first.plan;
  for (const id of attempt.moves ?? []) {
    const was = whole.facts.placed.get(id)?.span.start;
    const next = placedBest(plan, id, was);
    if (!next) return null;
    placements.push(next.placement);
    plan = next.plan;
  }
  const effect = effectOf(whole.report, plan.report);
  if (!isOffered(effect, waived)) return null;
  return {
    kind,
    asked,
    words: attempt.words,
    placements,
    edit: attempt.instead && attempt.edits.length === 0 ? null : asOne(merged(attempt.edits, placements)),
    grantedBy: attempt.grantedBy ?? null,
    waives: attempt.waives ?? null,
    ...pricedOf(
      { asking: attempt.asking, gain },
      objectiveOf(whole.report),
      objectiveOf(plan.report),
      plan.snapshot.tables,
    ),
    asks: [...new Set(effect.asks.map((finding) => finding.message))],
  };
}

const isOffered = ({ breaks }: Effect, waived: string | undefined): boolean =>
  waived === undefined ? breaks.length === 0 : breaks.every((f) => f.ruleId === waived);

/** The edits, then the strips to their places as one move. */
export const merged = (edits: readonly Repair[], placements: readonly Placement[]): readonly Repair[] => [
  ...edits,
  {
    commandId: moveStrips.id,
    input: {
      moves: placements.map(({ startsAt, ...placement }) => ({ ...placement, startsAt: isoOf(startsAt) })),
    },
  },
];

interface Put {
  readonly placement: Placement;
  readonly plan: Checked;
}

function placed(start: Checked, placement: Placement): Put {
  const tables = withPlacements(start.snapshot.tables, [placement]);
  return { placement, plan: start.after({ ...start.snapshot, tables }) };
}

/** Where a strip of the boneyard breaks nothing and costs least; nearest to where it stood, where that is asked. */
function placedBest(start: Checked, stripId: StripId, near?: number): Put | null {
  const at = caseOf(start.snapshot, stripId);
  if (!at) return null;
  const free = freeStarts(at);
  const away = (i: number) => Math.abs((at.alone.shootAt[i] ?? 0) - (near ?? 0));
  const some =
    near === undefined ? edgesOf(free, JUDGED) : [...free].sort((a, b) => away(a) - away(b)).slice(0, 1);
  const all = some.map((i) => placed(start, at.beside.placement(i)));
  const worth = ({ plan }: Put) => objectiveOf(plan.report).points;
  return all.reduce<Put | null>((best, put) => (best && worth(best) >= worth(put) ? best : put), null);
}
