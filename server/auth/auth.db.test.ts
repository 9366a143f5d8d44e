import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "../db/client.ts";
import { testingServer } from "../testing-server.ts";
import { auth } from "./auth.ts";
import { endSession, mintSession, redeemOneTimeToken, signInWithPassword, userOf } from "./sessions.ts";
import { createOneTimeLink, createUser, newUser } from "./users.ts";

const ORIGIN = "http://localhost:3000";
const headers = (more: Record<string, string> = {}) =>
  new Headers({ host: "localhost:3000", origin: ORIGIN, "x-forwarded-for": "192.0.2.7", ...more });
const cookieOf = (setCookies: readonly string[]) =>
  headers({ cookie: setCookies.map((cookie) => cookie.split(";")[0]).join("; ") });
const tokenOf = (link: string | null) => new URL(link ?? "").searchParams.get("token") ?? "";
const post = (path: string, body: object, more: Record<string, string> = {}) =>
  auth().handler(
    new Request(`${ORIGIN}/api/auth${path}`, {
      method: "POST",
      headers: headers({ "content-type": "application/json", ...more }),
      body: JSON.stringify(body),
    }),
  );

let end: () => Promise<void>;
beforeAll(async () => {
  end = await testingServer();
  await createUser({ name: "Anna", email: "anna@studio.example", password: "correct horse battery" });
  await createUser({ name: "Boris", email: "boris@studio.example" });
});
afterAll(() => end());
beforeEach(() => database().authRateLimit.deleteMany());

describe("by password", () => {
  test("signs in, is known, signs out", async () => {
    const signedIn = await signInWithPassword(
      { email: " Anna@Studio.Example ", password: "correct horse battery" },
      headers(),
    );
    const cookie = cookieOf(signedIn.ok ? signedIn.value : []);
    expect(await userOf(cookie)).toMatchObject({ name: "Anna", email: "anna@studio.example" });
    const out = await endSession(cookie);
    expect(out.join()).toContain("Max-Age=0");
    expect(await userOf(cookie)).toBeNull();
  });

  test("the cookie is kept from scripts and from other sites", async () => {
    const cookies = await mintSession("anna@studio.example");
    expect(cookies.join()).toMatch(/HttpOnly/);
    expect(cookies.join()).toMatch(/SameSite=Lax/);
  });

  test.each([
    { name: "a wrong password", email: "anna@studio.example", password: "wrong horse battery" },
    { name: "nobody's address", email: "nobody@studio.example", password: "correct horse battery" },
    { name: "somebody without a password", email: "boris@studio.example", password: "correct horse battery" },
    { name: "no address at all", email: "anna", password: "x" },
  ])("$name gets the same answer", async ({ email, password }) => {
    const outcome = await signInWithPassword({ email, password }, headers());
    expect(outcome).toEqual({
      ok: false,
      error: { kind: "wrong", message: "This address and this password do not belong together." },
    });
  });

  test("many attempts have to wait, kept in the database", async () => {
    const attempt = () => signInWithPassword({ email: "anna@studio.example", password: "guess" }, headers());
    for (let i = 0; i < 8; i++) expect((await attempt()).ok).toBe(false);
    expect(await attempt()).toMatchObject({ error: { kind: "too-many" } });
    expect(await database().authRateLimit.count()).toBeGreaterThan(0);
  });

  test("many attempts on one account have to wait wherever they come from", async () => {
    const attempt = (i: number) =>
      signInWithPassword(
        { email: "anna@studio.example", password: "guess" },
        headers({ "x-forwarded-for": `192.0.2.${i}` }),
      );
    for (let i = 0; i < 20; i++) await attempt(i);
    expect(await attempt(99)).toMatchObject({ error: { kind: "too-many" } });
  });
});

describe("by one-time link", () => {
  test("works once", async () => {
    const token = tokenOf(await createOneTimeLink("boris@studio.example", ORIGIN));
    const first = await redeemOneTimeToken(token, headers());
    expect(await userOf(cookieOf(first.ok ? first.value : []))).toMatchObject({ name: "Boris" });
    expect(await redeemOneTimeToken(token, headers())).toMatchObject({ error: { kind: "wrong" } });
  });

  test("leaves a password as it is", async () => {
    await redeemOneTimeToken(tokenOf(await createOneTimeLink("anna@studio.example", ORIGIN)), headers());
    const again = await signInWithPassword(
      { email: "anna@studio.example", password: "correct horse battery" },
      headers(),
    );
    expect(again.ok).toBe(true);
  });

  test("is kept hashed and lasts a day", async () => {
    const token = tokenOf(await createOneTimeLink("boris@studio.example", ORIGIN));
    const stored = await database().authVerification.findMany();
    expect(JSON.stringify(stored)).not.toContain(token);
    const [latest] = stored.sort((a, b) => b.expiresAt.getTime() - a.expiresAt.getTime());
    const hours = ((latest?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
  });

  test("does not work when it is old, or made up", async () => {
    const token = tokenOf(await createOneTimeLink("boris@studio.example", ORIGIN));
    await database().authVerification.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await redeemOneTimeToken(token, headers())).toMatchObject({ error: { kind: "wrong" } });
    expect(await redeemOneTimeToken("made-up", headers())).toMatchObject({ error: { kind: "wrong" } });
  });

  test("is not used up by a GET, and not handed out over HTTP", async () => {
    const token = tokenOf(await createOneTimeLink("boris@studio.example", ORIGIN));
    const looked = await auth().handler(new Request(`${ORIGIN}/api/auth/magic-link/verify?token=${token}`));
    expect(looked.status).toBe(404);
    expect((await post("/sign-in/magic-link", { email: "boris@studio.example" })).status).toBe(404);
    expect((await redeemOneTimeToken(token, headers())).ok).toBe(true);
  });

  test("is not made for nobody", async () => {
    expect(await createOneTimeLink("nobody@studio.example", ORIGIN)).toBeNull();
  });
});

describe("closed", () => {
  test("nobody signs up", async () => {
    const body = { name: "Eve", email: "eve@studio.example", password: "long enough for anybody" };
    expect((await post("/sign-up/email", body)).status).toBeGreaterThanOrEqual(400);
    expect(await database().user.count({ where: { email: "eve@studio.example" } })).toBe(0);
  });

  test("a request from another site is refused", async () => {
    const cookie = cookieOf(await mintSession("anna@studio.example")).get("cookie") ?? "";
    const outcome = await post("/sign-out", {}, { cookie, origin: "https://evil.example" });
    expect(outcome.status).toBe(403);
  });

  test("a cookie signed by somebody else is nobody", async () => {
    expect(await userOf(headers({ cookie: "perigee.session_token=abc.def" }))).toBeNull();
    expect(await userOf(new Headers())).toBeNull();
  });

  test("an address belongs to one person, however it is written", async () => {
    const again = newUser.parse({ name: "Anna", email: "ANNA@studio.example" });
    expect(await createUser(again)).toEqual({
      ok: false,
      error: "There is a user with the address anna@studio.example already.",
    });
  });
});
