import * as z from "zod";
import { list } from "../base/format.ts";
import { isoOf } from "../base/instant.ts";
import type { ModuleId } from "../model/ids.ts";
import { defineRule } from "../model/rule.ts";
import type { SetUp } from "../model/scene.ts";
import type { Module } from "../model/station.ts";

const DIMENSIONS = [
  { word: "wide", of: "clearWidthCm" },
  { word: "high", of: "clearHeightCm" },
  { word: "long", of: "clearLengthCm" },
] as const;
type Dimension = (typeof DIMENSIONS)[number];

/** The most that a strip's set-ups ask of a dimension, and for which of them. */
const askedOf = (setUps: readonly SetUp[], { of }: Dimension) =>
  setUps.reduce<{ cm: number; label: string } | null>((most, setUp) => {
    const cm = setUp[of];
    return cm !== null && (most === null || cm > most.cm) ? { cm, label: setUp.label } : most;
  }, null);

const isRoomy = (module: Module, setUps: readonly SetUp[]): boolean =>
  DIMENSIONS.every((dimension) => {
    const asked = askedOf(setUps, dimension);
    return asked === null || asked.cm <= (module[dimension.of] ?? 0);
  });

export const movementEnvelope = defineRule({
  id: "movement-envelope",
  level: "hard",
  sentence: "Action and camera fit the free space of the module.",
  source:
    "Free space per module [G]: a hull's diameter is not free space; about 2 m are left between racks and rails.",
  unit: "cm short",
  params: z.object({}),
  scope: "strip",
  reads: ["modules", "hatchesBetween"],
  search: { alone: "anywhere" },
  sees: ({ subject: { moduleId }, facts }) => [moduleId && facts.modules.get(moduleId)],

  // Width and height are those of the set, which has an up: a frame is not rolled to make room. Of each dimension the largest need of
  // the strip counts, once, and what is missing in width, height and length is added up.
  check({ subject: { strip, scene, moduleId, setUps: placed, span }, facts: { modules } }) {
    const setUps = placed.map((s) => s.setUp).filter((setUp) => !setUp.isShot);
    const module = moduleId === null ? undefined : modules.get(moduleId);
    if (!module) return { violations: [], unknown: [] };
    const short: { word: string; asked: number; free: number; label: string }[] = [];
    const open: string[] = [];
    for (const dimension of DIMENSIONS) {
      const asked = askedOf(setUps, dimension);
      if (!asked) continue;
      const free = module[dimension.of];
      if (free === null) open.push(`how ${dimension.word}`);
      else if (asked.cm > free)
        short.push({ word: dimension.word, asked: asked.cm, free, label: asked.label });
    }
    const amount = Math.ceil(short.reduce((sum, s) => sum + s.asked - s.free, 0));
    const found = { scene: scene.number, module: module.name, short, amount };
    const reason = `Scene ${scene.number}: ${list(open)} the free space of ${module.name} is, is not known.`;
    return {
      violations: amount > 0 ? [{ amount, span, strips: [strip.id], people: [], facts: found }] : [],
      unknown: open.length > 0 ? [{ span, strips: [strip.id], reason }] : [],
    };
  },

  explain: ({ scene, module, short, amount }) =>
    `Scene ${scene}: ${amount} cm short in ${module}: ${short.map((s) => `set-up ${s.label} needs ${s.asked} cm ${s.word} of ${s.free}`).join(", ")}.`,

  // The same hour in the nearest roomier module that is open to the film.
  *repairs(
    _found,
    { subject: { strip, scene, moduleId, setUps, span }, facts: { modules, hatchesBetween } },
  ) {
    const own = setUps.map((s) => s.setUp).filter((setUp) => !setUp.isShot);
    const away = (id: ModuleId) =>
      (moduleId && hatchesBetween.get(moduleId)?.get(id)) ?? Number.POSITIVE_INFINITY;
    const roomy = [...modules.values()]
      .filter((m) => m.isUsable && m.id !== moduleId && isRoomy(m, own))
      .sort((a, b) => away(a.id) - away(b.id) || a.order - b.order);
    for (const { id, name } of roomy)
      yield {
        commandId: "move-strips",
        input: { moves: [{ stripId: strip.id, startsAt: isoOf(span.start), moduleId: id }] },
        words: `Scene ${scene.number} in ${name} at the same time`,
      };
  },
});
