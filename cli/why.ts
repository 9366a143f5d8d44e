import { count, list, moment } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { sceneOfStrip } from "#core/model/command/look-up.ts";
import type { StripId } from "#core/model/ids.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Strip } from "#core/model/strip.ts";
import { mustStrips, stripsOfScenes } from "#core/solve/why/together/asked.ts";
import type { WhyTogether } from "#core/solve/why/together/together.ts";
import type { Told } from "#core/solve/why/told.ts";
import type { Way } from "#core/solve/why/ways/find.ts";
import { stripsToAsk, type WhyNot } from "#core/solve/why/why.ts";
import type { JsonAnswers } from "./answers/index.ts";
import { type Asked, askWhy, type WhyKnown } from "./asking-why.ts";
import { wholeNumber } from "./numbers.ts";
import { openPlan } from "./plan-source.ts";
import { untilCtrlC } from "./stoppable.ts";
import { defineVerb, STATUS, wrongUse } from "./verb.ts";

/** What the search for ways out may take, where nothing is said. */
const SECONDS = 60;
const MOST_SECONDS = 3600;

/** The sets of several scenes are worked out so long at the least, whatever ways out may take; and so much is looked at. */
const TOGETHER_SECONDS = 15;
const TOGETHER_STEPS = 4_000;

const idsOf = (strips: readonly Strip[]): readonly StripId[] => strips.map(({ id }) => id);
const outOf = (strips: readonly Strip[]): readonly StripId[] =>
  idsOf(strips.filter(({ startsAt }) => startsAt === null));

/** So many starts of a way out are told one by one. */
const NAMED = 3;

const wayText = ({ words, price, placements, waives, grantedBy, edit }: Way): string => {
  const starts = [...placements].map((p) => p.startsAt).sort((a, b) => a - b);
  const [first] = starts;
  const where =
    starts.length > NAMED && first !== undefined
      ? `${moment(first)} on, ${count(starts.length, "strip")} placed`
      : starts.map(moment).join(", ");
  const notes = [
    ...(waives ? ["once it is signed"] : []),
    ...(grantedBy ? [`with the ${grantedBy}'s word: on a copy of the plan`] : []),
    ...(edit ? [] : ["as a what-if"]),
  ];
  return `    ${String(price).padStart(8)}  ${words}: from ${where}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`;
};

const notesOf = ({ notes, isCut }: WhyNot, isStopped: boolean): readonly string[] =>
  isCut
    ? [
        ...notes,
        isStopped
          ? "Stopped before every way out was tried."
          : "Time was up before every way out was tried; --seconds gives it longer.",
      ]
    : notes;

const ENDINGS = {
  steps: "All steps were taken before everything was worked out; --steps and --seconds give it more.",
  clock:
    "Stopped by the clock before its steps were taken, so that another run may tell more; --seconds gives it longer.",
} as const;
const notesTogether = ({ notes, cutBy }: WhyTogether, isStopped: boolean): readonly string[] =>
  cutBy
    ? [
        ...notes,
        isStopped && cutBy === "clock" ? "Stopped before everything was worked out." : ENDINGS[cutBy],
      ]
    : notes;

function answerText(answer: WhyNot, isStopped: boolean): string {
  const { scene, free, lead, conflict, others, ways } = answer;
  const notes = notesOf(answer, isStopped);
  if (free)
    return [
      `Nothing keeps scene ${scene} out: it goes in from ${moment(free.placement.startsAt)} (${count(free.starts, "start")} on the board's grid).`,
      ...notes,
    ].join("\n");
  if (conflict.length === 0) return [`Scene ${scene} has no place.`, ...notes].join("\n");
  const lines = (told: readonly Told[]) => told.map(({ text }) => `  · ${text}`);
  return [
    `Scene ${scene} has no place. ${lead}`,
    `  ${conflictText(answer)}:`,
    ...lines(conflict),
    ...(others.length > 0 ? ["  By itself each of these keeps it out as well:", ...lines(others)] : []),
    ways.length > 0 ? "  Ways out, with their price in priority points:" : "  No way out was found.",
    ...ways.map(wayText),
    ...notes,
  ].join("\n");
}

