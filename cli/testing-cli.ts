import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Bundle,
  PRODUCTION_ENTITIES,
  type ProductionTables,
  SCENARIO_ENTITIES,
  type ScenarioTables,
} from "#core/model/bundle.ts";
import { type EntityName, entities } from "#core/model/entities.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { writeBundle } from "#interchange/bundle/write.ts";
import { main } from "./index.ts";

/** For tests: what a command line prints and how it ends. */
export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly bytes: Uint8Array;
  readonly err: string;
}

const NO_DATABASE = () => Promise.reject(new Error("there is none in this test"));

export async function perigee(
  argv: readonly string[],
  ensureDatabase: () => Promise<void> = NO_DATABASE,
): Promise<Ended> {
  const out: (string | Uint8Array)[] = [];
  const said: string[] = [];
  const status = await main(argv, {
    ensureDatabase,
    print: (content) => void out.push(content),
    say: (text) => void said.push(text),
    progress: () => undefined,
    now: () => new Date("2021-10-07T18:00:00Z"),
  });
  const bytes = Buffer.concat(out.map((content) => Buffer.from(content)));
  return { status, out: bytes.toString("utf8"), bytes, err: said.join("") };
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), "perigee-cli-"));

export function bundleFile(bundle: Bundle): string {
  const path = join(temporaryFolder(), `${bundle.production.slug}.perigee.json`);
  writeFileSync(path, writeBundle(bundle));
  return path;
}

/** Builders of tests give every row a name, number and title: here only what its table has. */
const tablesIn = (snapshot: ScenarioSnapshot, names: readonly EntityName[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      snapshot.tables[name].map((row) =>
        Object.fromEntries(Object.entries(row).filter(([field]) => field in entities[name].schema.shape)),
      ),
    ]),
  );

/** A bundle of one scenario, or of several under the names given. */
export const bundleOf = (snapshot: ScenarioSnapshot, ...others: readonly ScenarioSnapshot[]): Bundle => ({
  production: snapshot.production,
  shared: tablesIn(snapshot, PRODUCTION_ENTITIES) as unknown as ProductionTables,
  scenarios: [snapshot, ...others].map((each) => ({
    scenario: each.scenario,
    tables: tablesIn(each, SCENARIO_ENTITIES) as unknown as ScenarioTables,
  })),
});
