import { rows } from "../rows.ts";

const SOURCE =
  "[S] published two-line element set, both checksums verified; letter as in the film's fact file";

/**
 * The nearest authentic element set for each stretch. A small orbit raise lies at about 12 October 08:00 [C, I]: set d is never
 * used past it, set e never before it.
 */
export const elementSets = () =>
  rows("elementSet", [
    {
      id: "elements-c",
      label: "c, 4 Oct 20:40",
      line1: "1 25544U 98067A   21277.86166359  .00005427  00000-0  10685-3 0  9994",
      line2: "2 25544  51.6453 160.4350 0004170  58.5851  39.6969 15.48931550305594",
      source: SOURCE,
      usedFrom: null,
      usedUntil: "2021-10-06T12:00:00Z",
    },
    {
      id: "elements-d",
      label: "d, 8 Oct 17:31",
      line1: "1 25544U 98067A   21281.73004796  .00003128  00000-0  65029-4 0  9990",
      line2: "2 25544  51.6444 141.3023 0004210  71.7185  11.5978 15.48952913306193",
      source: SOURCE,
      usedFrom: "2021-10-06T12:00:00Z",
      usedUntil: "2021-10-12T08:00:00Z",
    },
    {
      id: "elements-e",
      label: "e, 15 Oct 16:50",
      line1: "1 25544U 98067A   21288.70144628  .00006635  00000-0  12985-3 0  9991",
      line2: "2 25544  51.6430 106.8285 0003768 107.2156 352.5939 15.48692786307278",
      source: SOURCE,
      usedFrom: "2021-10-12T08:00:00Z",
      usedUntil: "2021-10-16T02:00:00Z",
    },
    {
      id: "elements-f",
      label: "f, 16 Oct 12:51",
      line1: "1 25544U 98067A   21289.53582973  .00006882  00000-0  13428-3 0  9999",
      line2: "2 25544  51.6432 102.7082 0004209 118.5037 316.3696 15.48711192307400",
      source: SOURCE,
      usedFrom: "2021-10-16T02:00:00Z",
      usedUntil: "2021-10-16T20:48:00Z",
    },
    {
      id: "elements-g",
      label: "g, 17 Oct 04:45",
      line1: "1 25544U 98067A   21290.19853984  .00007084  00000-0  13794-3 0  9997",
      line2: "2 25544  51.6433  99.4296 0004200 119.2585  52.9185 15.48722168307509",
      source: SOURCE,
      usedFrom: "2021-10-16T20:48:00Z",
      usedUntil: null,
    },
  ]);
