import type { Metadata } from "next";
import { type DayOutOfDaysModel, type DayRow, dayOutOfDays } from "#core/report/day-out-of-days.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { makeDraft } from "../make.ts";
import { ReportHead } from "../report-head.tsx";
import classes from "../reports.module.css";

export const metadata: Metadata = { title: "Day out of days" };

function Rows({ title, rows, model }: { title: string; rows: readonly DayRow[]; model: DayOutOfDaysModel }) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={model.days.length + 4} className={classes.group}>
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className={classes.who}>
            {row.number === null ? "" : `${row.number} `}
            {row.number === null ? row.person : row.part}
            <div className="muted small">{row.number === null ? row.part : row.person}</div>
          </th>
          {row.cells.map((cell, i) => (
            <td key={model.days[i]?.dayId} className={classes.code} data-code={cell.code ?? undefined}>
              {cell.text}
            </td>
          ))}
          <td className="number">{row.worked}</td>
          <td className="number">{row.held}</td>
          <td className="number">{row.total}</td>
        </tr>
      ))}
    </tbody>
  );
}

export default async function DayOutOfDaysPage({ params }: { params: ScenarioParams }) {
  const model = makeDraft(dayOutOfDays, await openScenario(params, "plan.view"), {});
  return (
    <article className={classes.report}>
      <ReportHead title="Day out of days" model={model} pdf="day-out-of-days/pdf" />
      {model.cast.length + model.crew.length === 0 ? (
        <Empty title="Nobody is called yet">Cast roles and give jobs, then place strips.</Empty>
      ) : (
        <>
          <Scroll label="Day out of days">
            <table className={`table ${classes.dood}`}>
              <thead>
                <tr>
                  <th scope="col">Person</th>
                  {model.days.map((day) => (
                    <th
                      key={day.dayId}
                      scope="col"
                      className={classes.code}
                      data-closed={day.isClosed ? "" : undefined}
                    >
                      {day.number}
                      <div>{day.weekday}</div>
                      <div>{day.dateText}</div>
                    </th>
                  ))}
                  <th scope="col" className="number">
                    Work
                  </th>
                  <th scope="col" className="number">
                    Hold
                  </th>
                  <th scope="col" className="number">
                    Total
                  </th>
                </tr>
              </thead>
              <Rows title="Cast" rows={model.cast} model={model} />
              <Rows title="Crew" rows={model.crew} model={model} />
            </table>
          </Scroll>
          <p className={classes.legend}>
            {model.legend.map(({ code, meaning }) => (
              <span key={code}>
                <b>{code}</b> {meaning}
              </span>
            ))}
          </p>
          {model.notPlaced > 0 ? (
            <p className="muted small">
              {model.notPlaced} strips are in the boneyard: first and last days may move when they are placed.
            </p>
          ) : null}
        </>
      )}
    </article>
  );
}
