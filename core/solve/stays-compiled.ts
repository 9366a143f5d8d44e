/**
 * V8 drops what it has compiled of a function as soon as the last function made there is gone. All that plans is made anew for each plan: were
 * nothing kept, each search would begin as slowly as the first. So the last of each kind stays until there is another. Re-plans of The
 * Challenge in half a second came to twice the iterations: 6,750 instead of 3,462 (32 each, `bench whatif`'s great changes).
 */
const last = new Map<string, unknown>();

/** What plans more strips takes more memory than it is worth. */
export const MOST_STRIPS = 300;

/** @param made whatever holds the functions. */
export function staysCompiled(kind: string, made: unknown, strips: number): void {
  if (strips <= MOST_STRIPS) last.set(kind, made);
  else last.clear();
}
