import {
  duty,
  EARLY_MEAL,
  exercise,
  flexible,
  handover,
  MEAL,
  type StationCrew,
  type Stretch,
} from "./stretch.ts";

/**
 * Actors are free from 09:00 to 13:00, twice as long as the film may use them. The Russian crew exercises in one go in the afternoon,
 * so that Zvezda is quiet before; Vande Hei is free then, to escort in the US segment.
 */
export const FILM_IN_THE_MORNING: Readonly<Record<StationCrew, readonly Stretch[]>> = {
  novitsky: [
    MEAL,
    flexible("08:15", "09:00"),
    handover("14:00", "15:00"),
    exercise("15:00", "16:15", "BD-2"),
    exercise("16:15", "17:30", "VELO"),
    duty("17:30", "18:45"),
  ],
  dubrov: [
    MEAL,
    flexible("08:15", "09:00"),
    duty("14:00", "15:00"),
    exercise("15:00", "16:15", "VELO"),
    duty("16:15", "17:30"),
    exercise("17:30", "18:45", "BD-2"),
  ],
  shkaplerov: [
    MEAL,
    flexible("08:15", "09:00"),
    handover("14:00", "15:00"),
    flexible("15:00", "16:15"),
    exercise("16:15", "17:30", "BD-2"),
    exercise("17:30", "18:45", "VELO"),
  ],
  "vande-hei": [
    MEAL,
    exercise("08:15", "09:30", "CEVIS"),
    duty("09:30", "12:00"),
    exercise("17:30", "18:45", "CEVIS"),
  ],
  kimbrough: [
    MEAL,
    exercise("08:15", "09:30", "ARED"),
    duty("09:30", "13:00"),
    duty("14:00", "15:00"),
    exercise("15:00", "16:15", "T2"),
    duty("16:15", "18:45"),
  ],
  mcarthur: [
    MEAL,
    exercise("08:15", "09:30", "T2"),
    duty("09:30", "13:00"),
    duty("14:00", "15:00"),
    exercise("15:00", "16:15", "CEVIS"),
    duty("16:15", "18:45"),
  ],
  pesquet: [
    MEAL,
    duty("08:15", "09:30"),
    exercise("09:30", "10:45", "ARED"),
    duty("10:45", "13:00"),
    duty("14:00", "16:15"),
    exercise("16:15", "17:30", "T2"),
    duty("17:30", "18:45"),
  ],
  hoshide: [
    MEAL,
    duty("08:15", "09:30"),
    exercise("09:30", "10:45", "T2"),
    duty("10:45", "13:00"),
    duty("14:00", "16:15"),
    exercise("16:15", "17:30", "ARED"),
    duty("17:30", "18:45"),
  ],
};

/**
 * Everyone eats at noon and actors are free from 14:00 to 18:00; the Russian crew exercises in the morning. Vande Hei is free in the
 * morning, to escort in the US segment, and again late in the afternoon.
 */
export const FILM_IN_THE_AFTERNOON: Readonly<Record<StationCrew, readonly Stretch[]>> = {
  novitsky: [
    EARLY_MEAL,
    exercise("08:15", "09:30", "BD-2"),
    exercise("09:30", "10:45", "VELO"),
    flexible("10:45", "12:00"),
    handover("13:00", "14:00"),
    duty("18:00", "18:45"),
  ],
  dubrov: [
    EARLY_MEAL,
    exercise("08:15", "09:30", "VELO"),
    flexible("09:30", "10:45"),
    exercise("10:45", "12:00", "BD-2"),
    duty("13:00", "14:00"),
    duty("18:00", "18:45"),
  ],
  shkaplerov: [
    EARLY_MEAL,
    flexible("08:15", "09:30"),
    exercise("09:30", "10:45", "BD-2"),
    exercise("10:45", "12:00", "VELO"),
    handover("13:00", "14:00"),
    duty("18:00", "18:45"),
  ],
  "vande-hei": [
    EARLY_MEAL,
    exercise("08:15", "09:30", "CEVIS"),
    duty("13:00", "15:00"),
    exercise("17:30", "18:45", "CEVIS"),
  ],
  kimbrough: [
    EARLY_MEAL,
    exercise("08:15", "09:30", "ARED"),
    duty("09:30", "12:00"),
    duty("13:00", "15:00"),
    exercise("15:00", "16:15", "T2"),
    duty("16:15", "18:45"),
  ],
  mcarthur: [
    EARLY_MEAL,
    exercise("08:15", "09:30", "T2"),
    duty("09:30", "12:00"),
    duty("13:00", "15:00"),
    exercise("15:00", "16:15", "CEVIS"),
    duty("16:15", "18:45"),
  ],
  pesquet: [
    EARLY_MEAL,
    duty("08:15", "09:30"),
    exercise("09:30", "10:45", "ARED"),
    duty("10:45", "12:00"),
    duty("13:00", "16:15"),
    exercise("16:15", "17:30", "T2"),
    duty("17:30", "18:45"),
  ],
  hoshide: [
    EARLY_MEAL,
    duty("08:15", "09:30"),
    exercise("09:30", "10:45", "T2"),
    duty("10:45", "12:00"),
    duty("13:00", "16:15"),
    exercise("16:15", "17:30", "ARED"),
    duty("17:30", "18:45"),
  ],
};
