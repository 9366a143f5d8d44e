import { latLon } from "../words.ts";
import { defineKind, SOURCE } from "./kind.ts";

export const groundSites = defineKind({
  entity: "groundSite",
  title: "Ground sites",
  one: "ground site",
  about:
    "Stations on the ground that talk to the ship's segment directly. Their passes are the link a set-up may ask for.",
  nameOf: ({ name }) => name,
  columns: [
    { head: "Place", text: ({ latDeg, lonDeg }) => latLon(latDeg, lonDeg) },
    { head: "Heard above", isNumber: true, text: ({ maskDeg }) => `${maskDeg}°` },
    { head: "In use", text: ({ isUsed }) => (isUsed ? "yes" : "no") },
  ],
  groups: [
    {
      title: "Ground site",
      rows: [
        [{ name: "name", label: "Name", as: "text", required: true }],
        [
          { name: "latDeg", label: "Latitude", as: "number", unit: "° N" },
          { name: "lonDeg", label: "Longitude", as: "number", unit: "° E" },
          { name: "maskDeg", label: "Heard above", as: "number", unit: "°" },
        ],
        [{ name: "isUsed", label: "In use", as: "check" }],
      ],
    },
    SOURCE,
  ],
  blank: () => ({ name: "", latDeg: null, lonDeg: null, maskDeg: 7, isUsed: true, source: "" }),
});
