import * as z from "zod";
import type { Facts } from "../../model/facts.ts";
import type { PersonId, RoleId } from "../../model/ids.ts";
import { JOB_NAMES, JOBS, type Job } from "../../model/job.ts";
import type { Placed } from "../../model/placed.ts";
import { LIGHTS, TIERS } from "../../model/scene.ts";
import { UNITS } from "../../model/window.ts";

/** Not a shape: which placements an own rule speaks of. */

/** By what, and which one: "person", "dubrov". The value is an id, or a word of the model. */
export const BY = [
  "person",
  "role",
  "module",
  "scene",
  "job",
  "light",
  "tier",
  "unit",
  "kit",
  "any",
] as const;
export const selection = z
  .object({ by: z.enum(BY), value: z.string().max(64) })
  .refine(({ by, value }) => by === "any" || value !== "", { error: "names nothing", path: ["value"] });
export type Selection = z.output<typeof selection>;

/** Two parameters that may not speak of the same, for `superRefine`; what is wrong is said of the second's. */
export const apart =
  <K extends string>(one: K, other: K, wrong: string) =>
  (params: Readonly<Record<K, Selection>>, context: z.core.$RefinementCtx): void => {
    const [a, b] = [params[one], params[other]];
    if (a.by === b.by && (a.by === "any" || a.value === b.value))
      context.addIssue({ code: "custom", message: wrong, path: [other] });
  };

/** Facts that naming and matching a selection read. */
export const SELECTION_READS = ["people", "roles", "modules", "scenes", "kit"] as const;
type SelectionFacts = Pick<Facts, (typeof SELECTION_READS)[number]>;
/** As much of them as naming reads. */
export type SelectionNames = { readonly [F in keyof SelectionFacts]: Pick<SelectionFacts[F], "get"> };

/** Words of the model, and how a sentence says them. */
const WORDS: {
  readonly [by in Selection["by"]]?: { readonly all: readonly string[]; said(value: string): string };
} = {
  job: { all: JOBS, said: (job) => `the job of ${JOB_NAMES[job as Job].toLowerCase()}` },
  light: { all: LIGHTS, said: (light) => `a set-up that asks for ${light === "any" ? "any light" : light}` },
  tier: { all: TIERS, said: (tier) => `a ${tier} set-up` },
  unit: { all: UNITS, said: (unit) => `the ${unit} unit` },
};

/** What a row is called; null where it is not there any more. */
const NAMES: { readonly [by in Selection["by"]]?: (facts: SelectionNames, id: never) => string | undefined } =
  {
    person: ({ people }, id) => people.get(id)?.shortName,
    role: ({ roles }, id) => roles.get(id)?.name,
    module: ({ modules }, id) => modules.get(id)?.name,
    scene: ({ scenes }, id) => {
      const found = scenes.get(id);
      return found && `scene ${found.number}`;
    },
    kit: ({ kit }, id) => kit.get(id)?.name,
  };

/** What a sentence calls something that is not there any more. */
export const goneOf = (by: string): string => `${by === "kit" ? "a piece of kit" : `a ${by}`} that is gone`;

/** What a message calls it; null where it names something that is not there any more. */
export function nameOf({ by, value }: Selection, facts: SelectionNames): string | null {
  if (by === "any") return "anything";
  const words = WORDS[by];
  if (words) return words.all.includes(value) ? words.said(value) : null;
  return NAMES[by]?.(facts, value as never) ?? null;
}

/** Whom selections name: a person, or who plays a role. */
export const peopleOf = (
  selections: readonly Selection[],
  { roles }: Pick<SelectionFacts, "roles">,
): readonly PersonId[] => [
  ...new Set(
    selections.flatMap(({ by, value }) => {
      if (by === "person") return [value as PersonId];
      return by === "role" ? (roles.get(value as RoleId)?.personId ?? []) : [];
    }),
  ),
];

/** Does a placement belong to the selection? */
export function isIn({ by, value }: Selection, placed: Placed): boolean {
  switch (by) {
    case "any":
      return true;
    case "person":
      return placed.calls.some((call) => call.personId === value);
    case "role":
      return placed.setUps.some(({ setUp }) => (setUp.roleIds as readonly string[]).includes(value));
    case "module":
      return placed.moduleId === value;
    case "scene":
      return placed.scene.id === value;
    case "job":
      return placed.calls.some((call) => (call.jobs as readonly string[]).includes(value));
    case "light":
      return placed.setUps.some(({ setUp }) => setUp.light === value);
    case "tier":
      return placed.setUps.some(({ setUp }) => setUp.tier === value);
    case "unit":
      return placed.scene.unit === value;
    case "kit":
      return placed.setUps.some(({ setUp }) => (setUp.kitIds as readonly string[]).includes(value));
  }
}

/** What the messages of a shape call its selections, or what is gone. */
export function namesOf<K extends string>(
  selections: Readonly<Record<K, Selection>>,
  facts: SelectionFacts,
): { readonly names: Readonly<Record<K, string>> } | { readonly gone: string } {
  const names: Partial<Record<K, string>> = {};
  for (const key of Object.keys(selections) as K[]) {
    const name = nameOf(selections[key], facts);
    if (name === null)
      return {
        gone: `it names ${goneOf(selections[key].by)}. Change or remove it on the rules page.`,
      };
    names[key] = name;
  }
  return { names: names as Record<K, string> };
}

/** Nothing judged, and why. */
export const notJudged = (reason: string) => ({
  violations: [],
  unknown: [{ span: null, strips: [], reason }],
});
