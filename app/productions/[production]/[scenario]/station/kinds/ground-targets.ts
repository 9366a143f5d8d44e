import { latLon } from "../words.ts";
import { defineKind, measure, SOURCE } from "./kind.ts";

export const groundTargets = defineKind({
  entity: "groundTarget",
  title: "Ground targets",
  one: "ground target",
  about: "Places that shots ask for below: a river, a city, a coast, and how near is near enough.",
  nameOf: ({ name }) => name,
  columns: [
    { head: "Place", text: ({ latDeg, lonDeg }) => latLon(latDeg, lonDeg) },
    { head: "Within", isNumber: true, text: ({ radiusKm }) => measure(radiusKm, "km") },
  ],
  groups: [
    {
      title: "Ground target",
      rows: [
        [{ name: "name", label: "Name", as: "text", required: true }],
        [
          { name: "latDeg", label: "Latitude", as: "number", unit: "° N" },
          { name: "lonDeg", label: "Longitude", as: "number", unit: "° E" },
          { name: "radiusKm", label: "Within", as: "number", unit: "km" },
        ],
      ],
    },
    SOURCE,
  ],
  blank: () => ({ name: "", latDeg: null, lonDeg: null, radiusKm: 300, source: "" }),
});
