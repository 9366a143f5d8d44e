import type { Person } from "#core/model/person.ts";
import { DAY_CODES, type WorkCode } from "#core/report/work-days.ts";
import { FindingMark } from "#ui/parts/finding-list.tsx";
import { ChosenRow } from "#ui/tables/chosen-row.tsx";
import { RowLink } from "#ui/tables/row-link.tsx";
import stacked from "#ui/tables/stacked.module.css";
import classes from "./people.module.css";
import type { Leg, PersonLine } from "./people-list.ts";

interface DayHead {
  readonly number: number;
  readonly date: string;
  readonly ofMonth: number;
}
/** More do not stand side by side: then the first and the last working day are named. */
const MOST_DAYS = 16;

/** `190 cm, sitting 95 cm, 80 kg`; what is not known is left out. */
export const measuresText = ({ heightCm, sittingHeightCm, massKg }: Person): string =>
  [
    heightCm === null ? null : `${heightCm} cm`,
    sittingHeightCm === null ? null : `sitting ${sittingHeightCm} cm`,
    massKg === null ? null : `${massKg} kg`,
  ]
    .filter(Boolean)
    .join(", ");

export function PeopleTable({
  lines,
  days,
  path,
  label,
  showsMeasures,
  flies,
}: {
  lines: readonly PersonLine[];
  days: readonly DayHead[];
  path: string;
  label: string;
  showsMeasures: boolean;
  flies: boolean;
}) {
  const hasTime = lines.some((line) => line.time !== null);
  return (
    <table className={`table ${stacked.stacked} ${classes.table}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Agency and duties</th>
          <th scope="col" className={classes.roles}>
            Plays
          </th>
          {flies ? (
            <th scope="col" className={classes.legs}>
              Seats
            </th>
          ) : null}
          {showsMeasures ? (
            <th scope="col" className={classes.measures}>
              Measures
            </th>
          ) : null}
          <th scope="col" className="number">
            Certificates
          </th>
          <th scope="col" className={classes.daysCell}>
            {days.length <= MOST_DAYS ? <DayNumbers days={days} /> : "Working days"}
          </th>
          {hasTime ? (
            <th scope="col" className="number">
              Crew time, min
            </th>
          ) : null}
          <th scope="col">
            <span className="visually-hidden">Findings</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ChosenRow key={line.person.id} param="person" id={line.person.id}>
            <td className={classes.who}>
              <RowLink href={`${path}/${line.person.id}`} param="person" id={line.person.id}>
                {line.person.name}
              </RowLink>
              {line.person.nameLocal ? <span className={classes.local}>{line.person.nameLocal}</span> : null}
            </td>
            <td className={classes.duties}>
              {line.person.agency}
              <span className={classes.local}>{line.person.duties}</span>
            </td>
            <td className={classes.roles}>
              {line.roles.map((r) => (
                <div key={r.number}>
                  {r.number} {r.name}
                </div>
              ))}
            </td>
            {flies ? (
              <td className={classes.legs}>
                <Seat way="up" leg={line.up} />
                <Seat way="down" leg={line.down} />
              </td>
            ) : null}
            {showsMeasures ? (
              <td className={classes.measures}>
                {measuresText(line.person) || <span className="muted">not given</span>}
              </td>
            ) : null}
            <td className={`number ${classes.ready}`}>
              {line.wanted === 0 ? (
                <span className="muted">none asked</span>
              ) : (
                <span className={line.ready < line.wanted ? classes.over : undefined}>
                  {line.ready}/{line.wanted} ready
                </span>
              )}
            </td>
            <td className={classes.daysCell}>
              <WorkingDays line={line} days={days} />
            </td>
            {hasTime ? (
              <td className={`number ${classes.time}`}>
                {line.time ? (
                  <>
                    {line.time.used} of {line.time.granted}
                    <span className={line.time.isOver ? classes.overLine : classes.local}>
                      {line.time.left} left{line.time.isOver ? ", a day is over" : ""}
                    </span>
                  </>
                ) : (
                  <span className="muted">none granted</span>
                )}
              </td>
            ) : null}
            <td className={classes.markCell}>
              <span className={classes.wrongMark}>
                <FindingMark findings={line.findings} />
              </span>
            </td>
          </ChosenRow>
        ))}
      </tbody>
    </table>
  );
}

const Seat = ({ way, leg }: { way: "up" | "down"; leg: Leg | null }) => (
  <div title={leg?.text}>
    <span className="muted">{way}</span> {leg?.short ?? "no seat"}
  </div>
);

const DayNumbers = ({ days }: { days: readonly DayHead[] }) => (
  <span className={classes.days}>
    <span className="visually-hidden">Working days</span>
    {days.map((day) => (
      <span key={day.number} title={`Day ${day.number}, ${day.date}`}>
        {day.ofMonth}
      </span>
    ))}
  </span>
);

const isWork = (code: WorkCode | null) => code !== null && code !== "H" && code !== "/";

/** What the row of codes says, in a sentence. */
function spoken({ codes, worked }: PersonLine, days: readonly DayHead[]): string {
  const at = (i: number) => days[i]?.date ?? "?";
  if (worked === 0) return "no working day";
  const [first, last] = [codes.findIndex(isWork), codes.findLastIndex(isWork)];
  return first === last ? `1 day, ${at(first)}` : `${worked} days, ${at(first)} to ${at(last)}`;
}

function WorkingDays({ line, days }: { line: PersonLine; days: readonly DayHead[] }) {
  if (days.length > MOST_DAYS) return <span className={classes.nowrap}>{spoken(line, days)}</span>;
  return (
    <>
      <span className="visually-hidden">{spoken(line, days)}</span>
      <span className={classes.days} aria-hidden>
        {line.codes.map((code, i) => (
          <span
            key={days[i]?.number}
            className={classes.day}
            data-code={code ?? undefined}
            title={code ? `${days[i]?.date}: ${DAY_CODES[code]}` : undefined}
          >
            {code ?? "·"}
          </span>
        ))}
      </span>
    </>
  );
}
