const kept = new WeakMap<object, Map<string, unknown>>();

/** What is worked out from something that never changes, worked out once. `what` names it, with everything else that it depends on. */
export function once<V>(of: object, what: string, make: () => V): V {
  const known = kept.get(of) ?? new Map<string, unknown>();
  if (known.size === 0) kept.set(of, known);
  const before = known.get(what);
  if (before !== undefined || known.has(what)) return before as V;
  const made = make();
  known.set(what, made);
  return made;
}

interface Last {
  readonly of: readonly unknown[];
  readonly made: unknown;
}
const lastKept = new WeakMap<object, Map<string, Last>>();

/** The same of several things together: kept for those that were last asked for. */
export function onceOf<V>(of: readonly [object, ...unknown[]], what: string, make: () => V): V {
  const known = lastKept.get(of[0]) ?? new Map<string, Last>();
  if (known.size === 0) lastKept.set(of[0], known);
  const last = known.get(what);
  if (last?.of.length === of.length && last.of.every((each, i) => each === of[i])) return last.made as V;
  const made = make();
  known.set(what, { of, made });
  return made;
}
