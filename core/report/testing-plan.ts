import { at, NO_LIGHT, plan, row, shootDays } from "../model/build.ts";
import type { ReportContext } from "./report.ts";

/** For tests: a small production with two shoot days, a boneyard, and a cast and crew of three. */
export const CONTEXT: ReportContext = { madeAt: at("7T18:00"), issue: 2, isDraft: false };

const people = [
  row("person", "peresild", { name: "Yulia Peresild", nameLocal: "Юлия Пересильд", shortName: "Peresild" }),
  row("person", "shipenko", { name: "Klim Shipenko", nameLocal: "Клим Шипенко", shortName: "Shipenko" }),
  row("person", "dubrov", { name: "Pyotr Dubrov", shortName: "Dubrov", category: "expedition-crew" }),
];
const jobs = (stripId: string, ...of: readonly (readonly [string, "direct" | "camera" | "spotter"])[]) =>
  of.map(([personId, job]) => row("assignment", `${stripId}-${personId}-${job}`, { stripId, personId, job }));
const night = (personId: string) =>
  row("crewBlock", `sleep-${personId}`, {
    personId,
    kind: "sleep",
    startsAt: at("8T21:30"),
    durationMin: 510,
  });

/** Scene 12 in two parts on day 3 and day 4, scene 7 on day 3, scene 30 in the boneyard. */
export const smallPlan = () => {
  const snapshot = plan(
    {
      person: people,
      contact: [
        row("contact", "fd", {
          kind: "safety",
          label: "Flight director",
          channel: "Space-to-ground 1",
          personId: null,
        }),
        row("contact", "cmo", {
          kind: "medical",
          label: "Surgeon",
          channel: "Private loop",
          personId: "dubrov",
        }),
      ],
      role: [
        row("role", "zhenya", { number: 1, name: "Zhenya", nameLocal: "Женя", personId: "peresild" }),
        row("role", "pyotr", { number: 3, name: "Pyotr", personId: "dubrov", crewPlayed: true }),
      ],
      shootDay: shootDays(8, 9),
      module: [
        row("module", "nauka", { name: "Nauka", noiseDba: 60 }),
        row("module", "cupola", { name: "Cupola" }),
      ],
      pane: [row("pane", "p1", { moduleId: "cupola", name: "Pane 1" })],
      scene: [
        row("scene", "7", { setName: "CUPOLA", scriptDayNight: "DAWN", eighths: 3, order: 1 }),
        row("scene", "12", { setName: "NAUKA – TABLE", eighths: 11, order: 2 }),
        row("scene", "30", { setName: "ZVEZDA", order: 3 }),
      ],
      strip: [
        row("strip", "s12a", {
          ...{ sceneId: "12", part: 1, parts: 2, startsAt: at("8T08:00"), moduleId: "nauka" },
          ...{ rigMin: 60, shootMin: 40, strikeMin: 20, isPinned: true },
        }),
        row("strip", "s7", {
          sceneId: "7",
          startsAt: at("8T19:00"),
          moduleId: "cupola",
          rigMin: 15,
          shootMin: 45,
        }),
        row("strip", "s12b", {
          sceneId: "12",
          part: 2,
          parts: 2,
          startsAt: at("9T09:00"),
          moduleId: "nauka",
        }),
        row("strip", "s30", { sceneId: "30" }),
      ],
      setUp: [
        row("setUp", "12A", {
          sceneId: "12",
          stripId: "s12a",
          takes: 2,
          takeMin: 20,
          syncSound: true,
          roleIds: ["zhenya"],
        }),
        row("setUp", "7A", {
          ...{ sceneId: "7", stripId: "s7", light: "sunrise", paneId: "p1", movingCamera: true },
          ...{ tier: "should", roleIds: ["pyotr", "zhenya"] },
        }),
        row("setUp", "12B", { sceneId: "12", stripId: "s12b", label: "B", roleIds: ["zhenya"] }),
        row("setUp", "30A", { sceneId: "30", stripId: "s30", roleIds: ["pyotr"] }),
      ],
      assignment: [
        ...jobs("s12a", ["shipenko", "direct"], ["shipenko", "camera"]),
        ...jobs("s7", ["shipenko", "direct"], ["shipenko", "camera"], ["dubrov", "spotter"]),
        ...jobs("s12b", ["shipenko", "direct"], ["shipenko", "camera"]),
      ],
      crewBlock: [
        ...["peresild", "shipenko", "dubrov"].map(night),
        row("crewBlock", "lunch-p", {
          personId: "peresild",
          kind: "meal",
          startsAt: at("8T13:00"),
          durationMin: 60,
        }),
        row("crewBlock", "lunch-s", {
          personId: "shipenko",
          kind: "meal",
          startsAt: at("8T13:00"),
          durationMin: 60,
        }),
        row("crewBlock", "pre", {
          personId: "dubrov",
          kind: "pre-sleep",
          startsAt: at("8T19:30"),
          durationMin: 120,
        }),
      ],
      allocation: [row("allocation", "a8", { personId: "dubrov", date: "2021-10-08", minutes: 120 })],
      consent: [row("consent", "c8", { personId: "dubrov", date: "2021-10-08", minutes: 30 })],
      stationEvent: [
        row("stationEvent", "tv", {
          ...{ kind: "pao", title: "Television link", startsAt: at("8T10:30"), durationMin: 20 },
          ...{ marginBeforeMin: 10, moduleIds: ["nauka"], personIds: ["peresild"], takesQuiet: true },
        }),
      ],
    },
    {
      ...NO_LIGHT,
      window: { start: at("5T15:00"), end: at("16T20:41") },
      crossings: [
        crossing("sunrise", "8T19:20", 40),
        crossing("sunset", "8T20:21", 50),
        crossing("sunset", "8T05:00", 0),
      ],
      beta: [{ date: "2021-10-08", betaDeg: -42.7 as never }],
    },
  );
  return {
    ...snapshot,
    production: { ...snapshot.production, title: "The Challenge", titleLocal: "Вызов", company: "Test Film" },
  };
};

function crossing(kind: "sunrise" | "sunset", short: string, second: number) {
  const firstContact = at(short) + second;
  return {
    ...{ kind, firstContact, pointSun: firstContact + 6, lastContact: firstContact + 12 },
    ...{ latDeg: -51.6, lonDeg: 140.94, altitudeKm: 420, source: "test", margin: 1.2 },
  } as never;
}
