"use client";

import { Button, Checkbox } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { count, list } from "#core/base/format.ts";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { VerdictLine } from "#ui/verdict.tsx";
import { adopt, discard, previewAdoption } from "./actions.ts";
import classes from "./solve.module.css";

interface Day {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly strips: number;
}
type Preview = Extract<Awaited<ReturnType<typeof previewAdoption>>, { ok: true }>["value"];
type Said =
  | { readonly of: string; readonly preview: Preview }
  | { readonly of: string; readonly problem: string };

/** What the rules say of adopting these days; only the answer to the last question is shown. */
function usePreview(
  scenarioId: string,
  solveId: string,
  days: readonly string[],
  without: readonly string[],
): Said | null {
  const [said, setSaid] = useState<Said | null>(null);
  const asked = useRef(0);
  const of = days.join();
  const left = without.join();
  useEffect(() => {
    const mine = ++asked.current;
    if (of === "") return setSaid(null);
    const timer = setTimeout(async () => {
      const outcome = await previewAdoption({
        ...{ scenarioId, solveId, days: of.split(",") },
        without: left === "" ? [] : left.split(","),
      }).catch(() => null);
      if (mine !== asked.current) return;
      if (outcome === null)
        setSaid({ of, problem: "The server cannot be reached; what it would do is not known." });
      else if (outcome.ok) setSaid({ of, preview: outcome.value });
      else setSaid({ of, problem: sentenceOf(outcome.error) });
    }, 200);
    return () => clearTimeout(timer);
  }, [scenarioId, solveId, of, left]);
  return said?.of === of ? said : null;
}

