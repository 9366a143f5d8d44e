import { breakdown } from "./breakdown.ts";
import { accident } from "./scenes-accident.ts";
import { arrival } from "./scenes-arrival.ts";
import { firstDays } from "./scenes-first-days.ts";
import { operation } from "./scenes-operation.ts";
import { preparation } from "./scenes-preparation.ts";
import { wayHome } from "./scenes-return.ts";

/**
 * An illustrative breakdown in 52 scenes, written for this seed: no list of the film's scenes is public. What is known is kept to:
 * about 38 pages, some 30 % of them in Nauka, a third in Zvezda [S] tass.com/science/1361653.
 */
export const scenes = () =>
  breakdown([...accident, ...arrival, ...firstDays, ...preparation, ...operation, ...wayHome]);
