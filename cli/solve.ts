import { duration, list, listSome } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import type { Bundle } from "#core/model/bundle.ts";
import { changeOf, type Patch } from "#core/model/patch.ts";
import { TIERS } from "#core/model/scene.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Strip } from "#core/model/strip.ts";
import { verdictLine } from "#core/report/verdict.ts";
import { titleOf } from "#core/rules/in-force.ts";
import { USUAL_MOVE_POINTS } from "#core/solve/move-points.ts";
import { withProposal } from "#core/solve/placement.ts";
import type { Proposal, ProposalProgress } from "#core/solve/propose.ts";
import { formatOf } from "#interchange/index.ts";
import type { JsonAnswers } from "./answers/index.ts";
import { VERDICT_STATUS } from "./check.ts";
import type { DatabaseDoor } from "./database.ts";
import { write } from "./files.ts";
import { wholeNumber } from "./numbers.ts";
import { isBundlePath, openBundle, openPlan } from "./plan-source.ts";
import { search } from "./searching.ts";
import { sentenceOf } from "./sentence.ts";
import { untilCtrlC } from "./stoppable.ts";
import { table } from "./table.ts";
import { defineVerb, notKnown, type Refusal, wrongUse } from "./verb.ts";

const MOST = { seconds: 3_600, rounds: 1_000_000, seed: 2 ** 31 - 1, movePoints: 1_000_000 } as const;
const SECONDS = 20;
/** Scenes without a place that are named; `--json` names all. */
const NAMED = 60;

const points = (value: number) => (Math.round(value * 10) / 10).toLocaleString("en").replace("-", "−");
const percent = (share: number) => `${(share * 100).toLocaleString("en", { maximumFractionDigits: 2 })} %`;
const gapText = ({ gap, isOptimal }: ProposalProgress): string =>
  isOptimal
    ? "proved optimal: no plan is better"
    : gap === null
      ? "how far from the best is not proven"
      : `at most ${percent(gap)} better is possible`;
const setUpsText = ({ setUpsIn }: ProposalProgress): string =>
  list(TIERS.map((tier) => `${setUpsIn[tier].in} of ${setUpsIn[tier].of} ${tier}`));

function patchOf(before: readonly Strip[], after: readonly Strip[]): Patch {
  const to = new Map(after.map((strip) => [strip.id, strip]));
  return before.flatMap((strip) => {
    const next = to.get(strip.id);
    if (!next || next === strip) return [];
    const { startsAt, moduleId, rigMin, shootMin } = next;
    return [changeOf("strip", strip, { startsAt, moduleId, rigMin, shootMin })];
  });
}

type Line = JsonAnswers["solve"]["strips"][number];

/** Scene 2 before scene 10. */
const inOrder = (a = "", b = ""): number => a.localeCompare(b, "en", { numeric: true });

function linesOf(before: ScenarioSnapshot, after: ScenarioSnapshot): readonly Line[] {
  const scenes = new Map(after.tables.scene.map((scene) => [scene.id, scene.number]));
  const modules = new Map(after.tables.module.map((module) => [module.id, module.name]));
  const was = new Map(before.tables.strip.map((strip) => [strip.id, strip]));
  const changeFor = (strip: Strip): Line["change"] => {
    const old = was.get(strip.id);
    if (strip.startsAt === null) return old?.startsAt == null ? "stays" : "returned";
    if (old?.startsAt == null) return "placed";
    return old.startsAt === strip.startsAt && old.moduleId === strip.moduleId ? "stays" : "moved";
  };
  return [...after.tables.strip]
    .sort(
      (a, b) =>
        (a.startsAt ?? Number.MAX_SAFE_INTEGER) - (b.startsAt ?? Number.MAX_SAFE_INTEGER) ||
        inOrder(scenes.get(a.sceneId), scenes.get(b.sceneId)) ||
        a.part - b.part,
    )
    .map((strip) => ({
      id: strip.id,
      scene: scenes.get(strip.sceneId) ?? "",
      part: strip.parts > 1 ? `${strip.part}/${strip.parts}` : "",
      change: changeFor(strip),
      startsAt: strip.startsAt === null ? null : isoOf(strip.startsAt),
      module: strip.moduleId === null ? null : (modules.get(strip.moduleId) ?? null),
      rigMin: strip.rigMin,
      shootMin: strip.shootMin,
      strikeMin: strip.strikeMin,
    }));
}

