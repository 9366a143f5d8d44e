import Link from "next/link";
import { count, doneAt } from "#core/base/format.ts";
import { Panel } from "#ui/parts/panel.tsx";
import classes from "./history.module.css";
import type { HistoryDay, HistoryLine } from "./history-lines.ts";
import { THROUGH_WORDS } from "./through-words.ts";
import { UndoButton, UndoTogether } from "./undo.tsx";

/** The edits of one day, the latest first. */
export function Day({
  day: { title, lines },
  scenarioId,
  mayEdit,
}: {
  day: HistoryDay;
  scenarioId: string;
  mayEdit: boolean;
}) {
  return (
    <Panel title={title} note={count(lines.length, "edit")}>
      <ol className={classes.edits}>
        {lines.map((line) => (
          <Edit key={line.id} line={line} scenarioId={scenarioId} mayEdit={mayEdit} />
        ))}
      </ol>
    </Panel>
  );
}

function Edit({
  line: of,
  scenarioId,
  mayEdit,
}: {
  line: HistoryLine;
  scenarioId: string;
  mayEdit: boolean;
}) {
  const { line, time, places, rows, moreRows, later } = of;
  const { description, authorName, way, through, isShared } = line;
  const isUndo = line.undoesId !== null;
  const isUndone = !isUndo && !line.inEffect;
  const isHeld = later !== null && later.length > 0;
  return (
    <li className={classes.edit} data-undone={isUndone ? "" : undefined} data-undo={isUndo ? "" : undefined}>
      <time className={`${classes.time} mono`} dateTime={new Date(line.at * 1000).toISOString()}>
        {time}
      </time>
      <span className={classes.who}>{authorName}</span>
      <div className={classes.what}>
        <p className={classes.words}>
          {isUndone ? <span className={classes.tag}>undone</span> : null}
          <span>{description}</span>
        </p>
        <p className={classes.beside}>
          {through === "hand" || isUndo ? null : <span>{THROUGH_WORDS[through]}</span>}
          {isShared ? <span>in all scenarios</span> : null}
          {places.map(({ href, title }) => (
            <Link key={href} href={href}>
              {title}
            </Link>
          ))}
        </p>
        {rows.length > 0 ? (
          <details className={classes.rows}>
            <summary>{count(rows.length + moreRows, "change")}</summary>
            <ul>
              {rows.map((words, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an edit never changes, and may say the same of two rows
                <li key={i}>{words}</li>
              ))}
              {moreRows > 0 ? <li>and {moreRows} more</li> : null}
            </ul>
          </details>
        ) : null}
        {way && isHeld ? (
          <div className={classes.held}>
            Edits since hold it:{" "}
            {later.map((edit) => (
              <span key={edit.id} className={classes.holder}>
                {edit.authorName}, {doneAt(edit.at)}: {edit.description}
              </span>
            ))}
          </div>
        ) : way && later !== null ? (
          <p className={classes.held}>
            {isUndo
              ? "Another undo since holds it: bring that again first."
              : "What it did is no longer as it left it."}
          </p>
        ) : null}
      </div>
      {mayEdit && way ? (
        <div className={`${classes.undo} no-print`}>
          {later === null ? (
            <UndoButton scenarioId={scenarioId} editId={line.id} description={description} way={way} />
          ) : isHeld && way === "undo" ? (
            <UndoTogether scenarioId={scenarioId} editId={line.id} description={description} />
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
