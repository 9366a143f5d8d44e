import { plusMinutes } from "#core/base/instant.ts";
import { minutes } from "#core/base/quantity.ts";
import type { Entity } from "#core/model/entities.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";

/** One way each to take away what several scenes need together, more of it step by step. */
export const CUTS: Readonly<
  Record<string, (plan: ScenarioSnapshot, step: number) => ScenarioSnapshot | null>
> = {
  "minutes of one": ({ tables, ...rest }, step) => {
    const [who] = [...new Set(tables.allocation.map(({ personId }) => personId))].sort();
    const left = 1 - step / 10;
    const allocation = tables.allocation.map((a) =>
      a.personId === who ? { ...a, minutes: minutes(Math.floor((a.minutes * left) / 5) * 5) } : a,
    );
    return left > 0 ? { ...rest, tables: { ...tables, allocation } } : null;
  },
  "last days": ({ tables, ...rest }, step) => {
    const open = tables.shootDay.length - step;
    const shootDay = [...tables.shootDay]
      .sort((a, b) => a.wakesAt - b.wakesAt)
      .map((day, i) => (i < open ? day : { ...day, isClosed: true }));
    return open > 0 ? { ...rest, tables: { ...tables, shootDay } } : null;
  },
  "hours of a module": ({ tables, ...rest }, step) => {
    const [event] = tables.stationEvent;
    const isMust = new Set(tables.setUp.flatMap((s) => (s.tier === "must" && !s.isShot ? [s.sceneId] : [])));
    const uses = tables.scene.flatMap(({ id, moduleId, unit }) =>
      moduleId && unit === "main" && isMust.has(id) ? [moduleId] : [],
    );
    const counts = new Map(uses.map((id) => [id, uses.filter((other) => other === id).length]));
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    const open = tables.shootDay.length - step;
    if (!event || !most || open < 1) return null;
    // Taken but for four hours in the middle of the day, and on more and more days all day.
    const taken = tables.shootDay.flatMap((day, d): Entity<"stationEvent">[] => {
      const from = [day.wakesAt, ...(d < open ? [plusMinutes(day.wakesAt, minutes(8 * 60))] : [])];
      return from.map((startsAt, i) => ({
        ...event,
        id: `taken-${d}-${i}` as typeof event.id,
        startsAt,
        durationMin: minutes(d < open ? ([4 * 60, 10 * 60][i] ?? 0) : 18 * 60),
        ...{ marginBeforeMin: minutes(0), marginAfterMin: minutes(0), moduleIds: [most[0]], personIds: [] },
        ...{ takesPanes: false, takesAttitude: false, takesQuiet: false },
      }));
    });
    return { ...rest, tables: { ...tables, stationEvent: [...tables.stationEvent, ...taken] } };
  },
  // Of everybody, so that whose are short first is to be found.
  "minutes of all": ({ tables, ...rest }, step) => {
    const left = 1 - step / 20;
    const allocation = tables.allocation.map((a) => ({
      ...a,
      minutes: minutes(Math.floor((a.minutes * left) / 5) * 5),
    }));
    return left > 0 ? { ...rest, tables: { ...tables, allocation } } : null;
  },
  // More and more that must be shot, on a few days.
  "more that must": ({ tables, ...rest }, step) => {
    const shootDay = [...tables.shootDay]
      .sort((a, b) => a.wakesAt - b.wakesAt)
      .map((day, i) => (i < 4 ? day : { ...day, isClosed: true }));
    const scenes = tables.scene.filter(({ unit }) => unit === "main").map(({ id }) => id);
    const isMust = new Set(scenes.slice(0, 2 * step));
    const setUp = tables.setUp.map((s) => ({
      ...s,
      tier: isMust.has(s.sceneId) ? ("must" as const) : ("should" as const),
    }));
    return 2 * step <= scenes.length ? { ...rest, tables: { ...tables, shootDay, setUp } } : null;
  },
};
