import type { Tier } from "#core/model/scene.ts";
import type { SortValue } from "#ui/tables/sort.ts";
import type { SceneLine } from "./scene-list.ts";

export interface SceneFilter {
  readonly search: string;
  readonly place: string | null;
  readonly tier: Tier | null;
  readonly placed: "placed" | "boneyard" | "findings" | null;
}
export const ALL: SceneFilter = { search: "", place: null, tier: null, placed: null };

const words = ({ number, setName, synopsis, place, cast }: SceneLine) =>
  [number, setName, synopsis, place, ...cast.map((role) => role.name)].join(" ").toLowerCase();

/** Every word typed must stand somewhere in the line; `#12` is the scene of that very number. */
function matches(line: SceneLine, search: string): boolean {
  const typed = search.trim().toLowerCase();
  if (typed.startsWith("#")) return line.number.toLowerCase() === typed.slice(1);
  const text = words(line);
  return typed.split(/\s+/).every((word) => text.includes(word));
}

const isIn: Readonly<Record<NonNullable<SceneFilter["placed"]>, (line: SceneLine) => boolean>> = {
  placed: (line) => line.parts > 0 && line.placedParts === line.parts,
  boneyard: (line) => line.placedParts < line.parts,
  findings: (line) => line.worst !== null,
};

export const filtered = (lines: readonly SceneLine[], filter: SceneFilter): readonly SceneLine[] =>
  lines.filter(
    (line) =>
      matches(line, filter.search) &&
      (filter.place === null || line.place === filter.place) &&
      (filter.tier === null || line.tiers[filter.tier] > 0) &&
      (filter.placed === null || isIn[filter.placed](line)),
  );

export type SceneColumn =
  | "order"
  | "number"
  | "set"
  | "eighths"
  | "place"
  | "tier"
  | "placed"
  | "status"
  | "findings";
const TIER_RANK = { must: 0, should: 1, nice: 2 } as const;
const WORST_RANK = { hard: 0, unknown: 1, soft: 2 } as const;

/** What a column sorts by. */
export const sortValue = (line: SceneLine, by: SceneColumn): SortValue =>
  ({
    order: line.order,
    number: line.number,
    set: line.setName,
    eighths: line.eighths,
    place: line.place,
    tier: line.tier && TIER_RANK[line.tier],
    placed: line.startsAt,
    status: line.status,
    findings: line.worst && WORST_RANK[line.worst] * 1_000 - line.findings.length,
  })[by];
