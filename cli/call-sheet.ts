import { callSheet as callSheetReport } from "#core/report/call-sheet.ts";
import { makeReport, reportOptions } from "./report.ts";
import { defineVerb } from "./verb.ts";

export const callSheet = defineVerb({
  positionals: [1, 1],
  options: reportOptions,
  run: (call) => makeReport("call-sheet", callSheetReport, call.positionals[0] ?? "", call),
});
