import { moment } from "#core/base/format.ts";
import type { Facts } from "#core/model/facts.ts";
import type { CheckReport } from "#core/model/finding.ts";
import { LIGHTS, type LightAsked, type Scene, TIERS, type Tier } from "#core/model/scene.ts";
import type { Strip } from "#core/model/strip.ts";
import { UNIT_NAMES } from "#core/model/window.ts";

/** A line of the list of scenes. */
export interface SceneLine {
  readonly id: string;
  readonly number: string;
  readonly intExt: Scene["intExt"];
  readonly scriptDayNight: Scene["scriptDayNight"];
  readonly setName: string;
  readonly synopsis: string;
  readonly eighths: number;
  /** The module, or the unit where there is none. */
  readonly place: string;
  readonly cast: readonly { readonly number: number; readonly name: string }[];
  /** Set-ups of each tier. */
  readonly tiers: Readonly<Record<Tier, number>>;
  readonly tier: Tier | null;
  readonly light: readonly LightAsked[];
  /** Of its first strip; null: all of it in the boneyard. */
  readonly startsAt: number | null;
  readonly placedText: string;
  /** `in 2 parts`; empty for a whole scene. */
  readonly partsNote: string;
  readonly placedParts: number;
  readonly parts: number;
  readonly status: Strip["status"];
  readonly isPinned: boolean;
  readonly order: number;
  readonly worst: "hard" | "unknown" | "soft" | null;
  readonly findings: readonly string[];
}

/** 12 before 12A, where both have one place in script order. */
const counted = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const RANK = { hard: 0, unknown: 1, soft: 2 } as const;

function statusOf(strips: readonly Strip[]): Strip["status"] {
  if (strips.length > 0 && strips.every((s) => s.status === "shot")) return "shot";
  return strips.some((s) => s.status !== "planned") ? "part-shot" : "planned";
}

/** What is to be said beside the first placement. */
function partsNote(placed: number, parts: number): string {
  if (placed > 0 && placed < parts) return `${placed} of ${parts} parts`;
  return parts > 1 ? `in ${parts} parts` : "";
}

/** All scenes in script order, with what the plan makes of them. */
export function sceneLines(facts: Facts, report: Pick<CheckReport, "findings">): readonly SceneLine[] {
  const stripsOf = new Map<string, Strip[]>();
  for (const strip of facts.strips.values())
    stripsOf.set(strip.sceneId, [...(stripsOf.get(strip.sceneId) ?? []), strip]);
  const findingsOf = new Map<string, { kind: keyof typeof RANK; message: string }[]>();
  for (const finding of report.findings)
    for (const scene of new Set(finding.strips.map((id) => facts.strips.get(id)?.sceneId))) {
      const kind = finding.kind === "unknown" ? "unknown" : finding.level;
      if (scene)
        findingsOf.set(scene, [...(findingsOf.get(scene) ?? []), { kind, message: finding.message }]);
    }
  return [...facts.scenes.values()]
    .sort((a, b) => a.order - b.order || counted.compare(a.number, b.number))
    .map((scene) => {
      const strips = stripsOf.get(scene.id) ?? [];
      const placed = strips
        .map((strip) => facts.placed.get(strip.id))
        .filter((p) => p !== undefined)
        .sort((a, b) => a.span.start - b.span.start);
      const setUps = facts.setUpsOfScene.get(scene.id) ?? [];
      const tiers = Object.fromEntries(
        TIERS.map((tier) => [tier, setUps.filter((s) => s.tier === tier).length]),
      ) as Record<Tier, number>;
      const asked = new Set(setUps.map((s) => s.light));
      const found = findingsOf.get(scene.id) ?? [];
      const startsAt = placed[0]?.span.start ?? null;
      return {
        id: scene.id,
        number: scene.number,
        intExt: scene.intExt,
        scriptDayNight: scene.scriptDayNight,
        setName: scene.setName,
        synopsis: scene.synopsis,
        eighths: scene.eighths,
        place: (scene.moduleId && facts.modules.get(scene.moduleId)?.name) || UNIT_NAMES[scene.unit],
        cast: [...new Set(setUps.flatMap((s) => s.roleIds))]
          .flatMap((id) => facts.roles.get(id) ?? [])
          .map(({ number, name }) => ({ number, name }))
          .sort((a, b) => a.number - b.number),
        tiers,
        tier: TIERS.find((tier) => tiers[tier] > 0) ?? null,
        light: LIGHTS.filter((light) => light !== "any" && asked.has(light)),
        startsAt,
        placedText: placed[0] ? moment(placed[0].span.start) : strips.length > 0 ? "boneyard" : "no strip",
        partsNote: partsNote(placed.length, strips.length),
        placedParts: placed.length,
        parts: strips.length,
        status: statusOf(strips),
        isPinned: strips.some((s) => s.isPinned),
        order: scene.order,
        worst: found.map((f) => f.kind).sort((a, b) => RANK[a] - RANK[b])[0] ?? null,
        findings: found.map((f) => f.message),
      };
    });
}
