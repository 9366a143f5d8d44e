/** Starts, each barred by what members say together. */
export interface Barred<M> {
  readonly starts: number;
  /** Members, all of them kept, that together bar a start; null where those kept leave it free. Once found it stays one. */
  cause(start: number, isKept: (member: M) => boolean): readonly M[] | null;
}

export interface Cover<M> {
  readonly members: readonly M[];
  /** Starts that are barred by a member, as far as it was asked: by others as well, perhaps. */
  barredBy(member: M): readonly number[];
  /** Starts that nothing bars without a member, of some or of all, one after the other as they are asked for: there is always one. */
  without(member: M, some?: readonly number[]): Generator<number, void, void>;
}

/**
 * A set of members that leaves no start free, and of which none can be missed: each was left out in turn. Those named first are left out
 * first where it can be chosen. Null where all of them together leave one free.
 */
export function cover<M>(members: readonly M[], { starts, cause }: Barred<M>): Cover<M> | null {
  const kept = new Set(members);
  const isKept = (member: M) => kept.has(member);
  const causes: (readonly M[])[] = [];
  for (let start = 0; start < starts; start++) {
    const found = cause(start, isKept);
    if (!found) return null;
    causes.push(found);
  }
  for (const member of members) {
    kept.delete(member);
    const others: [number, readonly M[]][] = [];
    for (const [start, found] of causes.entries()) {
      if (!found.includes(member)) continue;
      const other = cause(start, isKept);
      if (!other) {
        kept.add(member);
        break;
      }
      others.push([start, other]);
    }
    if (!kept.has(member)) for (const [start, other] of others) causes[start] = other;
  }
  const barredBy = (member: M) => causes.flatMap((found, start) => (found.includes(member) ? [start] : []));
  return {
    members: members.filter(isKept),
    barredBy,
    *without(member, some = barredBy(member)) {
      for (const start of some) if (!cause(start, (m) => m !== member && kept.has(m))) yield start;
    },
  };
}