function toText(
  plan: ScenarioSnapshot,
  proposal: Proposal,
  lines: readonly Line[],
  saved: string | null,
): string {
  const { objective, report, bound } = proposal;
  const standing = lines.filter((line) => line.startsAt !== null);
  const out = lines.filter((line) => line.startsAt === null);
  const name = ({ scene, part }: Line) => (part ? `${scene} (${part})` : scene);
  return [
    `${verdictLine(report).text}; ${gapText(proposal)}`,
    `${plan.production.title}, scenario ${plan.scenario.name}, revision ${plan.scenario.revision}; the plan is as it was`,
    `Set-ups in: ${setUpsText(proposal)}`,
    "",
    table(
      ["taken off by", "points"],
      [
        ...objective.parts.map(({ ruleId, points: taken }) => [titleOf(ruleId, plan.tables), points(taken)]),
        ["together", points(-objective.points)],
        ...(bound === null ? [] : [["at least, by any plan", points(Math.max(0, -bound))]]),
      ],
      { right: [1] },
    ),
    ...(objective.mustsMissingMin > 0
      ? ["", `Must set-ups without a place: ${duration(objective.mustsMissingMin)}`]
      : []),
    ...(standing.length > 0
      ? [
          "",
          table(
            ["scene", "starts (GMT)", "where", "rig", "shoot", ""],
            standing.map((line) => [
              name(line),
              line.startsAt?.slice(0, 16).replace("T", " ") ?? "",
              line.module ?? "",
              String(line.rigMin),
              String(line.shootMin),
              line.change === "stays" ? "" : line.change,
            ]),
            { right: [3, 4] },
          ),
        ]
      : []),
    ...(out.length > 0 ? ["", `Without a place: ${listSome(out.map(name), NAMED)}`] : []),
    ...(saved === null ? [] : ["", saved]),
  ].join("\n");
}

interface Saving {
  readonly name: string | undefined;
  readonly file: string | undefined;
}

/** Adds the proposal as a scenario: to the bundle, which goes to a file, or in the database. */
async function save(
  named: string,
  { name, file }: Saving,
  before: ScenarioSnapshot,
  after: ScenarioSnapshot,
  door: DatabaseDoor,
): Promise<Result<string | null, Refusal>> {
  if (name === undefined) return ok(null);
  const note = `A proposal for ${before.scenario.name}, revision ${before.scenario.revision}.`;
  if (!(await isBundlePath(named))) {
    const { branchScenario, scenarioForm } = await import("#server/scenarios.ts");
    const form = scenarioForm.safeParse({ name, note });
    if (!form.success) return err(wrongUse(`--save "${name}" is no name for a scenario.`));
    await door.open();
    const of = { productionId: before.production.id, scenarioId: before.scenario.id, user: null };
    const made = await branchScenario(of, form.data, patchOf(before.tables.strip, after.tables.strip));
    return made.ok
      ? ok(`Saved as scenario ${name}`)
      : err(wrongUse(`It cannot be saved as "${name}". ${sentenceOf(made.error)}`));
  }
  const bundle = await openBundle(named, door);
  if (!bundle.ok) return bundle;
  const added = withScenario(bundle.value, name, note, before, after);
  if (!added.ok) return added;
  const written = await write(file ?? "", formatOf(file ?? "").write(added.value));
  return written.ok ? ok(`Saved as scenario ${name} in ${file}`) : written;
}

function withScenario(
  { scenarios, ...rest }: Bundle,
  name: string,
  note: string,
  before: ScenarioSnapshot,
  { tables }: ScenarioSnapshot,
): Result<Bundle, Refusal> {
  if (scenarios.some(({ scenario }) => scenario.name === name))
    return err(wrongUse(`There is a scenario "${name}" already. Give the new one another name.`));
  const from = scenarios.find(({ scenario }) => scenario.id === before.scenario.id);
  if (!from) return err(wrongUse(`Scenario "${before.scenario.name}" is gone.`));
  const scenario = {
    ...from.scenario,
    id: `${from.scenario.id}-${scenarios.length + 1}`.slice(-60) as typeof from.scenario.id,
    name,
    note,
    revision: 0,
    isCurrent: false,
  };
  return ok({
    ...rest,
    scenarios: [...scenarios, { scenario, tables: { ...from.tables, strip: tables.strip } }],
  });
}

