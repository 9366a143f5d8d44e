import { AsyncLocalStorage } from "node:async_hooks";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
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

const make = (db: Database) =>
  betterAuth({
    appName: "Perigee",
    secret: process.env.PERIGEE_SECRET,
    ...(process.env.PERIGEE_URL ? { baseURL: process.env.PERIGEE_URL } : {}),
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
    advanced: { cookiePrefix: "perigee" },
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
