import Link from "next/link";
import { weekdayMonth } from "#core/base/format.ts";
import { utcDay } from "#core/base/interval.ts";
import classes from "../station.module.css";
import { margin, signed } from "../words.ts";
import type { LightDay } from "./light-days.ts";

export function AllDays({
  days,
  chosen,
  hrefOf,
}: {
  days: readonly LightDay[];
  chosen: string;
  hrefOf: (number: number) => string;
}) {
  return (
    <table className={`table ${classes.light}`} aria-label="Light of all shoot days">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" className="number">
            Sunrises
          </th>
          <th scope="col" className="number">
            awake
          </th>
          <th scope="col" className="number">
            Day, min
          </th>
          <th scope="col" className="number">
            Night, min
          </th>
          <th scope="col" className="number">
            Unknown, min
          </th>
          <th scope="col">
            <span className="visually-hidden">Shares</span>
          </th>
          <th scope="col" className="number">
            Beta
          </th>
          <th scope="col" className="number">
            Crossing
          </th>
          <th scope="col" className="number">
            May be off
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((line) => {
          const { day, dayMin, nightMin, unknownMin } = line;
          const total = dayMin + nightMin + unknownMin;
          return (
            <tr key={day.id} data-chosen={day.id === chosen ? "" : undefined}>
              <td className={classes.nowrap}>
                <Link href={hrefOf(day.number)} scroll={false}>
                  {day.number}, {weekdayMonth(utcDay(day.date).start)}
                </Link>
              </td>
              <td className="number">{line.sunrises}</td>
              <td className="number">{line.sunrisesAwake}</td>
              <td className="number">{Math.round(dayMin)}</td>
              <td className="number">{Math.round(nightMin)}</td>
              <td className="number">{unknownMin < 0.5 ? "–" : Math.round(unknownMin)}</td>
              <td className={classes.shareCell}>
                <span className={classes.shares} aria-hidden>
                  <span data-light="day" style={{ flexGrow: dayMin / total }} />
                  <span data-light="night" style={{ flexGrow: nightMin / total }} />
                  <span className="hatch" style={{ flexGrow: Math.max(0, unknownMin) / total }} />
                </span>
              </td>
              <td className="number">{line.betaDeg === null ? "?" : `${signed(line.betaDeg)}°`}</td>
              <td className="number">{line.crossingS ? `${line.crossingS[1].toFixed(1)} s` : "?"}</td>
              <td className="number">{line.marginS === null ? "?" : margin(line.marginS)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
