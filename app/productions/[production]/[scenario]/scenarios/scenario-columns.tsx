import { IconArrowDownRight, IconArrowUpRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { doneAt, moment, weekdayMonth } from "#core/base/format.ts";
import type { EditLine } from "#server/edits/history.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import { inHandText, VerdictLine } from "#ui/verdict.tsx";
import { type Delta, type deltas, type ScenarioFacts, windowText } from "./scenario-cards.ts";
import { ScenarioMenu } from "./scenario-menu.tsx";
import classes from "./scenarios.module.css";

export interface Column {
  readonly facts: ScenarioFacts;
  /** The one that is open now. */
  readonly isHere: boolean;
  /** Against the current scenario; null for itself. */
  readonly deltas: ReturnType<typeof deltas> | null;
  readonly differences: readonly string[] | null;
  readonly last: EditLine | null;
  readonly openPath: string;
}

/** A scenario a column, the current one first; every row says how the others differ from it. */
export function ScenarioColumns({ columns, mayEdit }: { columns: readonly Column[]; mayEdit: boolean }) {
  const row = (name: string, cell: (column: Column) => ReactNode) => (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td key={column.facts.scenario.id}>{cell(column)}</td>
      ))}
    </tr>
  );
  return (
    <Scroll label="Scenarios side by side">
      <table className={`table ${classes.columns}`}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.facts.scenario.id} scope="col">
                <Head column={column} mayEdit={mayEdit} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row("Verdict", ({ facts }) => (
            <span className={classes.verdict}>
              <VerdictLine verdict={facts.verdict} inHand={facts.inHand} />
            </span>
          ))}
          {row("Minutes in hand", ({ facts, deltas: d }) => (
            <Value delta={d?.inHand}>{inHandText(facts.inHand, facts.verdict)}</Value>
          ))}
          {row("Hard findings", ({ facts, deltas: d }) => (
            <Value delta={d?.hard}>{facts.hard}</Value>
          ))}
          {row("Must set-ups placed", ({ facts, deltas: d }) => (
            <Value delta={d?.must}>
              {facts.mustPlaced} of {facts.must}
            </Value>
          ))}
          {row("Last must in the can", ({ facts, deltas: d }) => (
            <Value delta={d?.inTheCan}>
              {facts.inTheCanAt === null
                ? "not all placed"
                : `${weekdayMonth(facts.inTheCanAt)} ${moment(facts.inTheCanAt).split(" ").at(-1)} GMT`}
            </Value>
          ))}
          {row("Window, GMT", ({ facts, deltas: d }) => (
            <Value delta={d?.closes ?? d?.opens}>{windowText(facts)}</Value>
          ))}
          {row("Open shoot days", ({ facts, deltas: d }) => (
            <Value delta={d?.openDays}>
              {facts.openDays} of {facts.days}
            </Value>
          ))}
          {row("Does differently", ({ differences }) =>
            differences === null ? (
              <span className="muted">the others are compared with this one</span>
            ) : (
              <ul className={classes.differences}>
                {differences.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          )}
          {row("Last change", ({ facts, last }) => (
            <>
              <span className="muted small">revision {facts.scenario.revision}</span>
              {last ? (
                <span className={classes.last}>
                  {last.description}
                  <span className="muted small">
                    {last.authorName}, {doneAt(last.at)} GMT
                    {last.isShared ? ", in all scenarios" : ""}
                  </span>
                </span>
              ) : (
                <span className={`muted small ${classes.last}`}>no edit yet</span>
              )}
            </>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Head({ column: { facts, isHere, openPath }, mayEdit }: { column: Column; mayEdit: boolean }) {
  const { id, name, note, isCurrent } = facts.scenario;
  return (
    <div className={classes.columnHead}>
      <div className={classes.columnName}>
        <Link href={openPath}>{name}</Link>
        {mayEdit ? (
          <ScenarioMenu id={id} name={name} note={note} isCurrent={isCurrent} path={openPath} />
        ) : null}
      </div>
      <p className={classes.tags}>
        {isCurrent ? <span className={classes.tag}>current</span> : null}
        {isHere ? <span className={classes.tag}>open here</span> : null}
      </p>
      {note ? <p className="muted small">{note}</p> : null}
    </div>
  );
}

function Value({ delta, children }: { delta: Delta | null | undefined; children: ReactNode }) {
  const Icon = delta?.tone === "better" ? IconArrowUpRight : IconArrowDownRight;
  return (
    <>
      <span className={classes.value}>{children}</span>
      {delta ? (
        <span className={classes.delta} data-tone={delta.tone}>
          {delta.tone === "other" ? null : <Icon size={13} stroke={2.2} aria-hidden />}
          {delta.text}
        </span>
      ) : null}
    </>
  );
}
