import { moment } from "#core/base/format.ts";
import { defineKind, measure, SOURCE } from "./kind.ts";

export const kit = defineKind({
  entity: "kit",
  title: "Kit",
  one: "piece of kit",
  about: "Cameras, lights, sound: what it weighs, what it draws, and since when it is aboard.",
  nameOf: ({ name }) => name,
  columns: [
    { head: "Category", text: ({ category }) => category, isMinor: true },
    { head: "Pieces", isNumber: true, text: ({ quantity }) => String(quantity) },
    { head: "Mass, each", isNumber: true, text: ({ massKg }) => measure(massKg, "kg") },
    { head: "Outlet", isNumber: true, text: ({ watts }) => measure(watts, "W") },
    {
      head: "Battery",
      isNumber: true,
      text: ({ batteryDrawW }) => measure(batteryDrawW, "W"),
      isMinor: true,
    },
    { head: "Aboard from", text: ({ aboardFrom }) => (aboardFrom === null ? "" : moment(aboardFrom)) },
  ],
  groups: [
    {
      title: "Kit",
      rows: [
        [{ name: "name", label: "Name", as: "text", required: true }],
        [
          { name: "category", label: "Category", as: "text", required: true },
          { name: "quantity", label: "Pieces", as: "number", unit: "" },
          { name: "massKg", label: "Mass, each", as: "number", unit: "kg" },
        ],
        [{ name: "aboardFrom", label: "Aboard from", as: "moment", help: "Empty: not known." }],
        [
          { name: "upFlightId", label: "Goes up on", as: "one", from: "flight-up", clearable: true },
          { name: "downFlightId", label: "Comes down on", as: "one", from: "flight-down", clearable: true },
        ],
        [
          {
            name: "isBuiltIn",
            label: "Built into the module",
            as: "check",
            help: "Bound from rig to strike; hand-held kit for the shoot only.",
          },
        ],
      ],
    },
    {
      title: "Power and light",
      rows: [
        [
          { name: "watts", label: "From the outlet", as: "number", unit: "W" },
          { name: "lux", label: "Light it adds", as: "number", unit: "lx" },
          { name: "chargeW", label: "Charges with", as: "number", unit: "W" },
        ],
        [
          { name: "batteryDrawW", label: "From batteries", as: "number", unit: "W" },
          { name: "batteryWh", label: "A battery holds", as: "number", unit: "Wh" },
        ],
      ],
    },
    {
      title: "Recording",
      rows: [
        [
          { name: "recordGbPerMin", label: "Records", as: "number", unit: "GB/min" },
          { name: "cardGb", label: "Card or disk", as: "number", unit: "GB" },
          { name: "copyGbPerMin", label: "Copies", as: "number", unit: "GB/min" },
        ],
      ],
    },
    SOURCE,
  ],
  blank: () => ({
    ...{ name: "", category: "camera", massKg: null, quantity: 1, aboardFrom: null, upFlightId: null },
    ...{ downFlightId: null, isBuiltIn: false, watts: null, lux: null, batteryDrawW: null, batteryWh: null },
    ...{ chargeW: null, recordGbPerMin: null, cardGb: null, copyGbPerMin: null, source: "" },
  }),
});
