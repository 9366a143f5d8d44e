import { err, ok, type Result } from "#core/base/result.ts";
import { OMM_KEYS, type OmmFields, ommUnitProblem } from "#core/orbit/omm.ts";
import { kvnLines } from "../kvn/lines.ts";
import { MOST_RECORDS, TOO_MANY_RECORDS } from "../limits.ts";

/** Orbit mean-elements messages in keyword = value notation, one after another. */
export function readOmmKvn(text: string): Result<readonly OmmFields[], string> {
  const messages: Map<string, string>[] = [];
  for (const line of kvnLines(text)) {
    if (line.kind === "comment") continue;
    if (line.kind === "other") return err(`Line ${line.at} is not of an orbit mean-elements message.`);
    if (line.key === "CCSDS_OMM_VERS" || messages.length === 0) messages.push(new Map());
    if (messages.length > MOST_RECORDS) return err(TOO_MANY_RECORDS);
    if (!OMM_KEYS.has(line.key)) continue;
    const message = messages.at(-1);
    const problem = message?.has(line.key)
      ? `${line.key} stands there twice.`
      : ommUnitProblem(line.key, line.unit);
    if (problem) return err(`Line ${line.at}: ${problem}`);
    message?.set(line.key, line.value);
  }
  return ok(messages.map((fields) => Object.fromEntries(fields)));
}
