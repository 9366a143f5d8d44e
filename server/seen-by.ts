import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { allows, type Role } from "./permissions.ts";

/**
 * A snapshot as a role may see it, for everything that leaves the server. Nobody gets the states of ephemerides: megabytes, of which
 * the light table says all that pages need. Who only looks gets no contacts, no notes on consents and no body measures. Minutes of
 * consent stay, because rules read them.
 */
export function seenBy(role: Role, snapshot: ScenarioSnapshot): ScenarioSnapshot {
  const ephemeris = snapshot.tables.ephemeris.map((row) => ({ ...row, segments: [] }));
  const tables = { ...snapshot.tables, ephemeris };
  if (allows(role, "plan.edit")) return { ...snapshot, tables };
  return {
    ...snapshot,
    tables: {
      ...tables,
      contact: [],
      consent: tables.consent.map((consent) => ({ ...consent, note: "", source: "" })),
      person: tables.person.map((person) => ({
        ...person,
        heightCm: null,
        sittingHeightCm: null,
        massKg: null,
        // A source may quote the measure it is the source of.
        source: "",
      })),
    },
  };
}
