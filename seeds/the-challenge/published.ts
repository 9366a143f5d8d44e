import { plusMinutes } from "#core/base/instant.ts";
import { type Minutes, minutes } from "#core/base/quantity.ts";
import type { ProductionTables, ScenarioTables } from "#core/model/bundle.ts";
import type { Tables } from "#core/model/entities.ts";
import { rows } from "../rows.ts";
import { at, october } from "./days.ts";

/** One day went up to the crew two evenings before, inside the freeze; one of its strips has moved since, by change request. */
const DATE = 12;
const PUBLISHED_AT = at(DATE - 2, "18:15");
const SINCE: Minutes = minutes(15);

type Published = Pick<ScenarioTables, "publishedStrip" | "changeRequest">;

/** Main as it stood when the day was published. Illustrative: no such plan is public. */
export function published(main: ScenarioTables, { person, role }: ProductionTables): Published {
  const crew = crewOf({ ...main, person, role });
  const own = main.strip.filter((strip) => strip.startsAt !== null && isOn(strip.startsAt));
  const moved = own.find((strip) => crew(strip.id).length > 0);
  return {
    publishedStrip: own.flatMap((strip) => {
      const { id, startsAt, moduleId, rigMin, shootMin, strikeMin } = strip;
      if (startsAt === null) return [];
      const placement = { moduleId, rigMin, shootMin, strikeMin, personIds: crew(id) };
      const then = strip === moved ? plusMinutes(startsAt, minutes(-SINCE)) : startsAt;
      const [row] = rows("publishedStrip", [
        { id, stripId: id, startsAt: PUBLISHED_AT, publishedAt: PUBLISHED_AT, ...placement },
      ]);
      return row ? [{ ...row, startsAt: then }] : [];
    }),
    changeRequest: moved
      ? rows("changeRequest", [
          {
            id: "cr-66-0117",
            stripId: moved.id,
            reference: "CR 66-0117 (illustrative)",
            reason: `${SINCE} min later: the set was not ready`,
            agreedBy: "Shift flight director, MCC-M",
          },
        ])
      : [],
  };
}

const isOn = (startsAt: number): boolean => {
  const from = Date.parse(`${october(DATE)}T00:00:00Z`) / 1_000;
  return startsAt >= from && startsAt < from + 86_400;
};

/** Station crew on a strip, behind the camera and before it. */
function crewOf({
  person,
  role,
  setUp,
  assignment,
}: Pick<Tables, "person" | "role" | "setUp" | "assignment">) {
  const cast = new Map(role.map((r) => [r.id, r.personId]));
  const crew = person.filter((p) => p.category === "expedition-crew").map((p) => p.id);
  return (stripId: string) => {
    const onCamera = setUp
      .filter((s) => s.stripId === stripId)
      .flatMap((s) => s.roleIds.map((id) => cast.get(id)));
    const behind = assignment.filter((a) => a.stripId === stripId).map((a) => a.personId);
    return crew.filter((id) => onCamera.includes(id) || behind.includes(id));
  };
}
