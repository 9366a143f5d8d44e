"use client";

import { Button, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { count, list, pagesText } from "#core/base/format.ts";
import type { Result } from "#core/base/result.ts";
import type { SceneDraft, SceneTable, SceneTableProblem } from "#interchange/scene-table/read.ts";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { Scroll } from "#ui/parts/scroll.tsx";
import { pasteScenes, previewScenes } from "../actions.ts";
import { pages } from "../pages.ts";
import classes from "../scenes.module.css";

type Read = Result<SceneTable, readonly SceneTableProblem[]>;
/** More than a person reads; the count says how many there are. */
const MOST_SHOWN = 200;

const EXAMPLE = [
  "Number\tI/E\tSet\tD/N\tPages\tModule\tCast\tSynopsis\tTier\tMinutes",
  "12\tINT\tNAUKA, OPERATION\tDAY\t1 3/8\tNauka\t1, 2\tZhenya operates.\tmust\t45",
].join("\n");

export function PasteScenes({
  scenarioId,
  listPath,
  modules,
  roles,
}: {
  scenarioId: string;
  listPath: string;
  modules: Readonly<Record<string, string>>;
  roles: Readonly<Record<string, number>>;
}) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();

  const unreachable = () =>
    setProblem("The server cannot be reached. What you pasted stays here; try again.");
  const preview = () =>
    start(async () => {
      setProblem(null);
      try {
        const outcome = await previewScenes({ scenarioId, text });
        if (outcome.ok) setRead(outcome.value);
        else
          setProblem(
            outcome.error.kind === "invalid"
              ? "Paste the table first, with its headings."
              : sentenceOf(outcome.error),
          );
      } catch {
        unreachable();
      }
    });
  const save = () =>
    start(async () => {
      setProblem(null);
      try {
        const outcome = await pasteScenes({ scenarioId, text });
        if (!outcome.ok) {
          setProblem(sentenceOf(outcome.error));
          return;
        }
        notifications.show({
          message: `${count(outcome.value.scenes, "scene")} added; one undo takes them back`,
        });
        router.push(listPath);
      } catch {
        unreachable();
      }
    });

  return (
    <div className={classes.paste}>
      <Textarea
        label="Table"
        description="The first line names the columns: number and set must be there; I/E, D/N, pages or eighths, module, unit, cast, synopsis, tier and minutes may be."
        placeholder={EXAMPLE}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setRead(null);
        }}
        autosize
        minRows={6}
        maxRows={14}
        spellCheck={false}
        styles={{
          input: { fontFamily: "var(--font-mono)", fontSize: 12.5, whiteSpace: "pre", overflowX: "auto" },
        }}
      />
      {problem ? (
        <p role="alert" style={{ color: "var(--fails)" }}>
          {problem}
        </p>
      ) : null}
      <div className={classes.removeActions}>
        <Button
          variant={read?.ok ? "default" : "filled"}
          onClick={preview}
          loading={isBusy && !read}
          disabled={text.trim() === ""}
        >
          Preview
        </Button>
        {read?.ok ? (
          <Button onClick={save} loading={isBusy}>
            Add {count(read.value.scenes.length, "scene")}
          </Button>
        ) : null}
      </div>
      <div role="status">
        {read ? (
          read.ok ? (
            <Preview table={read.value} modules={modules} roles={roles} />
          ) : (
            <Problems problems={read.error} />
          )
        ) : null}
      </div>
    </div>
  );
}

function Preview({
  table: { scenes, ignored },
  modules,
  roles,
}: {
  table: SceneTable;
  modules: Readonly<Record<string, string>>;
  roles: Readonly<Record<string, number>>;
}) {
  const cell = (scene: SceneDraft, key: SceneDraft["assumed"][number], value: string | number) => (
    <td className={scene.assumed.includes(key) ? classes.assumed : undefined}>{value}</td>
  );
  return (
    <>
      <p className="small">
        {count(scenes.length, "scene")}, {pages(scenes.reduce((sum, scene) => sum + scene.eighths, 0))}. What
        stands in <span className={classes.assumed}>grey italics</span> the table does not say: it is assumed.
        {ignored.length > 0 ? ` Not read: ${list(ignored)}.` : ""}
      </p>
      <div className={classes.preview}>
        <Scroll label="Preview of the scenes">
          <table className="table">
            <thead>
              <tr>
                {[
                  "Line",
                  "Number",
                  "I/E",
                  "Set",
                  "D/N",
                  "Pages",
                  "Module",
                  "Unit",
                  "Cast",
                  "Tier",
                  "Minutes",
                ].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scenes.slice(0, MOST_SHOWN).map((scene) => (
                <tr key={scene.line} title={scene.synopsis || undefined}>
                  <td className="muted">{scene.line}</td>
                  <td>{scene.number}</td>
                  {cell(scene, "intExt", scene.intExt)}
                  <td>{scene.setName}</td>
                  {cell(scene, "scriptDayNight", scene.scriptDayNight)}
                  {cell(scene, "eighths", pagesText(scene.eighths))}
                  {cell(scene, "moduleId", scene.moduleId ? (modules[scene.moduleId] ?? "") : "none")}
                  {cell(scene, "unit", scene.unit)}
                  {cell(scene, "roleIds", scene.roleIds.map((id) => roles[id]).join(", ") || "none")}
                  {cell(scene, "tier", scene.tier)}
                  {cell(scene, "shootMin", scene.shootMin)}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
      {scenes.length > MOST_SHOWN ? (
        <p className="muted small">and {scenes.length - MOST_SHOWN} more, read in the same way</p>
      ) : null}
    </>
  );
}

function Problems({ problems }: { problems: readonly SceneTableProblem[] }) {
  return (
    <>
      <p className="small">
        <strong>{count(problems.length, "problem")}.</strong> Nothing is added until all are put right, here
        or in the spreadsheet.
      </p>
      <div className={classes.preview}>
        <Scroll label="Problems of the table">
          <table className={`table ${classes.problems}`}>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Column</th>
                <th scope="col">Problem</th>
              </tr>
            </thead>
            <tbody>
              {problems.slice(0, MOST_SHOWN).map((p) => (
                <tr key={`${p.line}:${p.column}:${p.message}`}>
                  <td>{p.line}</td>
                  <td>{p.column === null ? p.heading || "–" : `${p.column} ${p.heading}`}</td>
                  <td>{p.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
      {problems.length > MOST_SHOWN ? (
        <p className="muted small">and {problems.length - MOST_SHOWN} more</p>
      ) : null}
    </>
  );
}
