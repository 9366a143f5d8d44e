import { err, ok, type Result } from "#core/base/result.ts";
import { database } from "../db/client.ts";
import type { User } from "../user.ts";
import { auth } from "./auth.ts";
import { createOneTimeLink } from "./users.ts";

/**
 * Signing in and out, whatever the transport: each takes the request's headers and gives the Set-Cookie headers of the answer.
 * Pages use server/auth/current-user.ts, which passes them on.
 */

export type SignInFailure =
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "too-many"; readonly message: string };

const cookiesOf = (response: Response): readonly string[] => response.headers.getSetCookie();

/** The headers by which better-auth tells who asks from where. */
function forwarded(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of [
    "cookie",
    "host",
    "origin",
    "referer",
    "user-agent",
    "x-forwarded-for",
    "sec-fetch-site",
    "sec-fetch-mode",
    "sec-fetch-dest",
  ]) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}
const baseOf = (headers: Headers) =>
  process.env.PERIGEE_URL ?? `http://${headers.get("host") ?? "localhost"}`;

/** Through better-auth's own door, so that its limits count these attempts too. */
async function post(path: string, body: object, headers: Headers): Promise<Response> {
  const own = forwarded(headers);
  own.set("content-type", "application/json");
  const request = new Request(new URL(`/api/auth${path}`, baseOf(headers)), {
    method: "POST",
    headers: own,
    body: JSON.stringify(body),
  });
  return auth().handler(request);
}

/** better-auth answers 500 whatever the reason: the database's own error tells more, if it is that. */
async function failed({ status }: Response): Promise<never> {
  await database().$queryRaw`SELECT 1`;
  throw new Error(`Signing in failed with status ${status}.`);
}

export async function signInWithPassword(
  { email, password }: { readonly email: string; readonly password: string },
  headers: Headers,
): Promise<Result<readonly string[], SignInFailure>> {
  const response = await post("/sign-in/email", { email: email.trim().toLowerCase(), password }, headers);
  if (response.ok) return ok(cookiesOf(response));
  if (response.status === 429)
    return err({ kind: "too-many", message: "Too many attempts. Wait a minute, then try again." });
  if (response.status < 500)
    return err({ kind: "wrong", message: "This address and this password do not belong together." });
  return failed(response);
}

/** Uses a one-time link up. */
export async function redeemOneTimeToken(
  token: string,
  headers: Headers,
): Promise<Result<readonly string[], SignInFailure>> {
  const response = await auth().api.magicLinkVerify({
    query: { token },
    headers: forwarded(headers),
    asResponse: true,
  });
  if (response.ok) return ok(cookiesOf(response));
  if (response.status >= 500) return failed(response);
  return err({
    kind: "wrong",
    message: "This link was used already, or is older than a day. Ask for a new one.",
  });
}

export const endSession = async (headers: Headers): Promise<readonly string[]> =>
  cookiesOf(await post("/sign-out", {}, headers));

export async function userOf(headers: Headers): Promise<User | null> {
  const session = await auth().api.getSession({ headers });
  return session ? { id: session.user.id, name: session.user.name, email: session.user.email } : null;
}

/** For tests that drive a browser: the Set-Cookie headers of somebody who has just signed in. */
export async function mintSession(email: string): Promise<readonly string[]> {
  const link = await createOneTimeLink(email, "http://localhost");
  if (!link) throw new Error(`There is no user ${email}.`);
  const token = new URL(link).searchParams.get("token") ?? "";
  const cookies = await redeemOneTimeToken(token, new Headers());
  if (!cookies.ok) throw new Error(cookies.error.message);
  return cookies.value;
}
