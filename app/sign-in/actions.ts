"use server";

import { redirect } from "next/navigation";
import { err, type Result } from "#core/base/result.ts";
import { redeemOneTimeLink, signIn, signOut } from "#server/auth/current-user.ts";
import { guarded } from "#server/perform.ts";
import { type SignInInput, signInForm } from "./sign-in-form.ts";

type Outcome = Result<null, { readonly kind: string; readonly message?: string }>;

export async function signInWithPassword(raw: SignInInput): Promise<Outcome> {
  const parsed = signInForm.safeParse(raw);
  if (!parsed.success) return err({ kind: "invalid" });
  return guarded<Outcome>(async () => ({ ok: true, value: await signIn(parsed.data) })).then((outcome) =>
    outcome.ok ? outcome.value : outcome,
  );
}

export async function redeemLink(raw: { token: string }): Promise<Outcome> {
  if (typeof raw?.token !== "string" || raw.token.length > 200)
    return err({ kind: "wrong", message: "This is not a sign-in link. Ask for a new one." });
  return guarded<Outcome>(async () => ({ ok: true, value: await redeemOneTimeLink(raw.token) })).then(
    (outcome) => (outcome.ok ? outcome.value : outcome),
  );
}

export async function leave(): Promise<void> {
  await signOut();
  redirect("/sign-in");
}
