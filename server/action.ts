import type * as z from "zod";
import type { Result } from "#core/base/result.ts";
import { currentUser } from "./auth/current-user.ts";
import type { Failure } from "./failure.ts";
import { perform, performSignedIn, type Target } from "./perform.ts";
import type { OpenProduction, Permission } from "./permissions.ts";
import type { User } from "./user.ts";

/**
 * A server action: parses with the form's own schema, authorises, runs. The schema names the production by `production` (its slug)
 * or `scenarioId`; `open` is that production as this user sees it.
 *
 *   export const renameIt = action("plan.edit", form, async (values, { production, user }) => …);
 */
export const action =
  <Schema extends z.ZodType<Target>, T>(
    permission: Permission,
    schema: Schema,
    run: (input: z.output<Schema>, open: OpenProduction) => Promise<Result<T, Failure>>,
  ) =>
  (raw: z.input<Schema>): Promise<Result<T, Failure>> =>
    perform(permission, schema, run, raw, currentUser);

/** An action that concerns no production yet. */
export const signedInAction =
  <Schema extends z.ZodType, T>(
    schema: Schema,
    run: (input: z.output<Schema>, user: User) => Promise<Result<T, Failure>>,
  ) =>
  (raw: z.input<Schema>): Promise<Result<T, Failure>> =>
    performSignedIn(schema, run, raw, currentUser);
