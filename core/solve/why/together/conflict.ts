import type { StripId } from "../../../model/ids.ts";
import { rigTime } from "../../../rules/rig-time.ts";
import { slowdown } from "../../../rules/slowdown.ts";
import type { Asking } from "./asking.ts";
import { type AskFew, type Few, fewestOf, fewOf, Plans, settled, shownOf } from "./few.ts";
import { type Fit, fitOf, fittingOf } from "./fit.ts";
import { EVERYTHING, type Holding } from "./holding.ts";
import type { Room } from "./room.ts";
import { sharersOf } from "./sharers.ts";

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

/** A conflict, and more of it. */
export interface TogetherFound {
  readonly conflict: TogetherConflict;
  /** The same with more members shown to be needed; each is looked for so many times as long. */
  shown(of: TogetherConflict, effort: number): TogetherConflict;
}

/** So many times as long what is open is looked for, before the next kind of members is. */
const EFFORTS = [1, 2, 4, 8];

/** Whose limit of which rule. */
export const keyOf = (ruleId: string, account: string): string => `${ruleId} ${account}`;

/** Members of which it was not shown that the others hold without them. */
export const isShown = ({ strips, pins, rules, accounts }: TogetherConflict): boolean =>
  [strips, pins, rules, accounts].every(({ members, needed }) => members.length === needed.size);

/**
 * A minimal set out of strips of which it is proved that they cannot all be in: of the strips first, under the whole book; then, for
 * these, of what is pinned, of the rules and of the accounts. Each member is left out in turn, and stays where it is not proved that it
 * can be missed; then a plan without it is looked for.
 */
export function togetherConflict(
  room: Room,
  ids: ReadonlySet<StripId>,
  { easy, most: ofAll, best }: Pick<Fit, "easy" | "most" | "best">,
  asking: Pick<Asking, "isLate" | "solver" | "seed">,
): TogetherFound {
  const { isLate } = asking;
  let most = ofAll;
  const plans = new Plans();
  plans.add(best);
  /** Who looks again begins from another plan, and goes another way. */
  const another = (from: ReadonlySet<StripId>, { effort = 1 }: Pick<Asking, "effort">) => ({
    seed: asking.seed + effort - 1,
    ...plans.near(from, Math.floor(Math.log2(effort))),
  });
  const noted = (fit: Fit): Fit => {
    plans.add(fit.best);
    return fit;
  };

  const whole = fittingOf(room, ids, EVERYTHING);
  const light = new Set(easy);
  const inOrder = [...ids].sort((a, b) => Number(light.has(b)) - Number(light.has(a)));
  const groups = sharersOf(room, inOrder);
  const askStrips: AskFew<StripId> = (kept, how) => {
    const fit = whole(kept, { ...asking, ...how, ...another(kept, how), onlyAlone: true });
    if (fit.is === "never") most = Math.min(most, fit.most);
    return noted(fit);
  };
  const settle = <M>(few: Few<M>, ask: AskFew<M>) => settled(few, ask, isLate, EFFORTS);
  const strips = settle(fewestOf(inOrder, groups, askStrips, isLate), askStrips);
  const own = new Set(strips.members);
  const asked = <M>(holding: (kept: ReadonlySet<M>) => Holding): AskFew<M> => {
    return (kept, how) =>
      noted(
        fitOf(room, own, holding(kept), {
          ...{ ...asking, ...how, ...another(own, how) },
          onlyAlone: true,
        }),
      );
  };

  const pinned = room.pins.map(({ strip }) => strip.id).filter((id) => !own.has(id));
  const askPins = asked<StripId>((kept) => ({ ...EVERYTHING, pin: (id) => own.has(id) || kept.has(id) }));
  const pins = settle(fewOf(pinned, askPins, isLate), askPins);
  const staying = new Set([...own, ...pins.members]);
  const pin = (id: StripId) => staying.has(id);

  // Those that keep accounts are left out last: they are what can be asked for.
  const viewed = room.views.rules.map((of) => ({ id: of.rule.id, caps: room.views.caps(of) }));
  const plain = viewed.filter(({ caps }) => caps.length === 0).map(({ id }) => id);
  const keeping = viewed.filter(({ caps }) => caps.length > 0);
  const askRules = asked<string>((kept) => ({ ...EVERYTHING, pin, rule: (id) => kept.has(id) }));
  const book = [...new Set([...plain, slowdown.id, rigTime.id, ...keeping.map(({ id }) => id)])];
  const rules = settle(fewOf(book, askRules, isLate), askRules);
  const inForce = new Set(rules.members);
  const rule = (id: string) => inForce.has(id);

  const all = keeping
    .filter(({ id }) => inForce.has(id))
    .flatMap(({ id, caps }) => caps.map(({ account }) => keyOf(id, account)));
  const askAccounts = asked<string>((kept) => ({
    ...{ pin, rule },
    account: (id, account) => kept.has(keyOf(id, account)),
  }));
  const accounts = settle(fewOf([...new Set(all)], askAccounts, isLate), askAccounts);
  const shown: TogetherFound["shown"] = (of, effort) => {
    // Of accounts and rules people want to know it most.
    return {
      accounts: shownOf(of.accounts, askAccounts, isLate, effort),
      rules: shownOf(of.rules, askRules, isLate, effort),
      pins: shownOf(of.pins, askPins, isLate, effort),
      strips: shownOf(of.strips, askStrips, isLate, effort),
      most: of.most,
    };
  };
  return { conflict: { strips, pins, rules, accounts, most }, shown };
}
