import { randomUUID } from "node:crypto";
import * as z from "zod";
import { err, type Result } from "#core/base/result.ts";
import type { Failure } from "./failure.ts";
import { findProduction, type OpenProduction, type Permission } from "./permissions.ts";
import { isDatabaseDown } from "./unavailable.ts";
import type { User } from "./user.ts";

/** Which production an input is about: by its slug, or by a scenario of it. With both, the scenario must be of that production. */
export interface Target {
  readonly production?: string | undefined;
  readonly scenarioId?: string | undefined;
}

/** Signs and control flow of Next (redirect, not-found) pass through. */
const isNextSignal = (error: unknown): boolean =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");

/** Logs what nobody expected, and gives the reference under which it is found. */
export function unexpected(error: unknown): Failure {
  const reference = randomUUID().slice(0, 8);
  console.error(`Reference ${reference}:`, error);
  return {
    kind: "unexpected",
    reference,
    message: `Something went wrong here (reference ${reference}). Reload the page to see what was saved.`,
  };
}

export async function guarded<T>(run: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await run();
  } catch (error) {
    if (isNextSignal(error)) throw error;
    return err(isDatabaseDown(error) ? { kind: "unavailable" } : unexpected(error));
  }
}

export const invalid = (error: z.ZodError): Failure => ({
  kind: "invalid",
  fields: z.flattenError(error).fieldErrors as Record<string, string[] | undefined>,
});

async function findTarget(
  user: User,
  { production: slug, scenarioId }: Target,
  permission: Permission,
): Promise<Result<OpenProduction, Failure>> {
  if (slug === undefined && scenarioId === undefined)
    throw new Error("The input of an action names its production or its scenario.");
  // PostgreSQL holds no NUL in text: nothing is called so.
  if ([slug, scenarioId].some((name) => name?.includes("\0"))) return err({ kind: "not-found" });
  const found = await findProduction(
    user,
    slug === undefined ? { scenarioId: scenarioId ?? "" } : { slug },
    permission,
  );
  if (!found.ok) return found;
  const isThere =
    scenarioId === undefined || found.value.scenarios.some((scenario) => scenario.id === scenarioId);
  return isThere ? found : err({ kind: "not-found" });
}

/**
 * What every action and route does, in this order: parse, authorise, run. The production is found from the slug or the scenario
 * and the user's membership is looked up; nothing that came along is believed. What run does to the database it notes itself, in
 * the same transaction: edits in the history, the rest by `audited`.
 */
export const perform = <Schema extends z.ZodType<Target>, T>(
  permission: Permission,
  schema: Schema,
  run: (input: z.output<Schema>, open: OpenProduction) => Promise<Result<T, Failure>>,
  raw: unknown,
  user: () => Promise<User | null>,
): Promise<Result<T, Failure>> =>
  guarded(async () => {
    const parsed = schema.safeParse(raw);
    if (!parsed.success) return err(invalid(parsed.error));
    const who = await user();
    if (!who) return err({ kind: "signed-out" });
    const open = await findTarget(who, parsed.data, permission);
    return open.ok ? run(parsed.data, open.value) : open;
  });

/** The same for what concerns no production yet: anybody who is signed in may. */
export const performSignedIn = <Schema extends z.ZodType, T>(
  schema: Schema,
  run: (input: z.output<Schema>, user: User) => Promise<Result<T, Failure>>,
  raw: unknown,
  user: () => Promise<User | null>,
): Promise<Result<T, Failure>> =>
  guarded(async () => {
    const parsed = schema.safeParse(raw);
    if (!parsed.success) return err(invalid(parsed.error));
    const who = await user();
    return who ? run(parsed.data, who) : err({ kind: "signed-out" });
  });
