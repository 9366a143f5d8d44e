import { err, ok, type Result } from "#core/base/result.ts";
import type { OemMessage } from "#core/orbit/oem.ts";
import { readXml } from "../xml/read.ts";
import { draftMessage } from "./message.ts";

const COORDINATES = ["X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT"] as const;
const UNITS: ReadonlyMap<string, string> = new Map(
  COORDINATES.map((name) => [name, name.endsWith("_DOT") ? "km/s" : "km"]),
);

/** An orbit ephemeris message in XML, bare or in an NDM. Meaning is judged by `ephemerisOf`. */
export function readOemXml(text: string): Result<OemMessage, string> {
  const draft = draftMessage();
  let problem: string | null = null;
  let messages = 0;
  let part = "";
  let state: Record<string, string> = {};
  const complain = (sentence: string | null) => {
    problem ??= sentence;
  };
  const read = readXml(text, {
    opened(name) {
      if (name === "oem") messages += 1;
      if (name === "segment") complain(draft.segment());
      if (name === "header" || name === "metadata" || name === "stateVector" || name === "covarianceMatrix")
        part = name;
      if (name === "stateVector") state = {};
    },
    leaf({ name, text: value, attributes }) {
      if (name === "COMMENT") draft.comment(value);
      else if (part === "header") draft.header(name, value.trim());
      else if (part === "metadata") draft.meta(name, value.trim());
      else if (part === "stateVector") {
        const wanted = UNITS.get(name);
        const unit = attributes.units ?? wanted;
        if (unit !== wanted)
          complain(`${name} is given in ${String(unit).slice(0, 20)}; ${wanted ?? "no unit"} is wanted.`);
        if (wanted || name === "EPOCH") state[name] = value.trim().slice(0, 100);
      }
    },
    closed(name) {
      if (name !== part) return;
      if (part === "stateVector") {
        const epoch = state.EPOCH ?? "";
        const numbers = COORDINATES.map((key) => (state[key] ? Number(state[key]) : Number.NaN));
        complain(draft.state({ epoch, numbers }));
      }
      part = "";
    },
  });
  if (!read.ok) return read;
  if (problem) return err(problem);
  if (messages !== 1) return err(`It holds ${messages} orbit ephemeris messages; one is wanted.`);
  return ok(draft.message());
}
