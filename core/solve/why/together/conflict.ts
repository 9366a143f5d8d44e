import type { StripId } from "../../../model/ids.ts";
import { rigTime } from "../../../rules/rig-time.ts";
import { slowdown } from "../../../rules/slowdown.ts";
import { type Few, fewOf } from "./few.ts";
import { type Asking, EVERYTHING, type Fit, fitOf, fittingOf, type Holding } from "./fit.ts";
import type { Room } from "./room.ts";

/** Strips, rules and facts of which it is proved that they cannot all hold, wherever the strips stand and whatever else is in the plan. */
export interface TogetherConflict {
  readonly strips: Few<StripId>;
  /** Pinned strips that stay. */
  readonly pins: Few<StripId>;
  readonly rules: Few<string>;
  /** Of those of the rules that keep accounts: whose limits, as `keyOf` says. */
  readonly accounts: Few<string>;
  /** So many of the strips can be in at most. */
  readonly most: number;
}

/** Whose limit of which rule. */
export const keyOf = (ruleId: string, account: string): string => `${ruleId} ${account}`;

/**
 * A minimal set out of strips of which it is proved that they cannot all be in: of the strips first, under the whole book; then, for
 * these, of what is pinned, of the rules and of the accounts. Each member is left out in turn, and stays where it is not proved that it
 * can be missed.
 */
export function togetherConflict(
  room: Room,
  ids: ReadonlySet<StripId>,
  { easy, most: ofAll }: Pick<Fit, "easy" | "most">,
  asking: Omit<Asking, "onlyProof" | "onlyAlone">,
): TogetherConflict {
  const { isLate } = asking;
  let most = ofAll;
  const ask = (strips: ReadonlySet<StripId>, holding: Holding, onlyProof: boolean): Fit =>
    fitOf(room, strips, holding, { ...asking, onlyProof, onlyAlone: true });

  const whole = fittingOf(room, ids, EVERYTHING);
  const light = new Set(easy);
  const inOrder = [...ids].sort((a, b) => Number(light.has(b)) - Number(light.has(a)));
  const strips = fewOf(
    inOrder,
    (kept, onlyProof) => {
      const fit = whole(kept, { ...asking, onlyProof });
      if (fit.is === "never") most = fit.most;
      return fit;
    },
    isLate,
  );
  const own = new Set(strips.members);

  const pinned = room.pins.map(({ strip }) => strip.id).filter((id) => !own.has(id));
  const pins = fewOf(
    pinned,
    (kept, onlyProof) => ask(own, { ...EVERYTHING, pin: (id) => own.has(id) || kept.has(id) }, onlyProof),
    isLate,
  );
  const staying = new Set([...own, ...pins.members]);
  const pin = (id: StripId) => staying.has(id);

  // Those that keep accounts are left out last: they are what can be asked for.
  const viewed = room.views.rules.map((of) => ({ id: of.rule.id, caps: room.views.caps(of) }));
  const plain = viewed.filter(({ caps }) => caps.length === 0).map(({ id }) => id);
  const keeping = viewed.filter(({ caps }) => caps.length > 0);
  const rules = fewOf(
    [...new Set([...plain, slowdown.id, rigTime.id, ...keeping.map(({ id }) => id)])],
    (kept, onlyProof) => ask(own, { ...EVERYTHING, pin, rule: (id) => kept.has(id) }, onlyProof),
    isLate,
  );
  const inForce = new Set(rules.members);
  const rule = (id: string) => inForce.has(id);

  const all = keeping
    .filter(({ id }) => inForce.has(id))
    .flatMap(({ id, caps }) => caps.map(({ account }) => keyOf(id, account)));
  const accounts = fewOf(
    [...new Set(all)],
    (kept, onlyProof) =>
      ask(own, { pin, rule, account: (id, account) => kept.has(keyOf(id, account)) }, onlyProof),
    isLate,
  );
  return { strips, pins, rules, accounts, most };
}
