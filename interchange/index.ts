import { bundleFormat } from "./bundle/index.ts";
import type { Format } from "./format.ts";

/** The file formats of whole productions. One folder and one line each. */
export const formats: readonly Format[] = [bundleFormat];
