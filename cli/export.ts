import { err, ok } from "#core/base/result.ts";
import { formatOf } from "#interchange/index.ts";
import { write } from "./files.ts";
import { openBundle } from "./plan-source.ts";
import { defineVerb, STATUS, wrongUse } from "./verb.ts";

export const exportVerb = defineVerb({
  positionals: [1, 1],
  options: {
    output: { value: "FILE", short: "o", about: "where the bundle goes; without it, standard output" },
  },
  async run({ positionals: [named = ""], options: { output }, wantsJson, database }) {
    if (wantsJson && output === undefined)
      return err(wrongUse("The bundle is JSON itself: --json goes with -o FILE."));
    const bundle = await openBundle(named, database);
    if (!bundle.ok) return bundle;
    const text = formatOf(output ?? "").write(bundle.value);
    const written = output === undefined ? ok(null) : await write(output, text);
    if (!written.ok) return written;
    const { production, scenarios } = bundle.value;
    const names = scenarios.map(({ scenario }) => scenario.name);
    return ok({
      status: STATUS.done,
      json: () => ({
        perigee: "export" as const,
        version: 1 as const,
        production: { slug: production.slug, title: production.title },
        scenarios: names,
        file: output ?? "-",
        bytes: Buffer.byteLength(text),
      }),
      output: () =>
        output === undefined ? text : `${output}: ${production.title}, scenarios ${names.join(", ")}`,
    });
  },
});
