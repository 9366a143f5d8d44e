import { useCallback, useEffect, useState } from "react";
import type { Result } from "#core/base/result.ts";

type State<Why> =
  | { readonly is: "asking" }
  | { readonly is: "failed"; readonly message: string }
  | { readonly is: "told"; readonly why: Why; readonly revision: number };

export const sentenceOf = (error: object): string =>
  ("message" in error && typeof error.message === "string" && error.message) ||
  "The server does not answer. The plan is unchanged. Ask again.";

const ALWAYS = () => true;

/**
 * Asks when it is shown, and again for longer; of the same plan the answer that tells more stays. `ask` and `isAsTelling` are
 * to stay the same from one drawing to the next.
 */
export function useQuestion<Why>(
  ask: (isLonger: boolean) => Promise<Result<{ readonly why: Why; readonly revision: number }, object>>,
  isAsTelling: (next: Why, was: Why) => boolean = ALWAYS,
) {
  const [state, setState] = useState<State<Why>>({ is: "asking" });
  const [asked, setAsked] = useState({ times: 0, isLonger: false });
  const [isAsking, setAsking] = useState(true);
  /** Why the longer look brought nothing; what was told before stays told. */
  const [problem, setProblem] = useState<string | null>(null);
  const question = useCallback(
    async (isLonger: boolean): Promise<State<Why>> => {
      try {
        const answer = await ask(isLonger);
        if (answer.ok) return { is: "told", ...answer.value };
        return { is: "failed", message: sentenceOf(answer.error) };
      } catch {
        return { is: "failed", message: sentenceOf({}) };
      }
    },
    [ask],
  );
  useEffect(() => {
    let isShown = true;
    setAsking(true);
    setProblem(null);
    void question(asked.isLonger).then((next) => {
      if (!isShown) return;
      setAsking(false);
      setState((was) => {
        if (was.is !== "told" || next.is === "asking") return next;
        if (next.is === "failed") return was;
        return next.revision !== was.revision || isAsTelling(next.why, was.why) ? next : was;
      });
      if (next.is === "failed") setProblem(next.message);
    });
    return () => {
      isShown = false;
    };
  }, [question, asked, isAsTelling]);
  const again = () => setAsked(({ times }) => ({ times: times + 1, isLonger: true }));
  return { state, isAsking, isLonger: asked.isLonger, problem, again };
}
