"use client";

import { Button, FileButton, Radio, Textarea, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { readMoment } from "#core/base/written-moment.ts";
import { MomentInput } from "#ui/form/moment-input.tsx";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { Panel } from "#ui/parts/panel.tsx";
import classes from "../station.module.css";
import { offerUndo } from "../undo.tsx";
import type { OrbitWhatIf } from "./what-if.ts";
import { WhatIf } from "./what-if-view.tsx";

const LIMIT_BYTES = 20_000_000;
/** A text this long is not put into a field to be edited. */
const SHOWN = 200_000;

type Answer =
  | { readonly ok: true; readonly shown: OrbitWhatIf; readonly editIds: readonly string[] | null }
  | { readonly ok: false; readonly message: string };

async function send(scenarioId: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(`/api/scenarios/${encodeURIComponent(scenarioId)}/orbit-data`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const value = await response.json();
    if (response.ok) return { ok: true, ...value };
    const [field] = Object.values((value.fields ?? {}) as Record<string, readonly string[] | undefined>);
    return { ok: false, message: field?.[0] ?? sentenceOf(value) };
  } catch {
    return {
      ok: false,
      message: "The server cannot be reached. Nothing was stored; what you gave stays here.",
    };
  }
}

const isUnread = (written: string | null): boolean => written !== null && readMoment(written) === null;

/** Paste or choose a file, look at what it would do, adopt or leave it. */
export function ImportOrbit({
  scenarioId,
  listPath,
  boardPath,
}: {
  scenarioId: string;
  listPath: string;
  boardPath: string;
}) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [fileName, setFileName] = useState<string | null>(null);
  const [source, setSource] = useState("");
  const [use, setUse] = useState<"nearest" | "instead">("nearest");
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState<OrbitWhatIf | null>(null);
  const [busy, setBusy] = useState<"look" | "adopt" | null>(null);
  const change = (what: () => void) => {
    what();
    setShown(null);
    setProblem(null);
  };

  const take = async (file: File | null) => {
    if (!file) return;
    if (file.size > LIMIT_BYTES) {
      setShown(null);
      setProblem(
        `${file.name} has ${Math.ceil(file.size / 1e6)} MB; 20 MB are the most that orbit data has. Ask for a shorter ephemeris.`,
      );
      return;
    }
    const read = await file.text();
    change(() => {
      setText(read);
      setFileName(file.name);
      if (source === "") setSource(file.name);
    });
  };
  const ask = async (adopt: boolean) => {
    if (text.trim() === "") return setProblem("Paste orbit data, or choose a file.");
    setTried(true);
    if (use === "instead" && [from, until].some(isUnread)) return;
    setBusy(adopt ? "adopt" : "look");
    setProblem(null);
    const answer = await send(scenarioId, {
      ...{ text, source, adopt },
      use: use === "nearest" ? { kind: use } : { kind: use, from, until },
    });
    setBusy(null);
    if (!answer.ok) return setProblem(answer.message);
    if (!adopt) return setShown(answer.shown);
    const names = answer.shown.adoptable.map(({ label }) => label);
    const said = names.length === 1 ? `${names[0]} adopted` : `${names.length} sets adopted`;
    offerUndo({ scenarioId, said, back: "Taken out again", editIds: answer.editIds ?? [] });
    router.push(listPath);
    router.refresh();
  };
  const isLong = text.length > SHOWN;

  return (
    <>
      <form
        className={classes.import}
        aria-label="Orbit data"
        onSubmit={(event) => {
          event.preventDefault();
          void ask(false);
        }}
      >
        <div className={classes.importText}>
          {isLong ? (
            <p className={classes.fileName}>
              <b>{fileName ?? "Pasted text"}</b>, {(text.length / 1e6).toFixed(1)} million characters
              <Button variant="subtle" size="compact-xs" onClick={() => change(() => setText(""))}>
                Take it out
              </Button>
            </p>
          ) : (
            <Textarea
              label="Orbit data"
              description="As it was published: whole lines, whole file."
              placeholder={
                "1 25544U 98067A   21281.73004796  .00003128 …\n2 25544  51.6444 141.3023 0004210 …"
              }
              value={text}
              onChange={(event) => {
                const typed = event.currentTarget.value;
                change(() => setText(typed));
              }}
              autosize
              minRows={5}
              maxRows={14}
              spellCheck={false}
              styles={{ input: { fontFamily: "var(--font-mono)", fontSize: 12 } }}
            />
          )}
          <div className={classes.buttons}>
            <FileButton
              onChange={(file) => void take(file)}
              accept=".txt,.tle,.json,.xml,.kvn,.oem,.omm,text/plain,application/json,application/xml,text/xml"
            >
              {(props) => (
                <Button {...props} variant="default">
                  Choose file…
                </Button>
              )}
            </FileButton>
            {fileName && !isLong ? <span className="muted small">{fileName}</span> : null}
          </div>
        </div>
        <div className={classes.importHow}>
          <TextInput
            label="Source"
            description="Where it is from: who published it, when."
            value={source}
            maxLength={400}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Radio.Group
            label="Use it"
            value={use}
            onChange={(value) => change(() => setUse(value === "instead" ? "instead" : "nearest"))}
          >
            <div className={classes.fields} style={{ marginTop: 6 }}>
              <Radio
                value="nearest"
                label="Where it is the nearest"
                description="Others that have a span of use go before it there."
              />
              <Radio
                value="instead"
                label="In place of what is used now"
                description="Spans of use of others make room; what lies wholly inside is taken out."
              />
            </div>
          </Radio.Group>
          {use === "instead" ? (
            <div className={classes.fieldRow} data-fields="2">
              <MomentInput
                label="From"
                description="Empty: from the beginning"
                value={from}
                onChange={(at) => change(() => setFrom(at))}
                error={isTried && isUnread(from)}
              />
              <MomentInput
                label="Until"
                description="Empty: to the end"
                value={until}
                onChange={(at) => change(() => setUntil(at))}
                error={isTried && isUnread(until)}
              />
            </div>
          ) : null}
          <div className={classes.buttons}>
            <Button
              type="submit"
              loading={busy === "look"}
              disabled={busy !== null}
              variant={shown ? "default" : "filled"}
            >
              See what it would change
            </Button>
          </div>
        </div>
      </form>
      {problem ? (
        <p role="alert" className={classes.refusal}>
          {problem}
        </p>
      ) : null}
      {shown ? (
        <WhatIf shown={shown} boardPath={boardPath}>
          {shown.adoptable.length > 0 ? (
            <Panel title="Nothing is stored yet">
              <div className={classes.buttons}>
                <Button onClick={() => void ask(true)} loading={busy === "adopt"} disabled={busy !== null}>
                  Adopt
                </Button>
                <Button
                  variant="default"
                  disabled={busy !== null}
                  onClick={() => change(() => [setText(""), setFileName(null)])}
                >
                  Discard
                </Button>
                <span className="muted small">One click takes it back again.</span>
              </div>
            </Panel>
          ) : null}
        </WhatIf>
      ) : null}
    </>
  );
}
