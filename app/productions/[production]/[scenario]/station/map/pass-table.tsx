import Link from "next/link";
import { clockSeconds, moment } from "#core/base/format.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { groundLight } from "#core/model/light/conditions/target-below.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import classes from "../station.module.css";
import { latLon, margin, minutesSeconds, signed } from "../words.ts";
import type { MapPoint } from "./map-model.ts";
import { type GroundPlace, sunAfter, sunHeightDeg } from "./night.ts";
import type { PassLine } from "./passes.ts";

export function PassTable({
  passes,
  hasLists,
  stationHref,
}: {
  passes: readonly PassLine[];
  hasLists: boolean;
  stationHref: string;
}) {
  if (passes.length === 0)
    return (
      <p className="muted small">
        {hasLists ? (
          "No ground site, relay or target is passed in this stretch."
        ) : (
          <>
            No ground sites, relays or targets are listed yet.{" "}
            <Link href={`${stationHref}#groundSite`}>Add them on the station part.</Link>
          </>
        )}
      </p>
    );
  return (
    <Scroll label="Table of passes">
      <table className="table" aria-label="Passes">
        <thead>
          <tr>
            {["Begins", "Ends", "Lasts"].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col">Over</th>
            <th scope="col">At best</th>
            <th scope="col" className="number">
              May be off
            </th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {passes.map((pass) => (
            <tr key={pass.key}>
              <td className="number mono">{clockSeconds(pass.span.start)}</td>
              <td className="number mono">{clockSeconds(pass.span.end)}</td>
              <td className="number">{minutesSeconds((pass.span.end - pass.span.start) / 60)}</td>
              <td className={classes.nowrap}>
                <span className="muted">{pass.kind}</span> {pass.name}
              </td>
              <td className={classes.nowrap}>{pass.best}</td>
              <td className="number">{pass.marginS === 0 ? "as given" : margin(pass.marginS)}</td>
              <td className={classes.from} title={pass.source}>
                {pass.source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

export function TrackTable({
  points,
  sun,
  sunAt,
}: {
  points: readonly MapPoint[];
  sun: GroundPlace;
  sunAt: EpochSeconds;
}) {
  const shown = points.filter(
    ({ at }, i) => i === 0 || Math.floor(at / 600) !== Math.floor((points[i - 1]?.at ?? at) / 600),
  );
  return (
    <Scroll label="Table of the track">
      <table className="table" aria-label="Track, every ten minutes">
        <thead>
          <tr>
            <th scope="col">GMT</th>
            <th scope="col">Over</th>
            <th scope="col" className="number">
              Height
            </th>
            <th scope="col">Aboard</th>
            <th scope="col">Below</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => {
            const height = sunHeightDeg(point, sunAfter(sun, point.at - sunAt));
            return (
              <tr key={point.at}>
                <td className={classes.nowrap}>{moment(point.at)}</td>
                <td className={classes.nowrap}>
                  {latLon(point.latDeg, point.lonDeg)}, {point.country ?? "water"}
                </td>
                <td className="number">{Math.round(point.altitudeKm)} km</td>
                <td>{point.light ?? "unknown"}</td>
                <td className={classes.nowrap}>
                  {groundLight(height)}, Sun at {signed(height, 0)}°
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
