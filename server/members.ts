import { err, ok, type Result } from "#core/base/result.ts";
import { audited } from "./audit.ts";
import { createOneTimeLink, createUser, userByEmail } from "./auth/users.ts";
import { database, type Transaction, transaction } from "./db/client.ts";
import type { Failure } from "./failure.ts";
import { ROLES, type Role } from "./permissions.ts";
import type { User } from "./user.ts";

/**
 * Who belongs to a production:
 *   membersOf(productionId)
 *   setMember(productionId, email, role, by)      somebody who can sign in already
 *   inviteMember(productionId, { … }, by, base)   anybody; who is new gets a one-time link, which the inviter hands over
 *   removeMember(productionId, userId, by)
 * A production keeps one owner at least. The caller has authorised.
 */

export interface Member extends User {
  readonly role: Role;
}

export async function membersOf(productionId: string): Promise<readonly Member[]> {
  const found = await database().membership.findMany({
    where: { productionId },
    orderBy: { user: { name: "asc" } },
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
  });
  return found.map(({ role, user }) => ({ ...user, role: role as Role }));
}

const LAST_OWNER: Failure = {
  kind: "refused",
  message: "A production keeps one owner at least. Make somebody else an owner first.",
};

/** Would it be left without an owner? Holds the production, so that two owners cannot remove each other at once. */
async function leavesNoOwner(tx: Transaction, productionId: string, userId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Production" WHERE "id" = ${productionId} FOR UPDATE`;
  return (
    (await tx.membership.count({
      where: { productionId, role: "owner" satisfies Role, userId: { not: userId } },
    })) === 0
  );
}

export async function setMember(
  productionId: string,
  email: string,
  role: Role,
  by: User | null,
): Promise<Result<Member, Failure>> {
  if (!ROLES.includes(role)) throw new Error(`There is no role "${role}".`);
  const user = await userByEmail(email);
  if (!user) return err({ kind: "invalid", fields: { email: ["Nobody with this address can sign in yet"] } });
  return transaction(async (tx) => {
    const production = await tx.production.findUnique({
      where: { id: productionId },
      select: { id: true, title: true },
    });
    if (!production) return err({ kind: "not-found" });
    if (role !== "owner" && (await leavesNoOwner(tx, productionId, user.id))) return err(LAST_OWNER);
    await tx.membership.upsert({
      where: { userId_productionId: { userId: user.id, productionId } },
      create: { userId: user.id, productionId, role },
      update: { role },
    });
    const description = `Added ${user.name} as ${role}`;
    await audited(tx, { action: "member.added", user: by, production, description });
    return ok({ ...user, role });
  });
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** `link` is null for who can sign in already: nobody gets into another's account by inviting them. */
export async function inviteMember(
  productionId: string,
  { name, email, role }: Invitation,
  by: User,
  base: string,
): Promise<Result<{ readonly member: Member; readonly link: string | null }, Failure>> {
  const created =
    (await userByEmail(email)) === null &&
    (await createUser({ name, email: email.trim().toLowerCase() }, by));
  const member = await setMember(productionId, email, role, by);
  if (!member.ok) return member;
  const isNew = created !== false && created.ok;
  return ok({ member: member.value, link: isNew ? await createOneTimeLink(email, base) : null });
}

export const removeMember = (
  productionId: string,
  userId: string,
  by: User | null,
): Promise<Result<null, Failure>> =>
  transaction(async (tx) => {
    const membership = await tx.membership.findUnique({
      where: { userId_productionId: { userId, productionId } },
      select: { user: { select: { name: true } }, production: { select: { id: true, title: true } } },
    });
    if (!membership) return err({ kind: "not-found" });
    if (await leavesNoOwner(tx, productionId, userId)) return err(LAST_OWNER);
    await tx.membership.delete({ where: { userId_productionId: { userId, productionId } } });
    const description = `Removed ${membership.user.name}`;
    const { production } = membership;
    await audited(tx, { action: "member.removed", user: by, production, description });
    return ok(null);
  });
