import { isoOf, plusMinutes } from "../base/instant.ts";
import { type Interval, overlaps } from "../base/interval.ts";
import { type EpochSeconds, minutes } from "../base/quantity.ts";
import { ENTITY_NAMES } from "../model/entities.ts";
import { type FactName, type Facts, factsOf } from "../model/facts.ts";
import type { Finding } from "../model/finding.ts";
import type { Breach, Group, NotJudged, Rule, Scope } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { groupsOf, placesOf } from "./groups.ts";
import type { RuleInForce } from "./in-force.ts";
import { judgement } from "./judging.ts";

type AnyGroup = Group<Scope, FactName>;

/** `8T10:00`, as `at` of core/model/build takes it; seconds only where there are any. */
const short = (moment: EpochSeconds) =>
  isoOf(moment)
    .slice(8)
    .replace(/^0/, "")
    .replace(/(:00)?Z$/, "");
const when = (span: Interval | null) => (span ? `${short(span.start)}–${short(span.end)}` : "no span");

type Said = "message" | "amount" | "level" | "points" | "span" | "strips" | "people";
/** All there is to a finding, in a line: what it says, then amount and level, points, span, strips and people. */
const breachLine = ({ message, amount, level, points, span, strips, people }: Pick<Finding, Said>) =>
  [
    message,
    `${amount} ${level}${points > 0 ? ` = ${points} points` : ""}`,
    when(span),
    strips.join(" ") || "no strip",
    people.join(" ") || "nobody",
  ].join(" | ");
const unknownLine = ({ reason, span, strips }: NotJudged) =>
  [reason, "unknown", when(span), strips.join(" ") || "no strip"].join(" | ");

/** The lines of a report's findings, as `judge` gives those of one rule. */
export const linesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map((f) => (f.kind === "unknown" ? unknownLine({ ...f, reason: f.message }) : breachLine(f)));

/** What holds of every finding, whatever the rule. A plan with gaps may name what is gone. */
function wellFormed({ id }: Rule, { key, facts }: AnyGroup, found: Breach | NotJudged, hasGaps = false) {
  const fail = (what: string): never => {
    throw new Error(`${id} of ${key}: ${what}`);
  };
  const text = "message" in found ? found.message : found.reason;
  if (!/^.+\.$/.test(text) || /undefined|NaN/.test(text)) fail(`no sentence: ${text}`);
  if (found.span && !(found.span.start < found.span.end)) fail(`a span that is none: ${text}`);
  for (const strip of found.strips) if (!facts.strips.has(strip)) fail(`no strip is ${strip}: ${text}`);
  if (new Set(found.strips).size < found.strips.length) fail(`a strip named twice: ${text}`);
  if (!("message" in found)) return;
  if (!(found.amount > 0 && Number.isInteger(found.amount))) fail(`amount ${found.amount}: ${text}`);
  if (!hasGaps)
    for (const person of found.people) if (!facts.people.has(person)) fail(`nobody is ${person}: ${text}`);
  if (new Set(found.people).size < found.people.length) fail(`a person named twice: ${text}`);
}

/** The facts, noting which are handed out, and of those that are maps which entries are taken: `modules nauka`, or all, `modules`. */
function watched(all: Facts) {
  const taken = new Set<string>();
  const handed = new Map<unknown, string>();
  const watchedMap = (name: string, map: ReadonlyMap<unknown, unknown>) =>
    new Proxy(map, {
      get(_, property) {
        const isEntry = property === "get" || property === "has";
        if (!isEntry) taken.add(name);
        const value = Reflect.get(map, property, map);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          if (isEntry) taken.add(`${name} ${args[0]}`);
          return value.apply(map, args);
        };
      },
    });
  const facts = new Proxy(all, {
    get(_, name: FactName) {
      const fact = all[name];
      const given = fact instanceof Map ? watchedMap(name, fact) : fact;
      handed.set(given, name);
      return given;
    },
  });
  return { facts, taken, handed };
}

