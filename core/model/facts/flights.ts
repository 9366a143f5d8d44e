import { EVER, type Interval } from "../../base/interval.ts";
import { type Profile, profile } from "../../base/profile.ts";
import type { EpochSeconds } from "../../base/quantity.ts";
import type { Tables } from "../entities.ts";
import type { Facts } from "../facts.ts";
import type { PersonId } from "../ids.ts";
import { byId, grouped } from "./rows.ts";

/** From the seats: aboard from the hatch opening of the leg up until the hatch closing of the leg down. */
export function aboardSpans({
  flight: flights,
  seat: seats,
}: Pick<Tables, "flight" | "seat">): Facts["aboard"] {
  const legs = byId(flights);
  const spans = new Map<PersonId, Profile>();
  for (const [personId, own] of grouped(seats, { keyOf: (seat) => seat.personId })) {
    const ways = own
      .map((seat) => legs.get(seat.flightId))
      .filter((leg) => leg !== undefined)
      .sort((a, b) => a.hatchAt - b.hatchAt);
    if (ways.length === 0) continue;
    const stays: Interval[] = [];
    let since = ways[0]?.direction === "down" ? EVER.start : null;
    for (const leg of ways) {
      if (leg.direction === "up") since ??= leg.hatchAt;
      else if (since !== null && since < leg.hatchAt) {
        stays.push({ start: since, end: leg.hatchAt });
        since = null;
      }
    }
    if (since !== null) stays.push({ start: since, end: EVER.end });
    spans.set(personId, profile(stays));
  }
  return spans;
}

/** Departures of each person’s legs up, in order. */
export function launchesOf({
  flight: flights,
  seat: seats,
}: Pick<Tables, "flight" | "seat">): Facts["launches"] {
  const legs = byId(flights);
  const found = new Map<PersonId, EpochSeconds[]>();
  for (const { flightId, personId } of seats) {
    const leg = legs.get(flightId);
    if (leg?.direction !== "up") continue;
    found.set(
      personId,
      [...(found.get(personId) ?? []), leg.departsAt].sort((a, b) => a - b),
    );
  }
  return found;
}
