import type { Tables } from "../model/entities.ts";
import type { Facts } from "../model/facts.ts";
import type { Person } from "../model/person.ts";
import { crewTimeLedger, type LedgerParams, ledgerParams } from "../rules/crew-time-ledger.ts";
import { settingsOf } from "../rules/in-force.ts";
import { type Figures, type LedgerLine, linesOf, sumOf } from "./crew-time-lines.ts";

/** Lines of the ledger and what they come to. */
export interface Account {
  readonly lines: readonly LedgerLine[];
  readonly sums: Figures;
}
/** One person's account on one date; null: what is of no day. */
export interface DayAccount extends Account {
  readonly date: string | null;
}
export interface PersonAccount extends Account {
  readonly person: Person;
  /** By date, what is of no day last. */
  readonly days: readonly DayAccount[];
}
export interface AgencyAccount extends Account {
  readonly agency: string;
  readonly people: readonly PersonAccount[];
}
export interface CrewTimeAccounts extends Account {
  /** By name; people by name in each. */
  readonly agencies: readonly AgencyAccount[];
}

type Settings = Pick<Tables, "houseRule" | "ruleSetting">;
const settingOf = (tables: Settings) => ledgerParams.safeParse(settingsOf(crewTimeLedger, tables).params);

/** The ledger's parameters as they are set; the book's where the settings do not fit. */
export const ledgerParamsOf = (tables: Settings): LedgerParams =>
  settingOf(tables).data ?? ledgerParams.parse({});

/** Where the settings do not fit, what must be said beside figures that are the book's. */
export const ledgerCaveat = (tables: Settings): string | null =>
  settingOf(tables).success
    ? null
    : "The parameters that are set for the rule crew-time-ledger do not fit: it does not judge this plan, and these figures are by the numbers of the book. Set them again on the rules page.";

/** The accounts of everybody of whom the film asks, is granted or plans time, by agency. */
export function crewTimeAccounts(facts: Facts, p: LedgerParams): CrewTimeAccounts {
  const lines = linesOf(facts, p);
  const people = split(lines, (line) => line.person)
    .map(
      ([person, own]): PersonAccount => ({
        person,
        ...accountOf(own),
        days: split(own, (line) => line.date).map(([date, some]) => ({ date, ...accountOf(some) })),
      }),
    )
    .filter(({ sums: s }) => s.asked + s.granted + s.personalGranted + s.owed > 0)
    .sort(byName(({ person }) => person.name));
  const agencies = split(people, ({ person }) => person.agency)
    .map(([agency, own]) => ({
      agency,
      people: own,
      ...accountOf(own.flatMap((account) => account.lines)),
    }))
    .sort(byName(({ agency }) => agency));
  return { agencies, ...accountOf(agencies.flatMap((account) => account.lines)) };
}

const accountOf = (lines: readonly LedgerLine[]): Account => ({
  lines,
  sums: sumOf(lines.map((line) => line.adds)),
});

/** By key, in the order in which keys come up. */
function split<T, K>(all: readonly T[], keyOf: (one: T) => K): readonly (readonly [K, readonly T[]])[] {
  const by = new Map<K, T[]>();
  for (const one of all) {
    const own = by.get(keyOf(one));
    if (own) own.push(one);
    else by.set(keyOf(one), [one]);
  }
  return [...by];
}

const byName =
  <T>(name: (one: T) => string) =>
  (a: T, b: T): number =>
    name(a) < name(b) ? -1 : 1;
