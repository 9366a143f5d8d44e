import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FONTS = join("node_modules", "geist", "dist", "fonts");

/** Folders from here up to the root. */
function upwards(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/** This file's own folder, where its address is one on disk (a server bundle may have another). */
const ownFolder = (): readonly string[] =>
  import.meta.url.startsWith("file:") ? upwards(dirname(fileURLToPath(import.meta.url))) : [];

/**
 * The folder of the Geist fonts, found as Node finds a package: in node_modules of a folder above. Looks above the place that the
 * program runs in (Next serves from the checkout) and above this file (the command line runs from anywhere).
 * @throws Error when the package geist is not installed.
 */
export function fontFolder(): string {
  const places = [...upwards(/* turbopackIgnore: true */ process.cwd()), ...ownFolder()];
  const found = places.map((place) => join(place, FONTS)).find((folder) => existsSync(folder));
  if (!found)
    throw new Error("The fonts of the package geist are not installed: run npm ci in the checkout.");
  return found;
}