/** What becomes of a proposal: all of it, some days, or nothing. */
export function Adopt({
  scenarioId,
  solveId,
  revision,
  days,
  all,
  isGood,
  isDiscarded,
  without,
  known,
}: {
  scenarioId: string;
  solveId: string;
  /** Of the plan that stands beside the proposal on this page. */
  revision: number;
  days: readonly Day[];
  /** What the button says that adopts all that can be; null: not at once. */
  all: string | null;
  /** Nothing hard is left broken by it. */
  isGood: boolean;
  isDiscarded: boolean;
  /** Strips that cannot be adopted as the plan is now. */
  without: readonly string[];
  /** What the page says already of why not all of it can be adopted. */
  known: string;
}) {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [doing, setDoing] = useState<"all" | "days" | "discard" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isByDay, setByDay] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const said = usePreview(scenarioId, solveId, isByDay ? chosen : [], without);

  const run = <T,>(
    what: typeof doing,
    act: () => Promise<{ ok: true; value: T } | { ok: false; error: Parameters<typeof sentenceOf>[0] }>,
    done: (value: T) => void,
  ) =>
    start(async () => {
      setDoing(what);
      setProblem(null);
      try {
        const outcome = await act();
        // What was done brings the page with it; what was refused was refused for what this page does not show yet.
        if (outcome.ok) return done(outcome.value);
        setProblem(sentenceOf(outcome.error));
        router.refresh();
      } catch {
        setProblem("The server cannot be reached. Nothing was changed.");
      }
    });
  const take = (what: readonly string[] | null, seen: number) =>
    run(
      what ? "days" : "all",
      () => adopt({ scenarioId, solveId, days: what && [...what], without: [...without], revision: seen }),
      () => {
        setByDay(false);
        setChosen([]);
      },
    );
  const numbers = list(days.filter((day) => chosen.includes(day.id)).map((day) => String(day.number)));
  return (
    <div className={classes.adopt}>
      {problem && problem !== known ? (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      ) : null}
      <div className={classes.buttons}>
        {all ? (
          <Button
            size="xs"
            variant={isGood && !isDiscarded ? "filled" : "default"}
            loading={isBusy && doing === "all"}
            disabled={isBusy}
            onClick={() => take(null, revision)}
          >
            {all}
            {isGood ? "" : ", all the same"}
          </Button>
        ) : null}
        {days.length > 1 ? (
          <Button size="xs" variant="default" aria-expanded={isByDay} onClick={() => setByDay((was) => !was)}>
            Adopt by day…
          </Button>
        ) : null}
        {isDiscarded ? null : (
          <Button
            size="xs"
            variant="default"
            loading={isBusy && doing === "discard"}
            disabled={isBusy}
            onClick={() =>
              run(
                "discard",
                () => discard({ scenarioId, solveId }),
                () => notifications.show({ message: "Discarded; the plan stays as it is", color: "teal" }),
              )
            }
          >
            Discard
          </Button>
        )}
      </div>
      {isByDay && days.length > 1 ? (
        <fieldset className={classes.days}>
          <legend>Days to make as proposed</legend>
          <p className="muted small">
            Every strip that comes to a chosen day or leaves it moves; nothing else does.
          </p>
          {days.map((day) => (
            <Checkbox
              key={day.id}
              size="xs"
              label={`Day ${day.number}, ${day.label}: ${count(day.strips, "strip")}`}
              checked={chosen.includes(day.id)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen((was) => (checked ? [...was, day.id] : was.filter((id) => id !== day.id)))
              }
            />
          ))}
          <div className={classes.preview} aria-live="polite" aria-busy={chosen.length > 0 && said === null}>
            {chosen.length === 0 ? (
              <p className="muted">Choose days to see what adopting them does.</p>
            ) : said === null ? (
              <p className="muted">Asking the rules…</p>
            ) : "problem" in said ? (
              <p className={classes.problem}>{said.problem}</p>
            ) : (
              <>
                <PreviewText preview={said.preview} />
                <Needed days={days} chosen={chosen} needs={said.preview.needs} choose={setChosen} />
              </>
            )}
          </div>
          <Button
            size="xs"
            variant={said && "preview" in said && said.preview.breaks.length > 0 ? "default" : "filled"}
            loading={isBusy && doing === "days"}
            disabled={isBusy || said === null || "problem" in said}
            onClick={() => said && "preview" in said && take(chosen, said.preview.revision)}
          >
            {chosen.length === 0
              ? "Adopt these days"
              : `Adopt day${chosen.length === 1 ? "" : "s"} ${numbers}${
                  said && "preview" in said && said.preview.breaks.length > 0 ? " all the same" : ""
                }`}
          </Button>
        </fieldset>
      ) : null}
    </div>
  );
}

/** The days without which the chosen ones break something. */
function Needed({
  days,
  chosen,
  needs,
  choose,
}: {
  days: readonly Day[];
  chosen: readonly string[];
  needs: readonly string[] | null;
  choose: (days: readonly string[]) => void;
}) {
  const more = days.filter(({ id }) => needs?.includes(id) && !chosen.includes(id));
  if (!needs || more.length === 0) return null;
  const named = `${more.length === 1 ? "day" : "days"} ${list(more.map(({ number }) => `${number}`))}`;
  return (
    <p className={classes.needed}>
      Together with {named} it breaks nothing.{" "}
      <Button size="compact-xs" variant="default" onClick={() => choose(needs)}>
        Choose {named} too
      </Button>
    </p>
  );
}

function PreviewText({ preview }: { preview: Preview }) {
  const { strips, breaks, verdict, inHand, scenesOut } = preview;
  return (
    <>
      <p>
        {count(strips, "strip")} {strips === 1 ? "moves" : "move"}.{" "}
        {scenesOut.length > 0 ? `Back to the boneyard: ${list(scenesOut)}.` : ""}
      </p>
      <VerdictLine verdict={verdict.after} inHand={inHand.after} />
      {breaks.length > 0 ? (
        <>
          <p className={classes.problem}>It would break:</p>
          <ul className={classes.lines}>
            {breaks.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>It breaks nothing.</p>
      )}
    </>
  );
}
