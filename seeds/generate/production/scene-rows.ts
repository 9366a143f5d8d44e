import type { Written } from "../../rows.ts";
import type { Scene } from "../orbital.ts";
import { FILM_CREW, STATION_CREW } from "./crew.ts";

/** By the number that a scene of the family has for its module. Scenes that want light outside play where there is a pane. */
const MODULES = ["zvezda", "nauka", "zarya", "rassvet", "poisk", "destiny"] as const;
const PANES: Readonly<Record<string, string>> = {
  zvezda: "zvezda-9",
  nauka: "nauka-forward",
  poisk: "poisk-port",
  destiny: "destiny-nadir",
};
/** Script pages: an eighth for so many minutes of the set, at least one. [G] */
const EIGHTH_MIN = 8;
const STRIKE_MIN = 5;
const RIG_MIN = 60;

/** A scene of one set-up and one strip; whoever of the film crew comes first operates and directs, the others are on camera. */
export function sceneRows(scene: Scene, i: number, people: readonly { readonly id: string }[]) {
  const id = `scene-${i + 1}`;
  const stripId = `strip-${i + 1}`;
  const drawn = MODULES[scene.module] ?? MODULES[0];
  const moduleId = scene.light === "any" || PANES[drawn] ? drawn : "nauka";
  const [behind = 0, ...beside] = scene.crew;
  const cosmonauts = scene.anyCosmonaut ? [FILM_CREW.length + (i % STATION_CREW.length)] : scene.cosmonauts;
  const operator = people[behind]?.id ?? "";
  const jobs = ["direct", "camera"] as const;
  const tier = scene.must ? "must" : scene.priority > 5 ? "should" : "nice";
  return {
    scene: {
      id,
      number: String(i + 1),
      intExt: "INT",
      setName: `${moduleId.toUpperCase()} – SET ${"ABCD".charAt(scene.rig)}`,
      moduleId,
      unit: "main",
      scriptDayNight: scene.light === "night" ? "NIGHT" : "DAY",
      scriptDay: "",
      eighths: Math.max(1, Math.round(scene.minutes / EIGHTH_MIN)),
      synopsis: "",
      order: i,
    } satisfies Written<"scene">,
    strip: {
      id: stripId,
      sceneId: id,
      part: 1,
      parts: 1,
      startsAt: null,
      moduleId: null,
      rigMin: RIG_MIN,
      shootMin: scene.minutes,
      strikeMin: STRIKE_MIN,
      isPinned: false,
      status: "planned",
      note: "",
    } satisfies Written<"strip">,
    setUp: {
      id: `set-up-${i + 1}`,
      sceneId: id,
      stripId,
      label: "A",
      description: "",
      tier,
      order: 0,
      takes: 1,
      takeMin: scene.minutes,
      resetMin: 0,
      light: scene.light,
      paneId: scene.light === "any" ? null : (PANES[moduleId] ?? null),
      movingCamera: false,
      syncSound: false,
      groundLink: scene.needsPass,
      strenuous: false,
      roleIds: [...beside, ...cosmonauts].map((n) => `role-${n + 1}`),
      jobs: [...jobs],
      isShot: false,
    } satisfies Written<"setUp">,
    assignments: jobs.map(
      (job): Written<"assignment"> => ({ id: `job-${i + 1}-${job}`, stripId, job, personId: operator }),
    ),
  };
}
