import { notFound, redirect } from "next/navigation";
import { currentUser } from "./auth/current-user.ts";
import { findProduction, type OpenProduction, type Permission } from "./permissions.ts";
import type { User } from "./user.ts";

/** Who is signed in; others are sent to sign in. For pages. */
export async function openUser(): Promise<User> {
  return (await currentUser()) ?? redirect("/sign-in");
}

/** The production of a page, as this user sees it; not found for strangers and for who may not. */
export async function openProduction(slug: string, permission: Permission): Promise<OpenProduction> {
  const found = await findProduction(await openUser(), { slug }, permission);
  return found.ok ? found.value : notFound();
}
