/** The parts of the station page, in the order of their line. */
export const STATION_PARTS = [
  { path: "station", title: "Station" },
  { path: "station/light", title: "Light" },
  { path: "station/map", title: "Map" },
  { path: "station/search", title: "Search" },
  { path: "station/orbit", title: "Orbit data" },
] as const;
export type StationPart = (typeof STATION_PARTS)[number]["path"];
