/** One of each, then the next of each: of several strips none waits for all attempts with another. */
export function* inTurn<T>(lists: readonly Iterable<T>[]): Generator<T, void, void> {
  let left = lists.map((list) => list[Symbol.iterator]());
  while (left.length > 0) {
    const still: Iterator<T>[] = [];
    for (const list of left) {
      const next = list.next();
      if (next.done) continue;
      still.push(list);
      yield next.value;
    }
    left = still;
  }
}
