import { row } from "../model/build.ts";

/** For tests: the Russian ground sites, as a list that is a working assumption [G], with a mask of 7°. */
export const RUSSIAN_SITES = (
  [
    ["St Petersburg", 59.93, 30.31],
    ["Shchelkovo", 55.95, 37.97],
    ["Dzhusaly", 45.33, 64.06],
    ["Kolpashevo", 58.33, 82.93],
    ["Ulan-Ude", 51.87, 107.95],
    ["Ussuriysk", 44.02, 131.76],
    ["Petropavlovsk-Kamchatsky", 53.01, 158.75],
  ] as const
).map(([name, latDeg, lonDeg]) => row("groundSite", name, { latDeg, lonDeg }));
