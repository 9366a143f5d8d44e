import { rows, type Written } from "../rows.ts";

type Module = Written<"module">;
type Size = readonly [lengthM: number | null, diameterM: number | null, pressurisedM3: number | null];

const room = (
  id: string,
  name: string,
  segment: Module["segment"],
  [lengthM, diameterM, pressurisedM3]: Size,
  capacity: number,
  noiseDba: number | null,
  source: string,
  isUsable = true,
) => ({ id, name, segment, lengthM, diameterM, pressurisedM3, capacity, noiseDba, isUsable, source });

const LIMITS = "people while filming, noise level, free space and watts: assumption [G]";

/**
 * What a module's outlets may give the film, watts: 28 V DC in the Russian segment, 120 V DC in the US one [S] facts.md §3.4; no number
 * for an outlet or a module is public, all are assumptions [G].
 */
const SUPPLY_W: Readonly<Record<string, number>> = {
  zvezda: 300,
  zarya: 250,
  nauka: 350,
  rassvet: 200,
  poisk: 200,
  unity: 500,
  destiny: 600,
  harmony: 600,
  tranquility: 500,
  cupola: 250,
  columbus: 500,
  kibo: 600,
};

/**
 * Free width, height and length in cm between racks, rails and cables: assumption [G], for a hull's diameter is not free space. What
 * people need a way to: Zvezda [S] ridus.ru; Nauka [S] third cabin and second toilet; the US segment [G].
 */
const ROOMS: Readonly<
  Record<string, { clear: readonly [number, number, number]; facilities?: Module["facilities"] }>
> = {
  zvezda: { clear: [200, 200, 700], facilities: ["toilet", "galley", "exercise", "sleep"] },
  zarya: { clear: [180, 180, 900], facilities: ["sleep"] },
  nauka: { clear: [210, 210, 700], facilities: ["toilet", "sleep"] },
  rassvet: { clear: [150, 150, 350] },
  poisk: { clear: [150, 150, 250] },
  unity: { clear: [210, 210, 400], facilities: ["galley"] },
  destiny: { clear: [210, 210, 700], facilities: ["exercise"] },
  harmony: { clear: [210, 210, 500], facilities: ["sleep"] },
  tranquility: { clear: [200, 200, 450], facilities: ["toilet", "exercise"] },
  cupola: { clear: [180, 180, 120] },
  columbus: { clear: [210, 210, 550], facilities: ["sleep"] },
  kibo: { clear: [210, 210, 900] },
};
const roomOf = (id: string) => {
  const known = ROOMS[id];
  const [clearWidthCm, clearHeightCm, clearLengthCm] = known?.clear ?? [null, null, null];
  return { clearWidthCm, clearHeightCm, clearLengthCm, facilities: known?.facilities ?? [] };
};

/** October 2021: Pirs had gone in July, Prichal came in November. */
export const modules = () =>
  rows(
    "module",
    [
      room(
        "zvezda",
        "Zvezda",
        "RS",
        [13.1, 4.35, 75],
        6,
        62,
        `size [S2] Wikipedia copy (older sources 89 m³); exceeds noise limits [S] IMBP report; ${LIMITS}`,
      ),
      room(
        "zarya",
        "Zarya",
        "RS",
        [12.56, 4.11, 71.5],
        4,
        60,
        `size [S] issinfo.blogspot.com/2008/07; volume [G]; ${LIMITS}`,
      ),
      room(
        "nauka",
        "Nauka",
        "RS",
        [13, 4.11, 70],
        6,
        61,
        `size [S] dlr.de iss-data-modules; volume [S2]; "significant noise exceedances" [S] ntrs 20240006442; ${LIMITS}`,
      ),
      room(
        "rassvet",
        "Rassvet",
        "RS",
        [5.9, 2.35, 17.4],
        4,
        57,
        `[S2] grokipedia.com/page/mini_research_module, 5 m³ of it stowage; ${LIMITS}`,
      ),
      room(
        "poisk",
        "Poisk",
        "RS",
        [4.05, 2.55, 14.8],
        4,
        56,
        `[S2] Wikipedia copy; 12.5 m³ in Flight [S]; ${LIMITS}`,
      ),
      room(
        "unity",
        "Unity",
        "USOS",
        [5.47, 4.57, 71],
        5,
        54,
        `size [S2] liquisearch.com; volume [G]; ${LIMITS}`,
      ),
      room("destiny", "Destiny", "USOS", [8.5, 4.3, 106], 5, 56, `[G]; ${LIMITS}`),
      room(
        "harmony",
        "Harmony",
        "USOS",
        [7.2, 4.4, 70],
        4,
        53,
        `volume [S] space.skyrocket.de node-2; ${LIMITS}`,
      ),
      room(
        "tranquility",
        "Tranquility",
        "USOS",
        [6.706, 4.48, 75],
        4,
        60,
        `size [S] esa.int Node-3; volume [G]; ${LIMITS}`,
      ),
      room(
        "cupola",
        "Cupola",
        "USOS",
        [1.5, 2.955, null],
        3,
        56,
        `[S] esa.int, eoportal.org: about 2 people with a workstation, a third at the hatch; ${LIMITS}`,
      ),
      room("columbus", "Columbus", "USOS", [6.87, 4.48, 75], 4, 53, `[G]; ${LIMITS}`),
      room(
        "kibo",
        "Kibo",
        "USOS",
        [11.2, 4.4, 155],
        6,
        52,
        `size [S] dlr.de iss-data-modules; volume [G]; ${LIMITS}`,
      ),
      room(
        "soyuz-ms-18",
        "Soyuz MS-18",
        "RS",
        [null, null, null],
        3,
        null,
        "[S] at Nauka since 28 September; crew quarters of a ship, closed to the main unit",
        false,
      ),
      room(
        "soyuz-ms-19",
        "Soyuz MS-19",
        "RS",
        [null, null, null],
        3,
        null,
        "[S] at Rassvet; crew quarters of a ship, closed to the main unit",
        false,
      ),
      room(
        "progress-ms-17",
        "Progress MS-17",
        "RS",
        [null, null, null],
        1,
        null,
        "[S] at Poisk (kosmonavtika.com MKS-66); stowage",
        false,
      ),
      room(
        "endeavour",
        "Crew Dragon Endeavour",
        "USOS",
        [null, null, null],
        4,
        null,
        "[S] at Harmony zenith (kosmonavtika.com MKS-66); closed to the film",
        false,
      ),
    ].map((module, order) => ({
      ...module,
      ...roomOf(module.id),
      order,
      supplyW: SUPPLY_W[module.id] ?? null,
    })),
  );

