import type { Metadata } from "next";
import Link from "next/link";
import { reports } from "#core/report/index.ts";
import { Page } from "#ui/parts/page.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import classes from "./reports.module.css";

export const metadata: Metadata = { title: "Reports" };

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
            <p className="muted">{report.purpose}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
