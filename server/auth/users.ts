import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import * as z from "zod";
import { err, ok, type Result } from "#core/base/result.ts";
import { name } from "#core/model/field.ts";
import { audited } from "../audit.ts";
import { database, transaction } from "../db/client.ts";
import type { User } from "../user.ts";
import { auth, issuedToken } from "./auth.ts";

/**
 * People who can sign in:
 *   createUser({ name, email, password? }, by?)   adds one; without a password they sign in by one-time links
 *   userByEmail(email)
 *   createOneTimeLink(email, base)           an address that signs in once, within a day
 */

export const newUser = z.object({
  name,
  email: z.email("Use a mail address such as anna@studio.example").trim().toLowerCase(),
  password: z
    .string()
    .min(10, "Use at least 10 characters")
    .max(200, "Use at most 200 characters")
    .optional(),
});
export type NewUser = z.output<typeof newUser>;

/** Refuses, with a sentence, when somebody has this address already. */
export async function createUser(
  { name: called, email, password }: NewUser,
  by: User | null = null,
): Promise<Result<User, string>> {
  if (await userByEmail(email)) return err(`There is a user with the address ${email} already.`);
  const hash = password === undefined ? null : await hashPassword(password);
  const id = randomUUID();
  const user = await transaction(async (tx) => {
    // Verified: better-auth takes the password from an account whose address is not, once a link is used.
    const made = await tx.user.create({
      data: { id, name: called, email, emailVerified: true },
      select: { id: true, name: true, email: true },
    });
    if (hash !== null)
      await tx.authAccount.create({
        data: { id: randomUUID(), userId: id, accountId: id, providerId: "credential", password: hash },
      });
    await audited(tx, {
      action: "user.added",
      user: by,
      production: null,
      description: `Added ${called} (${email})`,
    });
    return made;
  });
  return ok(user);
}

export const userByEmail = (email: string): Promise<User | null> =>
  database().user.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, name: true, email: true },
  });

/** The page with the button that uses a one-time link up. */
export const LINK_PAGE = "/sign-in/link";

/**
 * An address that signs this person in, once, within a day. It leads to a page with a button: what only looks at the address (a
 * mail program, a preview) does not use it up. Null when there is no such person.
 */
export async function createOneTimeLink(email: string, base: string): Promise<string | null> {
  const user = await userByEmail(email);
  if (!user) return null;
  const issued: { token?: string } = {};
  await issuedToken.run(issued, () =>
    auth().api.signInMagicLink({ body: { email: user.email }, headers: new Headers() }),
  );
  if (issued.token === undefined) throw new Error("No token was issued for a one-time link.");
  const link = new URL(LINK_PAGE, base);
  link.searchParams.set("token", issued.token);
  return link.href;
}
