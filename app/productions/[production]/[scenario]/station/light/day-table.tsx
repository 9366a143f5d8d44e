import { IconMoon, IconSun } from "@tabler/icons-react";
import { clockSeconds, spanText } from "#core/base/format.ts";
import { DEFINITIONS, type Definition } from "#core/light/index.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import classes from "../station.module.css";
import { latLon, margin, minutesSeconds, signed } from "../words.ts";
import type { LightDay } from "./light-days.ts";

const CONTACTS = ["firstContact", "pointSun", "lastContact"] as const;

/** The day in six numbers, and every sunrise and sunset of it. */
export function DayTable({ day, definition }: { day: LightDay; definition: Definition }) {
  return (
    <>
      <dl className={classes.figures}>
        <div>
          <dt>Sunrises awake</dt>
          <dd>
            {day.sunrisesAwake} <span>of {day.sunrises}</span>
          </dd>
        </div>
        <div>
          <dt>Orbital day</dt>
          <dd>
            {Math.round(day.dayMin)} <span>min awake</span>
          </dd>
        </div>
        <div>
          <dt>Orbital night</dt>
          <dd>
            {Math.round(day.nightMin)} <span>min awake</span>
          </dd>
        </div>
        <div>
          <dt>Beta</dt>
          <dd>
            {day.betaDeg === null ? "?" : signed(day.betaDeg)}
            <span>{day.betaDeg === null ? " unknown" : "°"}</span>
          </dd>
        </div>
        <div>
          <dt>The disc crosses in</dt>
          <dd>
            {day.crossingS ? day.crossingS.map((s) => s.toFixed(1)).join("–") : "?"} <span>s</span>
          </dd>
        </div>
        <div>
          <dt>May be off by</dt>
          <dd>{day.marginS === null ? "?" : margin(day.marginS)}</dd>
        </div>
      </dl>
      {day.unknown.map(({ span, reason }) => (
        <p key={span.start} className={`${classes.gap} hatch`}>
          <span>
            <b>? Unknown {spanText(span)}.</b> {reason}
          </span>
        </p>
      ))}
      {day.lines.length === 0 ? null : (
        <Scroll label={`Sunrises and sunsets of day ${day.day.number}`}>
          <table
            className={`table ${classes.light}`}
            aria-label={`Sunrises and sunsets of day ${day.day.number}`}
          >
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col" className="number">
                  First contact
                </th>
                <th scope="col" className="number">
                  Point Sun
                </th>
                <th scope="col" className="number">
                  Last contact
                </th>
                <th scope="col" className="number">
                  Crossing
                </th>
                <th scope="col">What follows</th>
                <th scope="col" className="number">
                  May be off
                </th>
                <th scope="col">Over</th>
                <th scope="col">Orbit data</th>
              </tr>
            </thead>
            <tbody>
              {day.lines.map(({ crossing, crossingS, begins, lastsMin, isAwake }) => {
                const Icon = crossing.kind === "sunrise" ? IconSun : IconMoon;
                return (
                  <tr key={crossing.firstContact} data-asleep={isAwake ? undefined : ""}>
                    <td className={classes.what}>
                      <Icon size={14} stroke={1.9} aria-hidden />
                      {crossing.kind === "sunrise" ? "Sunrise" : "Sunset"}
                      {isAwake ? null : <span className="visually-hidden">, in the crew's sleep</span>}
                    </td>
                    {CONTACTS.map((contact) => (
                      <td
                        key={contact}
                        className="number mono"
                        data-counts={DEFINITIONS[definition][crossing.kind] === contact ? "" : undefined}
                      >
                        {clockSeconds(crossing[contact])}
                      </td>
                    ))}
                    <td className="number">{crossingS.toFixed(1)} s</td>
                    <td>
                      {lastsMin === null ? (
                        <span className="muted">{begins}, its end is not known</span>
                      ) : (
                        <span className={classes.lasts} data-light={begins}>
                          {minutesSeconds(lastsMin)} of {begins}
                        </span>
                      )}
                    </td>
                    <td className="number">{margin(crossing.margin)}</td>
                    <td className={classes.nowrap}>{latLon(crossing.latDeg, crossing.lonDeg)}</td>
                    <td className={classes.from} title={crossing.source}>
                      {crossing.source}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
