import { moment } from "#core/base/format.ts";
import type { Tables } from "#core/model/entities.ts";

/** Strips and people that a waiver may name. */
export const waiverOptions = ({ strip, scene, person }: Tables) => {
  const numbers = new Map(scene.map((s) => [s.id, s.number]));
  return {
    strips: strip.map(({ id, sceneId, part, parts, startsAt }) => ({
      value: id,
      label: `Scene ${numbers.get(sceneId) ?? "?"}${parts > 1 ? ` part ${part}` : ""}${startsAt === null ? "" : `, ${moment(startsAt)}`}`,
    })),
    people: person.map(({ id, name }) => ({ value: id, label: name })),
  };
};
