import { dateOf } from "../base/instant.ts";
import type { Entity, Tables } from "./entities.ts";
import type { Facts } from "./facts.ts";
import type { CertificateId, PersonId } from "./ids.ts";
import type { Person } from "./person.ts";

/**
 * Where a person stands with a certificate over the shoot: held throughout, running out before the last day of use, wanted by the
 * plan and not held, or neither held nor wanted.
 */
export type Readiness = "held" | "runs-out" | "missing" | "not-wanted";

export interface ReadinessCell {
  readonly readiness: Readiness;
  readonly validUntil: string | null;
  /** The plan asks it of this person. */
  readonly isWanted: boolean;
}
export interface ReadinessRow {
  readonly person: Person;
  readonly cells: ReadonlyMap<CertificateId, ReadinessCell>;
  readonly wanted: number;
  readonly ready: number;
}

/** First and last date on which the plan asks a certificate of a person. */
function wantedDates(
  facts: Facts,
  certificates: readonly Entity<"certificate">[],
): ReadonlyMap<string, { first: string; last: string }> {
  const wanted = new Map<string, { first: string; last: string }>();
  for (const placed of facts.placed.values()) {
    const day = dateOf(placed.span.start);
    for (const call of placed.calls) {
      const category = facts.people.get(call.personId)?.category;
      for (const certificate of certificates) {
        if (!category || !certificate.categories.includes(category)) continue;
        const byJob = call.jobs.some((job) => certificate.jobs.includes(job));
        const byModule = placed.moduleId !== null && certificate.moduleIds.includes(placed.moduleId);
        if (!byJob && !byModule) continue;
        const key = `${call.personId}|${certificate.id}`;
        const known = wanted.get(key);
        wanted.set(key, {
          first: known && known.first < day ? known.first : day,
          last: known && known.last > day ? known.last : day,
        });
      }
    }
  }
  return wanted;
}

/** The matrix person × certificate: everyone the plan asks something of, or who holds something. */
export function readinessOf(
  tables: Pick<Tables, "certificate" | "holding" | "person">,
  facts: Facts,
): readonly ReadinessRow[] {
  const wanted = wantedDates(facts, tables.certificate);
  const cellOf = (personId: PersonId, certificateId: CertificateId): ReadinessCell => {
    const use = wanted.get(`${personId}|${certificateId}`);
    const held = tables.holding
      .filter(
        (h) =>
          h.personId === personId && h.certificateId === certificateId && (!use || h.validFrom <= use.first),
      )
      .sort((a, b) => b.validUntil.localeCompare(a.validUntil))[0];
    const validUntil = held?.validUntil ?? null;
    if (!use) return { readiness: held ? "held" : "not-wanted", validUntil, isWanted: false };
    if (validUntil === null) return { readiness: "missing", validUntil, isWanted: true };
    return { readiness: validUntil < use.last ? "runs-out" : "held", validUntil, isWanted: true };
  };
  return tables.person
    .map((person): ReadinessRow => {
      const cells = new Map(tables.certificate.map((c) => [c.id, cellOf(person.id, c.id)]));
      const all = [...cells.values()].filter((cell) => cell.isWanted);
      return {
        person,
        cells,
        wanted: all.length,
        ready: all.filter((cell) => cell.readiness === "held").length,
      };
    })
    .filter((row) => row.wanted > 0 || [...row.cells.values()].some((cell) => cell.readiness === "held"));
}
