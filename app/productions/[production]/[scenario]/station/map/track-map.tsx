"use client";

import { type PointerEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { clockSeconds, moment } from "#core/base/format.ts";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import { groundLight } from "#core/model/light/conditions/target-below.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import { latLon, signed } from "../words.ts";
import { placeLabels } from "./label-places.ts";
import classes from "./map.module.css";
import type { MapModel, MapPoint } from "./map-model.ts";
import { darkPoleDeg, type GroundPlace, isSinking, sunAfter, sunHeightDeg, terminator } from "./night.ts";
import { MAP_HEIGHT, MAP_WIDTH, onMap } from "./plane.ts";

/** What can be talked to, or seen, from one moment to another. */
export interface MapPass {
  readonly key: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const STEP_S = 10;

function nightPath(sun: GroundPlace): string {
  const edge = terminator(sun).map(onMap);
  const pole = onMap({ latDeg: darkPoleDeg(sun), lonDeg: 0 }).y;
  return `M0,${pole}L${edge.map(({ x, y }) => `${x},${y.toFixed(1)}`).join("L")}L${MAP_WIDTH},${pole}Z`;
}

/** Between two points of the track; they lie half a minute apart, so a straight line is as good as the orbit. */
function pointAt(points: readonly MapPoint[], at: number): MapPoint | null {
  const i = points.findIndex((p) => p.at >= at);
  const [before, after] = [points[Math.max(0, i - 1)], points[i]];
  if (!after) return points.at(-1) ?? null;
  if (!before || before.at === after.at) return after;
  const share = (at - before.at) / (after.at - before.at);
  const turn = ((after.lonDeg - before.lonDeg + 540) % 360) - 180;
  return {
    at: epochSeconds(at),
    latDeg: before.latDeg + share * (after.latDeg - before.latDeg),
    lonDeg: ((before.lonDeg + share * turn + 540) % 360) - 180,
    altitudeKm: before.altitudeKm + share * (after.altitudeKm - before.altitudeKm),
    light: share < 1 ? before.light : after.light,
    country: share < 0.5 ? before.country : after.country,
  };
}

const belowWords = (place: GroundPlace, sun: GroundPlace): string => {
  const height = sunHeightDeg(place, sun);
  const light = groundLight(height);
  const name = light === "twilight" ? (isSinking(place, sun) ? "dusk" : "dawn") : light;
  return `${name}, Sun at ${signed(height, 0)}°`;
};

/** The ground track of an orbit or a day over land and night, and where the station is at one moment of it. */
export function TrackMap({
  model,
  land,
  graticule,
  sun,
  sunAt,
  passes,
  label,
}: {
  model: MapModel;
  land: string;
  graticule: string;
  /** Where the Sun stood overhead at `sunAt`. */
  sun: GroundPlace;
  sunAt: EpochSeconds;
  passes: readonly MapPass[];
  label: string;
}) {
  const { points } = model;
  const [first, last] = [points[0], points.at(-1)];
  const [from, until] = [first?.at ?? 0, last?.at ?? 0];
  const [at, setAt] = useState<number>(from);
  const shown = Math.min(Math.max(at, from), until);
  const name = useId();
  const here = pointAt(points, shown);
  const sunHere = sunAfter(sun, shown - sunAt);
  const heard = passes.filter((pass) => pass.start <= shown && shown < pass.end);
  const spot = here ? onMap(here) : null;

  const labels = useMemo(
    () =>
      placeLabels(
        [
          ...model.ticks.map((tick) => ({ key: `tick ${tick.label}`, text: tick.label, ...onMap(tick) })),
          ...model.targets.map((each) => ({ key: `target ${each.name}`, text: each.name, ...onMap(each) })),
          ...model.sites.map((each) => ({ key: `site ${each.name}`, text: each.name, ...onMap(each) })),
        ],
        { width: MAP_WIDTH, height: MAP_HEIGHT },
      ),
    [model],
  );

  // Where the map is wider than its place, the station is in sight first.
  const chart = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const frame = chart.current?.parentElement;
    const begin = model.points[0];
    if (frame && begin)
      frame.scrollLeft = (onMap(begin).x / MAP_WIDTH) * frame.scrollWidth - frame.clientWidth / 2;
  }, [model]);

  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * MAP_WIDTH;
    const y = ((event.clientY - box.top) / box.height) * MAP_HEIGHT;
    let best: MapPoint | null = null;
    let near = 40 * 40;
    for (const point of points) {
      const p = onMap(point);
      const away = (p.x - x) ** 2 + (p.y - y) ** 2;
      if (away < near) [best, near] = [point, away];
    }
    if (best) setAt(best.at);
  };

  return (
    <div className={classes.frame}>
      <div className={classes.chart}>
        <Scroll label={label}>
          <svg
            ref={chart}
            viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
            className={classes.map}
            role="img"
            aria-label={`${label}. The tables below say the same.`}
            onPointerMove={follow}
            onPointerDown={follow}
          >
            <rect width={MAP_WIDTH} height={MAP_HEIGHT} className={classes.sea} />
            <path d={land} className={classes.land} />
            <path d={graticule} className={classes.graticule} />
            <path d={nightPath(sunHere)} className={classes.night} />
            {model.targets.map((target) => (
              <g key={target.name} className={classes.target}>
                <path d={target.path} />
              </g>
            ))}
            {model.sites.map((site) => (
              <g key={site.name} className={classes.site}>
                {site.path ? <path d={site.path} /> : null}
                <rect x={onMap(site).x - 3} y={onMap(site).y - 3} width={6} height={6} />
              </g>
            ))}
            <path d={model.faint} className={classes.faint} />
            {model.segments.map(({ light, path }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line, in its order
              <path key={i} d={path} className={classes.track} data-light={light ?? "unknown"} />
            ))}
            {model.ticks.map((tick) => (
              <g key={tick.label} className={classes.tick}>
                <circle cx={onMap(tick).x} cy={onMap(tick).y} r={2.6} />
              </g>
            ))}
            {labels.map((each) => (
              <text
                key={each.key}
                className={classes.name}
                x={each.labelX}
                y={each.labelY}
                textAnchor={each.anchor}
              >
                {each.text}
              </text>
            ))}
            <circle cx={onMap(sunHere).x} cy={onMap(sunHere).y} r={7} className={classes.sun} />
            {spot ? (
              <g className={classes.station}>
                <circle cx={spot.x} cy={spot.y} r={7} />
                <path d={`M${spot.x - 13},${spot.y}h6M${spot.x + 7},${spot.y}h6`} />
              </g>
            ) : null}
          </svg>
        </Scroll>
        <label className={classes.slider} htmlFor={name}>
          <span className="mono">{clockSeconds(epochSeconds(shown))}</span>
          <input
            id={name}
            type="range"
            aria-label="Time on the track"
            min={from}
            max={until}
            step={STEP_S}
            value={shown}
            aria-valuetext={
              here
                ? `${moment(epochSeconds(shown))} GMT, ${latLon(here.latDeg, here.lonDeg)}, ${here.country ?? "water"}`
                : ""
            }
            onChange={(event) => setAt(Number(event.currentTarget.value))}
          />
        </label>
      </div>
      <div className={classes.readout}>
        {here ? (
          <dl>
            <dt>Time</dt>
            <dd>{moment(epochSeconds(shown))} GMT</dd>
            <dt>Over</dt>
            <dd>
              {latLon(here.latDeg, here.lonDeg)}, {here.country ?? "water"}
            </dd>
            <dt>Height</dt>
            <dd>{Math.round(here.altitudeKm)} km</dd>
            <dt>Aboard</dt>
            <dd>{here.light ? `orbital ${here.light}` : "light unknown"}</dd>
            <dt>Below</dt>
            <dd>{belowWords(here, sunHere)}</dd>
            <dt>In reach</dt>
            <dd>
              {heard.length > 0 ? [...new Set(heard.map((p) => p.name))].join(", ") : "nothing of the lists"}
            </dd>
          </dl>
        ) : null}
        <ul className={classes.legend}>
          <li>
            <i data-mark="day" /> track in orbital day
          </li>
          <li>
            <i data-mark="night" /> in orbital night
          </li>
          <li>
            <i data-mark="unknown" /> light unknown
          </li>
          <li>
            <i data-mark="shade" /> night on the ground at that time
          </li>
          <li>
            <i data-mark="site" /> heard by a ground site
          </li>
          <li>
            <i data-mark="target" /> target with its radius
          </li>
        </ul>
      </div>
    </div>
  );
}
