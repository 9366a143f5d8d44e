import { rows, type Written } from "../rows.ts";

type Kit = Written<"kit">;

const BY_PROGRESS =
  "Generic kit: came on Progress MS-17, 13.75 kg in all [S] govoritmoskva.ru/news/279108; contents were not disclosed, this list is an assumption";
const BY_SOYUZ =
  "Generic kit: what came on the ship was not disclosed; list, mass and data are assumptions [G]";
const OF_THE_STATION = "Generic: what the station lends was not disclosed; assumption [G]";

const PROGRESS = { aboardFrom: "2021-07-02T12:00:00Z", source: BY_PROGRESS } as const;
const SOYUZ = { aboardFrom: "2021-10-05T15:00:00Z", upFlightId: "ms-19-up", source: BY_SOYUZ } as const;
const STATION = { aboardFrom: "2021-07-02T12:00:00Z", massKg: null, source: OF_THE_STATION } as const;
/** Shot material came back on MS-18 [S2], encycloreader. */
const HOME = { downFlightId: "ms-18-down" } as const;
const NO_PLUG = { watts: 0 } as const;

const item = (
  id: string,
  name: string,
  category: string,
  quantity: number,
  massKg: number | null,
  more: Pick<Kit, "aboardFrom" | "source"> & Partial<Kit>,
): Kit => ({ id, name, category, quantity, massKg, ...more });

/** 25 W and 700 Mbit/s are what a small cinema camera of the time takes: assumption [G]. */
const CAMERA = { batteryDrawW: 25, recordGbPerMin: 5.25 } as const;

/**
 * Mass is of one piece; the Progress list adds up to the published 13.75 kg. No make or model of the film's kit is known: watts, watt
 * hours, gigabytes and lux are of generic kit of that kind [G], so that power, batteries, media, kit and mass have something to judge.
 */
export const kit = () =>
  rows("kit", [
    item("camera-a", "Digital cinema camera, body A (generic)", "camera", 1, 2.1, {
      ...PROGRESS,
      ...CAMERA,
      ...HOME,
    }),
    item("camera-b", "Digital cinema camera, body B, spare (generic)", "camera", 1, 2.1, {
      ...PROGRESS,
      ...CAMERA,
    }),
    item("lens", "Prime lens (generic set of 4)", "camera", 4, 0.9, { ...PROGRESS, ...NO_PLUG }),
    item("battery", "Camera battery (generic)", "power", 6, 0.4, { ...PROGRESS, ...NO_PLUG, batteryWh: 60 }),
    item("led-panel", "LED panel, battery powered (generic)", "lighting", 3, 0.65, {
      ...PROGRESS,
      batteryDrawW: 18,
      isBuiltIn: true,
      lux: 250,
    }),
    item("clamp", "Clamp and handrail mount", "grip", 4, 0.2, { ...PROGRESS, ...NO_PLUG, isBuiltIn: true }),
    item("cables", "Cables and adapters, 28 V", "power", 1, 0.8, { ...PROGRESS, ...NO_PLUG }),
    item("work-lamp", "Work lamp of the station, 28 V (generic)", "lighting", 3, null, {
      ...STATION,
      watts: 40,
      isBuiltIn: true,
      lux: 150,
    }),
    item("charger", "Bay of a battery charger, 28 V (generic)", "power", 2, 0.35, {
      ...SOYUZ,
      watts: 45,
      chargeW: 40,
    }),
    item("recorder", "Field recorder with two radio microphones (generic)", "sound", 1, 0.9, {
      ...SOYUZ,
      ...HOME,
      batteryDrawW: 5,
      recordGbPerMin: 0.02,
    }),
    item("card", "Memory card (generic)", "media", 12, 0.02, { ...SOYUZ, ...HOME, ...NO_PLUG, cardGb: 128 }),
    item("drive", "Solid-state drive (generic)", "media", 4, 0.1, {
      ...SOYUZ,
      ...HOME,
      ...NO_PLUG,
      cardGb: 4_000,
      copyGbPerMin: 12,
    }),
    item("ship-camera", "Hand camera for the ship (generic)", "camera", 1, 0.5, {
      ...SOYUZ,
      ...HOME,
      batteryDrawW: 6,
      recordGbPerMin: 0.75,
    }),
    item("clapper", "Clapperboard", "camera", 1, 0.3, {
      ...SOYUZ,
      ...HOME,
      ...NO_PLUG,
      source: "[S] aviaforum.ru/threads/kosmofilm-vyzov.48932: seen on the link; mass [G]",
    }),
    item("helmet", "Rugby helmet for the operator", "safety", 1, 0.4, {
      ...SOYUZ,
      ...NO_PLUG,
      source: "[S2] trendingnewsbuzzer.com (title); mass [G]",
    }),
    item("make-up-bag", "Make-up bag", "make-up", 1, 1.5, { ...SOYUZ, ...NO_PLUG }),
    item("surgical-props", "Surgical instruments, drapes and drain (props)", "props", 1, 2.5, {
      ...SOYUZ,
      ...NO_PLUG,
    }),
  ]);
