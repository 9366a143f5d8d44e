import { minutes } from "#core/base/quantity.ts";
import { setUpMinutes } from "#core/model/placed.ts";
import { rows, type Written } from "../rows.ts";
import { kitFor } from "./kit-needs.ts";
import { placeNeeds } from "./place-needs.ts";

type SetUp = Written<"setUp">;
type Scene = Written<"scene">;
type Job = SetUp["jobs"][number];
type Category = Written<"element">["category"];
type RoleId = "zhenya" | "oleg" | "pyotr" | "commander" | "flight-director" | "recovery-doctor";

/** A set-up as the breakdown writes it: who is on camera, what it needs; jobs follow from that. */
export interface Shot {
  readonly tier: SetUp["tier"];
  readonly takes: number;
  readonly takeMin: number;
  readonly what: string;
  readonly on: readonly RoleId[];
  /** Minutes from the end of a take to the next. */
  readonly resetMin?: number;
  readonly light?: SetUp["light"];
  readonly pane?: string;
  readonly moving?: boolean;
  /** Dialogue or breath recorded with the picture. */
  readonly sound?: boolean;
  readonly link?: boolean;
  readonly strenuous?: boolean;
  /** Camera, light or action stand in the way of who wants to pass. */
  readonly blocks?: boolean;
  /** A cable through a hatch. */
  readonly cable?: SetUp["hatchCable"];
  readonly fansOff?: boolean;
  /** What floats free, approved and contained. */
  readonly liquid?: "liquid" | "powder" | "blood";
  /** Light level, where it is not the usual one of its time of day. */
  readonly lux?: number;
  /** Free width, height and length in cm that the action needs. */
  readonly clear?: readonly [width: number, height: number, length: number];
  /** On the second strip of a scene in two parts. */
  readonly second?: boolean;
}

export interface SceneText {
  readonly number: string;
  readonly heading: Scene["intExt"];
  readonly set: string;
  /** Null on the ground and in a ship. */
  readonly module: string | null;
  readonly unit?: Scene["unit"];
  readonly when: Scene["scriptDayNight"];
  readonly day: string;
  readonly eighths: number;
  readonly synopsis: string;
  readonly shots: readonly Shot[];
  readonly elements?: Readonly<Partial<Record<Category, readonly string[]>>>;
  /** Who watches where the operator flies, where it is not Vande Hei. */
  readonly spotter?: string;
  readonly assist?: string;
  /** Where the flight itself says when: the placement is pinned there. */
  readonly pinnedAt?: string;
  /** When the second part is filmed, where the ground unit films it without the ship. */
  readonly secondAt?: string;
}

const US_MODULES = new Set(["unity", "destiny", "harmony", "tranquility", "cupola", "columbus", "kibo"]);
const LETTERS = "ABCDEFGH";

const isDressed = (scene: SceneText) => (scene.elements?.["set-dressing"] ?? []).length > 0;

function jobsOf(scene: SceneText, shot: Shot): Job[] {
  return [
    "direct",
    "camera",
    "light",
    ...(shot.sound ? (["sound"] as const) : []),
    ...(isDressed(scene) && scene.module !== null ? (["dress"] as const) : []),
    ...(shot.moving ? (["spotter"] as const) : []),
    ...(scene.assist ? (["assist"] as const) : []),
    ...(scene.module !== null && US_MODULES.has(scene.module) ? (["escort"] as const) : []),
  ];
}

/** Shipenko directs, operates, lights and records; Peresild dresses the set; the landing unit has people of its own. */
function personFor(scene: SceneText, job: Job): string {
  if (scene.unit === "landing")
    return { direct: "landing-director", sound: "landing-sound" }[job as string] ?? "landing-camera";
  if (job === "dress") return "peresild";
  if (job === "spotter") return scene.spotter ?? "vande-hei";
  if (job === "assist") return scene.assist ?? "dubrov";
  return job === "escort" ? "vande-hei" : "shipenko";
}

