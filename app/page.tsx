import type { Metadata } from "next";
import Link from "next/link";
import { dayMonth, doneAt } from "#core/base/format.ts";
import { formats } from "#interchange/index.ts";
import { openUser } from "#server/open-production.ts";
import { type ProductionLine, productionsOf } from "#server/productions.ts";
import { isDatabaseDown } from "#server/unavailable.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { VerdictLine } from "#ui/verdict.tsx";
import { Bar } from "./bar.tsx";
import { now } from "./clock.ts";
import { DatabaseDown } from "./database-down.tsx";
import { ImportButton } from "./import-button.tsx";
import classes from "./productions.module.css";
import { SampleButton } from "./sample-button.tsx";

/** What a file chooser offers: `application/json,.json`. */
const FILES = formats
  .flatMap(({ mediaType, extension }) => [mediaType, extension.slice(extension.lastIndexOf("."))])
  .join(",");

export const metadata: Metadata = { title: "Productions" };

function Line({
  line: { production, role, report, daysLeft, window, lastChange },
}: {
  line: ProductionLine;
}) {
  return (
    <li className={classes.line}>
      <div className={classes.title}>
        <Link href={`/productions/${production.slug}/current/overview`}>{production.title}</Link>
        <span className="muted small">
          {[production.titleLocal, production.company].filter(Boolean).join(" · ")}
        </span>
      </div>
      <div>
        {report ? (
          <VerdictLine verdict={report.verdict} inHand={report.inHandMin} />
        ) : (
          <span className="muted small">cannot be judged</span>
        )}
      </div>
      <div className="small">
        {window
          ? `${dayMonth(window.opensAt)} – ${dayMonth(window.closesAt)} ${new Date(window.closesAt * 1000).getUTCFullYear()}`
          : "no window"}
        <div className="muted">{daysLeft > 0 ? `${daysLeft} shoot days left` : "window has passed"}</div>
      </div>
      <div className="small">
        {lastChange ? lastChange.description : "as it was made"}
        <div className="muted">
          {lastChange ? `${lastChange.authorName}, ${doneAt(lastChange.at)} GMT` : ""}
        </div>
      </div>
      <span className="muted small">{role}</span>
    </li>
  );
}

export default async function ProductionsPage() {
  const found = await openUser()
    .then(async (user) => ({ user, lines: await productionsOf(user, now()) }))
    .catch((error: unknown) => {
      if (isDatabaseDown(error)) return null;
      throw error;
    });
  if (!found) return <DatabaseDown />;
  const { user, lines } = found;
  return (
    <>
      <Bar user={user} />
      <main>
        <Page
          title="Productions"
          note={lines.length > 0 ? "What each says of its current scenario." : undefined}
          actions={
            <>
              <ImportButton accept={FILES} />
              <LinkButton href="/new" variant="filled">
                New production
              </LinkButton>
            </>
          }
        >
          {lines.length === 0 ? (
            <Empty title="No production yet" action={<SampleButton />}>
              A production begins with a station template and its shoot window; scenes are pasted from a
              table. Or look at the sample first: The Challenge, shot aboard the ISS in October 2021.
            </Empty>
          ) : (
            <ul>
              {lines.map((line) => (
                <Line key={line.production.id} line={line} />
              ))}
            </ul>
          )}
        </Page>
      </main>
    </>
  );
}
