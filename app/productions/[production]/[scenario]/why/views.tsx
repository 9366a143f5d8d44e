import { Button, Checkbox } from "@mantine/core";
import Form from "next/form";
import Link from "next/link";
import { list } from "#core/base/format.ts";
import { type Facts, factsOf } from "#core/model/facts.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { mustStrips, openStrips, stripsOfScenes } from "#core/solve/why/together/asked.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty, Failure } from "#ui/parts/state.tsx";
import { type Line, linesOf } from "./lines.ts";
import { TogetherAnswer } from "./together-answer.tsx";
import classes from "./why.module.css";
import { WhyAnswer } from "./why-answer.tsx";

interface View {
  readonly snapshot: ScenarioSnapshot;
  readonly mayEdit: boolean;
  readonly to: (page: string) => string;
}

const isOut = ({ strip }: Line): boolean => strip.startsAt === null;

/** One scene of the boneyard, beside the others that have no place. */
export function OneScene({ snapshot, mayEdit, to, chosen }: View & { chosen: string | undefined }) {
  const { scenario } = snapshot;
  const out = linesOf(factsOf(snapshot), openStrips(snapshot)).filter(isOut);
  const shown = out.find(({ strip }) => strip.id === chosen) ?? out[0];
  if (!shown)
    return (
      <Empty title="Everything has a place" action={<LinkButton href={to("board")}>To the board</LinkButton>}>
        Nothing lies in the boneyard that is still to be shot.
      </Empty>
    );
  return (
    <div className={classes.layout}>
      <Panel title="Without a place" note={String(out.length)}>
        <ul className={classes.out}>
          {out.map((line) => (
            <li key={line.strip.id} aria-current={line === shown ? "true" : undefined}>
              <Link href={to(`why?strip=${line.strip.id}`)}>{line.name}</Link>
              <span className="muted small">{line.about}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <WhyAnswer
        key={`${shown.strip.id} ${scenario.revision}`}
        scenarioId={scenario.id}
        stripId={shown.strip.id}
        name={shown.name}
        mayEdit={mayEdit}
        base={to("").replace(/\/$/, "")}
      />
    </div>
  );
}

/** Everything that must be shot: those of it without a place, and whether all of it can have one. */
export function Musts({ snapshot, mayEdit, to }: View) {
  const facts = factsOf(snapshot);
  const lines = linesOf(facts, mustStrips(snapshot));
  const loose = looseMusts(facts);
  const looseText =
    loose.length > 0
      ? `Must set-ups of ${loose.length === 1 ? "scene" : "scenes"} ${list(loose)} are on no strip, so that they are not asked about: give them one on the board.`
      : null;
  if (lines.length === 0)
    return (
      <Empty
        title="Nothing is left that must be shot"
        action={<LinkButton href={to("scenes")}>To the scenes</LinkButton>}
      >
        {looseText ?? "No set-up of the tier must is still to be shot."}
      </Empty>
    );
  const out = lines.filter(isOut);
  return (
    <div className={classes.layout}>
      <Panel title="Musts without a place" note={`${out.length} of ${lines.length}`}>
        {out.length === 0 ? (
          <p className="muted">Everything that must be shot has a place.</p>
        ) : (
          <ul className={classes.out}>
            {out.map((line) => (
              <li key={line.strip.id}>
                <Link href={to(`why?strip=${line.strip.id}`)}>{line.name}</Link>
                <span className="muted small">{line.about}</span>
              </li>
            ))}
          </ul>
        )}
        {looseText ? <p className={`muted small ${classes.after}`}>{looseText}</p> : null}
      </Panel>
      <Together scenes={null} {...{ snapshot, lines, mayEdit, to }} />
    </div>
  );
}

/** Scenes that somebody picks, with a place or without. */
export function SeveralScenes({ snapshot, mayEdit, to, chosen }: View & { chosen: readonly string[] }) {
  const facts = factsOf(snapshot);
  const all = linesOf(facts, openStrips(snapshot));
  const asked = stripsOfScenes(snapshot, chosen);
  const lines = asked.ok ? linesOf(facts, asked.value) : [];
  const isChosen = new Set(chosen);
  const done = chosen.filter((number) => !lines.some((line) => line.number === number));
  const outside = new Set(all.filter(isOut).map(({ number }) => number));
  const byScene = all.filter((line, i) => all.findIndex(({ number }) => number === line.number) === i);
  const groupOf = ({ number }: Line): string =>
    isChosen.has(number)
      ? "Chosen"
      : outside.has(number)
        ? "Without a place, or not all of it"
        : "On the board";
  const groups = ["Chosen", "Without a place, or not all of it", "On the board"]
    .map((title) => ({ title, lines: byScene.filter((line) => groupOf(line) === title) }))
    .filter((group) => group.lines.length > 0);
  return (
    <div className={classes.layout}>
      <Panel title="Scenes" note={chosen.length > 0 ? `${isChosen.size} chosen` : undefined}>
        {all.length === 0 ? (
          <p className="muted">Nothing is left to shoot.</p>
        ) : (
          <Form action={to("why")} className={classes.pick} key={chosen.join()}>
            <input type="hidden" name="about" value="several" />
            <div className={classes.scenes}>
              {groups.map((group) => (
                <fieldset key={group.title}>
                  <legend className="small muted">{group.title}</legend>
                  {group.lines.map(({ strip, number, about }) => (
                    <Checkbox
                      key={strip.id}
                      size="xs"
                      name="scene"
                      value={number}
                      label={`Scene ${number}`}
                      description={about}
                      defaultChecked={isChosen.has(number)}
                    />
                  ))}
                </fieldset>
              ))}
            </div>
            <Button type="submit" size="xs">
              Do these fit together?
            </Button>
          </Form>
        )}
      </Panel>
      {!asked.ok ? (
        <Failure title="No such scene">{asked.error} Choose among the scenes of this plan.</Failure>
      ) : lines.length < 2 ? (
        <Empty title={chosen.length === 0 ? "Choose scenes" : "Choose another scene"}>
          {done.length > 0 ? `${shotText(done)} ` : ""}
          Choose two scenes or more: you are told whether they can all be in, wherever they stand. For what
          keeps a single one out beside the others, ask about one scene.
        </Empty>
      ) : (
        <div className={classes.answer}>
          {done.length > 0 ? <p className="muted small">{shotText(done)}</p> : null}
          <Together scenes={chosen.filter((n) => !done.includes(n))} {...{ snapshot, lines, mayEdit, to }} />
        </div>
      )}
    </div>
  );
}

const shotText = (numbers: readonly string[]): string =>
  numbers.length === 1
    ? `Scene ${numbers[0]} has nothing left to shoot and is not asked about.`
    : `Scenes ${list(numbers)} have nothing left to shoot and are not asked about.`;

function Together({
  snapshot: { scenario },
  scenes,
  lines,
  mayEdit,
  to,
}: View & { scenes: readonly string[] | null; lines: readonly Line[] }) {
  return (
    <TogetherAnswer
      key={`${scenes?.join() ?? "musts"} ${scenario.revision}`}
      scenarioId={scenario.id}
      scenes={scenes}
      strips={lines.map((line) => ({ id: line.strip.id, name: line.name, isOut: isOut(line) }))}
      mayEdit={mayEdit}
      paths={{ why: to("why"), board: to("board"), solve: to("solve") }}
    />
  );
}

/** Numbers of scenes with a must set-up that is on no strip. */
function looseMusts({ setUps, scenes }: Facts): readonly string[] {
  const loose = [...setUps.values()].filter((s) => s.tier === "must" && !s.isShot && s.stripId === null);
  return [...new Set(loose.map(({ sceneId }) => scenes.get(sceneId)?.number ?? sceneId))];
}
