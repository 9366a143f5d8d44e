import * as z from "zod";
import { jsonSchemas } from "./answers/index.ts";
import type { ListedVerb } from "./index.ts";
import { flag } from "./reference.ts";

const INTRODUCTION = `# The command line

From a checkout: \`npm run -s perigee -- <verb> …\`. The same functions as in the browser, on the machine itself: it signs nobody in and asks for no permission.

A production is named by its slug, and read from the database (\`DATABASE_URL\`, else the embedded one, which is started when it
is not running and keeps running: \`npm run db -- stop\`). Or it is a bundle file, as \`export\` writes it: then no database is
needed. What has a dot or a slash in it, or is a file here, is a file.

| exit status | means |
|---|---|
| 0 | it fits; done |
| 1 | it does not fit |
| 2 | wrong use: an unknown verb, option, production, scenario, day or file; the sentence says the way out |
| 3 | unknown because data is missing: \`check\` fits but for what cannot be judged, \`light\` has no orbit data for a part of the window, \`why\` was stopped before it was known, the database does not answer |

Answers go to standard output, everything else to standard error. With \`--json\` one JSON object is the only thing on standard
output; \`perigee\` says the verb and \`version\` the version of what it holds: new fields may come at any time, one that goes or
changes its meaning makes a new version. A refusal is an object too: \`{ "perigee": "error", "version": 1, "status": 2, "message": "…" }\`.
Times are ISO 8601 in UTC; a name that ends in Min, Deg, Km or S says its unit.
`;

const nameOf = (schema: z.ZodType): string => {
  if (schema instanceof z.ZodNullable) return `${nameOf(schema.unwrap() as z.ZodType)} or null`;
  if (schema instanceof z.ZodArray) return `list of ${nameOf(schema.element as z.ZodType)}`;
  if (schema instanceof z.ZodObject) {
    const fields = Object.keys(schema.shape);
    return fields.length > 0 ? `{ ${fields.join(", ")} }` : "object";
  }
  if (schema instanceof z.ZodEnum) return schema.options.join(", ");
  if (schema instanceof z.ZodLiteral) return JSON.stringify(schema.value);
  if (schema instanceof z.ZodUnion) return schema.options.map((each) => nameOf(each as z.ZodType)).join(", ");
  return schema.type;
};

const fieldLines = (shape: z.ZodRawShape): readonly string[] =>
  Object.entries(shape)
    .filter(([field]) => field !== "perigee" && field !== "version")
    .map(([field, schema]) => {
      const { description } = schema as z.ZodType;
      return `| \`${field}\` | ${nameOf(schema as z.ZodType)} | ${description ?? ""} |`;
    });

async function chapter({ id, usage, summary, load }: ListedVerb): Promise<string> {
  const options = Object.entries((await load()).options);
  const schema = jsonSchemas[id as keyof typeof jsonSchemas];
  return [
    `## ${id}`,
    "",
    `\`${usage}\``,
    "",
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    ...(options.length > 0
      ? [
          "",
          "| option | |",
          "|---|---|",
          ...options.map(([name, o]) => `| \`${flag(name, o)}\` | ${o.about} |`),
        ]
      : []),
    "",
    `JSON, version ${[...schema.shape.version.values][0]}:`,
    "",
    "| field | is | |",
    "|---|---|---|",
    ...fieldLines(schema.shape),
    "",
  ].join("\n");
}

/** For tests: docs/cli.md as the list of verbs and the schemas of their answers have it. */
export const manual = async (verbs: readonly ListedVerb[]): Promise<string> =>
  [INTRODUCTION, ...(await Promise.all(verbs.map(chapter)))].join("\n");
