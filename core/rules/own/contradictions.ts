import type { Finding } from "../../model/finding.ts";
import type { OwnRule } from "../../model/rule-setting.ts";
import { before } from "./before.ts";
import { hoursMeet, onlyBetween } from "./only-between.ts";
import type { Selection } from "./selection.ts";
import type { Shape } from "./shape.ts";

/** Not a shape: own rules that cannot all hold, whatever the plan. */

export interface Contradiction {
  readonly rules: readonly OwnRule[];
  /** "they order things in a circle" */
  readonly why: string;
}

interface Read<P> {
  readonly row: OwnRule;
  readonly params: P;
}
interface Order {
  readonly first: Selection;
  readonly second: Selection;
  readonly minLagMin: number;
  readonly maxLagMin: number | null;
}
interface Hours {
  readonly what: Selection;
  readonly from: string;
  readonly until: string;
}

const CIRCLE = "|plan?|circle";
/** The finding of rules that cannot all be kept, by their ids. */
export const circleId = (ruleIds: readonly string[]): string => `${ruleIds.join("+")}${CIRCLE}`;

/** Is a finding one of this rule? Of rules that cannot all be kept it is a finding of each. */
export const isOf = (ruleId: string, finding: Pick<Finding, "id" | "ruleId">): boolean =>
  finding.ruleId === ruleId ||
  (finding.id.endsWith(CIRCLE) && `+${finding.id.slice(0, -CIRCLE.length)}+`.includes(`+${ruleId}+`));

const key = ({ by, value }: Selection) => `${by}:${value}`;

/** Rules of a shape that are in force and can be read. */
const ofShape = <P>(rows: readonly OwnRule[], { id, params }: Shape): readonly Read<P>[] =>
  rows.flatMap((row) => {
    const read = row.isEnabled && row.shape === id ? params.safeParse(row.params) : null;
    return read?.success ? [{ row, params: read.data as P }] : [];
  });

/**
 * Orders that run in a circle: X before Y and Y before X, by however many steps. Each circle once, as the rules of which it is
 * made; a rule that stands in several circles is named with the first.
 */
function circles(orders: readonly Read<Order>[]): readonly (readonly OwnRule[])[] {
  const edges = orders.map(({ row, params: { first, second } }) => ({
    row,
    from: key(first),
    to: key(second),
  }));
  const used = new Set<OwnRule>();
  const found: OwnRule[][] = [];
  for (const edge of edges) {
    if (used.has(edge.row)) continue;
    const way = wayBetween(edge.to, edge.from, edges);
    if (!way) continue;
    const circle = [edge.row, ...way];
    for (const row of circle) used.add(row);
    found.push(circle);
  }
  return found;
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

const pairs = <P>(all: readonly Read<P>[], clash: (a: P, b: P) => boolean): readonly (readonly OwnRule[])[] =>
  all.flatMap((a, i) => all.slice(i + 1).flatMap((b) => (clash(a.params, b.params) ? [[a.row, b.row]] : [])));

const lagsClash = (a: Order, b: Order): boolean =>
  key(a.first) === key(b.first) &&
  key(a.second) === key(b.second) &&
  (a.minLagMin > (b.maxLagMin ?? Number.POSITIVE_INFINITY) ||
    b.minLagMin > (a.maxLagMin ?? Number.POSITIVE_INFINITY));

/** Own rules that contradict each other: orders in a circle, times between two things that exclude each other, hours that never meet. */
export function contradictions(rows: readonly OwnRule[]): readonly Contradiction[] {
  const orders = ofShape<Order>(rows, before);
  const hours = ofShape<Hours>(rows, onlyBetween);
  const as = (why: string) => (rules: readonly OwnRule[]) => ({ rules, why });
  return [
    ...circles(orders).map(as("they order things in a circle")),
    ...pairs(orders, lagsClash).map(as("one asks for more time between than the other allows")),
    ...pairs(hours, (a, b) => key(a.what) === key(b.what) && !hoursMeet(a, b)).map(
      as("there is no hour that both allow"),
    ),
  ];
}
