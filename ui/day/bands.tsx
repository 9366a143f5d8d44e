import { IconMoon, IconSun } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Interval } from "#core/base/interval.ts";
import classes from "./day.module.css";
import type { DayModel } from "./day-model.ts";
import { place } from "./place.ts";

/** Orbital day and night, sunrises and sunsets, on top of everything; unknown is hatched. */
export function LightBand({ model, isWide }: { model: DayModel; isWide: boolean }) {
  const { range } = model;
  return (
    <>
      <div className={classes.name} data-band="">
        Light
      </div>
      <ul className={`${classes.track} ${classes.light}`} aria-label="Light">
        {model.light.map((piece) => (
          <li
            key={`${piece.kind}${piece.span.start}`}
            className={classes.piece}
            data-light={piece.kind}
            style={place(range, piece.span)}
            title={piece.text}
          >
            {piece.kind === "day" ? (
              <IconSun size={11} aria-hidden />
            ) : piece.kind === "night" ? (
              <IconMoon size={11} aria-hidden />
            ) : (
              <b aria-hidden>?</b>
            )}
            <span className="visually-hidden">{piece.text}</span>
          </li>
        ))}
        {model.crossings.map((crossing) => (
          <li
            key={crossing.at}
            className={classes.crossing}
            data-kind={crossing.kind}
            style={{ left: place(range, { start: crossing.at, end: crossing.at }).left }}
            title={crossing.text}
          >
            {isWide ? (
              <span aria-hidden>
                {crossing.text.slice(crossing.text.indexOf(" ") + 1, crossing.text.indexOf(" GMT"))}
              </span>
            ) : null}
            <span className="visually-hidden">{crossing.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Dockings, tests, talks: what takes the station, with the time around it. */
export function EventBand({ model }: { model: DayModel }) {
  if (model.events.length === 0) return null;
  const lanes = Math.max(...model.events.map((e) => e.lane + 1));
  return (
    <>
      <div className={classes.name} data-band="">
        Station
      </div>
      <ul
        className={classes.track}
        style={{ ["--lanes" as string]: lanes }}
        aria-label="Station events"
        data-band=""
      >
        {model.events.map((event) => (
          <li
            key={event.id}
            className={classes.place}
            style={{ ...place(model.range, event.taken), ["--lane" as string]: event.lane }}
            title={event.text}
          >
            <span className={classes.event}>
              <i style={place(event.taken, event.span)} />
              <span>{event.title}</span>
            </span>
            <span className="visually-hidden">{event.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The moment now, while the page is open; nothing on another day. */
export function NowLine({ range, nowAt }: { range: Interval; nowAt: number }) {
  const [now, setNow] = useState(nowAt);
  useEffect(() => {
    const opened = Date.now();
    const timer = setInterval(() => setNow(nowAt + (Date.now() - opened) / 1000), 15_000);
    return () => clearInterval(timer);
  }, [nowAt]);
  if (now < range.start || now >= range.end) return null;
  const left = `${((now - range.start) / (range.end - range.start)) * 100}%`;
  return <span className={classes.now} style={{ left }} aria-hidden title="Now" />;
}