/** Whether they can all be in: the sets of them that cannot, and what is open. */
function togetherText(answer: WhyTogether, missing: number, isStopped: boolean): string {
  const { strips, is, plan, most, conflicts } = answer;
  const all = count(strips.length, "strip");
  const verdict = {
    fits: `The ${all} fit together: a plan of them was found and judged by the whole book.${missing > 0 ? ` ${count(missing, "strip")} of them ${missing === 1 ? "is" : "are"} out because of where others stand now: ` : ""}`,
    never: `The ${all} cannot all be in, wherever they stand: ${most} at the most, as is proved.`,
    open: `Whether the ${all} can all be in is open: ${most} at the most, as far as is proved, and a plan of ${plan.length} of them was found.`,
  } as const;
  return [
    verdict[is],
    ...conflicts.flatMap((few) => [
      `${few.isMinimal ? "These cannot all hold, and without any one of them they could:" : "These cannot all hold; of some it was not shown that they are needed:"}`,
      ...few.told.map(({ text }) => `  · ${text}`),
      ...(few.ways.length > 0
        ? [
            "  Ways out, each with a plan that the whole book has judged, with their price in priority points:",
            ...few.ways.map(
              (way) =>
                `${wayText(way)}${way.frees === "all" ? "; then all fit" : conflicts.length > 1 ? "; then these fit, the other sets do not yet" : "; then these fit"}`,
            ),
          ]
        : ["  No way out was found."]),
    ]),
    ...(answer.place
      ? [`  The plan with ${answer.nowhere.length > 0 ? "the others" : "them"} in it:`, wayText(answer.place)]
      : []),
    ...notesTogether(answer, isStopped),
  ].join("\n");
}

/** What is true of a conflict: that without any one member the scene goes in is said only where it was shown of each. */
const conflictText = ({ conflict, others }: WhyNot): string =>
  others.length > 0
    ? "Several rules keep it out, each by itself, so that all of them would have to give way"
    : conflict.every(({ is, isEnough }) => is === "scene" || isEnough)
      ? "These cannot all hold, and without any one of them it would go in"
      : "These cannot all hold, and giving up one is enough unless it says otherwise";

const togetherJson = (answer: WhyTogether, isStopped: boolean) => ({
  strips: [...answer.strips],
  is: answer.is,
  most: answer.most,
  nowhere: [...answer.nowhere],
  conflicts: answer.conflicts.map((few) => ({
    strips: [...few.strips],
    scenes: [...few.scenes],
    most: few.most,
    isMinimal: few.isMinimal,
    conflict: few.told.map(toldJson),
    ways: few.ways.map((way) => ({ ...wayJson(way), frees: way.frees })),
  })),
  place: answer.place && wayJson(answer.place),
  cutBy: answer.cutBy,
  notes: [...notesTogether(answer, isStopped)],
});

const toldJson = ({ is, ruleId, strips, text, isEnough }: Told) => ({
  is,
  ruleId,
  strips: [...strips],
  text,
  isEnough,
});
const wayJson = ({ kind, words, price, asked, parts, placements, edit, grantedBy, waives, asks }: Way) => ({
  kind,
  words,
  pricePoints: price,
  asked,
  parts: parts.map(({ ruleId, points }) => ({ ruleId, points })),
  placements: placements.map((p) => ({
    strip: p.stripId,
    startsAt: isoOf(p.startsAt),
    module: p.moduleId,
  })),
  edit,
  grantedBy,
  waives,
  asks: [...asks],
});

function answerJson(answer: WhyNot, isStopped: boolean) {
  const { stripId, scene, free, lead, conflict, others, ways } = answer;
  return {
    strip: stripId,
    scene,
    free: free ? { startsAt: isoOf(free.placement.startsAt), starts: free.starts } : null,
    lead,
    conflict: conflict.map(toldJson),
    others: others.map(toldJson),
    ways: ways.map(wayJson),
    notes: [...notesOf(answer, isStopped)],
  };
}

const toJson = (
  { production, scenario }: ScenarioSnapshot,
  { together, answers }: WhyKnown,
  notes: readonly string[],
  isStopped: boolean,
): JsonAnswers["why"] => ({
  perigee: "why",
  version: 1,
  production: { slug: production.slug, title: production.title },
  scenario: { name: scenario.name, revision: scenario.revision, isCurrent: scenario.isCurrent },
  together: together && togetherJson(together, isStopped),
  strips: answers.map((answer) => answerJson(answer, isStopped)),
  notes: [...notes],
});

/** So many are named; of more only the number is told. */
const NAMED_STRIPS = 12;

