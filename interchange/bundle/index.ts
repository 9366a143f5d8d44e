import type { Format } from "../format.ts";
import { readBundle } from "./read.ts";
import { writeBundle } from "./write.ts";

export const bundleFormat: Format = {
  id: "perigee-bundle",
  title: "Perigee production",
  extension: ".perigee.json",
  mediaType: "application/json",
  read: readBundle,
  write: writeBundle,
};
