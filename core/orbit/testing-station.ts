import { instant } from "../base/instant.ts";
import type { TleInput } from "./element-set.ts";

const set = (label: string, line1: string, line2: string, from?: string, until?: string): TleInput => ({
  label,
  line1,
  line2,
  source: "18th Space Control Squadron, as kept in public repositories",
  usedFrom: from ? instant(from) : null,
  usedUntil: until ? instant(until) : null,
});

/** For tests: the station's authentic element sets around the shoot of October 2021, with the spans they are good for. */
export const STATION_2021: readonly TleInput[] = [
  set(
    "c",
    "1 25544U 98067A   21277.86166359  .00005427  00000-0  10685-3 0  9994",
    "2 25544  51.6453 160.4350 0004170  58.5851  39.6969 15.48931550305594",
    "2021-10-04T00:00:00Z",
    "2021-10-06T12:00:00Z",
  ),
  set(
    "d",
    "1 25544U 98067A   21281.73004796  .00003128  00000-0  65029-4 0  9990",
    "2 25544  51.6444 141.3023 0004210  71.7185  11.5978 15.48952913306193",
    "2021-10-06T12:00:00Z",
    "2021-10-12T08:00:00Z",
  ),
  set(
    "e",
    "1 25544U 98067A   21288.70144628  .00006635  00000-0  12985-3 0  9991",
    "2 25544  51.6430 106.8285 0003768 107.2156 352.5939 15.48692786307278",
    "2021-10-12T08:00:00Z",
    "2021-10-16T02:00:00Z",
  ),
  set(
    "f",
    "1 25544U 98067A   21289.53582973  .00006882  00000-0  13428-3 0  9999",
    "2 25544  51.6432 102.7082 0004209 118.5037 316.3696 15.48711192307400",
    "2021-10-16T02:00:00Z",
    "2021-10-16T20:00:00Z",
  ),
  set(
    "g",
    "1 25544U 98067A   21290.19853984  .00007084  00000-0  13794-3 0  9997",
    "2 25544  51.6433  99.4296 0004200 119.2585  52.9185 15.48722168307509",
    "2021-10-16T20:00:00Z",
    "2021-10-18T00:00:00Z",
  ),
];

/** The same without spans of use: the nearest epoch decides. */
export const STATION_2021_FREE: readonly TleInput[] = STATION_2021.map((s) => ({
  ...s,
  usedFrom: null,
  usedUntil: null,
}));
