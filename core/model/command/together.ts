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
    version: 1,
    stream: ({ edits: [first] }) =>
      commandOf(first?.commandId ?? "")?.bind(first?.input).stream ?? "scenario",
    input: z.object({ edits: z.array(step).min(1).max(500) }),

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

    describe(tables, { edits: [first, ...others] }) {
      const words = first ? (commandOf(first.commandId)?.bind(first.input).describe(tables) ?? "") : "";
      return others.length > 0 ? `${words}, and ${count(others.length, "more change")}` : words;
    },
  });
};
