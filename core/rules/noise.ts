import * as z from "zod";
import { list, spanText } from "../base/format.ts";
import { type Interval, intersect } from "../base/interval.ts";
import { profile } from "../base/profile.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type NotJudged } from "../model/rule.ts";
import type { ExerciseDevice } from "../model/station.ts";
import { asOne, changed } from "./offers.ts";
import { blocksInOrder, meeting } from "./whereabouts.ts";

const params = z.object({
  limitDba: parameter("Loudest for sync sound", "dB(A)", z.number().min(20).max(100).default(55)),
  fansOffDb: parameter("Quieter with fans off by", "dB", z.number().min(0).max(40).default(8)),
  pointsPerDbMin: parameter(
    "Weight of a dB for a minute",
    "points",
    z.number().min(0).max(100).default(0.05),
  ),
});

/** Levels of sources that do not know of each other add by their energy. Decibels, A-weighted. */
const together = (levels: readonly number[]): number =>
  10 * Math.log10(levels.reduce((sum, level) => sum + 10 ** (level / 10), 0));

interface Run {
  readonly name: string;
  readonly noiseDba: number | null;
  readonly span: Interval;
}

/** Devices that run in a module during a span; one that two people have at once runs once. */
function runsIn(
  moduleId: ModuleId,
  span: Interval,
  { exerciseIn, devices }: Pick<Facts, "exerciseIn" | "devices">,
): readonly Run[] {
  const blocks = exerciseIn.get(moduleId);
  const runs = new Map<ExerciseDevice, Interval[]>();
  for (const { block, span: whole } of blocks ? meeting(blocksInOrder(blocks), span) : []) {
    const device = block.deviceId === null ? undefined : devices.get(block.deviceId);
    const part = intersect(whole, span);
    if (device && part) runs.set(device, [...(runs.get(device) ?? []), part]);
  }
  return [...runs].flatMap(([{ name, noiseDba }, spans]) =>
    profile(spans).map((part) => ({ name, noiseDba, span: part })),
  );
}

/** The span, cut wherever a device starts or stops. */
function pieces(span: Interval, runs: readonly Run[]): readonly Interval[] {
  const edges = [...new Set([span.start, span.end, ...runs.flatMap((r) => [r.span.start, r.span.end])])];
  edges.sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => ({ start: edges[i] ?? span.start, end }));
}

export const noise = defineRule({
  id: "noise",
  level: "soft",
  sentence: "Where sync sound is wanted the module is quiet enough; else only a guide track is recorded.",
  source:
    "55 dBA [G]. Zvezda and Nauka exceed health limits [S], facts.md §3.3; levels per module and what its fans make of it [G].",
  unit: "dB·min",
  params,
  scope: "strip",
  reads: ["modules", "exerciseIn", "devices"],
  sees: ({ subject: { moduleId }, facts: { modules, exerciseIn, devices } }) =>
    moduleId === null ? [] : [modules.get(moduleId), exerciseIn.get(moduleId), devices],
  pointsPerUnit: ({ pointsPerDbMin }) => pointsPerDbMin,

  // Decibels over the limit times minutes of the set-up, its resets included: the room is no quieter between takes. A running device
  // adds its noise to the module's by energy; with the fans off the module itself is quieter by `fansOffDb`.
  check({ subject: { strip, scene, moduleId, setUps }, facts }, { limitDba, fansOffDb }) {
    const module = moduleId === null ? undefined : facts.modules.get(moduleId);
    const wanted = setUps.filter(
      ({ setUp, span }) => setUp.syncSound && !setUp.isShot && span.start < span.end,
    );
    if (!module || wanted.length === 0) return { violations: [], unknown: [] };
    const loud: { label: string; worst: number; span: Interval }[] = [];
    const heard = new Set<string>();
    const unknown: NotJudged[] = [];
    let total = 0;
    for (const { setUp, span } of wanted) {
      const runs = runsIn(module.id, span, facts);
      const silent = runs.find((r) => r.noiseDba === null);
      if (module.noiseDba === null || silent) {
        const reason = `Scene ${scene.number}, set-up ${setUp.label}: how loud ${silent?.name ?? module.name} is, is not known.`;
        unknown.push({ span: silent?.span ?? span, strips: [strip.id], reason });
        continue;
      }
      const room = module.noiseDba - (setUp.fansOff ? fansOffDb : 0);
      let worst = 0;
      for (const piece of pieces(span, runs)) {
        const running = runs.filter((r) => intersect(r.span, piece));
        const level = together([room, ...running.map((r) => r.noiseDba ?? 0)]);
        if (level <= limitDba) continue;
        total += ((level - limitDba) * (piece.end - piece.start)) / 60;
        worst = Math.max(worst, level);
        for (const { name } of running) heard.add(name);
      }
      if (worst > 0) loud.push({ label: setUp.label, worst, span });
    }
    const amount = Math.ceil(Math.round(total * 1000) / 1000);
    const [first] = loud;
    if (!first) return { violations: [], unknown };
    const found = { scene: scene.number, module: module.name, loud, amount, limitDba, heard: [...heard] };
    return {
      violations: [{ amount, span: first.span, strips: [strip.id], people: [], facts: found }],
      unknown,
    };
  },

  explain: ({ scene, module, loud, amount, limitDba, heard }) =>
    `Scene ${scene} in ${module}: guide track only for ${loud.map((l) => `set-up ${l.label}, ${Math.round(l.worst)} dBA (${spanText(l.span)})`).join("; ")}; ${limitDba} dBA would do, ${amount} dB·min over${heard.length > 0 ? `, with ${list(heard)} running` : ""}.`,

  // Quieter with the fans off, however little; how long they may stand still, the rule ventilation says.
  *repairs({ facts: { scene, loud } }, { subject: { setUps } }) {
    const still = setUps.filter(
      ({ setUp }) => !setUp.fansOff && loud.some(({ label }) => label === setUp.label),
    );
    if (still.length > 0)
      yield {
        ...asOne(still.map(({ setUp }) => changed("setUp", setUp.id, { fansOff: true }))),
        words: `Fans off while scene ${scene} records sound`,
      };
  },
});
