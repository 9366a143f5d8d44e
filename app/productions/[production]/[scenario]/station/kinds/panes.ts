import { pane } from "#core/model/station.ts";
import { defineKind, measure, moduleName, SOURCE } from "./kind.ts";

export const panes = defineKind({
  entity: "pane",
  title: "Panes",
  one: "pane",
  about: "Windows of glass with a direction: which light a set-up has follows from the pane it names.",
  nameOf: ({ name }) => name,
  columns: [
    { head: "Module", text: ({ moduleId }, tables) => moduleName(tables, moduleId) },
    { head: "Looks", text: ({ direction }) => direction },
    { head: "Field of view", isNumber: true, text: ({ fieldOfViewDeg }) => measure(fieldOfViewDeg, "°") },
  ],
  groups: [
    {
      title: "Pane",
      rows: [
        [{ name: "name", label: "Name", as: "text", required: true }],
        [
          { name: "moduleId", label: "Module", as: "one", from: "module", required: true },
          {
            name: "direction",
            label: "Looks",
            as: "one",
            from: pane.shape.direction.options.map((value) => ({ value, label: value })),
          },
        ],
        [
          {
            name: "fieldOfViewDeg",
            label: "Field of view",
            as: "number",
            unit: "°",
            help: "Full angle. Empty: the angle that rule window-light assumes.",
          },
        ],
      ],
    },
    SOURCE,
  ],
  blank: ({ module }) => ({
    ...{ moduleId: module[0]?.id ?? "", name: "", direction: "nadir", fieldOfViewDeg: null, source: "" },
  }),
});
