import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentUser } from "#server/auth/current-user.ts";
import { isDatabaseDown } from "#server/unavailable.ts";
import { DatabaseDown } from "../database-down.tsx";
import { SignInForm } from "./form.tsx";
import classes from "./sign-in.module.css";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  const user = await currentUser().catch((error: unknown) => {
    if (isDatabaseDown(error)) return "down" as const;
    throw error;
  });
  if (user === "down") return <DatabaseDown />;
  if (user) redirect("/");
  return (
    <main className={classes.main}>
      <div className={classes.card}>
        <p className={classes.brand}>Perigee</p>
        <h1>Sign in</h1>
        <p className="muted small">
          Plans film shoots in orbit: does the plan fit the window, and how surely; what if; who is called
          where tomorrow.
        </p>
        <SignInForm />
        <p className="muted small">
          The sample&rsquo;s producer is <span className="mono">producer@the-challenge.example</span>. The
          first <code className="mono">npm start</code> prints the password, once; every start prints a
          one-time link besides. Lost both? <code className="mono">npm run -s perigee -- link</code> prints
          another link.
        </p>
        <p className="muted small">
          No account yet? Whoever runs this server adds one with{" "}
          <code className="mono">perigee user add</code>.
        </p>
      </div>
    </main>
  );
}
