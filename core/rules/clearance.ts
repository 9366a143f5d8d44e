import * as z from "zod";
import { count, list } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import type { Facts } from "../model/facts.ts";
import type { PersonId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule } from "../model/rule.ts";
import type { Clearance } from "../model/scene.ts";
import { SEGMENTS } from "../model/station.ts";
import { remembered } from "./whereabouts.ts";

/** Something of an agency's in frame, and what was said to showing it. */
interface Shown {
  readonly name: string;
  readonly personId: PersonId | null;
  readonly rows: readonly Clearance[];
}
type Read = Pick<Facts, "clearances" | "elementsOfScene" | "kit" | "modules" | "people" | "roles">;

export const clearance = defineRule({
  id: "clearance",
  level: "hard",
  sentence: "Every agency's person, hardware and module in frame is cleared by all who were asked.",
  source:
    "Apogee of Fear waited four years: hardware and crew in frame were not in the agreement [S], facts.md §6. The film's own partner clears its segment by contract [G].",
  unit: "items",
  params: z.object({
    clearedSegments: parameter(
      "Segments that need no clearance",
      null,
      z.array(z.enum(SEGMENTS)).default(["RS"]),
    ),
  }),
  scope: "strip",
  reads: ["clearances", "elementsOfScene", "kit", "modules", "people", "roles"],
  search: { alone: "anywhere" },

  // Asked: station crew who are on camera, elements marked so, modules outside the partner's segments, and kit as soon as someone asked for
  // it. Refused, or never asked for, is a breach; asked and not answered is unknown: it must come by the day, and may. What is shot
  // needs it still, before it can be shown. The ground is the landing unit's own affair.
  check({ subject, facts }, { clearedSegments }) {
    const { strip, scene, span } = subject;
    const shown = shownIn(subject, facts, clearedSegments);
    const barred = shown.filter(({ rows }) => rows.length === 0 || rows.some((r) => r.state === "refused"));
    const waiting = shown.filter(
      (item) => !barred.includes(item) && item.rows.some((r) => r.state === "asked"),
    );
    const unknown =
      waiting.length > 0 ? [{ span, strips: [strip.id], reason: waits(scene.number, waiting) }] : [];
    if (barred.length === 0) return { violations: [], unknown };
    const about = {
      scene: scene.number,
      items: barred.map(({ name, rows }) => ({
        name,
        refusedBy: rows.filter((r) => r.state === "refused").map((r) => r.authority),
      })),
    };
    const people = barred.map(({ personId }) => personId).filter((id) => id !== null);
    return {
      violations: [{ amount: barred.length, span, strips: [strip.id], people, facts: about }],
      unknown,
    };
  },

  explain: ({ scene, items }) =>
    `Scene ${scene}: ${count(items.length, "item")} in frame not cleared: ${list(items.map(({ name, refusedBy }) => `${name} (${refusedBy.length > 0 ? `refused by ${list(refusedBy)}` : "never asked for"})`))}.`,
});

const waits = (scene: string, waiting: readonly Shown[]): string => {
  const asked = (rows: Shown["rows"]) => rows.filter((r) => r.state === "asked").map((r) => r.authority);
  return `Scene ${scene}: ${list(waiting.map(({ name, rows }) => `${name} (asked of ${list(asked(rows))})`))} not cleared yet.`;
};

const kitAsked = remembered((clearances: Read["clearances"]) => new Set(clearances.map((row) => row.kitId)));

function shownIn(
  { scene, moduleId, setUps }: Placed,
  { clearances, elementsOfScene, kit, modules, people, roles }: Read,
  clearedSegments: readonly string[],
): readonly Shown[] {
  if (scene.unit === "landing" || setUps.length === 0) return [];
  const shown: Shown[] = [];
  const cast = new Set(gather(setUps, ({ setUp }) => setUp.roleIds.map((id) => roles.get(id)?.personId)));
  for (const personId of cast) {
    const person = personId ? people.get(personId) : undefined;
    if (person?.category !== "expedition-crew") continue;
    const rows = clearances.filter((row) => row.personId === person.id);
    shown.push({ name: person.shortName, personId: person.id, rows });
  }
  for (const { id, name, needsClearance } of elementsOfScene.get(scene.id) ?? [])
    if (needsClearance)
      shown.push({ name, personId: null, rows: clearances.filter((row) => row.elementId === id) });
  const module = moduleId && modules.get(moduleId);
  if (module && !clearedSegments.includes(module.segment)) {
    const rows = clearances.filter((row) => row.moduleId === module.id);
    shown.push({ name: module.name, personId: null, rows });
  }
  const asked = kitAsked(clearances);
  for (const kitId of new Set(gather(setUps, ({ setUp }) => setUp.kitIds.filter((id) => asked.has(id))))) {
    const rows = clearances.filter((row) => row.kitId === kitId);
    shown.push({ name: kit.get(kitId)?.name ?? "kit", personId: null, rows });
  }
  return shown;
}
