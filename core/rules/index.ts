import type { Rule } from "../model/rule.ts";
import { aboard } from "./aboard.ts";
import { adaptationStrain } from "./adaptation-strain.ts";
import { arrivalSafety } from "./arrival-safety.ts";
import { awakeLimit } from "./awake-limit.ts";
import { batteries } from "./batteries.ts";
import { clearance } from "./clearance.ts";
import { conferences } from "./conferences.ts";
import { crewOffDuty } from "./crew-off-duty.ts";
import { crewTime } from "./crew-time.ts";
import { crewTimeLedger } from "./crew-time-ledger.ts";
import { dailyDuty } from "./daily-duty.ts";
import { escapePath } from "./escape-path.ts";
import { escort } from "./escort.ts";
import { exercise } from "./exercise.ts";
import { exerciseDevice } from "./exercise-device.ts";
import { fewHoldDays } from "./few-hold-days.ts";
import { fewMoves } from "./few-moves.ts";
import { freeLiquids } from "./free-liquids.ts";
import { groundTarget } from "./ground-target.ts";
import { handover } from "./handover.ts";
import { insideWindow } from "./inside-window.ts";
import { jobsFilled } from "./jobs-filled.ts";
import { kit } from "./kit.ts";
import { lampLevel } from "./lamp-level.ts";
import { link } from "./link.ts";
import { mass } from "./mass.ts";
import { mealBreak } from "./meal-break.ts";
import { media } from "./media.ts";
import { moduleCapacity } from "./module-capacity.ts";
import { moduleExclusive } from "./module-exclusive.ts";
import { movementEnvelope } from "./movement-envelope.ts";
import { mustScenes } from "./must-scenes.ts";
import { noDoubleBooking } from "./no-double-booking.ts";
import { noise } from "./noise.ts";
import { oneLightPerSetUp } from "./one-light-per-setup.ts";
import { planFreeze } from "./plan-freeze.ts";
import { power } from "./power.ts";
import { reserve } from "./reserve.ts";
import { restore } from "./restore.ts";
import { rigTime } from "./rig-time.ts";
import { sceneOrder } from "./scene-order.ts";
import { scriptOrder } from "./script-order.ts";
import { seatFit } from "./seat-fit.ts";
import { sleep } from "./sleep.ts";
import { slowdown } from "./slowdown.ts";
import { spotter } from "./spotter.ts";
import { stability } from "./stability.ts";
import { stationDuty } from "./station-duty.ts";
import { stationEvents } from "./station-events.ts";
import { sunSide } from "./sun-side.ts";
import { thoroughfare } from "./thoroughfare.ts";
import { tiers } from "./tiers.ts";
import { trainingGate } from "./training-gate.ts";
import { travel } from "./travel.ts";
import { turnaround } from "./turnaround.ts";
import { ventilation } from "./ventilation.ts";
import { windowLight } from "./window-light.ts";

/** The rules that judge, in the order of the book. One file and one line each. */
export const rules: readonly Rule[] = [
  insideWindow,
  aboard,
  stationEvents,
  mustScenes,
  sceneOrder,
  oneLightPerSetUp,
  planFreeze,
  noDoubleBooking,
  jobsFilled,
  spotter,
  sleep,
  awakeLimit,
  crewOffDuty,
  turnaround,
  dailyDuty,
  mealBreak,
  exercise,
  exerciseDevice,
  conferences,
  arrivalSafety,
  handover,
  stationDuty,
  crewTimeLedger,
  adaptationStrain,
  slowdown,
  escort,
  trainingGate,
  seatFit,
  clearance,
  moduleCapacity,
  moduleExclusive,
  thoroughfare,
  escapePath,
  travel,
  rigTime,
  movementEnvelope,
  noise,
  ventilation,
  freeLiquids,
  restore,
  windowLight,
  sunSide,
  groundTarget,
  lampLevel,
  power,
  batteries,
  media,
  link,
  kit,
  mass,
  tiers,
  crewTime,
  fewMoves,
  fewHoldDays,
  reserve,
  scriptOrder,
  stability,
];
