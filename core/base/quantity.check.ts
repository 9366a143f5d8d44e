// Part of the type check: a brand that is not tested does not exist.
import { plusMinutes } from "./instant.ts";
import { epochSeconds, minutes, seconds } from "./quantity.ts";

plusMinutes(epochSeconds(0), minutes(5));
// @ts-expect-error an instant is not a length of time
plusMinutes(epochSeconds(0), epochSeconds(5));
// @ts-expect-error seconds are not minutes
plusMinutes(epochSeconds(0), seconds(5));
// @ts-expect-error a bare number has no unit
plusMinutes(0, minutes(5));
