import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { ok, type Result } from "#core/base/result.ts";
import type { User } from "../user.ts";
import {
  endSession,
  redeemOneTimeToken,
  type SignInFailure,
  signInWithPassword,
  userOf,
} from "./sessions.ts";

/**
 * Who is signed in, for pages and actions (this file reads the request through Next; the command line does not import it):
 *   currentUser()                  once per request; null when nobody is
 *   signIn({ email, password })    in a server action: sets the session's cookie
 *   redeemOneTimeLink(token)       likewise
 *   signOut()                      likewise
 */

export const currentUser = cache(async (): Promise<User | null> => userOf(await headers()));

async function set(setCookies: readonly string[]): Promise<void> {
  const jar = await cookies();
  for (const header of setCookies)
    for (const [name, cookie] of parseSetCookieHeader(header))
      jar.set(name, cookie.value, toCookieOptions(cookie));
}

export async function signIn(values: {
  email: string;
  password: string;
}): Promise<Result<null, SignInFailure>> {
  const outcome = await signInWithPassword(values, await headers());
  if (!outcome.ok) return outcome;
  await set(outcome.value);
  return ok(null);
}

export async function redeemOneTimeLink(token: string): Promise<Result<null, SignInFailure>> {
  const outcome = await redeemOneTimeToken(token, await headers());
  if (!outcome.ok) return outcome;
  await set(outcome.value);
  return ok(null);
}

export const signOut = async (): Promise<void> => set(await endSession(await headers()));
