import type { Metadata } from "next";
import { duration } from "#core/base/format.ts";
import { type LineTotals, oneLiner } from "#core/report/one-liner.ts";
import type { StripLine } from "#core/report/strip-line.ts";
import { Empty } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { makeDraft } from "../make.ts";
import { ReportHead } from "../report-head.tsx";
import classes from "../reports.module.css";

export const metadata: Metadata = { title: "One-line schedule" };

const totalsText = (totals: LineTotals) =>
  `${totals.strips} strips · ${totals.pages} pages · ${duration(totals.shootMin)} shooting`;

function Lines({ strips, timed }: { strips: readonly StripLine[]; timed: boolean }) {
  return (
    <div className="scroll-x">
      <table className={`table ${classes.lines}`}>
        <thead>
          <tr>
            <th scope="col">{timed ? "GMT" : "Tier"}</th>
            <th scope="col">Scene</th>
            <th scope="col">I/E</th>
            <th scope="col">Set</th>
            <th scope="col">D/N</th>
            <th scope="col" className="number">
              Pages
            </th>
            <th scope="col">Cast</th>
            <th scope="col">Module</th>
          </tr>
        </thead>
        <tbody>
          {strips.map((strip) => (
            <tr key={strip.stripId}>
              <td className="mono">{timed ? (strip.time?.start.gmt ?? "") : strip.tier}</td>
              <td>
                {strip.scene}
                {strip.part ? <span className="muted small"> {strip.part}</span> : null}
              </td>
              <td>{strip.intExt}</td>
              <td>
                {strip.set}
                <div className="muted small">{strip.synopsis}</div>
              </td>
              <td>{strip.dayNight}</td>
              <td className="number">{strip.pages}</td>
              <td title={strip.cast.map((c) => `${c.number} ${c.role}`).join(", ")}>
                {strip.cast.map((c) => c.number).join(", ")}
              </td>
              <td>{strip.module}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export default async function OneLinerPage({ params }: { params: ScenarioParams }) {
  const plan = await openScenario(params, "plan.view");
  const model = makeDraft(oneLiner, plan, {});
  return (
    <article className={classes.report}>
      <ReportHead title="One-line schedule" model={model} pdf="one-liner/pdf" />
      {model.totals.strips === 0 && model.boneyard.length === 0 ? (
        <Empty title="No scenes yet">Add scenes, then place their strips on the board.</Empty>
      ) : null}
      {model.days
        .filter((day) => day.strips.length > 0 || day.isClosed || day.note || day.banners.length > 0)
        .map((day) => (
          <section key={day.number} className={classes.day}>
            <h2>
              {day.text} · {day.dateText}{" "}
              <span className="muted small">{day.isClosed ? "closed" : totalsText(day.totals)}</span>
            </h2>
            {day.banners.map((banner) => (
              <p key={banner} className={classes.banner}>
                {banner}
              </p>
            ))}
            {day.strips.length > 0 ? (
              <Lines strips={day.strips} timed />
            ) : (
              <p className="muted small">{day.note || "Nothing is placed on this day."}</p>
            )}
          </section>
        ))}
      {model.elsewhere.length > 0 ? (
        <section className={classes.day}>
          <h2>Outside the shoot days</h2>
          <Lines strips={model.elsewhere} timed />
        </section>
      ) : null}
      {model.boneyard.length > 0 ? (
        <section className={classes.day}>
          <h2>
            Boneyard <span className="muted small">{totalsText(model.totals.boneyard)}</span>
          </h2>
          <Lines strips={model.boneyard} timed={false} />
        </section>
      ) : null}
    </article>
  );
}
