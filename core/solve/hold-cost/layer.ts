const FIRST_ROOM = 64;

const grown = <A extends Int32Array | Float64Array | Uint8Array>(old: A, wider: A): A => {
  wider.set(old);
  return wider;
};

function hash(low: number, high: number): number {
  let x = Math.imul(low, 0x9e3779b1) ^ Math.imul(high + 0x7f4a7c15, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return x ^ (x >>> 13);
}

/** The states met with so many scenes placed, a column a property; a state is the set of scenes left. */
export class Layer {
  count = 0;
  /** Scenes left, two words. */
  low = new Int32Array(FIRST_ROOM);
  high = new Int32Array(FIRST_ROOM);
  /** Who of their cast has come already. */
  waiting = new Int32Array(FIRST_ROOM);
  /** Least cost of waiting so far, and what the whole must cost at least. */
  spent = new Float64Array(FIRST_ROOM);
  bound = new Float64Array(FIRST_ROOM);
  /** Whence: a state of the layer before, and the scene that was shot there. */
  parent = new Int32Array(FIRST_ROOM);
  scene = new Uint8Array(FIRST_ROOM);
  /** States whose successors are to be made. */
  open = new Int32Array(FIRST_ROOM);
  openCount = 0;
  private isOpen = new Uint8Array(FIRST_ROOM);
  private slots = new Int32Array(2 * FIRST_ROOM);

  /** Where the state stands, or, when it is new, the complement of the slot that waits for it. */
  find(low: number, high: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(low, high) & mask;
    for (;;) {
      const i = (this.slots[slot] as number) - 1;
      if (i < 0) return ~slot;
      if (this.low[i] === low && this.high[i] === high) return i;
      slot = (slot + 1) & mask;
    }
  }

  /** A new state in the slot that `find` gave; its columns are for the caller to fill. */
  add(slot: number): number {
    const i = this.count++;
    this.slots[slot] = i + 1;
    return i;
  }

  reopen(i: number): void {
    if (this.isOpen[i]) return;
    this.isOpen[i] = 1;
    this.open[this.openCount++] = i;
  }

  /** Takes out the most promising, best first and at most so many, and forgets those that cannot beat `best`. */
  take(most: number, best: number): Int32Array {
    const { open, bound, spent, isOpen } = this;
    let kept = 0;
    for (let k = 0; k < this.openCount; k++) {
      const i = open[k] as number;
      if ((bound[i] as number) < best) open[kept++] = i;
      else isOpen[i] = 0;
    }
    if (kept > most)
      open
        .subarray(0, kept)
        .sort(
          (i, j) =>
            (bound[j] as number) - (bound[i] as number) ||
            (spent[i] as number) - (spent[j] as number) ||
            i - j,
        );
    this.openCount = Math.max(0, kept - most);
    const taken = open.slice(this.openCount, kept).reverse();
    for (const i of taken) isOpen[i] = 0;
    return taken;
  }

  /** The least bound of what is open. */
  leastOpen(): number {
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < this.openCount; k++)
      least = Math.min(least, this.bound[this.open[k] as number] as number);
    return least;
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    let room = this.low.length;
    if (this.count + more <= room) return;
    while (room < this.count + more) room *= 2;
    for (const column of ["low", "high", "waiting", "parent", "open"] as const)
      this[column] = grown(this[column], new Int32Array(room));
    for (const column of ["spent", "bound"] as const)
      this[column] = grown(this[column], new Float64Array(room));
    for (const column of ["scene", "isOpen"] as const)
      this[column] = grown(this[column], new Uint8Array(room));
    this.slots = new Int32Array(2 * room);
    for (let i = 0; i < this.count; i++) {
      const slot = ~this.find(this.low[i] as number, this.high[i] as number);
      this.slots[slot] = i + 1;
    }
  }
}
