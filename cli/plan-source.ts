import { err, ok, type Result } from "#core/base/result.ts";
import { type Bundle, tablesOf } from "#core/model/bundle.ts";
import type { Scenario } from "#core/model/production.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { bundleFrom } from "./bundle-file.ts";
import type { DatabaseDoor } from "./database.ts";
import { isFile } from "./files.ts";
import { didYouMean } from "./nearest.ts";
import { type Refusal, wrongUse } from "./verb.ts";

/** Where a production is: a bundle file, or the database under its slug. A slug has no dots or slashes; a file of that name wins. */
export const isBundlePath = async (named: string): Promise<boolean> =>
  /[./\\]/.test(named) || (await isFile(named));

/** Ids of a production's row, or why there is none of this slug. */
export async function findBySlug(
  slug: string,
  door: DatabaseDoor,
): Promise<Result<{ id: string; slug: string; title: string }, Refusal>> {
  const db = await door.open();
  const select = { id: true, slug: true, title: true } as const;
  const found = await db.production.findUnique({ where: { slug }, select });
  if (found) return ok(found);
  const all = await db.production.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
  const slugs = all.map((each) => each.slug);
  const way =
    slugs.length > 0
      ? didYouMean(slug, slugs, "The productions are")
      : "There is none yet: perigee seed the-challenge writes the sample.";
  return err(wrongUse(`There is no production "${slug}". ${way}`));
}

function choose<S extends Pick<Scenario, "name" | "isCurrent">>(
  scenarios: readonly S[],
  name?: string,
): Result<S, Refusal> {
  if (name === undefined) {
    const current = scenarios.find((each) => each.isCurrent) ?? scenarios[0];
    return current ? ok(current) : err(wrongUse("The production has no scenario."));
  }
  const same = (each: S) => each.name.toLowerCase() === name.trim().toLowerCase();
  const found = scenarios.find((each) => each.name === name) ?? scenarios.find(same);
  const names = scenarios.map((each) => each.name);
  return found
    ? ok(found)
    : err(wrongUse(`There is no scenario "${name}". ${didYouMean(name, names, "The scenarios are")}`));
}

async function planFromFile(path: string, name?: string): Promise<Result<ScenarioSnapshot, Refusal>> {
  const bundle = await bundleFrom(path);
  if (!bundle.ok) return bundle;
  const { production, shared, scenarios } = bundle.value;
  const chosen = choose(
    scenarios.map((each) => ({ ...each, ...each.scenario })),
    name,
  );
  return chosen.ok
    ? ok(snapshotOf(production, chosen.value.scenario, tablesOf(shared, chosen.value.tables)))
    : chosen;
}

async function planFromDatabase(
  slug: string,
  door: DatabaseDoor,
  name?: string,
): Promise<Result<ScenarioSnapshot, Refusal>> {
  const production = await findBySlug(slug, door);
  if (!production.ok) return production;
  const db = await door.open();
  const scenarios = await db.scenario.findMany({
    where: { productionId: production.value.id },
    select: { id: true, name: true, isCurrent: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const chosen = choose(scenarios, name);
  if (!chosen.ok) return chosen;
  const { snapshotOfScenario } = await import("#server/snapshots.ts");
  const snapshot = await snapshotOfScenario(production.value.id, chosen.value.id);
  return snapshot
    ? ok(snapshot)
    : err(wrongUse(`Scenario "${chosen.value.name}" was removed just now. Run the same command again.`));
}

/** The plan that is asked for: of the scenario named, else of the current one. */
export const openPlan = async (
  named: string,
  scenario: string | undefined,
  door: DatabaseDoor,
): Promise<Result<ScenarioSnapshot, Refusal>> =>
  (await isBundlePath(named)) ? planFromFile(named, scenario) : planFromDatabase(named, door, scenario);

/** A whole production, with all its scenarios. */
export async function openBundle(named: string, door: DatabaseDoor): Promise<Result<Bundle, Refusal>> {
  if (await isBundlePath(named)) return bundleFrom(named);
  const production = await findBySlug(named, door);
  if (!production.ok) return production;
  const { exportProduction } = await import("#server/productions.ts");
  const bundle = await exportProduction(production.value.id, null);
  return bundle
    ? ok(bundle)
    : err(wrongUse(`Production "${named}" was removed just now. Run the same command again.`));
}
