import type { HoldProblem } from "./problem.ts";

/** Scenes that are shot one after the other, as they need the same people. */
export interface Group {
  readonly scenes: readonly number[];
  readonly duration: number;
}

/** People who play in the same groups. */
export interface Party {
  readonly pay: number;
  /** Indices of groups, ascending. */
  readonly groups: readonly number[];
}

/** A problem that can be solved on its own: what stands before it and after it costs it nothing. */
export interface Part {
  readonly groups: readonly Group[];
  readonly parties: readonly Party[];
}

const merged = <T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> => {
  const byKey = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    byKey.set(key, [...(byKey.get(key) ?? []), each]);
  }
  return byKey;
};

/** Who can be made to wait, those with the same groups as one. */
function smallerParties({ groups, parties }: Part): readonly Party[] {
  const waiting = parties.filter(
    (party) => party.pay > 0 && party.groups.length >= 2 && party.groups.length < groups.length,
  );
  return [...merged(waiting, (party) => party.groups.join()).values()].map((same) => ({
    pay: same.reduce((sum, { pay }) => sum + pay, 0),
    groups: same[0]?.groups ?? [],
  }));
}

/** Of each group, the indices of the parties that play in it. */
function partiesOfGroups({ groups, parties }: Part): readonly (readonly number[])[] {
  const found = groups.map((): number[] => []);
  for (const [index, party] of parties.entries()) for (const group of party.groups) found[group]?.push(index);
  return found;
}

/** Groups that need the same people are shot together: that never costs more. */
function mergedGroups(part: Part): Part {
  const playing = partiesOfGroups(part);
  const same = merged([...part.groups.keys()], (group) => (playing[group] ?? []).join());
  const place = new Map(
    [...same.values()].flatMap((all, index) => all.map((group) => [group, index] as const)),
  );
  return {
    groups: [...same.values()].map((all) => {
      const held = all.flatMap((group) => part.groups[group] ?? []);
      return {
        scenes: held.flatMap(({ scenes }) => scenes),
        duration: held.reduce((sum, { duration }) => sum + duration, 0),
      };
    }),
    parties: part.parties.map(({ pay, groups }) => ({
      pay,
      groups: [...new Set(groups.map((group) => place.get(group) ?? 0))].sort((a, b) => a - b),
    })),
  };
}

/** Groups that nobody links, each set of them a part of its own. */
function apart(part: Part): readonly Part[] {
  const head = [...part.groups.keys()];
  const headOf = (group: number): number => {
    let at = group;
    while (head[at] !== at) at = head[at] = head[head[at] as number] as number;
    return at;
  };
  for (const { groups } of part.parties)
    for (const group of groups) head[headOf(group)] = headOf(groups[0] as number);
  return [...merged([...head.keys()], (group) => String(headOf(group))).values()].map((own) => {
    const place = new Map(own.map((group, index) => [group, index] as const));
    return {
      groups: own.flatMap((group) => part.groups[group] ?? []),
      parties: part.parties
        .filter(({ groups }) => place.has(groups[0] as number))
        .map(({ pay, groups }) => ({ pay, groups: groups.map((group) => place.get(group) ?? 0) })),
    };
  });
}

/** The parts of a problem, dearest party first in each; their orders one after the other are an order of the whole. */
export function reduce(whole: Part): readonly Part[] {
  let part = whole;
  for (;;) {
    const smaller = mergedGroups({ groups: part.groups, parties: smallerParties(part) });
    const isDone =
      smaller.groups.length === part.groups.length && smaller.parties.length === part.parties.length;
    part = smaller;
    if (isDone) break;
  }
  const parts = apart(part);
  if (parts.length > 1) return parts.flatMap(reduce);
  return [{ ...part, parties: part.parties.toSorted((a, b) => b.pay - a.pay) }];
}

/** A problem without what costs nothing, in parts. */
export const partsOf = ({ durations, cast }: HoldProblem): readonly Part[] =>
  reduce({
    groups: durations.map((duration, scene) => ({ scenes: [scene], duration })),
    parties: cast.map(({ pay, plays }) => ({
      pay,
      groups: [...durations.keys()].filter((scene) => plays[scene]),
    })),
  });
