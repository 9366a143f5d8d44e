import { defineKind, measure, moduleName, SOURCE } from "./kind.ts";

export const lamps = defineKind({
  entity: "lamp",
  title: "Lamps",
  one: "lamp",
  about: "The light that is there without the film: its level and its colour.",
  nameOf: ({ name, moduleId }, tables) => `${moduleName(tables, moduleId)}: ${name}`,
  columns: [
    { head: "Level", isNumber: true, text: ({ lux }) => measure(lux, "lx") },
    { head: "Colour", isNumber: true, text: ({ kelvin }) => measure(kelvin, "K") },
  ],
  groups: [
    {
      title: "Lamp",
      rows: [
        [
          { name: "name", label: "Name", as: "text", required: true },
          { name: "moduleId", label: "Module", as: "one", from: "module", required: true },
        ],
        [
          { name: "lux", label: "Level", as: "number", unit: "lx" },
          { name: "kelvin", label: "Colour", as: "number", unit: "K" },
        ],
      ],
    },
    SOURCE,
  ],
  blank: ({ module }) => ({
    ...{ moduleId: module[0]?.id ?? "", name: "", lux: null, kelvin: null, source: "" },
  }),
});
