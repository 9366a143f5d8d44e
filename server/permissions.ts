import { err, ok, type Result } from "#core/base/result.ts";
import type { Production, Scenario } from "#core/model/production.ts";
import { productionFields, productionFromRow, scenarioFields, scenarioFromRow } from "./db/bundles.ts";
import { database } from "./db/client.ts";
import type { User } from "./user.ts";

/**
 * Who may do what in a production:
 *   allows(role, permission)                     by role
 *   may(user, permission, productionId)          by membership
 *   findProduction(user, { slug | scenarioId }, permission)   the production with its scenarios, if this user may
 */

export const ROLES = ["viewer", "planner", "owner"] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  "plan.view",
  "plan.edit",
  "callsheet.publish",
  "production.manage",
  "members.manage",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const VIEWER: readonly Permission[] = ["plan.view"];
const PLANNER: readonly Permission[] = [...VIEWER, "plan.edit", "callsheet.publish"];
const GRANTED: { readonly [R in Role]: readonly Permission[] } = {
  viewer: VIEWER,
  planner: PLANNER,
  owner: PERMISSIONS,
};

export const allows = (role: Role, permission: Permission): boolean => GRANTED[role].includes(permission);

const roleFrom = (stored: string): Role => {
  const role = ROLES.find((known) => known === stored);
  if (!role) throw new Error(`A membership has the role "${stored}", which there is not.`);
  return role;
};

export async function may(user: User, permission: Permission, productionId: string): Promise<boolean> {
  const membership = await database().membership.findUnique({
    where: { userId_productionId: { userId: user.id, productionId } },
    select: { role: true },
  });
  return membership !== null && allows(roleFrom(membership.role), permission);
}

/** A production as one of its members sees it. */
export interface OpenProduction {
  readonly user: User;
  readonly role: Role;
  readonly production: Production;
  /** The revision of what all scenarios share. */
  readonly revision: number;
  /** In the order in which they were made. */
  readonly scenarios: readonly Scenario[];
}

export type NoEntry =
  | { readonly kind: "not-found" }
  | { readonly kind: "forbidden"; readonly needs: Permission };

/** Strangers get the same answer as when there is nothing: that a production exists is its members' business. */
export async function findProduction(
  user: User,
  by: { readonly slug: string } | { readonly scenarioId: string },
  permission: Permission,
): Promise<Result<OpenProduction, NoEntry>> {
  const found = await database().production.findFirst({
    where: {
      ...("slug" in by ? { slug: by.slug } : { scenarios: { some: { id: by.scenarioId } } }),
      members: { some: { userId: user.id } },
    },
    select: {
      ...productionFields,
      revision: true,
      members: { where: { userId: user.id }, select: { role: true } },
      scenarios: { select: scenarioFields, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });
  const [membership] = found?.members ?? [];
  if (!found || !membership) return err({ kind: "not-found" });
  const role = roleFrom(membership.role);
  if (!allows(role, permission)) return err({ kind: "forbidden", needs: permission });
  const { revision, members: _, scenarios, ...production } = found;
  return ok({
    user,
    role,
    production: productionFromRow(production),
    revision,
    scenarios: scenarios.map(scenarioFromRow),
  });
}
