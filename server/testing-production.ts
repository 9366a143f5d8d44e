import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { insertBundle } from "./db/bundles.ts";
import { database } from "./db/client.ts";
import { loadTables } from "./db/tables.ts";
import { applyEdit, type EditAsked, undoEdit } from "./edits.ts";
import { testingServer } from "./testing-server.ts";
import type { User } from "./user.ts";

const somebody = (name: string): User => ({
  id: randomUUID(),
  name,
  email: `${name.toLowerCase()}@studio.example`,
});
export const anna = somebody("Anna");
export const boris = somebody("Boris");

/** The value of what should have gone well. @throws Error with the failure. */
export const must = <T>(outcome: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};

/**
 * For tests of plans: a database for the file with Anna and Boris in it, and for each test a production of Anna's by itself. Called
 * once, at the top of the file.
 */
export function productionForEachTest() {
  let end: () => Promise<void>;
  let count = 0;
  let key = "";
  beforeAll(async () => {
    end = await testingServer();
    await database().user.createMany({ data: [anna, boris] });
  });
  afterAll(() => end());
  beforeEach(async () => {
    key = `film-${++count}`;
    await insertBundle(testingBundle(key), anna.id);
  });
  const ids = () => ({ productionId: `${key}-production`, scenarioId: `${key}-main` });
  return {
    /** What the ids of the production of this test begin with, and its slug. */
    key: () => key,
    /** Its main scenario. */
    ids,
    tables: () => loadTables(`${key}-production`, `${key}-main`),
    /** By Anna, of the plan as it is now, but for what `more` says. */
    edit: (commandId: string, input: unknown, more: Partial<EditAsked> = {}) =>
      applyEdit({
        ...ids(),
        clientId: randomUUID(),
        user: anna,
        baseRevision: null,
        commandId,
        input,
        ...more,
      }),
    undo: (more: Partial<Parameters<typeof undoEdit>[0]> = {}) =>
      undoEdit({ ...ids(), clientId: randomUUID(), user: anna, edit: "last", ...more }),
  };
}

/** Input of `move-strips`: strip to `08T14:30` of October. */
export const move = (stripId: string, startsAt: string) => ({
  moves: [{ stripId, startsAt: `2021-10-${startsAt}:00Z` }],
});
