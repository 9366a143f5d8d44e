import { rows } from "../rows.ts";

/** Where each device stands. Treadmill and bicycle in Zvezda [S] ridus.ru; the rest, and all names, [G]. */
export const DEVICES = {
  "BD-2": { id: "bd-2", moduleId: "zvezda", what: "treadmill", noiseDba: 72 },
  VELO: { id: "velo", moduleId: "zvezda", what: "bicycle", noiseDba: 62 },
  T2: { id: "t2", moduleId: "tranquility", what: "treadmill", noiseDba: 72 },
  ARED: { id: "ared", moduleId: "tranquility", what: "resistive exercise", noiseDba: 62 },
  CEVIS: { id: "cevis", moduleId: "destiny", what: "bicycle", noiseDba: 60 },
} as const;

export const exerciseDevices = () =>
  rows(
    "exerciseDevice",
    Object.entries(DEVICES).map(([name, { id, moduleId, what, noiseDba }]) => ({
      id,
      name,
      moduleId,
      noiseDba,
      source: `${what}; its place and its noise [G] assumption`,
    })),
  );
