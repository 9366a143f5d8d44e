import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { magicLink } from "better-auth/plugins";
import { type Database, database } from "../db/client.ts";
import { keptOnce } from "../kept.ts";

/** One day. */
export const LINK_LIFETIME_S = 86_400;
const SESSION_LIFETIME_S = 30 * 86_400;

/** better-auth hands the token of a new link to this store; there is no mail to send it by. */
export const issuedToken = new AsyncLocalStorage<{ token?: string }>();

/** The origin that a request was addressed to: the same people may type localhost, 127.0.0.1 or a name of their network. */
function ownOrigins(request?: Request): string[] {
  const host = request?.headers.get("host");
  return host ? [`http://${host}`, `https://${host}`] : [];
}

const ACCOUNT_LIMIT = 15;
const ACCOUNT_WINDOW_MS = 60_000;

/**
 * better-auth counts attempts by the sender's address, which a sender behind no proxy can make up. This counts them by account too:
 * so many a minute, from wherever they come.
 */
async function holdBackGuesses({ path, body }: { readonly path?: string; readonly body?: unknown }) {
  if (path !== "/sign-in/email") return;
  const email = String((body as { email?: unknown } | undefined)?.email ?? "").toLowerCase();
  const key = `account|${createHash("sha256").update(email).digest("base64url")}`;
  const now = BigInt(Date.now());
  const [row] = await database().$queryRaw<{ count: number }[]>`
    INSERT INTO "AuthRateLimit" ("id", "key", "count", "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "AuthRateLimit"."lastRequest" < ${now - BigInt(ACCOUNT_WINDOW_MS)} THEN 1 ELSE "AuthRateLimit"."count" + 1 END,
      "lastRequest" = CASE WHEN "AuthRateLimit"."lastRequest" < ${now - BigInt(ACCOUNT_WINDOW_MS)} THEN ${now} ELSE "AuthRateLimit"."lastRequest" END
    RETURNING "count"`;
  if ((row?.count ?? 0) > ACCOUNT_LIMIT)
    throw new APIError("TOO_MANY_REQUESTS", { message: "Too many attempts on one account" });
}

const make = (db: Database) =>
  betterAuth({
    appName: "Perigee",
    secret: process.env.PERIGEE_SECRET,
    baseURL: process.env.PERIGEE_URL || "http://localhost:3000",
    trustedOrigins: (request) => ownOrigins(request),
    database: prismaAdapter(db, { provider: "postgresql" }),
    user: { modelName: "user" },
    session: { modelName: "authSession", expiresIn: SESSION_LIFETIME_S },
    account: { modelName: "authAccount" },
    verification: { modelName: "authVerification" },
    // Nobody signs up: people are added by `perigee user add` or invited by an owner.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_LIFETIME_S,
        storeToken: "hashed",
        sendMagicLink: ({ token }) => {
          const issued = issuedToken.getStore();
          if (issued) issued.token = token;
        },
      }),
    ],
    // Over HTTP no links are given out, and none is used up by a GET: what looks ahead at a link must not burn it.
    disabledPaths: [
      "/sign-in/magic-link",
      "/magic-link/verify",
      "/sign-up/email",
      "/update-user",
      "/change-email",
      "/delete-user",
    ],
    rateLimit: {
      enabled: true,
      storage: "database",
      modelName: "authRateLimit",
      window: 60,
      max: 100,
      customRules: { "/sign-in/email": { window: 60, max: 8 } },
    },
    hooks: { before: createAuthMiddleware(holdBackGuesses) },
    // Said aloud, because better-auth drops the check of origins where NODE_ENV is "test".
    advanced: { cookiePrefix: "perigee", disableOriginCheck: false, disableCSRFCheck: false },
    logger: { level: "error" },
    telemetry: { enabled: false },
  });

export type Auth = ReturnType<typeof make>;

/** Signing in and sessions, on the database of this process. */
export function auth(): Auth {
  const db = database();
  const kept = keptOnce<{ db?: Database; auth?: Auth }>("auth", () => ({}));
  if (kept.db !== db || !kept.auth) Object.assign(kept, { db, auth: make(db) });
  return kept.auth as Auth;
}
