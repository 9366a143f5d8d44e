import { epochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import type { Tables } from "../model/entities.ts";
import type { Facts } from "../model/facts.ts";
import type { PersonId } from "../model/ids.ts";
import type { Person } from "../model/person.ts";
import { place } from "../model/placed.ts";
import {
  chargeOf,
  crewTimeLedger,
  type LedgerEntry,
  type LedgerParams,
  ledgerOf,
  ledgerParams,
} from "../rules/crew-time-ledger.ts";
import { settingsOf } from "../rules/in-force.ts";

/** Minutes of station crew time, and what they are worth. */
export interface CrewTimeSums {
  /** What all strips would take, placed or in the boneyard, by the ledger's charges; unplaced ones without the way. */
  readonly asked: Minutes;
  /** Working time that their agency gives. */
  readonly granted: Minutes;
  /** Charged for what is placed, working and personal time. */
  readonly planned: Minutes;
  /** Of planned, what lies in personal time by consent. */
  readonly personal: Minutes;
  /** Personal time that they have consented to. */
  readonly personalGranted: Minutes;
  /** Of planned, what is behind them: calls of strips that are shot, or partly. */
  readonly spent: Minutes;
  /** What the film owes them: working time beyond what was granted that day, personal time, and what they put back when it has left. */
  readonly owed: Minutes;
  /** By the price that the film pays, and by the list: of planned and of what is put back after it. */
  readonly priceUsd: number;
  readonly listPriceUsd: number;
}

export interface CrewTimeAccount extends CrewTimeSums {
  readonly person: Person;
  readonly entries: readonly LedgerEntry[];
  /** Minutes put back after the film has left. */
  readonly handedOver: Minutes;
}

export interface AgencyAccount extends CrewTimeSums {
  readonly agency: string;
  readonly people: readonly CrewTimeAccount[];
}

export interface CrewTimeAccounts {
  /** By name; people by name in each. */
  readonly agencies: readonly AgencyAccount[];
  readonly total: CrewTimeSums;
  readonly usdPerHour: number;
  readonly listUsdPerHour: number;
}

/** The ledger's parameters as they are set; the book's where the settings do not fit. */
export const ledgerParamsOf = (tables: Pick<Tables, "houseRule" | "ruleSetting">): LedgerParams =>
  ledgerParams.safeParse(settingsOf(crewTimeLedger, tables).params).data ?? ledgerParams.parse({});

/** The accounts of everybody of whom the film asks, is granted or plans time, by agency. */
export function crewTimeAccounts(facts: Facts, p: LedgerParams): CrewTimeAccounts {
  const entries = new Map<PersonId, LedgerEntry[]>();
  for (const entry of ledgerOf(facts, p))
    entries.set(entry.personId, [...(entries.get(entry.personId) ?? []), entry]);
  const waiting = waitingOf(facts, p);
  const accounts = [...facts.people.values()]
    .filter((person) => person.category === "expedition-crew")
    .map((person) => accountOf(person, entries.get(person.id) ?? [], waiting.get(person.id) ?? 0, facts, p))
    .filter((account) => account.asked + account.granted + account.personalGranted + account.handedOver > 0)
    .sort(byName((account) => account.person.name));
  const agencies = [...new Set(accounts.map((account) => account.person.agency))]
    .map((agency) => {
      const people = accounts.filter((account) => account.person.agency === agency);
      return { agency, people, ...sumsOf(people) };
    })
    .sort(byName((account) => account.agency));
  return {
    agencies,
    total: sumsOf(agencies),
    usdPerHour: p.usdPerHour,
    listUsdPerHour: p.listUsdPerHour,
  };
}

/** What strips in the boneyard would charge each person, were they placed. */
function waitingOf(facts: Facts, p: LedgerParams): ReadonlyMap<PersonId, number> {
  const waiting = new Map<PersonId, number>();
  for (const strip of facts.strips.values()) {
    const scene = facts.scenes.get(strip.sceneId);
    if (strip.startsAt !== null || scene?.unit !== "main") continue;
    const would = place(
      { ...strip, startsAt: epochSeconds(0) },
      scene,
      facts.setUpsOfStrip.get(strip.id) ?? [],
      facts.assignmentsOfStrip.get(strip.id) ?? [],
      facts.roles,
    );
    for (const call of would?.calls ?? [])
      waiting.set(call.personId, (waiting.get(call.personId) ?? 0) + chargeOf(call, 0, p).charged);
  }
  return waiting;
}

function accountOf(
  person: Person,
  entries: readonly LedgerEntry[],
  waiting: number,
  facts: Facts,
  p: LedgerParams,
): CrewTimeAccount {
  const sum = (of: (entry: LedgerEntry) => number) => entries.reduce((all, entry) => all + of(entry), 0);
  const planned = sum((entry) => entry.used + entry.personalUsed);
  const personal = sum((entry) => entry.personalUsed);
  const isBehind = (id: LedgerEntry["calls"][number]["stripId"]) =>
    facts.strips.get(id)?.status !== "planned";
  const spent = sum(({ calls, restores }) =>
    [...calls, ...restores].reduce((all, { stripId, charged }) => all + (isBehind(stripId) ? charged : 0), 0),
  );
  const placed = new Set([...facts.placed.values()].map((one) => one.scene.id));
  const handedOver = facts.restorations
    .filter((r) => r.personId === person.id && r.due === "handed-over" && placed.has(r.sceneId))
    .reduce((all, r) => all + r.minutes, 0);
  const beyond = sum((entry) => Math.max(0, -entry.left));
  const hours = (planned + handedOver) / 60;
  return {
    person,
    entries,
    asked: minutes(planned + waiting),
    granted: minutes(sum((entry) => entry.granted)),
    planned: minutes(planned),
    personal: minutes(personal),
    personalGranted: minutes(sum((entry) => entry.personalGranted)),
    spent: minutes(spent),
    owed: minutes(beyond + personal + handedOver),
    handedOver: minutes(handedOver),
    priceUsd: Math.round(hours * p.usdPerHour),
    listPriceUsd: Math.round(hours * p.listUsdPerHour),
  };
}

const sumsOf = (accounts: readonly CrewTimeSums[]): CrewTimeSums => {
  const sum = (of: (account: CrewTimeSums) => number) =>
    accounts.reduce((all, account) => all + of(account), 0);
  return {
    asked: minutes(sum((a) => a.asked)),
    granted: minutes(sum((a) => a.granted)),
    planned: minutes(sum((a) => a.planned)),
    personal: minutes(sum((a) => a.personal)),
    personalGranted: minutes(sum((a) => a.personalGranted)),
    spent: minutes(sum((a) => a.spent)),
    owed: minutes(sum((a) => a.owed)),
    priceUsd: sum((a) => a.priceUsd),
    listPriceUsd: sum((a) => a.listPriceUsd),
  };
};

const byName =
  <T>(name: (one: T) => string) =>
  (a: T, b: T): number =>
    name(a) < name(b) ? -1 : 1;
