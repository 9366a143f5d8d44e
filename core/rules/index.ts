import type { Rule } from "../model/rule.ts";
import { conferences } from "./conferences.ts";
import { crewTimeLedger } from "./crew-time-ledger.ts";
import { insideWindow } from "./inside-window.ts";
import { moduleCapacity } from "./module-capacity.ts";
import { moduleExclusive } from "./module-exclusive.ts";
import { mustScenes } from "./must-scenes.ts";
import { rigTime } from "./rig-time.ts";
import { stationDuty } from "./station-duty.ts";
import { trainingGate } from "./training-gate.ts";
import { travel } from "./travel.ts";
import { windowLight } from "./window-light.ts";

/** The rules that judge, in the order of the book. One file and one line each. */
export const rules: readonly Rule[] = [
  insideWindow,
  mustScenes,
  conferences,
  stationDuty,
  crewTimeLedger,
  trainingGate,
  moduleCapacity,
  moduleExclusive,
  travel,
  rigTime,
  windowLight,
];
