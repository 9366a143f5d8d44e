import { expect, test } from "vitest";
import { countryAt } from "./country.ts";

test.each([
  { place: "Lake Baikal", latDeg: 53, lonDeg: 107, country: "Russia" },
  { place: "Karaganda", latDeg: 49.8, lonDeg: 73.1, country: "Kazakhstan" },
  { place: "the middle of Brazil", latDeg: -12, lonDeg: -52, country: "Brazil" },
  { place: "Chukotka, past the date line", latDeg: 66.5, lonDeg: -173, country: "Russia" },
  { place: "the middle of the Pacific", latDeg: 0, lonDeg: -150, country: null },
  { place: "the date line on the equator", latDeg: 0, lonDeg: 180, country: null },
])("$place", ({ latDeg, lonDeg, country }) => expect(countryAt({ latDeg, lonDeg })).toBe(country));
