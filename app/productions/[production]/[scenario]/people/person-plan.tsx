import { IconAlertTriangle, IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { clock, dayMonth, weekdayMonth } from "#core/base/format.ts";
import { dateOf } from "#core/base/instant.ts";
import { type Interval, utcDay } from "#core/base/interval.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import type { CheckReport } from "#core/model/finding.ts";
import { JOB_NAMES } from "#core/model/job.ts";
import type { Person } from "#core/model/person.ts";
import type { Placed } from "#core/model/placed.ts";
import { type Readiness, readinessOf } from "#core/model/readiness.ts";
import { ledgerParamsOf } from "#core/report/crew-time-accounts.ts";
import { dayPlansOf } from "#core/report/day-plan.ts";
import { ledgerOf } from "#core/rules/crew-time-ledger.ts";
import { findingLinks } from "#ui/parts/finding-links.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import { Facts as FactLines } from "#ui/tables/facts.tsx";
import { InspectorPart } from "#ui/tables/inspector.tsx";
import classes from "./people.module.css";
import { findingsOf, legOf } from "./people-list.ts";

interface Props {
  readonly person: Person;
  readonly tables: Tables;
  readonly facts: Facts;
  readonly report: CheckReport;
  readonly to: (page: string) => string;
}

/** What the plan asks of a person, and what it may ask. */
export function PersonPlan(props: Props) {
  const { person, report, facts, tables, to } = props;
  const findings = findingsOf(report, person.id);
  return (
    <>
      <InspectorPart title="Findings" note={String(findings.length)}>
        {findings.length > 0 ? (
          <FindingList
            findings={findings.slice(0, 20)}
            links={findingLinks(findings, facts, tables, to("").replace(/\/$/, ""))}
          />
        ) : (
          <p className="muted small">None names {person.shortName}.</p>
        )}
        {findings.length > 20 ? <p className="muted small">and {findings.length - 20} more</p> : null}
      </InspectorPart>
      <Aboard {...props} />
      <Calls {...props} />
      {person.category === "expedition-crew" ? <Ledger {...props} /> : null}
      <Certificates {...props} />
    </>
  );
}

/** With its year: who stays over New Year comes up in one and goes down in another. */
const dated = (at: EpochSeconds) => `${dayMonth(at)} ${dateOf(at).slice(0, 4)} ${clock(at)}`;
/** A stay without end on one side is told by the other side. */
function stayText({ start, end }: Interval): string {
  const isOpen = (at: number) => Math.abs(at) > 4e12;
  if (isOpen(start) && isOpen(end)) return "throughout";
  if (isOpen(start)) return `until ${dated(end)} GMT`;
  return isOpen(end) ? `from ${dated(start)} GMT` : `${dated(start)} to ${dated(end)} GMT`;
}

function Aboard({ person, tables, facts }: Props) {
  const stays = facts.aboard.get(person.id);
  return (
    <InspectorPart title="Aboard" note="hatch opening to hatch closing">
      <FactLines
        rows={[
          ["Aboard", stays?.map(stayText).join("; ") ?? "no flight is known"],
          ["Up", legOf(tables, person.id, "up")?.text],
          ["Down", legOf(tables, person.id, "down")?.text],
          [
            "Plays",
            tables.role
              .filter((role) => role.personId === person.id)
              .map((role) => `${role.number} ${role.name}${role.crewPlayed ? " (crew-played)" : ""}`)
              .join(", "),
          ],
        ]}
      />
    </InspectorPart>
  );
}

/** What they do on a strip: `plays 1, 3; camera operator`. */
function partText(placed: Placed, person: Person, facts: Facts): string {
  const call = placed.calls.find((c) => c.personId === person.id);
  const numbers = (call?.roleIds ?? []).flatMap((id) => facts.roles.get(id)?.number ?? []);
  const jobs = (call?.jobs ?? []).map((job) => JOB_NAMES[job].toLowerCase());
  return [...(numbers.length > 0 ? [`plays ${numbers.join(", ")}`] : []), ...jobs].join(", ");
}

function Calls({ person, facts, to }: Props) {
  const days = dayPlansOf(facts).flatMap(({ day, strips }) => {
    const own = strips.flatMap((placed) => {
      const call = placed.calls.find((c) => c.personId === person.id);
      return call ? [{ placed, call }] : [];
    });
    return own.length > 0 ? [{ day, own }] : [];
  });
  return (
    <InspectorPart title="Calls" note="GMT, day by day">
      {days.length === 0 ? (
        <p className="muted small">Not called: no placed strip needs {person.shortName}.</p>
      ) : null}
      <div className={classes.calls}>
        {days.map(({ day, own }) => (
          <div key={day.id}>
            <h4>
              {weekdayMonth(utcDay(day.date).start)}, day {day.number}
            </h4>
            {own.map(({ placed, call }) => (
              <p key={placed.strip.id} className={classes.call}>
                <span>
                  {clock(call.span.start)}–{clock(call.span.end)}
                </span>
                <span>
                  <Link href={to(`board?strip=${placed.strip.id}`)}>Scene {placed.scene.number}</Link>
                  {placed.moduleId ? `, ${facts.modules.get(placed.moduleId)?.name}` : ""}
                  {partText(placed, person, facts) ? `: ${partText(placed, person, facts)}` : ""}
                </span>
              </p>
            ))}
          </div>
        ))}
      </div>
    </InspectorPart>
  );
}

function Ledger({ person, facts, tables }: Props) {
  const entries = ledgerOf(facts, ledgerParamsOf(tables)).filter((entry) => entry.personId === person.id);
  return (
    <InspectorPart title="Crew time" note="minutes, charged to that day's allocation">
      {entries.length === 0 ? (
        <p className="muted small">Nothing granted and nothing used.</p>
      ) : (
        <table className={`table ${classes.ledger}`} aria-label="Crew time by date">
          <thead>
            <tr>
              {["Date", "granted", "used", "left", "personal"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.date}>
                <td>{dayMonth(utcDay(entry.date).start)}</td>
                <td>{entry.granted}</td>
                <td>{entry.used}</td>
                <td className={entry.left < 0 ? classes.over : undefined}>
                  {entry.left < 0 ? `${-entry.left} over` : entry.left}
                </td>
                <td>
                  {entry.personalGranted > 0 ? `${entry.personalUsed} of ${entry.personalGranted}` : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </InspectorPart>
  );
}

const READINESS: Readonly<Record<Readiness, string>> = {
  held: "held",
  "runs-out": "runs out before its last day of use",
  missing: "asked, not held",
  "not-wanted": "",
};
const ICONS = {
  held: IconCheck,
  "runs-out": IconAlertTriangle,
  missing: IconX,
  "not-wanted": IconMinus,
} as const;

function Certificates({ person, tables, facts }: Props) {
  const row = readinessOf(tables, facts).find((r) => r.person.id === person.id);
  const cells = tables.certificate.flatMap((certificate) => {
    const cell = row?.cells.get(certificate.id);
    return cell && cell.readiness !== "not-wanted" ? [{ certificate, cell }] : [];
  });
  return (
    <InspectorPart
      title="Certificates"
      note={row && row.wanted > 0 ? `${row.ready} of ${row.wanted} ready` : ""}
    >
      {cells.length === 0 ? <p className="muted small">None held, none asked.</p> : null}
      <ul>
        {cells.map(({ certificate, cell }) => {
          const Icon = ICONS[cell.readiness];
          return (
            <li key={certificate.id} className={classes.certificate} data-readiness={cell.readiness}>
              <Icon size={14} stroke={2.4} aria-hidden />
              <span>
                {certificate.name}
                <span className="muted small">
                  {" "}
                  {READINESS[cell.readiness]}
                  {cell.isWanted ? ", the plan asks it" : ""}
                </span>
              </span>
              <span className="muted small">{cell.validUntil ? `until ${cell.validUntil}` : ""}</span>
            </li>
          );
        })}
      </ul>
    </InspectorPart>
  );
}
