"use client";

import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import Link from "next/link";
import { type FormEvent, type ReactNode, useState } from "react";
import { clock as clockOf, count, duration, pagesText } from "#core/base/format.ts";
import type { Banner } from "#core/model/day.ts";
import type { StripId } from "#core/model/ids.ts";
import { neededShootMinutes } from "#core/model/placed.ts";
import type { Clock } from "#core/report/moment.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import type { Plan } from "#ui/plan/use-plan.ts";
import { type StripFace, stripName } from "#ui/strip/strip-face.ts";
import type { Column } from "../columns.ts";
import type { Edits } from "../use-edits.ts";
import { BestPlaces } from "./best-places.tsx";
import { EveryDay } from "./every-day.tsx";
import { Findings } from "./findings.tsx";
import classes from "./inspector.module.css";
import { People } from "./people.tsx";
import { PlacementForm } from "./placement-form.tsx";
import { type SetUpMode, SetUps } from "./set-ups.tsx";

/** What the inspector was asked to show: counts up with each time of asking, so that the same can be asked for twice. */
export interface Asked {
  readonly part: "move" | "best" | "mark" | "split" | null;
  readonly times: number;
}

interface Common {
  plan: Plan;
  edits: Edits;
  columns: readonly Column[];
  clock: Clock;
  homeLabel: string;
  base: string;
  asked: Asked;
  onClose: () => void;
}

function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3>
        {title} {note ? <span className="muted">{note}</span> : null}
      </h3>
      {children}
    </section>
  );
}

function Shell({
  title,
  note,
  onClose,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <aside className={classes.inspector} aria-label="Inspector">
      <header className={classes.head}>
        <div>
          <h2>{title}</h2>
          {note ? <p className="muted small">{note}</p> : null}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label="Close the inspector"
          onClick={onClose}
        >
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes.body}>{children}</div>
    </aside>
  );
}

const modeOf = (part: Asked["part"]): SetUpMode => (part === "split" ? "split" : "mark");

function Phases({ plan, face, id }: { plan: Plan; face: StripFace; id: StripId }) {
  const { line } = face;
  const placed = plan.facts.placed.get(id);
  const needed = neededShootMinutes(plan.facts.setUpsOfStrip.get(id) ?? []);
  return (
    <p className={`${classes.phases} small`}>
      Rig {line.rigMin} · shoot {line.shootMin} · strike {line.strikeMin} min
      {placed ? `, ends ${clockOf(placed.span.end)}` : ""}
      {needed > line.shootMin ? <b className={classes.short}> · set-ups need {needed} min of shoot</b> : null}
    </p>
  );
}

/** One strip: when and where, what is shot, who is on it, what the rules find, what can be done. */
function OneStrip({ face, ...common }: Common & { face: StripFace }) {
  const { plan, edits, base, asked } = common;
  const { line } = face;
  const id = line.stripId;
  const [mode, setMode] = useState<SetUpMode>(modeOf(asked.part));
  const [seen, setSeen] = useState(asked.times);
  if (seen !== asked.times) {
    setSeen(asked.times);
    setMode(modeOf(asked.part));
  }
  const isPlaced = line.time !== null;
  const asksWhy = !isPlaced && line.status !== "shot";
  return (
    <Shell
      title={
        <>
          {stripName(face)} <span className={classes.set}>{line.set}</span>
        </>
      }
      note={`${line.intExt} ${line.dayNight} · ${line.module} · ${line.tier ?? "no set-ups"} · ${pagesText(line.eighths)} pp · ${duration(face.minutes)}`}
      onClose={common.onClose}
    >
      {line.synopsis ? <p className="small">{line.synopsis}</p> : null}
      <Part title={isPlaced ? "Placement" : "In the boneyard"}>
        {line.isPinned ? (
          <p className="small">
            Pinned at {line.time ? `${line.time.start.gmt} GMT` : "its place"}. Unpin it to move it.
          </p>
        ) : plan.mayEdit ? (
          <>
            <PlacementForm {...common} ids={[id]} focus={asked.part === "move" ? asked.times : 0} key={id} />
            <BestPlaces
              plan={plan}
              edits={edits}
              id={id}
              asked={asked.part === "best" ? asked.times : 0}
              key={`best ${id}`}
            />
            <EveryDay plan={plan} edits={edits} columns={common.columns} ids={[id]} key={`every ${id}`} />
          </>
        ) : (
          <p className="small">
            {line.time
              ? `${line.time.start.gmt}–${line.time.end.gmt} GMT, ${line.time.start.home} ${common.homeLabel}`
              : "Not placed."}
          </p>
        )}
        <Phases plan={plan} face={face} id={id} />
        {plan.mayEdit || asksWhy ? (
          <div className={classes.buttons}>
            {asksWhy ? (
              <LinkButton href={`${base}/why?strip=${encodeURIComponent(id)}`}>Why not?</LinkButton>
            ) : null}
            {isPlaced && plan.mayEdit ? (
              <Button size="xs" variant="default" onClick={() => edits.pin([id], !line.isPinned)}>
                {line.isPinned ? "Unpin" : "Pin"}
              </Button>
            ) : null}
            {isPlaced && plan.mayEdit && !line.isPinned ? (
              <Button size="xs" variant="default" onClick={() => edits.toBoneyard([id])}>
                To the boneyard
              </Button>
            ) : null}
            {plan.mayEdit ? (
              <Button size="xs" variant="default" onClick={() => setMode("split")}>
                Split…
              </Button>
            ) : null}
          </div>
        ) : null}
      </Part>
      <Part title="Findings" note={face.findings.length || null}>
        <Findings findings={face.findings} plan={plan} edits={edits} base={base} />
      </Part>
      <Part title="Set-ups" note={mode === "mark" ? "tick what is in the can" : null}>
        <SetUps
          plan={plan}
          edits={edits}
          id={id}
          mode={mode}
          onMode={setMode}
          focus={asked.part === "split" || asked.part === "mark" ? asked.times : 0}
        />
      </Part>
      <Part title="People">
        <People facts={plan.facts} id={id} />
      </Part>
      <p className="small">
        <Link href={`${base}/scenes?scene=${line.scene}`}>Scene {line.scene} sheet</Link>
      </p>
    </Shell>
  );
}

