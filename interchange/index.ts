import { bundleFormat } from "./bundle/index.ts";
import type { Format } from "./format.ts";

/** The file formats of whole productions. One folder and one line each. */
export const formats: readonly Format[] = [bundleFormat];

/** The format of a file, by the ending of its name; a bundle where none claims it. */
export const formatOf = (fileName: string): Format =>
  formats.find(({ extension }) => fileName.endsWith(extension)) ?? bundleFormat;
