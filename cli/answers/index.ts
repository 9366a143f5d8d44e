import type * as z from "zod";
import { benchTalent } from "./bench-talent.ts";
import { check } from "./check.ts";
import { error } from "./error.ts";
import { exportAnswer } from "./export.ts";
import { generate } from "./generate.ts";
import { help } from "./help.ts";
import { importAnswer } from "./import.ts";
import { light } from "./light.ts";
import { link } from "./link.ts";
import { orbit } from "./orbit.ts";
import { callSheet, report } from "./report.ts";
import { seed } from "./seed.ts";
import { solve } from "./solve.ts";
import { userAdd } from "./user-add.ts";
import { why } from "./why.ts";

/**
 * What --json prints: one object, named by its verb and versioned. A field is added without a new version; one that goes or changes
 * its meaning makes it. Times are ISO 8601 in UTC; a name that ends in Min, Deg, Km or S says its unit. Tests hold every answer to
 * these, docs/cli.md is made from them. One file and one line each.
 */
export const jsonSchemas = {
  check,
  why,
  light,
  orbit,
  "call-sheet": callSheet,
  report,
  solve,
  export: exportAnswer,
  generate,
  import: importAnswer,
  seed,
  "user add": userAdd,
  link,
  "bench talent": benchTalent,
  help,
  error,
} as const;

export type JsonAnswers = { [V in keyof typeof jsonSchemas]: z.output<(typeof jsonSchemas)[V]> };
export type JsonAnswer = JsonAnswers[keyof JsonAnswers];