/** After what floats free: vacuumed, and the air clean. Rule free-liquids. */
const WET_STRIKE_MIN = 30;
const STRIKE_MIN = { main: 10, ship: 0, landing: 5 } as const;
const RIG_MIN = { main: 15, ship: 10, landing: 15 } as const;

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** Rows of the breakdown: scenes in script order, their set-ups, strips with who does which job, elements. */
export function breakdown(scenes: readonly SceneText[]) {
  const written = scenes.map((scene) => {
    const id = `scene-${scene.number.toLowerCase()}`;
    const parts = scene.shots.some((s) => s.second) ? ([1, 2] as const) : ([1] as const);
    const stripId = (part: 1 | 2) => `strip-${scene.number.toLowerCase()}${part === 2 ? "-2" : ""}`;
    const setUps = scene.shots.map((shot, i): SetUp => {
      const label = LETTERS.charAt(i);
      return {
        id: `setup-${scene.number.toLowerCase()}-${label.toLowerCase()}`,
        sceneId: id,
        stripId: stripId(shot.second ? 2 : 1),
        label,
        description: shot.what,
        tier: shot.tier,
        order: i,
        takes: shot.takes,
        takeMin: shot.takeMin,
        resetMin: shot.resetMin ?? 3,
        light: shot.light ?? "any",
        paneId: shot.pane ?? null,
        movingCamera: shot.moving ?? false,
        syncSound: shot.sound ?? false,
        groundLink: shot.link ?? false,
        strenuous: shot.strenuous ?? false,
        roleIds: [...shot.on],
        jobs: jobsOf(scene, shot),
        isShot: false,
        kitIds: [...kitFor(scene, shot)],
        ...placeNeeds(scene, shot),
      };
    });
    const strips = parts.map((part): Written<"strip"> => {
      const own = setUps.filter((s) => s.stripId === stripId(part));
      const shootMin = own.reduce(
        (sum, s) => sum + setUpMinutes({ ...s, takeMin: minutes(s.takeMin), resetMin: minutes(s.resetMin) }),
        0,
      );
      const unit = scene.unit ?? "main";
      const pinnedAt = part === 1 ? scene.pinnedAt : scene.secondAt;
      const isWet = own.some((s) => s.freeLiquid !== "none");
      const [rigMin, strikeMin] = [RIG_MIN[unit], isWet ? WET_STRIKE_MIN : STRIKE_MIN[unit]];
      return {
        id: stripId(part),
        sceneId: id,
        part,
        parts: parts.length,
        startsAt: pinnedAt ?? null,
        moduleId: pinnedAt ? scene.module : null,
        rigMin,
        shootMin,
        // So that a placement begins and ends on the five-minute grid.
        strikeMin: strikeMin + ((5 - ((shootMin + strikeMin) % 5)) % 5),
        isPinned: pinnedAt !== undefined,
        status: "planned",
        note: "",
      };
    });
    const assignments = parts.flatMap((part) => {
      const jobs = new Set(setUps.filter((s) => s.stripId === stripId(part)).flatMap((s) => s.jobs));
      return [...jobs].map((job) => ({
        id: `${stripId(part)}-${job}`,
        stripId: stripId(part),
        job,
        personId: personFor(scene, job),
      }));
    });
    const named = Object.entries(scene.elements ?? {}).flatMap(([category, names]) =>
      names.map((name) => ({ id: `${slug(category)}-${slug(name)}`, category: category as Category, name })),
    );
    return { id, scene, setUps, strips, assignments, named };
  });

  const elements = new Map(written.flatMap(({ named }) => named.map((element) => [element.id, element])));
  return {
    scene: rows(
      "scene",
      written.map(({ id, scene }, order) => ({
        id,
        number: scene.number,
        intExt: scene.heading,
        setName: scene.set,
        moduleId: scene.module,
        unit: scene.unit ?? "main",
        scriptDayNight: scene.when,
        scriptDay: scene.day,
        eighths: scene.eighths,
        synopsis: scene.synopsis,
        order,
      })),
    ),
    element: rows("element", [...elements.values()]),
    sceneElement: rows(
      "sceneElement",
      written.flatMap(({ id, named }) =>
        named.map((element) => ({
          id: `${id}-${element.id}`.slice(0, 64),
          sceneId: id,
          elementId: element.id,
        })),
      ),
    ),
    strip: rows(
      "strip",
      written.flatMap((w) => w.strips),
    ),
    setUp: rows(
      "setUp",
      written.flatMap((w) => w.setUps),
    ),
    assignment: rows(
      "assignment",
      written.flatMap((w) => w.assignments),
    ),
  };
}
