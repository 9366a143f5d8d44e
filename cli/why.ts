import { count, moment } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import { err, ok } from "#core/base/result.ts";
import type { StripId } from "#core/model/ids.ts";
import { TIERS } from "#core/model/scene.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Way } from "#core/solve/why/ways/find.ts";
import { stripsToAsk, type WhyNot, whyNot } from "#core/solve/why/why.ts";
import { openPlan } from "./plan-source.ts";
import type { JsonAnswers } from "./schemas.ts";
import { defineVerb, STATUS, wrongUse } from "./verb.ts";

/** What the search for ways out may take, where nothing is said. */
const SECONDS = 60;

/** Strips of the boneyard with something that must be shot. */
const mustsOut = ({ tables }: ScenarioSnapshot): readonly StripId[] =>
  tables.strip
    .filter((strip) => strip.startsAt === null && strip.status !== "shot")
    .filter((strip) => tables.setUp.some((s) => s.stripId === strip.id && !s.isShot && s.tier === TIERS[0]))
    .map((strip) => strip.id);

const wayText = ({ words, price, placements, waives, edit }: Way): string => {
  const where = placements.map((p) => moment(p.startsAt)).join(", ");
  const notes = [...(waives ? ["once it is signed"] : []), ...(edit ? [] : ["as a what-if"])];
  return `    ${String(price).padStart(8)}  ${words}: from ${where}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`;
};

const notesOf = ({ notes, isCut }: WhyNot): readonly string[] =>
  isCut ? [...notes, "Time was up before every way out was tried; --seconds gives it longer."] : notes;

function answerText(answer: WhyNot): string {
  const { scene, free, conflict, ways } = answer;
  const notes = notesOf(answer);
  if (free)
    return [
      `Nothing keeps scene ${scene} out: it goes in from ${moment(free.placement.startsAt)} (${count(free.starts, "start")} on the board's grid).`,
      ...notes,
    ].join("\n");
  return [
    `Scene ${scene} has no place. These cannot all hold, and without any one of them it would go in:`,
    ...conflict.map(({ text }) => `  · ${text}`),
    ways.length > 0 ? "  Ways out, with their price in priority points:" : "  No way out was found.",
    ...ways.map(wayText),
    ...notes,
  ].join("\n");
}

function answerJson(answer: WhyNot) {
  const { stripId, scene, free, conflict, ways } = answer;
  return {
    strip: stripId,
    scene,
    free: free ? { startsAt: isoOf(free.placement.startsAt), starts: free.starts } : null,
    conflict: conflict.map(({ is, ruleId, strips, text }) => ({ is, ruleId, strips: [...strips], text })),
    ways: ways.map(({ kind, words, price, placements, edit, waives, asks }) => ({
      kind,
      words,
      pricePoints: price,
      placements: placements.map((p) => ({
        strip: p.stripId,
        startsAt: isoOf(p.startsAt),
        module: p.moduleId,
      })),
      edit,
      waives,
      asks: [...asks],
    })),
    notes: [...notesOf(answer)],
  };
}

function toJson({ production, scenario }: ScenarioSnapshot, answers: readonly WhyNot[]): JsonAnswers["why"] {
  return {
    perigee: "why",
    version: 1,
    production: { slug: production.slug, title: production.title },
    scenario: { name: scenario.name, revision: scenario.revision, isCurrent: scenario.isCurrent },
    strips: answers.map(answerJson),
  };
}

export const why = defineVerb({
  positionals: [1, 1],
  options: {
    scene: {
      value: "NUMBER",
      about: "a scene that is not in; without it, everything that must be shot and is not",
    },
    scenario: { value: "NAME", about: "a scenario other than the current one" },
    seconds: {
      value: "SECONDS",
      about: `how long ways out are sought at the most; ${SECONDS} where not said`,
    },
    seed: { value: "NUMBER", about: "accepted as for solve; nothing here is drawn" },
  },
  async run({ positionals: [named = ""], options, database }) {
    const seconds = Number(options.seconds ?? SECONDS);
    if (!(seconds >= 0))
      return err(wrongUse(`--seconds takes a number of seconds, not "${options.seconds}".`));
    if (options.seed !== undefined && !Number.isInteger(Number(options.seed)))
      return err(wrongUse(`--seed takes a whole number, not "${options.seed}".`));
    const plan = await openPlan(named, options.scenario, database);
    if (!plan.ok) return plan;
    const strips =
      options.scene === undefined
        ? ok(mustsOut(plan.value))
        : stripsToAsk(plan.value, { number: options.scene });
    if (!strips.ok) return err(wrongUse(strips.error));
    const end = performance.now() + seconds * 1000;
    const answers = strips.value.flatMap((id) => whyNot(plan.value, id, () => performance.now() > end) ?? []);
    const keeps = answers.some(({ free }) => free === null);
    return ok({
      status: keeps ? STATUS.doesNotFit : STATUS.done,
      json: () => toJson(plan.value, answers),
      output: () =>
        answers.length > 0
          ? answers.map(answerText).join("\n\n")
          : "Everything that must be shot has a place. Ask about one scene with --scene.",
    });
  },
});
