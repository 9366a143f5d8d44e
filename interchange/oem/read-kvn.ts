import { err, ok, type Result } from "#core/base/result.ts";
import type { OemMessage, OemState } from "#core/orbit/oem.ts";
import { kvnLines } from "../kvn/lines.ts";
import { draftMessage } from "./message.ts";

function stateOf(text: string): OemState | null {
  const [epoch = "", ...numbers] = text.split(/\s+/, 11);
  // After position and velocity an acceleration may stand, which is not needed.
  if (numbers.length !== 6 && numbers.length !== 9) return null;
  return { epoch, numbers: numbers.slice(0, 6).map(Number) };
}

/** An orbit ephemeris message in keyword = value notation; lines may end in any way. Meaning is judged by `ephemerisOf`. */
export function readOemKvn(text: string): Result<OemMessage, string> {
  const draft = draftMessage();
  let part: "header" | "meta" | "data" | "covariance" = "header";
  for (const line of kvnLines(text)) {
    if (line.kind === "comment") draft.comment(line.text);
    else if (line.kind === "pair") {
      if (part === "covariance") continue;
      if (part === "meta") draft.meta(line.key, line.value);
      else if (part === "header") draft.header(line.key, line.value);
      else return err(`Line ${line.at}: ${line.key} has no place among the states.`);
    } else if (line.text === "META_START") {
      part = "meta";
      const problem = draft.segment();
      if (problem) return err(problem);
    } else if (line.text === "META_STOP") part = "data";
    else if (line.text === "COVARIANCE_START") part = "covariance";
    else if (line.text === "COVARIANCE_STOP") part = "data";
    else if (part === "data") {
      const state = stateOf(line.text);
      if (!state) return err(`Line ${line.at} is no state: a time and six numbers are wanted.`);
      const problem = draft.state(state);
      if (problem) return err(problem);
    } else if (part !== "covariance") return err(`Line ${line.at} is not of an orbit ephemeris message.`);
  }
  if (part === "meta") return err("It is cut off inside its metadata.");
  return ok(draft.message());
}
