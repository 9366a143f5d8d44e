import { rows } from "../rows.ts";
import { ARRIVAL, DEPARTURE, october } from "./days.ts";

/** The commander of MS-18 leaves, the one of MS-19 stays; both act. */
export const handovers = () =>
  rows("handover", [
    {
      id: "novitsky-shkaplerov",
      outgoingPersonId: "novitsky",
      incomingPersonId: "shkaplerov",
      fromDate: october(ARRIVAL),
      untilDate: october(DEPARTURE),
      source:
        "Novitsky left on MS-18, Shkaplerov stayed [S] spacenews.com; that they handed over every day, and when, is an assumption [G]",
    },
  ]);
