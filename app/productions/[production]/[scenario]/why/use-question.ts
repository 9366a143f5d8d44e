import { useCallback, useEffect, useRef, useState } from "react";

type State<Why> =
  | { readonly is: "asking" }
  | { readonly is: "failed"; readonly message: string }
  | { readonly is: "told"; readonly why: Why; readonly revision: number };

/** What is asked: of one strip, or of scenes by their numbers; `null`: of everything that must be shot. */
type About = { readonly stripId: string } | { readonly scenes: readonly string[] | null };

export const sentenceOf = (error: object): string =>
  ("message" in error && typeof error.message === "string" && error.message) ||
  "The server does not answer. The plan is unchanged. Ask again.";

const STOPPED = "You stopped before there was an answer. The plan is unchanged.";

/**
 * Asks when it is shown, and again for longer, and tells what is known so far as it comes; of the same plan the answer that tells more
 * stays. `about` and `isAsTelling` are to stay the same from one drawing to the next.
 */
export function useQuestion<Why>(
  scenarioId: string,
  about: About,
  isAsTelling: (next: Why, was: Why) => boolean,
) {
  const [state, setState] = useState<State<Why>>({ is: "asking" });
  const [asked, setAsked] = useState({ times: 0, isLonger: false });
  const [isAsking, setAsking] = useState(true);
  /** Why the longer look brought nothing; what was told before stays told. */
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = useRef<AbortController | null>(null);
  useEffect(() => {
    let isShown = true;
    const gone = new AbortController();
    waiting.current = gone;
    setAsking(true);
    setProblem(null);
    const failed = (message: string) => {
      setState((was) => (was.is === "told" ? was : { is: "failed", message }));
      setProblem(message);
    };
    const tell = (line: object) => {
      if (!isShown) return;
      if (!isTold<Why>(line)) return failed(sentenceOf(line));
      setState((was) =>
        was.is === "told" && was.revision === line.revision && !isAsTelling(line.why, was.why)
          ? was
          : { is: "told", ...line },
      );
    };
    answersTo(`/api/scenarios/${scenarioId}/why`, { ...about, isLonger: asked.isLonger }, gone.signal, tell)
      .catch(() => {
        if (!isShown) return;
        if (!gone.signal.aborted) failed(sentenceOf({}));
        else setState((was) => (was.is === "told" ? was : { is: "failed", message: STOPPED }));
      })
      .finally(() => {
        if (isShown) setAsking(false);
      });
    return () => {
      isShown = false;
      gone.abort();
    };
  }, [scenarioId, about, asked, isAsTelling]);
  const again = () => setAsked(({ times }) => ({ times: times + 1, isLonger: true }));
  /** What was told until now stays. */
  const stop = useCallback(() => waiting.current?.abort(), []);
  return { state, isAsking, isLonger: asked.isLonger, problem, again, stop };
}

const isTold = <Why>(line: object): line is { readonly why: Why; readonly revision: number } =>
  "why" in line && "revision" in line;

/** Tells each line of an answer as it comes. */
async function answersTo(
  path: string,
  question: object,
  signal: AbortSignal,
  tell: (line: object) => void,
): Promise<void> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(question),
    signal,
  });
  if (!response.ok || !response.body) return tell(await response.json());
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = `${rest}${value}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) tell(JSON.parse(line));
  }
}