/** A check may look at nothing but what `sees` and `near` name: what else it looked at could change and leave its finding standing. */
function seesAll({ id, sees, near }: Rule, run: ReturnType<Rule["bind"]>, group: AnyGroup) {
  if (!sees) return;
  const seen = watched(group.facts);
  for (const name of Object.keys(near ?? {})) seen.taken.add(name);
  for (const each of sees({ ...group, facts: seen.facts })) {
    seen.taken.add(seen.handed.get(each) ?? "");
    // A number stands for all that it was worked out from.
    if (typeof each === "number") for (const name of seen.handed.values()) seen.taken.add(name);
  }
  const looked = watched(group.facts);
  run({ ...group, facts: looked.facts });
  for (const [fact, name] of looked.handed) if (!(fact instanceof Map)) looked.taken.add(name);
  for (const what of looked.taken)
    if (!seen.taken.has(what) && !seen.taken.has(what.split(" ")[0] as string))
      throw new Error(`${id} of ${group.key} looks at ${what}, which is not among what it sees`);
}

/** Rows that others point at may be gone: a rule says what it can, and never throws. */
function bearsGaps(rule: Rule, { tables, light }: ScenarioSnapshot, params: unknown) {
  const run = rule.bind(params);
  for (const name of ENTITY_NAMES) {
    if (tables[name].length === 0 || name === "strip" || name === "scene") continue;
    const facts = factsOf({ light, tables: { ...tables, [name]: [] } });
    for (const group of groupsOf(rule.scope, facts))
      try {
        const { violations, unknown } = run(group);
        for (const each of [...violations, ...unknown]) wellFormed(rule, group, each, true);
      } catch (error) {
        throw new Error(`without any ${name}: ${error}`);
      }
  }
}

/** A rule that judges stretches apart says of them, one by one, what it says of all the strips together. */
function sameApart(rule: Rule, snapshot: ScenarioSnapshot, params: unknown, together: readonly Breach[]) {
  if (!rule.apart) return;
  const facts = factsOf(snapshot);
  const set = params as RuleInForce["params"];
  const inForce: RuleInForce = { rule, params: set, isEnabled: true, enabledBy: "book", setBy: {} };
  const { findings } = judgement(inForce, { places: placesOf(rule.scope, facts), facts });
  const lines = (of: readonly Pick<Finding, "message" | "amount" | "span" | "strips" | "people">[]) =>
    of.map(({ message, amount, span, strips, people }) =>
      [message, amount, when(span), strips.join(" "), people.join(" ")].join(" | "),
    );
  const apart = lines(findings.filter(({ kind }) => kind === "violation")).sort();
  const whole = lines(together).sort();
  if (apart.join("\n") !== whole.join("\n"))
    throw new Error(`${rule.id} apart:\n${apart.join("\n")}\ntogether:\n${whole.join("\n")}`);
}

const hardOf = (rule: Rule, params: unknown, facts: Facts) => {
  const found = groupsOf(rule.scope, facts).map((group) => rule.bind(params)(group));
  const breaches = found.flatMap((said) => said.violations);
  return {
    gaps: found.flatMap((said) => said.unknown).length,
    hard: breaches.reduce((sum, v) => sum + ((v.level ?? rule.level) === "hard" ? v.amount : 0), 0),
    points: breaches.reduce((sum, v) => sum + v.points, 0),
  };
};

/** Whether the bars of a rule say all that it says of a strip alone; "some" where they leave it to another rule. Consent is never told. */
type Bars = "all" | "some";

/** Minutes by which a strip is moved to see whether what is said of it turns where the rule says that it does. */
const SHIFTS = [0, -1, 1, -30, 30, -180, 180, -1_440, 1_440] as const;

/**
 * What a rule tells the optimiser of a strip must be what it says of that strip alone: where it bars it, a hard breach or a gap; where
 * the bars are all, nothing else; where it is not concerned or does not heed it, nothing at all; between two of its turns, the same.
 */
