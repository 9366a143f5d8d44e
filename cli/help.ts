import { err, ok } from "#core/base/result.ts";
import { verbs } from "./index.ts";
import { didYouMean } from "./nearest.ts";
import { overview, verbHelp } from "./reference.ts";
import { defineVerb, STATUS, wrongUse } from "./verb.ts";

const listOf = (chosen: typeof verbs) => () => ({
  perigee: "help" as const,
  version: 1 as const,
  verbs: chosen.map(({ id, usage, summary }) => ({ id, usage, summary })),
});

export const help = defineVerb({
  positionals: [0, 2],
  options: {},
  async run({ positionals }) {
    if (positionals.length === 0)
      return ok({ status: STATUS.done, json: listOf(verbs), output: () => overview(verbs) });
    const id = positionals.join(" ");
    const listed = verbs.find((each) => each.id === id);
    if (!listed) {
      const ids = verbs.map((each) => each.id);
      return err(wrongUse(`There is no verb "${id}". ${didYouMean(id, ids, "The verbs are")}`));
    }
    const verb = await listed.load();
    return ok({ status: STATUS.done, json: listOf([listed]), output: () => verbHelp(listed, verb) });
  },
});
