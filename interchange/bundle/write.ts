import * as z from "zod";
import type { Bundle } from "#core/model/bundle.ts";
import { bundleFile, FORMAT, VERSION } from "./schema.ts";

/** A whole production as a file. The same bundle gives the same text. */
export const writeBundle = (bundle: Bundle): string =>
  `${JSON.stringify(z.encode(bundleFile, { format: FORMAT, version: VERSION, ...bundle } as never), null, 1)}\n`;
