import { rows } from "../rows.ts";
import { october } from "./days.ts";

const WORKING_DATES = [6, 7, 8, 11, 12, 13, 14, 15];
/** Minutes that each station crew member may give the film on a working day; nothing at weekends. */
const GRANTED: Readonly<Record<string, number>> = {
  novitsky: 120,
  dubrov: 120,
  shkaplerov: 120,
  "vande-hei": 150,
};

export const allocations = () =>
  rows(
    "allocation",
    Object.entries(GRANTED).flatMap(([personId, minutes]) =>
      WORKING_DATES.map((date) => ({
        id: `${personId}-${october(date)}`,
        personId,
        date: october(date),
        minutes,
        source:
          "120 min a person and working day (150 for the escort), none at weekends: assumption [G]; that cosmonauts gave working hours [S] headtopics.com (TASS)",
      })),
    ),
  );
