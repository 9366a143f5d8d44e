/** What the end of a parameter's name says of its unit. */
const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/MinPerHatch$/, "min a hatch"],
  [/GbPerMin$/, "GB a min"],
  [/PointsPerUnit$/i, "points"],
  [/Percent$/, "%"],
  [/Minutes$|Min$/, "min"],
  [/Hours$/, "h"],
  [/Hour$/, "h GMT"],
  [/Days$/, "days"],
  [/Deg$/, "°"],
  [/Km$/, "km"],
  [/Cm$/, "cm"],
  [/Kg$/, "kg"],
  [/Dba$/, "dB(A)"],
  [/Lux$/, "lux"],
  [/Wh$/, "Wh"],
  [/Gb$/, "GB"],
];

/** A parameter's name in words, and its unit: `minRestHours` is "Min rest", in h. */
export function paramLabel(name: string): { readonly label: string; readonly unit: string | undefined } {
  const found = UNITS.find(([ending]) => ending.test(name));
  const isAllUnit = found ? name.replace(found[0], "") === "" : false;
  const words = (found && !isAllUnit && found[1] !== "points" ? name.replace(found[0], "") : name)
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return { label: `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`, unit: found?.[1] };
}
