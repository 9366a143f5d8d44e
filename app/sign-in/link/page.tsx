import type { Metadata } from "next";
import classes from "../sign-in.module.css";
import { LinkButton } from "./link-button.tsx";

export const metadata: Metadata = { title: "One-time link", referrer: "no-referrer" };

export default async function LinkPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  return (
    <main className={classes.main}>
      <div className={classes.card}>
        <p className={classes.brand}>Perigee</p>
        <h1>One-time link</h1>
        {typeof token === "string" ? (
          <>
            <p className="muted small">
              It signs you in once, within a day of being made. The button uses it up; looking at this page
              does not.
            </p>
            <LinkButton token={token} />
          </>
        ) : (
          <p className="muted small">
            This address lacks its token. Copy the whole link, or ask for a new one.
          </p>
        )}
      </div>
    </main>
  );
}