function SeveralStrips({ faces, ...common }: Common & { faces: readonly StripFace[] }) {
  const { plan, edits } = common;
  const ids = faces.map((face) => face.line.stripId);
  const isPinned = faces.every((face) => face.line.isPinned);
  const movable = faces.filter((face) => !face.line.isPinned).map((face) => face.line.stripId);
  const placed = faces.filter((face) => face.line.time).map((face) => face.line.stripId);
  return (
    <Shell
      title={count(faces.length, "strip")}
      note={`${duration(faces.reduce((sum, face) => sum + face.minutes, 0))} · ${pagesText(faces.reduce((sum, face) => sum + face.line.eighths, 0))} pp`}
      onClose={common.onClose}
    >
      {plan.mayEdit ? (
        <Part title="Placement" note="one after the other">
          {movable.length === ids.length ? (
            <PlacementForm
              {...common}
              ids={ids}
              focus={common.asked.part === "move" ? common.asked.times : 0}
            />
          ) : (
            <p className="small">
              {ids.length - movable.length} of them are pinned. Unpin them to move all together.
            </p>
          )}
          <div className={classes.buttons}>
            <Button
              size="xs"
              variant="default"
              disabled={placed.length === 0}
              onClick={() => edits.pin(placed, !isPinned)}
            >
              {isPinned ? "Unpin" : "Pin"}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={placed.length === 0 || movable.length < ids.length}
              onClick={() => edits.toBoneyard(placed)}
            >
              To the boneyard
            </Button>
          </div>
        </Part>
      ) : null}
      <Part title="Selected">
        <ul className={classes.people}>
          {faces.map((face) => (
            <li key={face.line.stripId}>
              <b>{stripName(face)}</b>
              <time className="muted small">{face.line.time ? face.line.time.start.gmt : "boneyard"}</time>
              <span className={classes.what}>{face.line.set}</span>
            </li>
          ))}
        </ul>
      </Part>
    </Shell>
  );
}

/** Words of a banner: changed in place, undone like any edit. */
export function BannerInspector({
  banner,
  edits,
  mayEdit,
  onClose,
}: {
  banner: Banner;
  edits: Edits;
  mayEdit: boolean;
  onClose: () => void;
}) {
  const [text, setText] = useState(banner.text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") edits.changeBanner(banner.id, text.trim());
  };
  return (
    <Shell title="Banner" onClose={onClose}>
      <form className={classes.form} onSubmit={submit} aria-label="Banner">
        <TextInput
          label="Words"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          disabled={!mayEdit}
          data-autofocus
          className={classes.wide ?? ""}
        />
        {mayEdit ? (
          <div className={classes.buttons}>
            <Button type="submit" size="xs" disabled={text.trim() === "" || text.trim() === banner.text}>
              Save
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                edits.removeBanner(banner.id);
                onClose();
              }}
            >
              Remove
            </Button>
          </div>
        ) : null}
      </form>
    </Shell>
  );
}

/** What is selected, at the right of the board; on a phone, from below. Never a wall before the plan. */
export function Inspector({ faces, ...common }: Common & { faces: readonly StripFace[] }) {
  const [first] = faces;
  if (!first) return null;
  return faces.length === 1 ? (
    <OneStrip face={first} {...common} key={first.line.stripId} />
  ) : (
    <SeveralStrips faces={faces} {...common} />
  );
}
