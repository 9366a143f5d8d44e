import { err, ok, type Result } from "#core/base/result.ts";
import { OMM_KEYS, type OmmFields, ommUnitProblem } from "#core/orbit/omm.ts";
import { MOST_RECORDS, TOO_MANY_RECORDS } from "../limits.ts";
import { readXml } from "../xml/read.ts";

/** Orbit mean-elements messages in XML, bare or many in an NDM. */
export function readOmmXml(text: string): Result<readonly OmmFields[], string> {
  const messages: Map<string, string>[] = [];
  let problem: string | null = null;
  let isInside = false;
  const read = readXml(text, {
    opened(name) {
      if (name !== "omm") return;
      isInside = messages.length < MOST_RECORDS;
      if (isInside) messages.push(new Map());
      else problem ??= TOO_MANY_RECORDS;
    },
    leaf({ name, text: value, attributes }) {
      const message = messages.at(-1);
      if (!isInside || !message || !OMM_KEYS.has(name)) return;
      problem ??= message.has(name)
        ? `${name} stands there twice.`
        : ommUnitProblem(name, attributes.units ?? "");
      message.set(name, value.trim());
    },
    closed(name) {
      if (name === "omm") isInside = false;
    },
  });
  if (!read.ok) return read;
  return problem ? err(problem) : ok(messages.map((fields) => Object.fromEntries(fields)));
}