function tellsTheOptimiser(rule: Rule, { tables, light }: ScenarioSnapshot, params: unknown, bars: Bars) {
  const view = rule.view(params);
  if (view.alone === undefined) return;
  const standing = (id: string | null, by = 0) =>
    factsOf({
      light,
      tables: {
        ...tables,
        strip: tables.strip.map((s) => ({
          ...s,
          startsAt: s.id === id && s.startsAt !== null ? plusMinutes(s.startsAt, minutes(by)) : null,
        })),
      },
    });
  const isAll = bars === "all" && view.alone === "bars";
  const none = hardOf(rule, params, standing(null));
  for (const { id } of tables.strip) {
    const facts = standing(id);
    const placed = facts.placed.get(id);
    if (!placed) continue;
    const said = hardOf(rule, params, facts);
    const isRefused = said.hard > none.hard || said.gaps > none.gaps;
    const barred = view.bars(placed, facts).filter(({ part, never }) => never.some((n) => overlaps(n, part)));
    const is = `${rule.id} ${isRefused ? "refuses" : "lets stand"} ${id} alone`;
    if (barred.length > 0 && !isRefused) throw new Error(`${is}, and bars it`);
    if (barred.some(({ isGap }) => !isGap) && said.hard <= none.hard)
      throw new Error(`${is}, for it cannot judge it, and bars it as a breach`);
    const isConsented = placed.calls.some((call) => tables.consent.some((c) => c.personId === call.personId));
    if (isAll && !isConsented && isRefused && barred.length === 0)
      throw new Error(`${is}, and does not bar it`);
    if (!view.concerns(placed, facts) && (isRefused || said.points !== none.points))
      throw new Error(`${is}, and says that it does not concern it`);
    for (const by of view.heeds(placed, facts) === null ? [] : SHIFTS) {
      const there = standing(id, by);
      const moved = there.placed.get(id);
      if (!moved || view.heeds(moved, there)?.some(({ part, never }) => never.some((n) => overlaps(n, part))))
        continue;
      if (JSON.stringify(hardOf(rule, params, there)) !== JSON.stringify(none))
        throw new Error(
          `${rule.id} has something to say of ${id} ${by} min later, where it does not heed it`,
        );
    }
    const turns = view.turns(placed, facts);
    if (turns === null) continue;
    const saidBetween = new Map<string, string>();
    for (const by of SHIFTS) {
      const since = turns
        .map(({ edge, at }) => at.filter((moment) => moment <= edge + by * 60).length)
        .join();
      const here = JSON.stringify(hardOf(rule, params, standing(id, by)));
      if ((saidBetween.get(since) ?? here) !== here)
        throw new Error(`${rule.id} says another thing of ${id} ${by} min later, where it does not turn`);
      saidBetween.set(since, here);
    }
  }
}

/**
 * For tests: what one rule says of a whole plan. `findings` are whole lines, breaches before unknowns, `sentence | amount level |
 * span | strips | people`: nothing found and nothing unknown is `[]`.
 * @throws Error when a finding is not well formed; when the rule cannot bear that something is gone, looks at what it does not name, or
 * tells the optimiser something else.
 */
export function judge(rule: Rule, snapshot: ScenarioSnapshot, params: unknown = {}, bars: Bars = "all") {
  const run = rule.bind(params);
  const violations: Breach[] = [];
  const unknowns: NotJudged[] = [];
  for (const group of groupsOf(rule.scope, factsOf(snapshot))) {
    const found = run(group);
    for (const each of [...found.violations, ...found.unknown]) wellFormed(rule, group, each);
    violations.push(...found.violations);
    unknowns.push(...found.unknown);
    seesAll(rule, run, group);
  }
  bearsGaps(rule, snapshot, params);
  sameApart(rule, snapshot, params, violations);
  tellsTheOptimiser(rule, snapshot, params, bars);
  return {
    amount: violations.reduce((sum, v) => sum + v.amount, 0),
    violations,
    messages: violations.map((v) => v.message),
    unknown: unknowns.map((u) => u.reason),
    findings: [
      ...violations.map((v) => breachLine({ ...v, level: v.level ?? rule.level })),
      ...unknowns.map(unknownLine),
    ],
  };
}
