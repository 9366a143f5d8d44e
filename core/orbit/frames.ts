import { e_tilt, MakeTime, RotateVector, Rotation_EQD_EQJ, Rotation_EQJ_EQD, Vector } from "astronomy-engine";
import { ecfToEci, eciToEcf, gstime } from "satellite.js";
import type { EpochSeconds } from "../base/quantity.ts";
import {
  type EarthFixed,
  type J2000,
  type Position,
  position,
  type State,
  type Teme,
  velocity,
} from "./vector.ts";

/** Julian date, days; a double holds it to 40 µs, 2 cm of the Earth's turning. */
export const julianDate = (at: EpochSeconds): number => at / 86_400 + 2_440_587.5;
/** Astronomy-engine's time, from days since 2000-01-01T12:00Z. UT1 is taken to be UTC (they differ by under 0.9 s). */
export const astroTime = (at: EpochSeconds) => MakeTime(at / 86_400 - 10_957.5);

/**
 * TEME turned by Greenwich mean sidereal time (1982), which is what TEME is defined with.
 * Left out: polar motion (≤ 15 m) and UT1 − UTC (≤ 0.9 s, 420 m of longitude; 0.1 s in October 2021).
 */
export const earthFixedFromTeme = (teme: Position<Teme>, at: EpochSeconds): Position<EarthFixed> =>
  position<EarthFixed>(eciToEcf(teme, gstime(julianDate(at))));

/** The way back, with the same things left out. */
export const temeFromEarthFixed = (fixed: Position<EarthFixed>, at: EpochSeconds): Position<Teme> =>
  position<Teme>(ecfToEci(fixed, gstime(julianDate(at))));

/** Equation of the equinoxes, rad: how far the true equinox stands from the mean one along the true equator. */
const equationOfEquinoxes = (time: ReturnType<typeof MakeTime>): number =>
  (e_tilt(time).ee * 2 * Math.PI) / 86_400;

interface Components {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const aboutZ = ({ x, y, z }: Components, angle: number): Components => ({
  x: x * Math.cos(angle) - y * Math.sin(angle),
  y: x * Math.sin(angle) + y * Math.cos(angle),
  z,
});

/** J2000 → true equator and equinox of date (precession, nutation) → mean equinox. */
function turnToTeme(at: EpochSeconds): (j2000: Components) => Components {
  const time = astroTime(at);
  const toDate = Rotation_EQJ_EQD(time);
  const toMean = -equationOfEquinoxes(time);
  return ({ x, y, z }) => aboutZ(RotateVector(toDate, new Vector(x, y, z, time)), toMean);
}

/** Tested to 2 m at the station. */
export const temeFromJ2000 = (j2000: Position<J2000>, at: EpochSeconds): Position<Teme> =>
  position<Teme>(turnToTeme(at)(j2000));

/** The way back: for comparing with, and reading, ephemerides in J2000 (EME2000, ICRF). */
export function j2000FromTeme(teme: Position<Teme>, at: EpochSeconds): Position<J2000> {
  const time = astroTime(at);
  const ofDate = aboutZ(teme, equationOfEquinoxes(time));
  return position<J2000>(
    RotateVector(Rotation_EQD_EQJ(time), new Vector(ofDate.x, ofDate.y, ofDate.z, time)),
  );
}

/** How fast the Earth turns, rad/s. IERS Conventions 2010, nominal. */
const EARTH_RATE = 7.292115e-5;

type Six = readonly [number, number, number, number, number, number];

/**
 * A state of an ephemeris (km, km/s) in the frame of the orbit. J2000 and TEME stand still to one another but for
 * 0.05 mm/s at the station, which is left out; a speed over the ground gets the Earth's turning added.
 */
export function temeStateFrom(
  frame: "J2000" | "TEME" | "ITRF",
  [x, y, z, u, v, w]: Six,
  at: EpochSeconds,
): State<Teme> {
  const [r, s] = [
    { x, y, z },
    { x: u, y: v, z: w },
  ];
  if (frame === "TEME") return { position: position<Teme>(r), velocity: velocity<Teme>(s) };
  if (frame === "ITRF") {
    const moving = { x: u - EARTH_RATE * y, y: v + EARTH_RATE * x, z: w };
    return {
      position: temeFromEarthFixed(position<EarthFixed>(r), at),
      velocity: velocity<Teme>(temeFromEarthFixed(position<EarthFixed>(moving), at)),
    };
  }
  const turned = turnToTeme(at);
  return { position: position<Teme>(turned(r)), velocity: velocity<Teme>(turned(s)) };
}
