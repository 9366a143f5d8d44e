import { count, moment, pagesText } from "../../base/format.ts";
import type { EpochSeconds } from "../../base/quantity.ts";
import { JOB_NAMES } from "../job.ts";
import { UNIT_NAMES } from "../window.ts";
import {
  at,
  choice,
  choices,
  date,
  flag,
  minutes,
  number,
  order,
  prose,
  quote,
  quoted,
  ref,
  refs,
  type TableWords,
  value,
} from "./word.ts";

/** How the film's own tables are told: window, days, scenes, strips. */

const sun = (label: string) => value(label, (deg: number) => `${deg}°`);

export const filmWords = {
  shootWindow: {
    one: "shoot window",
    many: "shoot windows",
    name: ({ unit }) => `window of the ${UNIT_NAMES[unit].toLowerCase()}`,
    fields: {
      unit: choice("unit", UNIT_NAMES),
      startsAt: at("opens"),
      endsAt: at("closes"),
      note: quoted("note"),
    },
  } satisfies TableWords<"shootWindow">,

  windowClaim: {
    one: "statement on the window",
    many: "statements on the window",
    name: ({ label, edge }) => `what ${quote(label)} says of the window’s ${edge}`,
    fields: {
      windowId: ref("of", "shootWindow"),
      edge: choice("edge"),
      at: at("time"),
      label: quoted("name"),
      source: prose("source"),
      isUsed: flag("used", "not used"),
    },
  } satisfies TableWords<"windowClaim">,

  shootDay: {
    one: "shoot day",
    many: "shoot days",
    name: ({ number: n }) => `day ${n}`,
    fields: {
      number: number("number"),
      date: date("date"),
      wakesAt: at("wakes"),
      sleepsAt: at("sleeps"),
      isClosed: flag("lost", "open again"),
      note: quoted("note"),
    },
  } satisfies TableWords<"shootDay">,

  banner: {
    one: "banner",
    many: "banners",
    name: ({ text, dayId }, look) => `banner ${quote(text)} on ${look.of("shootDay", dayId)}`,
    fields: { dayId: ref("on", "shootDay"), text: quoted("text"), order },
  } satisfies TableWords<"banner">,

  scene: {
    one: "scene",
    many: "scenes",
    name: ({ number: n }) => `scene ${n}`,
    fields: {
      number: value("number"),
      intExt: choice("interior or exterior"),
      setName: value("set"),
      moduleId: ref("module", "module", "no module"),
      unit: choice("unit", UNIT_NAMES),
      scriptDayNight: choice("script time"),
      scriptDay: value("script day"),
      eighths: value("length", (n: number) => `${pagesText(n)} ${n > 8 ? "pages" : "page"}`),
      synopsis: prose("synopsis"),
      order,
    },
  } satisfies TableWords<"scene">,

  element: {
    one: "element",
    many: "elements",
    name: ({ name }) => quote(name),
    whole: ({ name, category }) => `${quote(name)} (${category.replace("-", " ")})`,
    fields: {
      category: choice("category"),
      name: value("name"),
      needsClearance: flag("needs clearance", "needs no clearance"),
    },
  } satisfies TableWords<"element">,

  sceneElement: {
    one: "need of a scene",
    many: "needs of scenes",
    name: ({ sceneId, elementId }, look) =>
      `${look.of("element", elementId)} for ${look.of("scene", sceneId)}`,
    fields: { sceneId: ref("for", "scene"), elementId: ref("what", "element") },
  } satisfies TableWords<"sceneElement">,

  strip: {
    one: "strip",
    many: "strips",
    name: ({ sceneId, part, parts }, look) =>
      `${look.of("scene", sceneId)}${parts > 1 ? ` part ${part}` : ""}`,
    whole: ({ sceneId, part, parts }, look) =>
      `strip of ${look.of("scene", sceneId)}${parts > 1 ? ` part ${part}` : ""}`,
    fields: {
      sceneId: ref("of", "scene"),
      part: number("part"),
      parts: value("cut in", (n: number) => count(n, "part")),
      startsAt: (_, after) => (after === null ? "to the boneyard" : `to ${moment(after as EpochSeconds)}`),
      moduleId: ref("in", "module"),
      rigMin: minutes("rig"),
      shootMin: minutes("shoot"),
      strikeMin: minutes("strike"),
      isPinned: flag("pinned", "unpinned"),
      status: choice("status"),
      note: quoted("note"),
    },
  } satisfies TableWords<"strip">,

  setUp: {
    one: "set-up",
    many: "set-ups",
    name: ({ label, sceneId }, look) => `set-up ${label} of ${look.of("scene", sceneId)}`,
    fields: {
      sceneId: ref("of", "scene"),
      stripId: ref("with", "strip"),
      label: value("letter"),
      description: prose("description"),
      tier: choice("tier"),
      order,
      takes: number("takes"),
      takeMin: minutes("a take"),
      resetMin: minutes("reset"),
      light: choice("light outside"),
      paneId: ref("through", "pane"),
      movingCamera: flag("the camera flies", "the camera stands"),
      syncSound: flag("sound is recorded", "without sound"),
      groundLink: flag("needs the ground link", "needs no ground link"),
      strenuous: flag("strenuous", "not strenuous"),
      roleIds: refs("on camera", "role", "on camera nobody"),
      jobs: choices("jobs", JOB_NAMES),
      isShot: flag("in the can", "to be shot"),
      kitIds: refs("kit", "kit", "no kit"),
      targetId: ref("must see", "groundTarget"),
      targetLight: choice("light below"),
      sunFromDeg: sun("Sun from"),
      sunToDeg: sun("Sun to"),
      lux: number("light on the set", "lux"),
      clearWidthCm: number("free width", "cm"),
      clearHeightCm: number("free height", "cm"),
      clearLengthCm: number("free length", "cm"),
      blocksPassage: flag("stands in the passage", "leaves the passage free"),
      hatchCable: choice("cable through a hatch"),
      fansOff: flag("fans off", "fans on"),
      freeLiquid: choice("floats free"),
      freeLiquidApproval: quoted("approval of what floats free"),
      isContained: flag("contained", "not contained"),
    },
  } satisfies TableWords<"setUp">,

  assignment: {
    one: "job",
    many: "jobs",
    name: ({ personId, job, stripId }, look) =>
      `${look.of("person", personId)} as ${JOB_NAMES[job].toLowerCase()} on ${look.of("strip", stripId)}`,
    fields: {
      stripId: ref("on", "strip"),
      job: choice("as", JOB_NAMES),
      personId: ref("by", "person", "by nobody"),
    },
  } satisfies TableWords<"assignment">,

  sceneOrder: {
    one: "scene order",
    many: "scene orders",
    name: ({ firstSceneId, thenSceneId }, look) =>
      `order of ${look.of("scene", firstSceneId)} before ${look.of("scene", thenSceneId)}`,
    fields: {
      firstSceneId: ref("first", "scene"),
      thenSceneId: ref("then", "scene"),
      minLagMin: minutes("at least between"),
      maxLagMin: minutes("at most between"),
      reason: quoted("reason"),
      source: prose("source"),
    },
  } satisfies TableWords<"sceneOrder">,

  clearance: {
    one: "clearance",
    many: "clearances",
    name({ personId, elementId, kitId, moduleId, authority }, look) {
      const [of] = (
        [
          ["person", personId],
          ["element", elementId],
          ["kit", kitId],
          ["module", moduleId],
        ] as const
      ).flatMap(([entity, id]) => (id === null ? [] : [look.of(entity, id)]));
      return `clearance by ${authority}${of ? ` to show ${of}` : ""}`;
    },
    fields: {
      personId: ref("to show", "person", "to show nobody"),
      elementId: ref("to show", "element"),
      kitId: ref("to show", "kit"),
      moduleId: ref("to show", "module"),
      authority: value("given by"),
      state: choice("state"),
      note: quoted("note"),
      source: prose("source"),
    },
  } satisfies TableWords<"clearance">,

  restoration: {
    one: "restoration",
    many: "restorations",
    name: ({ what, sceneId }, look) => `putting back ${quote(what)} after ${look.of("scene", sceneId)}`,
    fields: {
      sceneId: ref("after", "scene"),
      what: value("what"),
      minutes: minutes("takes"),
      due: choice("due", {
        strike: "at strike",
        "hatch-closing": "before the hatch closes",
        "handed-over": "by who stays",
      }),
      personId: ref("by", "person", "by nobody"),
      blockId: ref("in", "crewBlock"),
      source: prose("source"),
    },
  } satisfies TableWords<"restoration">,

  publishedStrip: {
    one: "published place",
    many: "published places",
    name: ({ stripId }, look) => `published place of ${look.of("strip", stripId)}`,
    fields: {
      stripId: ref("of", "strip"),
      startsAt: at("starts"),
      moduleId: ref("in", "module"),
      rigMin: minutes("rig"),
      shootMin: minutes("shoot"),
      strikeMin: minutes("strike"),
      personIds: refs("bound", "person", "bound nobody"),
      publishedAt: at("published"),
    },
  } satisfies TableWords<"publishedStrip">,

  changeRequest: {
    one: "change request",
    many: "change requests",
    name: ({ reference, stripId }, look) =>
      `change request ${quote(reference)} for ${look.of("strip", stripId)}`,
    fields: {
      stripId: ref("for", "strip"),
      reference: value("reference"),
      reason: quoted("reason"),
      agreedBy: value("agreed by"),
    },
  } satisfies TableWords<"changeRequest">,
};
