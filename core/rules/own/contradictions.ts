import type { OwnRule } from "../../model/rule-setting.ts";
import { before } from "./before.ts";
import type { Selection } from "./selection.ts";

/** Not a shape: own rules that cannot all hold, whatever the plan. */

const key = ({ by, value }: Selection) => `${by}:${value}`;

/**
 * Orders that run in a circle: X before Y and Y before X, by however many steps. Each circle once, as the rules of which it is
 * made; a rule that stands in several circles is named with the first.
 */
export function contradictions(rows: readonly OwnRule[]): readonly (readonly OwnRule[])[] {
  const edges = rows
    .filter((row) => row.isEnabled && row.shape === before.id)
    .flatMap((row) => {
      const params = before.params.safeParse(row.params);
      if (!params.success) return [];
      const { first, second } = params.data as { first: Selection; second: Selection };
      return [{ row, from: key(first), to: key(second) }];
    });
  const used = new Set<OwnRule>();
  const circles: OwnRule[][] = [];
  for (const edge of edges) {
    if (used.has(edge.row)) continue;
    const way = wayBetween(edge.to, edge.from, edges);
    if (!way) continue;
    const circle = [edge.row, ...way];
    for (const row of circle) used.add(row);
    circles.push(circle);
  }
  return circles;
}

interface Edge {
  readonly row: OwnRule;
  readonly from: string;
  readonly to: string;
}

/** The rules on a shortest way from one selection to another; empty where they are the same; null where there is none. */
function wayBetween(from: string, to: string, edges: readonly Edge[]): readonly OwnRule[] | null {
  const ways = new Map<string, readonly OwnRule[]>([[from, []]]);
  for (const [here, way] of ways) {
    if (here === to) return way;
    for (const edge of edges)
      if (edge.from === here && !ways.has(edge.to)) ways.set(edge.to, [...way, edge.row]);
  }
  return null;
}