const WAYS = [
  ["zvezda", "zarya"],
  ["zvezda", "poisk"],
  ["zvezda", "nauka"],
  ["zarya", "rassvet"],
  ["zarya", "unity"],
  ["unity", "destiny"],
  ["unity", "tranquility"],
  ["tranquility", "cupola"],
  ["destiny", "harmony"],
  ["harmony", "columbus"],
  ["harmony", "kibo"],
  ["nauka", "soyuz-ms-18"],
  ["rassvet", "soyuz-ms-19"],
  ["poisk", "progress-ms-17"],
  ["harmony", "endeavour"],
] as const;

/** Ports of the ships [S] kosmonavtika.com MKS-66; the passage between Zarya and Unity runs through PMA-1. */
export const hatches = () =>
  rows(
    "hatch",
    WAYS.map(([fromModuleId, toModuleId]) => ({
      id: `${fromModuleId}-${toModuleId}`,
      fromModuleId,
      toModuleId,
    })),
  );

const pane = (
  id: string,
  moduleId: string,
  name: string,
  direction: Written<"pane">["direction"],
  source: string,
) => ({ id, moduleId, name, direction, source });

export const panes = () =>
  rows("pane", [
    pane(
      "zvezda-9",
      "zvezda",
      "Zvezda No. 9, about 40 cm",
      "nadir",
      "13 panes [S] ridus.ru; this one [G] assumption",
    ),
    pane("zvezda-port-cabin", "zvezda", "Zvezda, port cabin", "port", "[G] assumption"),
    pane("zvezda-starboard-cabin", "zvezda", "Zvezda, starboard cabin", "starboard", "[G] assumption"),
    pane(
      "nauka-forward",
      "nauka",
      "Nauka, large forward pane",
      "forward",
      "[S] vpk.name/news/531282 (Artemyev, TASS)",
    ),
    pane(
      "poisk-port",
      "poisk",
      "Poisk, port horizon",
      "port",
      "[S] nasa.gov poisk: side windows toward the local horizon",
    ),
    pane(
      "poisk-starboard",
      "poisk",
      "Poisk, starboard horizon",
      "starboard",
      "[S] nasa.gov poisk: side windows toward the local horizon",
    ),
    pane(
      "cupola-nadir",
      "cupola",
      "Cupola, round pane, 80 cm",
      "nadir",
      "[S] esa.int Cupola; shutters must be opened and closed",
    ),
    pane(
      "cupola-forward",
      "cupola",
      "Cupola, forward trapezoid",
      "forward",
      "[S] esa.int Cupola: six trapezoids",
    ),
    pane("cupola-port", "cupola", "Cupola, port trapezoid", "port", "[S] esa.int Cupola: six trapezoids"),
    pane("destiny-nadir", "destiny", "Destiny, optical pane, 51 cm", "nadir", "[G] assumption"),
    pane("kibo-port", "kibo", "Kibo, port panes", "port", "[G] assumption"),
  ]);

const US_LAMPS =
  "settings alert, general, pre-sleep [S] signsofthetimes.com; 210 lx at 4,500 K for general [G] assumption";
const usLamp = (moduleId: string) => ({
  id: `${moduleId}-general`,
  moduleId,
  name: "Solid-state lights, general setting",
  lux: 210,
  kelvin: 4500,
  source: US_LAMPS,
});
const russianLamp = (moduleId: string) => ({
  id: `${moduleId}-cabin`,
  moduleId,
  name: "Cabin lamps",
  lux: null,
  kelvin: null,
  source: "No data found for the lamps of the Russian segment",
});

export const lamps = () =>
  rows("lamp", [
    ...["zvezda", "zarya", "nauka", "rassvet", "poisk"].map(russianLamp),
    ...["unity", "destiny", "harmony", "tranquility", "columbus", "kibo"].map(usLamp),
  ]);
