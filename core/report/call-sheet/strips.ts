import { clockSeconds } from "../../base/format.ts";
import { overlaps, widen } from "../../base/interval.ts";
import { minutes } from "../../base/quantity.ts";
import type { Tables } from "../../model/entities.ts";
import type { Facts } from "../../model/facts.ts";
import { JOB_NAMES, JOBS, type Job } from "../../model/job.ts";
import type { Placed, PlacedSetUp } from "../../model/placed.ts";
import type { LightAsked, SetUp, Tier } from "../../model/scene.ts";
import { JOB_CODES } from "../job-codes.ts";
import type { Clock, Moment, Span } from "../moment.ts";
import { type StripLine, stripLine } from "../strip-line.ts";

export interface SetUpLine {
  readonly label: string;
  readonly description: string;
  readonly tier: Tier;
  readonly takes: number;
  readonly takeMin: number;
  readonly start: Moment;
  readonly cast: readonly number[];
  readonly light: LightAsked;
  readonly pane: string;
  /** `sunrise 09:21:14` at the pane, where one lies by the set-up; `orbital night`; empty where no light is asked for. */
  readonly lightText: string;
  readonly movingCamera: boolean;
  readonly groundLink: boolean;
  readonly strenuous: boolean;
  readonly isShot: boolean;
}

/** Sync: recorded to be used. Guide: wanted, in too noisy a module. Unknown: wanted, the noise is not known. Mute: not wanted. */
export type Sound = "sync" | "guide" | "unknown" | "mute";
export const SOUND_NAMES: Record<Sound, string> = {
  sync: "sync sound",
  guide: "guide track",
  unknown: "sync sound, noise not known",
  mute: "no sound",
};

export interface CallSheetStrip extends StripLine {
  readonly time: Span;
  readonly phases: { readonly rig: Span | null; readonly shoot: Span | null; readonly strike: Span | null };
  readonly setUps: readonly SetUpLine[];
  readonly jobs: readonly {
    readonly job: Job;
    readonly code: string;
    readonly name: string;
    readonly people: readonly string[];
  }[];
  readonly sound: Sound;
  readonly soundText: string;
  /** What the scene needs, by breakdown category. */
  readonly elements: readonly { readonly category: string; readonly names: readonly string[] }[];
  readonly note: string;
}

/** Where sync sound gives way to a guide track. Rule book, `noise` [G]. */
export const GUIDE_TRACK_ABOVE_DBA = 55;

function soundOf(setUps: readonly SetUp[], noiseDba: number | null | undefined): Sound {
  if (!setUps.some((setUp) => setUp.syncSound && !setUp.isShot)) return "mute";
  if (noiseDba === undefined) return "sync";
  if (noiseDba === null) return "unknown";
  return noiseDba > GUIDE_TRACK_ABOVE_DBA ? "guide" : "sync";
}

/** How far around a set-up its sunrise or sunset is looked for. */
const NEAR = minutes(5);

function lightText({ light }: Facts, { setUp, span }: PlacedSetUp): string {
  if (setUp.light === "any") return "";
  if (setUp.light === "day" || setUp.light === "night") return `orbital ${setUp.light}`;
  const near = widen(span, NEAR, NEAR);
  const crossing = light.crossings.find(
    (c) => c.kind === setUp.light && near && overlaps(near, { start: c.firstContact, end: c.lastContact }),
  );
  return crossing ? `${setUp.light} ${clockSeconds(crossing.firstContact)}` : setUp.light;
}

const setUpLine = (facts: Facts, clock: Clock, placed: PlacedSetUp): SetUpLine => {
  const { setUp, span } = placed;
  return {
    label: setUp.label,
    description: setUp.description,
    tier: setUp.tier,
    takes: setUp.takes,
    takeMin: setUp.takeMin,
    start: clock.moment(span.start),
    cast: setUp.roleIds
      .map((id) => facts.roles.get(id)?.number)
      .filter((n) => n !== undefined)
      .sort((a, b) => a - b),
    light: setUp.light,
    pane: (setUp.paneId && facts.panes.get(setUp.paneId)?.name) || "",
    lightText: lightText(facts, placed),
    movingCamera: setUp.movingCamera,
    groundLink: setUp.groundLink,
    strenuous: setUp.strenuous,
    isShot: setUp.isShot,
  };
};

function elementsOf(tables: Tables, sceneId: string): CallSheetStrip["elements"] {
  const own = new Set(tables.sceneElement.filter((e) => e.sceneId === sceneId).map((e) => e.elementId));
  const needed = tables.element.filter((element) => own.has(element.id));
  return [...new Set(needed.map((element) => element.category))].map((category) => ({
    category,
    names: needed.filter((element) => element.category === category).map((element) => element.name),
  }));
}

/** A placed strip with all that the sheet says of it; null for a strip without a scene. */
export function callSheetStrip(
  facts: Facts,
  tables: Tables,
  clock: Clock,
  placed: Placed,
): CallSheetStrip | null {
  const { strip, scene } = placed;
  const line = stripLine(facts, clock, strip);
  if (!line) return null;
  const assigned = facts.assignmentsOfStrip.get(strip.id) ?? [];
  const sound = soundOf(
    facts.setUpsOfStrip.get(strip.id) ?? [],
    placed.moduleId ? facts.modules.get(placed.moduleId)?.noiseDba : undefined,
  );
  return {
    ...line,
    time: clock.span(placed.span),
    phases: {
      rig: placed.rig && clock.span(placed.rig),
      shoot: placed.shoot && clock.span(placed.shoot),
      strike: placed.strike && clock.span(placed.strike),
    },
    setUps: placed.setUps.map((setUp) => setUpLine(facts, clock, setUp)),
    jobs: JOBS.filter((job) => assigned.some((a) => a.job === job)).map((job) => ({
      job,
      code: JOB_CODES[job],
      name: JOB_NAMES[job],
      people: assigned
        .filter((a) => a.job === job)
        .map((a) => facts.people.get(a.personId)?.shortName)
        .filter((name) => name !== undefined),
    })),
    sound,
    soundText: SOUND_NAMES[sound],
    elements: elementsOf(tables, scene.id),
    note: strip.note,
  };
}
