import type { Problem } from "./problem.ts";

/** What a search chooses from. */
export type Choices = ReturnType<typeof choicesOf>;

export function choicesOf(p: Problem) {
  const { days, optionFrom, latest } = p;
  /** Items that some day has room for; cells (option × days + day) of item i: cellsFrom[i] to cellsFrom[i + 1]. */
  const free: number[] = [];
  const cellsFrom = new Int32Array(p.items + 1);
  const cells: number[] = [];
  /** Their first starts. */
  const firstOf: number[] = [];
  /** Points by tick, points with those of a must, and on how many days. */
  const density = new Float64Array(p.items);
  const worth = new Float64Array(p.items);
  const choice = new Int32Array(p.items);
  /** By option: what it brings at most wherever it is put; more than its points where the way by it is cheaper than the direct one. */
  const saved = savedBy(p);
  const mostGain = Int32Array.from(p.points, (points, o) => points + (saved[p.class[o] as number] as number));
  /** Of the items that bring something, what one brings on average, a must without its must-points. */
  let [sum, some] = [0, 0];
  for (let i = 0; i < p.items; i++) {
    let most = 0;
    const daysOf = new Set<number>();
    for (let o = optionFrom[i] as number; o < (optionFrom[i + 1] as number); o++) {
      for (let d = 0; d < days; d++)
        if ((latest[o * days + d] as number) >= 0) {
          cells.push(o * days + d);
          let earliest = p.dayTo[d] as number;
          for (let v = o * p.levels; v < (o + 1) * p.levels; v++) {
            const w = p.windowFrom[v * days + d] as number;
            if (w < (p.windowFrom[v * days + d + 1] as number))
              earliest = Math.min(earliest, p.first[w] as number);
          }
          firstOf.push(earliest);
          daysOf.add(d);
        }
      most = Math.max(most, p.points[o] as number);
      const points = (p.points[o] as number) + (p.must[i] ? p.mustPoints : 0);
      worth[i] = Math.max(worth[i] as number, points);
      density[i] = Math.max(density[i] as number, points / ((p.length[o] as number) + 2));
    }
    sum += most;
    if (most > 0) some++;
    cellsFrom[i + 1] = cells.length;
    choice[i] = daysOf.size;
    if (!p.pinned[i] && daysOf.size > 0) free.push(i);
  }
  const cellAt = Int32Array.from(cells);
  const firstStart = Int32Array.from(firstOf);
  const each = Math.max(1, sum / Math.max(1, some));
  return { free, cellsFrom, cellAt, firstStart, density, worth, choice, mostGain, each };
}

/** By configuration: how much it saves at most to go by way of it from one to another. */
function savedBy({ classes, cost }: Problem): Int32Array {
  const most = new Int32Array(classes);
  for (let by = 0; by < classes; by++)
    for (let before = 0; before <= classes; before++)
      for (let after = 0; after < classes; after++) {
        const direct = cost[before * classes + after] as number;
        const round = (cost[before * classes + by] as number) + (cost[by * classes + after] as number);
        most[by] = Math.max(most[by] as number, direct - round);
      }
  return most;
}
