import { err, ok, type Result } from "#core/base/result.ts";
import { type OmmFields, recordOf } from "#core/orbit/omm.ts";
import { jsonDepth } from "../json-depth.ts";
import { MOST_RECORDS, TOO_MANY_RECORDS } from "../limits.ts";

/** One message is an object of fields, a list of them stands in a second level; nothing needs a third. */
const DEPTH = 8;

/** Orbit mean-elements messages in JSON, one or a list, as CelesTrak (numbers) and Space-Track (texts) give them. */
export function readOmmJson(text: string): Result<readonly OmmFields[], string> {
  if (jsonDepth(text) > DEPTH) return err(`It nests deeper than ${DEPTH}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err("This is no well-formed JSON; the file may be cut off.");
  }
  const messages: OmmFields[] = [];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (all.length > MOST_RECORDS) return err(TOO_MANY_RECORDS);
  for (const each of all) {
    const fields = recordOf(each);
    if (!fields.ok) return fields;
    messages.push(fields.value);
  }
  return ok(messages);
}
