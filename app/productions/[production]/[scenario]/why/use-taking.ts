import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Repair } from "#core/model/rule.ts";
import { SAVED_NOTE } from "#ui/plan/turn-note.tsx";
import { take, takeOnCopy } from "./actions.ts";
import { sentenceOf } from "./use-question.ts";

/** A way out, as it was offered on a revision of the plan. */
interface Taken {
  readonly scenarioId: string;
  readonly revision: number;
  readonly edit: Repair;
  readonly words: string;
}

/** Carries ways out out, one at a time, and goes where the plan with it is. */
export function useTaking(board: string) {
  const router = useRouter();
  const [taking, setTaking] = useState<string | null>(null);
  const whileTaking = async (words: string, what: () => Promise<void>) => {
    setTaking(words);
    try {
      await what();
    } finally {
      setTaking(null);
    }
  };
  const refused = (error: object) =>
    notifications.show({ color: "danger", title: "Not done", message: sentenceOf(error) });
  return {
    /** The words of the way that is being carried out. */
    taking,
    inPlan: ({ words, ...taken }: Taken) =>
      whileTaking(words, async () => {
        const done = await take(taken);
        if (!done.ok) return void refused(done.error);
        notifications.show({ id: SAVED_NOTE, title: "Done", message: done.value.description });
        router.push(board);
      }),
    onCopy: (taken: Taken) =>
      whileTaking(taken.words, async () => {
        const done = await takeOnCopy(taken);
        if (!done.ok) return void refused(done.error);
        notifications.show({ title: "On a copy", message: `Scenario ${done.value.name} has it.` });
        router.push(done.value.path);
      }),
  };
}
