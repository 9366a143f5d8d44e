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
