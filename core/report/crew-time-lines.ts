import { epochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { PersonId, StripId } from "../model/ids.ts";
import type { Person } from "../model/person.ts";
import { place } from "../model/placed.ts";
import { accountsOf, chargeOf, type LedgerEntry, type LedgerParams } from "../rules/crew-time-ledger.ts";

/** The figures of the ledger, in the order of its columns. Minutes; the prices whole US dollars. */
export const FIGURES = [
  "asked",
  "granted",
  "planned",
  "personal",
  "personalGranted",
  "spent",
  "owed",
  "priceUsd",
  "listPriceUsd",
] as const;
export type Figure = (typeof FIGURES)[number];
export type Figures = { readonly [F in Figure]: number };

const NONE: Figures = {
  asked: 0,
  granted: 0,
  planned: 0,
  personal: 0,
  personalGranted: 0,
  spent: 0,
  owed: 0,
  priceUsd: 0,
  listPriceUsd: 0,
};

/** Figure by figure. */
export const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce(
    (sum, one) =>
      Object.fromEntries(FIGURES.map((figure) => [figure, sum[figure] + one[figure]])) as unknown as Figures,
    NONE,
  );

/** What a call is charged for. */
export interface Charge {
  readonly bound: Minutes;
  readonly brief: Minutes;
  readonly makeUp: Minutes;
  readonly travel: Minutes;
  readonly rounding: Minutes;
}

/** What a line of the ledger is about. */
export type About =
  | { readonly kind: "allocation" | "consent"; readonly source: string }
  | { readonly kind: "call"; readonly stripId: StripId; readonly charge: Charge }
  /** A call of a strip in the boneyard, were it placed; without the way. */
  | { readonly kind: "waiting"; readonly stripId: StripId; readonly charge: Charge }
  /** Put back at strike, or before the hatch closes. */
  | { readonly kind: "restore"; readonly stripId: StripId; readonly what: string }
  /** Put back by who stays, when the film has left. */
  | { readonly kind: "handed-over"; readonly what: string }
  /** Working time beyond what was granted that day. */
  | { readonly kind: "beyond"; readonly granted: Minutes; readonly used: Minutes };

/**
 * One line of the ledger and what it adds to each figure: every sum of the ledger, of a day, a person, an agency or all, is a sum of
 * lines. Prices are rounded to the dollar line by line, so that they add up as well.
 */
export interface LedgerLine {
  readonly person: Person;
  /** Null: of no day, for it waits in the boneyard or comes when the film has left. */
  readonly date: string | null;
  readonly about: About;
  readonly adds: Figures;
}

/** The lines of everybody of the Expedition crew, by person and date; those without a date last. */
export function linesOf(facts: Facts, p: LedgerParams): readonly LedgerLine[] {
  const waiting = waitingOf(facts, p);
  return [...accountsOf(facts, p)].flatMap(([person, entries]) => [
    ...entries.flatMap((entry) => linesOfDay(person, entry, facts, p)),
    ...(waiting.get(person.id) ?? []).map((line) => ({ ...line, person })),
    ...handedOver(person, facts, p),
  ]);
}

const costing = (min: number, p: LedgerParams): Pick<Figures, "priceUsd" | "listPriceUsd"> => ({
  priceUsd: Math.round((min * p.usdPerHour) / 60),
  listPriceUsd: Math.round((min * p.listUsdPerHour) / 60),
});

function linesOfDay(
  person: Person,
  entry: LedgerEntry,
  facts: Facts,
  p: LedgerParams,
): readonly LedgerLine[] {
  const { date, calls, restores, personalUsed, left, granted, used } = entry;
  const line = (about: About, adds: Partial<Figures>): LedgerLine => ({
    person,
    date,
    about,
    adds: { ...NONE, ...adds },
  });
  const ofDay = <T extends { readonly personId: PersonId; readonly date: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.personId === person.id && row.date === date);
  const spent = (stripId: StripId, min: number) =>
    facts.strips.get(stripId)?.status === "planned" ? 0 : min;
  // Personal time is given in the order of the calls, as far as the consent reaches.
  let consented: number = personalUsed;
  return [
    ...ofDay(facts.allocations).map((a) =>
      line({ kind: "allocation", source: a.source }, { granted: a.minutes }),
    ),
    ...ofDay(facts.consents).map((c) =>
      line({ kind: "consent", source: c.note || c.source }, { personalGranted: c.minutes }),
    ),
    ...calls.map((call) => {
      const { stripId, charged, inPersonalTime } = call;
      const personal = Math.min(consented, inPersonalTime);
      consented -= personal;
      return line(
        { kind: "call", stripId, charge: chargeIn(call) },
        {
          ...{ asked: charged, planned: charged, personal, owed: personal, spent: spent(stripId, charged) },
          ...costing(charged, p),
        },
      );
    }),
    ...restores.map(({ stripId, what, charged }) =>
      line(
        { kind: "restore", stripId, what },
        {
          ...{ asked: charged, planned: charged, spent: spent(stripId, charged) },
          ...costing(charged, p),
        },
      ),
    ),
    ...(left < 0 ? [line({ kind: "beyond", granted, used }, { owed: -left })] : []),
  ];
}

const chargeIn = (call: Omit<Charge, "rounding"> & { readonly charged: Minutes }): Charge => {
  const { bound, brief, makeUp, travel, charged } = call;
  return { bound, brief, makeUp, travel, rounding: minutes(charged - bound - brief - makeUp - travel) };
};

/** What strips in the boneyard would charge each person, were they placed. */
function waitingOf(
  facts: Facts,
  p: LedgerParams,
): ReadonlyMap<PersonId, readonly Omit<LedgerLine, "person">[]> {
  const waiting = new Map<PersonId, Omit<LedgerLine, "person">[]>();
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
    for (const call of would?.calls ?? []) {
      const charge = chargeOf(call, 0, p);
      const own = waiting.get(call.personId) ?? [];
      waiting.set(call.personId, own);
      own.push({
        date: null,
        about: { kind: "waiting", stripId: strip.id, charge: chargeIn(charge) },
        adds: { ...NONE, asked: charge.charged },
      });
    }
  }
  return waiting;
}

function handedOver(person: Person, facts: Facts, p: LedgerParams): readonly LedgerLine[] {
  const own = facts.restorations.filter((r) => r.personId === person.id && r.due === "handed-over");
  if (own.length === 0) return [];
  const placed = new Set([...facts.placed.values()].map((one) => one.scene.id));
  return own
    .filter((r) => placed.has(r.sceneId))
    .map((r) => ({
      person,
      date: null,
      about: { kind: "handed-over", what: r.what },
      adds: { ...NONE, owed: r.minutes, ...costing(r.minutes, p) },
    }));
}
