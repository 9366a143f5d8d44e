import { plusMinutes } from "../base/instant.ts";
import { interval, utcDay } from "../base/interval.ts";
import { difference, levels, measure, type Profile, profile, within } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { Tier } from "../model/scene.ts";
import type { Strip } from "../model/strip.ts";
import type { Candidate } from "./sequence.ts";

/** What a place costs a strip, in minutes or what is like them; less is better. */
export type Cost = (wanted: { readonly strip: Strip; readonly tier: Tier }, at: Candidate) => number;

/**
 * Dear is: rig, idle time before it, days late in the window, hours in which the station's crew could be filmed instead, and a shoot that
 * takes longer while its people adapt: dearest where the station's crew waits with them.
 */
export function costOf(facts: Facts): Cost {
  const prime = crewHours(facts);
  const granted = new Set(facts.allocations.map((a) => a.personId));
  const crewShare = (strip: Strip) => {
    const jobs = facts.assignmentsOfStrip.get(strip.id) ?? [];
    const roles = (facts.setUpsOfStrip.get(strip.id) ?? []).flatMap((s) => s.roleIds);
    const cast = roles.map((roleId) => facts.roles.get(roleId)?.personId);
    const crew = new Set([...jobs.map((j) => j.personId), ...cast].filter((p) => p && granted.has(p)));
    return crew.size / Math.max(1, granted.size);
  };
  const shares = new Map([...facts.strips.values()].map((strip) => [strip.id, crewShare(strip)]));
  const first = facts.days[0]?.wakesAt ?? 0;
  return ({ strip, tier }, { shootAt, rigMin, shootMin, idleMin, otherRigMin }) => {
    const start = epochSeconds(shootAt - rigMin * 60);
    const span = interval(start, epochSeconds(shootAt + (shootMin + strip.strikeMin) * 60));
    const share = shares.get(strip.id) ?? 0;
    const taken = measure(within(prime, span)) * (1 - share);
    const slowed = (shootMin - strip.shootMin) * (1 + 4 * share);
    const day = (shootAt - first) / 86_400;
    return (
      rigMin +
      otherRigMin +
      slowed +
      0.5 * Math.min(idleMin ?? 0, 60) +
      0.7 * taken +
      day * (tier === "must" ? 4 : 2)
    );
  };
}

/** When at least half of those who give the film working time are free, on days on which they do. */
function crewHours(facts: Facts): Profile {
  const people = [...new Set(facts.allocations.map((a) => a.personId))];
  const free = people.flatMap((id) => {
    const days = facts.allocations
      .filter((a) => a.personId === id && a.minutes > 0)
      .map((a) => utcDay(a.date));
    const blocks = (facts.blocksOf.get(id) ?? []).filter((b) => b.durationMin > 0);
    const taken = profile(
      blocks.map((b) => ({ start: b.startsAt, end: plusMinutes(b.startsAt, b.durationMin) })),
    );
    return difference(profile(days), taken).map((span) => ({ span, weight: 1 }));
  });
  return profile(
    levels(free)
      .filter(({ value }) => value * 2 >= people.length)
      .map(({ span }) => span),
  );
}
