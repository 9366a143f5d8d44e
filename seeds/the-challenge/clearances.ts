import type { Tables } from "#core/model/entities.ts";
import { rows, type Written } from "../rows.ts";

type Clearance = Written<"clearance">;
type Of = "person" | "element" | "module";

const COSMONAUTS =
  "Cosmonauts played parts, and Roscosmos co-produced [S] tass.com/science/1349785; the clearance as such is illustrative [G]";
const ILLUSTRATIVE =
  "Illustrative [G]: what partners agreed is not public; that it can take years [S] Apogee of Fear";

const of = (
  what: Of,
  id: string,
  authority: string,
  { state = "cleared", source = ILLUSTRATIVE }: Partial<Pick<Clearance, "state" | "source">> = {},
): Clearance => ({
  id: `${what}-${id}`.slice(0, 64),
  personId: null,
  elementId: null,
  kitId: null,
  moduleId: null,
  [`${what}Id`]: id,
  authority,
  state,
  note: "",
  source,
});

/** Agencies' hardware that the breakdown puts in frame. */
const HARDWARE: Readonly<Record<string, string>> = {
  "props-ultrasound-probe": "NASA",
  "props-sterile-packs": "NASA",
  "props-guitar-station-s-own": "Roscosmos",
  "props-medical-kit-russian-segment": "Roscosmos",
  "wardrobe-orlan-suit-torn-training-shell": "NPP Zvezda",
  "wardrobe-sokol-suits": "NPP Zvezda",
};

/** @throws RangeError when the breakdown has no such element. */
export function needingClearance(elements: Tables["element"]): Tables["element"] {
  const known = new Set<string>(elements.map((e) => e.id));
  for (const id of Object.keys(HARDWARE))
    if (!known.has(id)) throw new RangeError(`there is no element "${id}"`);
  return elements.map((e) => ({ ...e, needsClearance: e.id in HARDWARE }));
}

export const clearances = () =>
  rows("clearance", [
    ...["novitsky", "dubrov", "shkaplerov"].map((id) =>
      of("person", id, "Roscosmos", { source: COSMONAUTS }),
    ),
    ...Object.entries(HARDWARE).map(([id, authority]) => of("element", id, authority)),
    ...["unity", "destiny", "harmony", "cupola"].map((id) => of("module", id, "NASA")),
    of("module", "kibo", "JAXA", { state: "asked" }),
  ]);
