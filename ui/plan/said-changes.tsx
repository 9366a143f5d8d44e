import type { SaidChange } from "#core/repair/said.ts";
import classes from "./mend.module.css";

const LEVELS = { hard: "hard", soft: "soft", unknown: "not known" } as const;

/** Findings that an edit makes better or worse: the rule, how much, and with whom. */
export function SaidChanges({ title, changes }: { title: string; changes: readonly SaidChange[] }) {
  if (changes.length === 0) return null;
  return (
    <>
      <p className="small">{title}</p>
      <ul className={classes.changes}>
        {changes.map(({ tone, title: rule, change, message }) => (
          <li key={`${tone} ${rule} ${message}`} data-tone={tone}>
            <b>{rule}</b> <span className="muted">({LEVELS[tone]})</span> {change}
            <br />
            <span className="muted">{message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