/** What is to be known of an answer that Ctrl-C or the clock has ended. */
function endedNotes(
  { notAsked }: WhyKnown,
  { tables }: ScenarioSnapshot,
  tookS: number,
  isStopped: boolean,
): readonly string[] {
  if (!isStopped && notAsked.length === 0) return [];
  const strips = tables.strip.filter(({ id }) => notAsked.includes(id));
  return [
    isStopped
      ? `Stopped after ${Math.round(tookS)} s: this is what was known by then.`
      : `The time was up after ${Math.round(tookS)} s; --seconds gives it longer, --scene asks about one.`,
    ...(strips.length > 0
      ? [
          `Not asked about alone yet: ${strips.length > NAMED_STRIPS ? count(strips.length, "strip") : `${strips.length === 1 ? "scene" : "scenes"} ${list(strips.map((strip) => sceneOfStrip(tables, strip)))}`}.`,
        ]
      : []),
  ];
}

function askedFor(snapshot: ScenarioSnapshot, typed: string | undefined): Result<Asked, string> {
  if (typed === undefined) {
    const musts = mustStrips(snapshot);
    const out = outOf(musts);
    return ok({ together: out.length > 0 ? idsOf(musts) : [], out });
  }
  const numbers = typed.split(",").map((number) => number.trim());
  if (numbers.length === 1) {
    const out = stripsToAsk(snapshot, { number: typed.trim() });
    return out.ok ? ok({ together: [], out: out.value }) : out;
  }
  const open = stripsOfScenes(snapshot, numbers);
  return open.ok ? ok({ together: idsOf(open.value), out: outOf(open.value) }) : open;
}

export const why = defineVerb({
  positionals: [1, 1],
  options: {
    scene: {
      value: "NUMBER",
      about:
        "a scene that is not in, or several as 4,7,12, whether they fit together; without it, everything that must be shot",
    },
    scenario: { value: "NAME", about: "a scenario other than the current one" },
    seconds: {
      value: "SECONDS",
      about: `how long ways out are sought at the most; ${SECONDS} where not said. Ctrl-C ends it sooner with what is known by then; a second one ends without`,
    },
    steps: {
      value: "N",
      about: `how much is looked at for several scenes: the same seed and steps give the same answer; ${TOGETHER_STEPS} where not said`,
    },
    seed: {
      value: "N",
      about: "another seed searches for plans of several scenes another way; 1 without it",
    },
  },
  async run({ positionals: [named = ""], options, database, progress }) {
    const seconds = Number(options.seconds ?? SECONDS);
    if (!(seconds >= 0 && seconds <= MOST_SECONDS))
      return err(wrongUse(`--seconds takes seconds from 0 to ${MOST_SECONDS}, not "${options.seconds}".`));
    const seed = wholeNumber("--seed", options.seed, { otherwise: 1, from: 0, to: 2 ** 31 - 1 });
    if (!seed.ok) return seed;
    const steps = wholeNumber("--steps", options.steps, {
      otherwise: TOGETHER_STEPS,
      from: 0,
      to: 1_000_000,
    });
    if (!steps.ok) return steps;
    const plan = await openPlan(named, options.scenario, database);
    if (!plan.ok) return plan;
    const asked = askedFor(plan.value, options.scene);
    if (!asked.ok) return err(wrongUse(asked.error));
    const began = performance.now();
    const { done: known, isStopped } = await untilCtrlC(
      {
        thread: "why-not.worker",
        work: askWhy,
        order: {
          ...asked.value,
          ...{ snapshot: plan.value, seed: seed.value, steps: steps.value, seconds },
          togetherS: Math.max(seconds, TOGETHER_SECONDS),
        },
      },
      progress,
      () => progress("Stopping with what is known so far; Ctrl-C again ends it without"),
    );
    progress(null);
    const { together, answers, notAsked } = known;
    const notes = endedNotes(known, plan.value, (performance.now() - began) / 1000, isStopped);
    const keeps = together?.is === "never" || answers.some(({ free }) => free === null);
    const isOpen = (isStopped && together?.is === "open") || notAsked.length > 0;
    return ok({
      status: keeps ? STATUS.doesNotFit : isOpen ? STATUS.unknown : STATUS.done,
      json: () => toJson(plan.value, known, notes, isStopped),
      output: () =>
        together || answers.length > 0
          ? [
              ...(together ? [togetherText(together, asked.value.out.length, isStopped)] : []),
              ...answers.map((answer) => answerText(answer, isStopped)),
            ].join("\n\n")
          : "Everything that must be shot has a place. Ask about one scene with --scene.",
      notes,
    });
  },
});
