import * as z from "zod";
import { count } from "../../base/format.ts";
import { err, ok } from "../../base/result.ts";
import { type Command, defineCommand, type Refusal } from "../command.ts";
import type { Tables } from "../entities.ts";
import { applyPatch, type RowChange } from "../patch.ts";

/** Several commands of one stream as one edit: all are carried out or none, and one undo takes all of them back. */
export const together = (commands: readonly Command[]) => {
  const commandOf = (id: string) => commands.find((command) => command.id === id);
  const step = z
    .object({ commandId: z.string(), input: z.unknown() })
    .superRefine(({ commandId, input }, context) => {
      const command = commandOf(commandId);
      if (!command)
        context.addIssue({ code: "custom", message: "There is no such command", path: ["commandId"] });
      try {
        command?.bind(input);
      } catch {
        context.addIssue({ code: "custom", message: `This is no input of ${commandId}`, path: ["input"] });
      }
    });
  return defineCommand({
    id: "together",
    version: 2,
    stream: ({ edits: [first] }) =>
      commandOf(first?.commandId ?? "")?.bind(first?.input).stream ?? "scenario",
    input: z.object({
      edits: z.array(step).min(1).max(500),
      /** What the edits make together: "Proposal adopted". */
      title: z.string().trim().min(1).max(80).optional(),
    }),

    resolve(tables, { edits }) {
      let now: Tables = tables;
      const all: RowChange[] = [];
      const streams = new Set<string>();
      for (const { commandId, input } of edits) {
        const bound = commandOf(commandId)?.bind(input);
        if (!bound) return err<Refusal>({ message: `There is no command "${commandId}".` });
        streams.add(bound.stream);
        if (streams.size > 1)
          return err<Refusal>({ message: "One edit changes either the production or the scenario." });
        const patch = bound.resolve(now);
        if (!patch.ok) return patch;
        const next = applyPatch(now, patch.value);
        if (!next.ok)
          return err<Refusal>({
            message: `${next.error.entity} "${next.error.id}" is changed twice in one edit.`,
          });
        now = next.value;
        all.push(...patch.value);
      }
      return ok(all);
    },

    describe(tables, { edits, title }, book) {
      const bound = edits.flatMap(({ commandId, input }) => {
        const command = commandOf(commandId);
        if (!command) return [];
        const each = command.bind(input);
        return [{ commandId, ...each, tallies: each.tally(tables) }];
      });
      const tallied = commands.flatMap(({ id }) => {
        const own = bound.flatMap(({ commandId, tallies }) => (commandId === id ? (tallies ?? []) : []));
        const kinds = own.filter(({ many }, i) => own.findIndex((tally) => tally.many === many) === i);
        return kinds.flatMap(({ one, many }) => {
          const n = own.reduce((sum, tally) => sum + (tally.many === many ? tally.n : 0), 0);
          return n > 0 ? [count(n, one, many)] : [];
        });
      });
      const rest = bound.filter(({ tallies }) => tallies === null).length;
      const counts = [...tallied, ...(rest > 0 ? [count(rest, "more change")] : [])].join(", ");
      if (title !== undefined) return `${title}: ${counts}`;
      const isMany = bound.some(({ tallies }) => (tallies ?? []).reduce((sum, { n }) => sum + n, 0) > 1);
      if (rest === 0 && bound.length > 1 && isMany) return counts;
      // Each told on what those before it have left: a row may come with one and be changed by the next.
      let now: Tables = tables;
      const told = bound.slice(0, MOST_TOLD).map((each) => {
        const words = each.describe(now, book);
        const patch = each.resolve(now);
        const after = patch.ok ? applyPatch(now, patch.value) : null;
        now = after?.ok ? after.value : now;
        return words;
      });
      const more = bound.length - told.length;
      return [...told, ...(more > 0 ? [`and ${count(more, "more change")}`] : [])].join("; ");
    },
  });
};

/** As many edits of one are told one by one. */
const MOST_TOLD = 3;
