import { FACILITIES, SEGMENTS } from "#core/model/station.ts";
import { defineKind, measure, SOURCE } from "./kind.ts";

const words = (some: readonly string[]) => some.map((value) => ({ value, label: value }));

export const modules = defineKind({
  entity: "module",
  title: "Modules",
  one: "module",
  about: "Rooms of the station: where strips are shot, with what each holds, gives and allows.",
  nameOf: ({ name }) => name,
  orderOf: ({ order }) => order,
  columns: [
    { head: "Segment", text: ({ segment }) => segment, isMinor: true },
    { head: "People", isNumber: true, text: ({ capacity, isUsable }) => (isUsable ? String(capacity) : "") },
    {
      head: "Free space, cm",
      isNumber: true,
      text: ({ clearWidthCm: w, clearHeightCm: h, clearLengthCm: l }) =>
        [w, h, l].every((side) => side === null)
          ? ""
          : [w, h, l].map((side) => (side === null ? "?" : String(side))).join(" × "),
    },
    { head: "Noise", isNumber: true, text: ({ noiseDba }) => measure(noiseDba, "dBA") },
    { head: "Power", isNumber: true, text: ({ supplyW }) => measure(supplyW, "W") },
    {
      head: "Ways to",
      isMinor: true,
      text: ({ facilities, needsEscort, isUsable }) =>
        [...(isUsable ? [] : ["closed to the film"]), ...(needsEscort ? ["escort"] : []), ...facilities].join(
          ", ",
        ),
    },
  ],
  groups: [
    {
      title: "Module",
      rows: [
        [
          { name: "name", label: "Name", as: "text", required: true },
          { name: "segment", label: "Segment", as: "one", from: words(SEGMENTS) },
        ],
        [
          { name: "isUsable", label: "Open to the film", as: "check" },
          { name: "needsEscort", label: "Work here needs an escort", as: "check" },
        ],
        [{ name: "facilities", label: "People need a way to", as: "some", from: words(FACILITIES) }],
      ],
    },
    {
      title: "Limits",
      note: "empty: not known, and judged as such",
      rows: [
        [
          { name: "capacity", label: "People", as: "number", unit: "" },
          { name: "noiseDba", label: "Noise", as: "number", unit: "dBA" },
          { name: "supplyW", label: "Power", as: "number", unit: "W" },
        ],
        [
          { name: "clearWidthCm", label: "Free width", as: "number", unit: "cm" },
          { name: "clearHeightCm", label: "Free height", as: "number", unit: "cm" },
          { name: "clearLengthCm", label: "Free length", as: "number", unit: "cm" },
        ],
      ],
    },
    {
      title: "Hull",
      note: "not free space",
      rows: [
        [
          { name: "lengthM", label: "Length", as: "number", unit: "m" },
          { name: "diameterM", label: "Diameter", as: "number", unit: "m" },
          { name: "pressurisedM3", label: "Pressurised", as: "number", unit: "m³" },
        ],
      ],
    },
    SOURCE,
  ],
  blank: ({ module }) => ({
    ...{ name: "", segment: "RS", lengthM: null, diameterM: null, pressurisedM3: null, capacity: 3 },
    ...{ noiseDba: null, order: module.length, isUsable: true, clearWidthCm: null, clearHeightCm: null },
    ...{ clearLengthCm: null, supplyW: null, facilities: [], needsEscort: false, source: "" },
  }),
});
