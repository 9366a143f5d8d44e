import { defineKind, measure, moduleName, SOURCE } from "./kind.ts";

export const exerciseDevices = defineKind({
  entity: "exerciseDevice",
  title: "Exercise devices",
  one: "exercise device",
  about: "One person at a time; while it runs its module is noisy and shakes.",
  nameOf: ({ name }) => name,
  columns: [
    { head: "Module", text: ({ moduleId }, tables) => moduleName(tables, moduleId) },
    { head: "Noise while it runs", isNumber: true, text: ({ noiseDba }) => measure(noiseDba, "dBA") },
  ],
  groups: [
    {
      title: "Device",
      rows: [
        [
          { name: "name", label: "Name", as: "text", required: true },
          { name: "moduleId", label: "Module", as: "one", from: "module", required: true },
        ],
        [{ name: "noiseDba", label: "Noise while it runs", as: "number", unit: "dBA" }],
      ],
    },
    SOURCE,
  ],
  blank: ({ module }) => ({ moduleId: module[0]?.id ?? "", name: "", noiseDba: null, source: "" }),
});
