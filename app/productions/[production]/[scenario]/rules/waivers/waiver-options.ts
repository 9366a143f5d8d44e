import { moment } from "#core/base/format.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";

/** Strips and people that a waiver may name, and the shoot days that its times lie on. */
export const waiverOptions = ({ tables: { strip, scene, person, shootDay } }: ScenarioSnapshot) => {
  const numbers = new Map(scene.map((s) => [s.id, s.number]));
  return {
    strips: strip.map(({ id, sceneId, part, parts, startsAt }) => ({
      value: id,
      label: `Scene ${numbers.get(sceneId) ?? "?"}${parts > 1 ? ` part ${part}` : ""}${startsAt === null ? "" : `, ${moment(startsAt)}`}`,
    })),
    people: person.map(({ id, name }) => ({ value: id, label: name })),
    days: shootDay.map(({ number, wakesAt, sleepsAt }) => ({ number, wakesAt, sleepsAt })),
  };
};
