import { err, ok } from "#core/base/result.ts";
import { formatOf } from "#interchange/index.ts";
import { syntheticProduction } from "#seeds/generate/production.ts";
import { write } from "./files.ts";
import { wholeNumber } from "./numbers.ts";
import { defineVerb, STATUS, wrongUse } from "./verb.ts";

/** A bundle of more would not be read again. */
const MOST = { scenes: 2_000, days: 120, seed: 2 ** 31 - 1 } as const;

export const generate = defineVerb({
  positionals: [0, 0],
  options: {
    scenes: { value: "N", about: `how many; 78 without it, ${MOST.scenes} at most` },
    days: { value: "N", about: `of the shoot window; 12 without it, ${MOST.days} at most` },
    seed: { value: "N", about: "another seed draws another production; 1 without it" },
    output: { value: "FILE", short: "o", about: "where the bundle goes; without it, standard output" },
  },
  async run({ options: { output, ...given }, wantsJson }) {
    if (wantsJson && output === undefined)
      return err(wrongUse("The bundle is JSON itself: --json goes with -o FILE."));
    const scenes = wholeNumber("--scenes", given.scenes, { otherwise: 78, from: 1, to: MOST.scenes });
    const days = wholeNumber("--days", given.days, { otherwise: 12, from: 1, to: MOST.days });
    const seed = wholeNumber("--seed", given.seed, { otherwise: 1, from: 0, to: MOST.seed });
    if (!scenes.ok) return scenes;
    if (!days.ok) return days;
    if (!seed.ok) return seed;
    const size = { scenes: scenes.value, days: days.value, seed: seed.value };
    const bundle = syntheticProduction(size);
    const text = formatOf(output ?? "").write(bundle);
    const written = output === undefined ? ok(null) : await write(output, text);
    if (!written.ok) return written;
    const { slug, title } = bundle.production;
    return ok({
      status: STATUS.done,
      json: () => ({
        perigee: "generate" as const,
        version: 1 as const,
        production: { slug, title },
        ...size,
        file: output ?? "-",
        bytes: Buffer.byteLength(text),
      }),
      output: () => (output === undefined ? text : `${output}: ${title}`),
    });
  },
});
