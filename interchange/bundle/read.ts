import * as z from "zod";
import { list } from "#core/base/format.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { type Bundle, PRODUCTION_ENTITIES, SCENARIO_ENTITIES, tablesOf } from "#core/model/bundle.ts";
import { type EntityName, emptyTables, entities } from "#core/model/entities.ts";
import { type BrokenReference, brokenReferences } from "#core/model/references.ts";
import { jsonDepth } from "../json-depth.ts";
import type { Problem } from "../problem.ts";
import { bundleFile, FORMAT, VERSION } from "./schema.ts";

/** A production of 1,000 scenes with ten scenarios has 20 MB. */
const LARGEST_CHARS = 40_000_000;
const TOO_LARGE = `This file is larger than a production can be, ${LARGEST_CHARS / 1e6} million characters. Export one production by itself, with fewer scenarios.`;
/** Rule parameters are the deepest thing there is. */
const DEEPEST = 40;
/** A file that is all wrong need not be told so a million times. */
const MOST_PROBLEMS = 200;

const whole = (message: string) => err([{ path: "", message }]);

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  );

type RawTables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What is said of a field that a table does not have: which may be meant, else which there are. */
function noSuchField(field: string, known: readonly string[]): string {
  const given = field.toLowerCase();
  const alike = known.filter(
    (name) => given.includes(name.toLowerCase()) || name.toLowerCase().includes(given),
  );
  return alike.length > 0
    ? `There is no such field: is ${list(alike, "or")} meant?`
    : `There is no such field: there are ${list(known)}`;
}

/** Fields that a row of this table does not have: left out in silence they would be lost. */
function strayFields(raw: RawTables, names: readonly EntityName[], at: string): readonly Problem[] {
  return names.flatMap((entity) => {
    const known = new Set(Object.keys(entities[entity].schema.shape));
    return (raw[entity] ?? []).flatMap((row, i) =>
      Object.keys(row)
        .filter((field) => !known.has(field))
        .map((field) => ({
          path: `${at}.${entity}[${i}].${field.slice(0, 60)}`,
          message: noSuchField(field, [...known]),
        })),
    );
  });
}

const referenceProblem =
  (tables: Partial<Record<EntityName, readonly { readonly id: string }[]>>, at: string) =>
  ({ entity, id, field, message }: BrokenReference): Problem => {
    const rows = tables[entity] ?? [];
    const i =
      field === "id" ? rows.findLastIndex((row) => row.id === id) : rows.findIndex((row) => row.id === id);
    return { path: `${at}.${entity}[${i}].${field}`, message };
  };

const isOwn = (names: readonly EntityName[]) => {
  const own = new Set<EntityName>(names);
  return ({ entity }: BrokenReference) => own.has(entity);
};

function brokenIn({ shared, scenarios }: Bundle): readonly Problem[] {
  const ofShared = brokenReferences({ ...emptyTables(), ...shared })
    .filter(isOwn(PRODUCTION_ENTITIES))
    .map(referenceProblem(shared, "shared"));
  return [
    ...ofShared,
    ...scenarios.flatMap(({ tables }, i) =>
      brokenReferences(tablesOf(shared, tables))
        .filter(isOwn(SCENARIO_ENTITIES))
        .map(referenceProblem(tables, `scenarios[${i}].tables`)),
    ),
  ];
}

function scenarioProblems({ scenarios }: Bundle): readonly Problem[] {
  const twice = (field: "id" | "name") =>
    scenarios.flatMap(({ scenario }, i) =>
      scenarios.findIndex((other) => other.scenario[field] === scenario[field]) < i
        ? [{ path: `scenarios[${i}].scenario.${field}`, message: `Another scenario has this ${field}` }]
        : [],
    );
  const current = scenarios.filter(({ scenario }) => scenario.isCurrent).length;
  return [
    ...twice("id"),
    ...twice("name"),
    ...(current === 1 ? [] : [{ path: "scenarios", message: `One scenario is current, not ${current}` }]),
  ];
}

/** Home times are shown in it. */
function zoneProblems({ production: { homeZone } }: Bundle): readonly Problem[] {
  try {
    new Intl.DateTimeFormat("en", { timeZone: homeZone });
    return [];
  } catch {
    return [{ path: "production.homeZone", message: "Use an IANA zone such as Europe/Moscow" }];
  }
}

const outcome = (bundle: Bundle, problems: readonly Problem[]): Result<Bundle, readonly Problem[]> =>
  problems.length > 0 ? err(problems.slice(0, MOST_PROBLEMS)) : ok(bundle);

function parse(text: string): Result<Readonly<Record<string, unknown>>, readonly Problem[]> {
  if (text.length > LARGEST_CHARS) return whole(TOO_LARGE);
  if (jsonDepth(text) > DEEPEST)
    return whole("This file is nested deeper than a production can be. Export it again.");
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return whole("This file is not whole JSON: it may have been cut off. Export it again.");
  }
  if (typeof raw !== "object" || raw === null || !("format" in raw) || raw.format !== FORMAT)
    return whole(
      `This is no Perigee production: it does not begin with "format": "${FORMAT}". Take a file that Perigee exported.`,
    );
  if (!("version" in raw) || raw.version !== VERSION)
    return whole(
      `This file has another version; this Perigee reads version ${VERSION}. Export it again, or update Perigee.`,
    );
  return ok(raw as Record<string, unknown>);
}

/** Reads a whole production. Every problem has its place; with a single one nothing is given. */
export function readBundle(text: string): Result<Bundle, readonly Problem[]> {
  const raw = parse(text);
  if (!raw.ok) return raw;
  const decoded = z.safeDecode(bundleFile, raw.value as never);
  if (!decoded.success)
    return err(
      decoded.error.issues
        .slice(0, MOST_PROBLEMS)
        .map((issue) => ({ path: pathOf(issue.path), message: issue.message })),
    );
  const { production, shared, scenarios } = decoded.data as unknown as Bundle;
  const bundle = { production, shared, scenarios };
  const file = raw.value as unknown as { shared: RawTables; scenarios: readonly { tables: RawTables }[] };
  return outcome(bundle, [
    ...strayFields(file.shared, PRODUCTION_ENTITIES, "shared"),
    ...file.scenarios.flatMap(({ tables }, i) =>
      strayFields(tables, SCENARIO_ENTITIES, `scenarios[${i}].tables`),
    ),
    ...zoneProblems(bundle),
    ...scenarioProblems(bundle),
    ...brokenIn(bundle),
  ]);
}
