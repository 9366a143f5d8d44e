import Link from "next/link";
import type { CrewTimeDay, CrewTimeModel } from "#core/report/crew-time.ts";
import { FIGURES, type Figure } from "#core/report/crew-time-lines.ts";
import { type FigureAt, traceOf } from "#core/report/crew-time-trace.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import classes from "../reports.module.css";
import { addressOf } from "./figure-address.ts";

/** A figure, and the way to what it is made of. */
function FigureCell({
  model,
  at,
  text,
  who,
  asked,
}: {
  model: CrewTimeModel;
  at: FigureAt;
  text: string;
  who: string;
  asked: FigureAt | null;
}) {
  if (text === "") return <td className="number muted">–</td>;
  const isAsked = asked !== null && addressOf(asked) === addressOf(at);
  return (
    <td className="number" data-asked={isAsked ? "" : undefined}>
      <Link
        href={addressOf(at)}
        className={classes.figure}
        aria-label={`${model.columns[at.figure].head}, ${who}: ${text}, what it is made of`}
        aria-current={isAsked ? "true" : undefined}
        prefetch={false}
      >
        {text}
      </Link>
    </td>
  );
}

const Heads = ({ model, figures }: { model: CrewTimeModel; figures: readonly Figure[] }) =>
  figures.map((figure) => (
    <th key={figure} scope="col" className="number" title={model.columns[figure].note}>
      {model.columns[figure].head}
    </th>
  ));

export function Accounts({ model, asked }: { model: CrewTimeModel; asked: FigureAt | null }) {
  return (
    <Scroll label="Crew time by agency and person">
      <table className={`table ${classes.accounts}`}>
        <thead>
          <tr>
            <th scope="col" className={classes.who}>
              Agency, person
            </th>
            <Heads model={model} figures={FIGURES} />
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <tr key={row.id} data-kind={row.kind}>
              <th scope="row" className={classes.who}>
                {row.name}
              </th>
              {FIGURES.map((figure) => (
                <FigureCell
                  key={figure}
                  model={model}
                  at={{ figure, rowId: row.id }}
                  text={row.text[figure]}
                  who={row.name}
                  asked={asked}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What the figure that is pointed at is made of: the lines of the ledger, each with its strip. */
export function MadeOf({ model, at, base }: { model: CrewTimeModel; at: FigureAt; base: string }) {
  const trace = traceOf(model, at);
  if (!trace) return null;
  return (
    <section className={classes.madeOf} id="made-of" aria-label="What the figure is made of">
      <header>
        <h2>{trace.title}</h2>
        <Link href="?" scroll={false} className="no-print">
          Close
        </Link>
      </header>
      <p className="muted small">{trace.note}</p>
      <Scroll label="Lines of the figure">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Date</th>
              <th scope="col">What</th>
              <th scope="col">How it is counted</th>
              <th scope="col" className="number">
                {model.columns[at.figure].head}
              </th>
            </tr>
          </thead>
          <tbody>
            {trace.lines.map(({ line, text }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved about
              <tr key={i}>
                <th scope="row">{line.person}</th>
                <td>{line.dateText}</td>
                <td>
                  {line.stripId ? (
                    <Link href={`${base}/board?strip=${encodeURIComponent(line.stripId)}`}>{line.what}</Link>
                  ) : (
                    line.what
                  )}
                </td>
                <td className="muted">{line.how}</td>
                <td className="number">{text}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                Together
              </th>
              <td className="number">{trace.total}</td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </section>
  );
}

const idOf = ({ personId, date }: CrewTimeDay) => `${personId} ${date ?? ""}`;

export function Days({ model, asked }: { model: CrewTimeModel; asked: FigureAt | null }) {
  return (
    <section className={`${classes.day} ${classes.apart}`}>
      <h2>Day by day</h2>
      <Scroll label="Crew time day by day">
        <table className={`table ${classes.days}`}>
          <thead>
            <tr>
              <th scope="col" className={classes.who}>
                Person
              </th>
              <th scope="col">Date</th>
              <Heads model={model} figures={FIGURES} />
              <th scope="col" className="number" title="Granted less what is planned of working time">
                Left
              </th>
              <th scope="col">For</th>
            </tr>
          </thead>
          <tbody>
            {model.days.map((day, i) => {
              const isFirst = model.days[i - 1]?.personId !== day.personId;
              return (
                <tr
                  key={idOf(day)}
                  data-tone={day.isOver ? "hard" : undefined}
                  data-first={isFirst ? "" : undefined}
                >
                  <th scope="row" className={classes.who}>
                    {isFirst ? day.person : <span className="visually-hidden">{day.person}</span>}
                  </th>
                  <td>{day.dateText}</td>
                  {FIGURES.map((figure) => (
                    <FigureCell
                      key={figure}
                      model={model}
                      at={{ figure, rowId: day.personId, date: day.date }}
                      text={day.text[figure]}
                      who={`${day.person}, ${day.dateText}`}
                      asked={asked}
                    />
                  ))}
                  <td className={`number ${classes.left}`}>{day.left || "–"}</td>
                  <td className={classes.what}>{day.what}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** How the columns are to be read. */
export const Words = ({ model }: { model: CrewTimeModel }) => (
  <section className={`${classes.day} ${classes.apart}`}>
    <h2>How each figure is counted</h2>
    <dl className={classes.words}>
      {FIGURES.map((figure) => (
        <div key={figure}>
          <dt>{model.columns[figure].head}</dt>
          <dd>{model.columns[figure].note}</dd>
        </div>
      ))}
    </dl>
    {model.notes.map((note) => (
      <p key={note} className="muted small">
        {note}
      </p>
    ))}
  </section>
);
