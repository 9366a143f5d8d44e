import { plusMinutes } from "#core/base/instant.ts";
import { type EpochSeconds, minutes } from "#core/base/quantity.ts";
import type { Entity, Tables } from "#core/model/entities.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Strip } from "#core/model/strip.ts";
import type { Case } from "#core/solve/why/case.ts";
import { type Member, ruled, staying } from "#core/solve/why/member.ts";

/** Conflicts of one scene, planted: what is taken away, and the member that the answer has to name. */

type Plant = (
  snapshot: ScenarioSnapshot,
  strip: Strip,
  at: Case,
) => { readonly snapshot: ScenarioSnapshot; readonly is: Member } | null;

export const withTables = (snapshot: ScenarioSnapshot, tables: Partial<Tables>): ScenarioSnapshot => ({
  ...snapshot,
  tables: { ...snapshot.tables, ...tables },
});
const peopleOf = ({ alone }: Case) => (alone.placed(0)?.calls ?? []).map((call) => call.personId);
const windowOf = ({ alone }: Case) => {
  const [first, last] = [alone.shootAt[0], alone.shootAt.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
};
const daysIn = (from: EpochSeconds, to: EpochSeconds) => Math.ceil((to - from) / 86_400) + 2;
const dayBefore = (at: EpochSeconds) => plusMinutes(at, minutes(-1_440));

/** One way each to take away what a scene needs. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  "light cut": (snapshot, strip, { bare }) => {
    const asked = (bare.facts.setUpsOfStrip.get(strip.id) ?? []).find(
      (s) => s.light === "day" || s.light === "night",
    );
    const { light } = snapshot;
    const spans = light.spans.map(
      (s) => ({ ...s, kind: asked?.light === "day" ? "night" : "day" }) as typeof s,
    );
    return asked
      ? { snapshot: { ...snapshot, light: { ...light, spans } }, is: ruled("window-light") }
      : null;
  },
  "allocation cut": (snapshot, _, at) => {
    const crew = new Set(
      peopleOf(at).filter((id) => at.bare.facts.people.get(id)?.category === "expedition-crew"),
    );
    const allocation = snapshot.tables.allocation.map((a) =>
      crew.has(a.personId) ? { ...a, minutes: minutes(5) } : a,
    );
    return crew.size > 0 && at.scene.unit === "main"
      ? { snapshot: withTables(snapshot, { allocation }), is: ruled("crew-time-ledger") }
      : null;
  },
  "module closed": (snapshot, _, at) => {
    const window = windowOf(at);
    const { moduleId } = at.scene;
    if (!window || !moduleId) return null;
    const [event] = snapshot.tables.stationEvent;
    if (!event) return null;
    const from = dayBefore(window.first);
    // No event is longer than two weeks: one a day.
    const closed = Array.from(
      { length: daysIn(from, window.last) },
      (_, day): Entity<"stationEvent"> => ({
        ...event,
        id: `planted-${day}` as typeof event.id,
        startsAt: plusMinutes(from, minutes(1_440 * day)),
        durationMin: minutes(1_440),
        moduleIds: [moduleId],
        personIds: [],
      }),
    );
    return {
      snapshot: withTables(snapshot, { stationEvent: [...snapshot.tables.stationEvent, ...closed] }),
      is: ruled("station-events"),
    };
  },
  "person on duty": (snapshot, _, at) => {
    const window = windowOf(at);
    const [block] = snapshot.tables.crewBlock;
    const personId = peopleOf(at)[0];
    if (!window || !block || !personId) return null;
    const from = dayBefore(window.first);
    const days = daysIn(from, window.last);
    const duty = Array.from(
      { length: days },
      (_, day): Entity<"crewBlock"> => ({
        ...block,
        id: `planted-${day}` as typeof block.id,
        personId,
        kind: "duty",
        startsAt: plusMinutes(from, minutes(1_440 * day)),
        durationMin: minutes(1_440),
        earliestAt: null,
        latestAt: null,
        moduleId: null,
        deviceId: null,
      }),
    );
    return {
      snapshot: withTables(snapshot, { crewBlock: [...snapshot.tables.crewBlock, ...duty] }),
      is: ruled("station-duty"),
    };
  },
  "days lost": (snapshot, _, at) => {
    if (at.scene.unit !== "main") return null;
    const shootDay = snapshot.tables.shootDay.map((day) => ({ ...day, isClosed: true }));
    return { snapshot: withTables(snapshot, { shootDay }), is: ruled("inside-window") };
  },
  "nobody comes aboard": (snapshot, _, at) => {
    const window = windowOf(at);
    if (!window || at.scene.unit !== "main") return null;
    const after = plusMinutes(window.last, minutes(1_440));
    const flight = snapshot.tables.flight.map((f) => ({
      ...f,
      hatchAt: f.direction === "up" ? after : f.hatchAt,
    }));
    return { snapshot: withTables(snapshot, { flight }), is: ruled("aboard") };
  },
  "certificates gone": (snapshot, _, at) => {
    const people = new Set(peopleOf(at));
    const holding = snapshot.tables.holding.filter((h) => !people.has(h.personId));
    return { snapshot: withTables(snapshot, { holding }), is: ruled("training-gate") };
  },
  "another pinned in the way": (snapshot, strip, at) => {
    const isGranted = new Set(snapshot.tables.allocation.map((a) => a.personId));
    if (peopleOf(at).some((id) => isGranted.has(id))) return null; // Their day's account would be a reason as well.
    const length = (at.alone.placed(0)?.span.end ?? 0) - (at.alone.placed(0)?.span.start ?? 0);
    const people = new Set(peopleOf(at));
    // The window shrinks to what stands there, with too little on either side.
    const other = [...at.bare.facts.placed.values()].find(
      (p) =>
        p.strip.id !== strip.id &&
        p.scene.unit === at.scene.unit &&
        p.span.end - p.span.start > length &&
        p.calls.some((call) => people.has(call.personId) && call.span.end - call.span.start > 0.8 * length),
    );
    if (!other) return null;
    const shootWindow = snapshot.tables.shootWindow.map((w) =>
      w.unit === at.scene.unit ? { ...w, startsAt: other.span.start, endsAt: other.span.end } : w,
    );
    const pinned = snapshot.tables.strip.map((s) => (s.id === other.strip.id ? { ...s, isPinned: true } : s));
    return { snapshot: withTables(snapshot, { shootWindow, strip: pinned }), is: staying(other.strip.id) };
  },
  "order against a pin": (snapshot, strip, at) => {
    const window = windowOf(at);
    const last = [...at.bare.facts.placed.values()]
      .filter((p) => p.strip.id !== strip.id && p.scene.id !== strip.sceneId)
      .sort((a, b) => b.span.end - a.span.end)[0];
    if (!window || !last) return null;
    const order = {
      id: "planted" as Entity<"sceneOrder">["id"],
      firstSceneId: last.scene.id,
      thenSceneId: strip.sceneId,
      minLagMin: minutes(Math.max(0, Math.ceil((window.last - last.span.end) / 60)) + 60),
      maxLagMin: null,
      reason: "planted",
      source: "bench",
    };
    const pinned = snapshot.tables.strip.map((s) => (s.id === last.strip.id ? { ...s, isPinned: true } : s));
    const { sceneOrder } = snapshot.tables;
    return {
      snapshot: withTables(snapshot, { sceneOrder: [...sceneOrder, order], strip: pinned }),
      is: staying(last.strip.id),
    };
  },
  "link lost": (snapshot, strip, { bare }) => {
    const asks = (bare.facts.setUpsOfStrip.get(strip.id) ?? []).some((s) => s.groundLink);
    return asks
      ? { snapshot: { ...snapshot, light: { ...snapshot.light, passes: [] } }, is: ruled("link") }
      : null;
  },
};
