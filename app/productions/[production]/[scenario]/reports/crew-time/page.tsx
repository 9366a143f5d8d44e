import type { Metadata } from "next";
import { type CrewTimeModel, type CrewTimeTexts, crewTime } from "#core/report/crew-time.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { makeDraft } from "../make.ts";
import { ReportHead } from "../report-head.tsx";
import classes from "../reports.module.css";

export const metadata: Metadata = { title: "Crew time" };

const COLUMNS: readonly (readonly [keyof CrewTimeTexts, string])[] = [
  ["asked", "Asked"],
  ["granted", "Granted"],
  ["planned", "Planned"],
  ["personal", "of it personal"],
  ["personalGranted", "Consented"],
  ["spent", "Spent"],
  ["owed", "Owed"],
  ["price", "Price"],
  ["listPrice", "Would cost"],
];

function Accounts({ rows }: Pick<CrewTimeModel, "rows">) {
  return (
    <Scroll label="Crew time by agency and person">
      <table className={`table ${classes.accounts}`}>
        <thead>
          <tr>
            <th scope="col">Agency, person</th>
            {COLUMNS.map(([id, head]) => (
              <th key={id} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-kind={row.kind}>
              <th scope="row" className={classes.who}>
                {row.name}
              </th>
              {COLUMNS.map(([id]) => (
                <td key={id} className="number">
                  {row.text[id] || "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Days({ days }: Pick<CrewTimeModel, "days">) {
  return (
    <section className={classes.day}>
      <h2>Day by day</h2>
      <Scroll label="Crew time day by day">
        <table className={`table ${classes.days}`}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Date</th>
              <th scope="col" className="number">
                Granted
              </th>
              <th scope="col" className="number">
                Charged
              </th>
              <th scope="col" className="number">
                Left
              </th>
              <th scope="col" className="number">
                Consented
              </th>
              <th scope="col" className="number">
                Personal
              </th>
              <th scope="col">For</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={`${day.personId} ${day.date}`} data-tone={day.isOver ? "hard" : undefined}>
                <th scope="row">{day.person}</th>
                <td>{day.dateText}</td>
                <td className="number">{day.granted || "–"}</td>
                <td className="number">{day.used || "–"}</td>
                <td className="number">{day.left}</td>
                <td className="number">{day.personalGranted || "–"}</td>
                <td className="number">{day.personalUsed || "–"}</td>
                <td>{day.what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

export default async function CrewTimePage({ params }: { params: ScenarioParams }) {
  const model = makeDraft(crewTime, await openScenario(params, "plan.view"), {});
  return (
    <article className={classes.report}>
      <ReportHead title="Crew time" model={model} pdf="crew-time/pdf" />
      {model.rows.length === 0 ? (
        <Empty title="No station crew time yet">
          Enter what agencies grant, or call station crew on a strip.
        </Empty>
      ) : (
        <>
          <Accounts rows={model.rows} />
          {model.notes.map((note) => (
            <p key={note} className="muted small">
              {note}
            </p>
          ))}
          <Days days={model.days} />
        </>
      )}
    </article>
  );
}