export const solve = defineVerb({
  positionals: [1, 1],
  options: {
    scenario: { value: "NAME", about: "a scenario other than the current one" },
    "only-boneyard": { about: "what stands stays; only what lies in the boneyard finds a place" },
    seconds: {
      value: "N",
      about: `how long to search; ${SECONDS} without it or --rounds. Ctrl-C ends it sooner and keeps the best plan until then; a second one ends without`,
    },
    rounds: { value: "N", about: "how many rounds to search; with it a run can be repeated" },
    seed: { value: "N", about: "another seed searches another way; 1 without it" },
    "move-points": {
      value: "N",
      about: `points that a strip costs which stands elsewhere than today; ${USUAL_MOVE_POINTS} without it`,
    },
    save: { value: "NAME", about: "keep the proposal as a new scenario; the plan itself is never changed" },
    output: { value: "FILE", short: "o", about: "where a bundle goes with the scenario saved in it" },
  },
  async run({ positionals: [named = ""], options, database, progress }) {
    const seed = wholeNumber("--seed", options.seed, { otherwise: 1, from: 0, to: MOST.seed });
    const rounds = wholeNumber("--rounds", options.rounds, { otherwise: 0, from: 1, to: MOST.rounds });
    const asked = options.rounds === undefined ? SECONDS : MOST.seconds;
    const seconds = wholeNumber("--seconds", options.seconds, {
      otherwise: asked,
      from: 1,
      to: MOST.seconds,
    });
    const moved = wholeNumber("--move-points", options["move-points"], {
      otherwise: USUAL_MOVE_POINTS,
      from: 0,
      to: MOST.movePoints,
    });
    if (!seed.ok) return seed;
    if (!rounds.ok) return rounds;
    if (!seconds.ok) return seconds;
    if (!moved.ok) return moved;
    const isFile = await isBundlePath(named);
    if (isFile && (options.save === undefined) !== (options.output === undefined))
      return err(wrongUse("A proposal for a file is kept by --save NAME and -o FILE together."));
    if (!isFile && options.output !== undefined)
      return err(wrongUse("-o FILE goes with a bundle file; --save NAME keeps a proposal in the database."));
    const plan = await openPlan(named, options.scenario, database);
    if (!plan.ok) return plan;

    const began = performance.now();
    const { done: found, isStopped } = await untilCtrlC(
      {
        thread: "search.worker",
        work: search,
        order: {
          input: {
            snapshot: plan.value,
            freedom: options["only-boneyard"] ? "open" : "free",
            movePoints: moved.value,
            seed: seed.value,
          },
          rounds: options.rounds === undefined ? null : rounds.value,
          seconds: seconds.value,
        },
      },
      ({ progress: at, atS }) =>
        progress(
          `${Math.round(atS)} s · ${points(at.objective.points)} points · ${gapText(at)} · in: ${setUpsText(at)}`,
        ),
      () => progress("Stopping with the best plan so far; Ctrl-C again ends it without"),
    );
    const tookS = Math.round(performance.now() - began) / 1000;
    progress(null);
    if (!found)
      return err(
        notKnown(
          isStopped
            ? "Stopped before a first plan was judged. The plan is as it was."
            : "No plan was found in that time. Give it more: --seconds N.",
        ),
      );
    const notes = isStopped
      ? [`Stopped after ${Math.round(tookS)} s: this is the best plan until then.`, ...found.notes]
      : found.notes;
    const proposal = { ...found, notes };
    const after = withProposal(plan.value, proposal);
    const lines = linesOf(plan.value, after);
    const saved = await save(
      named,
      { name: options.save, file: options.output },
      plan.value,
      after,
      database,
    );
    if (!saved.ok) return saved;
    const { production, scenario } = plan.value;
    const { objective, report } = proposal;
    return ok({
      status: VERDICT_STATUS[report.verdict],
      json: () => ({
        perigee: "solve" as const,
        version: 1 as const,
        production: { slug: production.slug, title: production.title },
        scenario: { name: scenario.name, revision: scenario.revision, isCurrent: scenario.isCurrent },
        seed: seed.value,
        rounds: proposal.round,
        iterations: proposal.iterations,
        seconds: tookS,
        verdict: report.verdict,
        inHandMin: report.minutes.inHand,
        objective: { ...objective, parts: objective.parts.map((part) => ({ ...part })) },
        bound: proposal.bound,
        gap: proposal.gap,
        isOptimal: proposal.isOptimal,
        notes: [...proposal.notes],
        setUps: TIERS.map((tier) => ({ tier, ...proposal.setUpsIn[tier] })),
        strips: [...lines],
        savedAs: options.save ?? null,
        file: options.output ?? null,
      }),
      output: () => toText(plan.value, proposal, lines, saved.value),
      notes: proposal.notes,
    });
  },
});
