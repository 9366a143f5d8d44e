const kept = new WeakMap<object, Map<string, unknown>>();

/** What is worked out from something that never changes, worked out once. `what` names it, with everything else that it depends on. */
export function once<V>(of: object, what: string, make: () => V): V {
  const known = kept.get(of) ?? new Map<string, unknown>();
  if (known.size === 0) kept.set(of, known);
  if (known.has(what)) return known.get(what) as V;
  const made = make();
  known.set(what, made);
  return made;
}

/** The same of several things together: kept for those that were last asked for. */
export function onceOf<V>(of: readonly [object, ...unknown[]], what: string, make: () => V): V {
  const last = once(of[0], `last ${what}`, () => ({ of: [] as readonly unknown[], made: null as V | null }));
  const isKnown = last.of.length === of.length && last.of.every((each, i) => each === of[i]);
  if (isKnown) return last.made as V;
  last.made = make();
  last.of = of;
  return last.made;
}
