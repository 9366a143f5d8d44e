import * as z from "zod";
import { instant as instantOf, isoOf } from "../base/instant.ts";
import type { EpochSeconds, Minutes } from "../base/quantity.ts";

/** An instant: ISO 8601 with a zone outside (bundles, forms), epoch seconds inside. */
export const instant = z.codec(
  z.iso
    .datetime({ offset: true, error: "Use a date and time with a zone, such as 2021-10-08T14:30:00Z" })
    .refine((iso) => /^(?:19[5-9]|20|21)/.test(iso), "Use a date from 1950 to 2199"),
  z.custom<EpochSeconds>((value) => typeof value === "number" && Number.isFinite(value)),
  { decode: (iso) => instantOf(iso), encode: (at) => isoOf(at) },
);
export const id = <Brand extends string>() => z.string().min(1).max(64).brand<Brand>();
export const date = z.iso.date("Use a date such as 2021-10-08");
export const text = z.string().trim().max(4_000, "At most 4,000 characters");
export const LONGEST_NAME = 200;
export const name = z.string().trim().min(1, "Give it a name").max(LONGEST_NAME, "At most 200 characters");
/** Whole minutes, 0 to 14 days. The cast gives the unit; nothing changes at run time, so that it can be encoded too. */
export const wholeMinutes = z
  .number("Use whole minutes")
  .int("Use whole minutes")
  .min(0, "Use 0 minutes or more")
  .max(20_160, "Use at most 14 days") as unknown as z.ZodType<Minutes, number>;
