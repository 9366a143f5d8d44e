import type { Metadata } from "next";
import Link from "next/link";
import { reports } from "#core/report/index.ts";
import { Page } from "#ui/parts/page.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import classes from "./reports.module.css";

export const metadata: Metadata = { title: "Reports" };

/** What each report is for, in a line. */
const PURPOSE: Record<string, string> = {
  "call-sheet":
    "Who is called where on a shoot day: times, strips, light, station events, contacts, the next day in advance.",
  "one-liner": "The whole schedule, one line a strip, day by day, with the boneyard at the end.",
  "day-out-of-days": "Person by day: who starts, works, is held and finishes when.",
  "crew-time":
    "Station crew time by agency and person: asked, granted, planned, spent and owed, personal time, and what it would cost.",
};

export default async function ReportsPage({ params }: { params: ScenarioParams }) {
  const { segment } = await openScenario(params, "plan.view");
  return (
    <Page title="Reports" note="On screen and as PDF, made from the plan as it stands.">
      <ul className={classes.menu}>
        {reports.map((report) => (
          <li key={report.id}>
            <Link href={`/productions/${segment.production}/${segment.scenario}/reports/${report.id}`}>
              {report.title}
            </Link>
            <p className="muted">{PURPOSE[report.id]}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
