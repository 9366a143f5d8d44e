import { err, ok } from "#core/base/result.ts";
import { cheapestOrder } from "#core/solve/hold-cost/index.ts";
import { readTalent } from "#interchange/talent/read.ts";
import type { JsonAnswers } from "./answers/index.ts";
import { readText } from "./files.ts";
import { problemsText } from "./problems-text.ts";
import { columns } from "./table.ts";
import { defineVerb, STATUS, wrongUse } from "./verb.ts";

const toText = (a: JsonAnswers["bench talent"]): string =>
  [
    `${a.cost}, ${a.proven ? "proven: no order costs less" : `not proven: every order costs at least ${a.lowerBound}`}`,
    columns([
      ["scenes", String(a.scenes)],
      ["cast", String(a.cast)],
      ["order", a.order.join(" ") || "none"],
      ["nodes", String(a.nodes)],
      ["time", `${a.milliseconds} ms`],
    ]),
  ].join("\n");

export const benchTalent = defineVerb({
  positionals: [1, 1],
  options: {},
  async run({ positionals: [file = ""] }) {
    const text = await readText(file);
    if (!text.ok) return text;
    const problem = readTalent(text.value);
    if (!problem.ok)
      return err(
        wrongUse(problemsText(`${file} is no instance of talent scheduling that can be read`, problem.error)),
      );
    const begin = performance.now();
    const found = cheapestOrder(problem.value);
    const milliseconds = Number((performance.now() - begin).toFixed(1));
    const answer: JsonAnswers["bench talent"] = {
      perigee: "bench talent",
      version: 1,
      file,
      scenes: problem.value.durations.length,
      cast: problem.value.cast.length,
      cost: found.cost,
      order: found.order.map((scene) => scene + 1),
      proven: found.isProven,
      lowerBound: found.lowerBound,
      milliseconds,
      nodes: found.nodes,
    };
    return ok({ status: STATUS.done, json: () => answer, output: () => toText(answer) });
  },
});
