"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { clock as clockOf, list } from "#core/base/format.ts";
import { instant, plusMinutes } from "#core/base/instant.ts";
import { type EpochSeconds, minutes } from "#core/base/quantity.ts";
import type { ModuleId, StripId } from "#core/model/ids.ts";
import type { Strip } from "#core/model/strip.ts";
import type { Clock } from "#core/report/moment.ts";
import { titleOf } from "#core/rules/in-force.ts";
import { lengthChanges } from "#core/solve/by-hand.ts";
import { readWhole } from "#ui/form/read-number.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import type { Plan } from "#ui/plan/use-plan.ts";
import { type Column, dayAndTime, dayTitle, momentOn } from "../columns.ts";
import { PreviewMark } from "../day-head.tsx";
import { lengthWords } from "../length-words.ts";
import { previewMoves, without } from "../preview.ts";
import { type Move, proposeMoves, putsOf, typedMoves } from "../propose.ts";
import type { Edits } from "../use-edits.ts";
import classes from "./inspector.module.css";

interface Values {
  readonly dayId: string;
  readonly time: string;
  readonly moduleId: string;
  /** As it was typed; null: as what stands there before asks for. */
  readonly rigMin: number | null;
}

/** `9:5`, `0905` and `905` are `09:05`; what is no time stays as it was typed. */
export function tidyTime(typed: string): string {
  const [, h, m] = /^\s*(\d{1,2})[:. ]?(\d{1,2})\s*$/.exec(typed) ?? [];
  return h && m && Number(h) < 24 && Number(m) < 60 ? `${h.padStart(2, "0")}:${m.padStart(2, "0")}` : typed;
}

const LONGEST_RIG_MIN = 600;
/** Null for nothing: as what stands there before asks for. */
const rigIn = (typed: string) => readWhole(typed, 0, LONGEST_RIG_MIN);

const proposedTime = (plan: Plan, column: Column | undefined, ids: readonly StripId[]): string => {
  const [first] = column
    ? proposeMoves(plan.checked, column, { day: column.day, index: column.strips.length }, ids)
    : [];
  return first ? clockOf(instant(first.startsAt)) : "";
};

/** Where the strips stand now; for those in the boneyard, the first moment that is free on the first open day. */
function standing(plan: Plan, columns: readonly Column[], ids: readonly StripId[]): Values {
  const strips = ids.flatMap((id) => plan.facts.strips.get(id) ?? []);
  const first = strips.toSorted((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0))[0];
  const scene = first && plan.facts.scenes.get(first.sceneId);
  const rest = { moduleId: first?.moduleId ?? scene?.moduleId ?? "", rigMin: null };
  if (first && first.startsAt !== null) return { ...dayAndTime(plan.facts.days, first.startsAt), ...rest };
  const column = columns.find((c) => !c.day.isClosed) ?? columns[0];
  return { dayId: column?.day.id ?? "", time: proposedTime(plan, column, ids), ...rest };
}

/** The move of one strip that the form asks for; null where it names no moment. Where it stands now it keeps the rig it has. */
function moveOf({ facts, checked }: Plan, strip: Strip, isMain: boolean, values: Values): Move | null {
  const day = facts.days.find((d) => d.id === values.dayId);
  const at = day ? momentOn(facts.days, day, tidyTime(values.time)) : null;
  if (at === null) return null;
  const moduleId = (values.moduleId || null) as ModuleId | null;
  const isThere = at === strip.startsAt && values.moduleId === (strip.moduleId ?? "");
  const rigMin = values.rigMin ?? (isThere ? strip.rigMin : null);
  return typedMoves(checked, [strip.id], at, isMain ? { moduleId, rigMin } : {})[0] ?? null;
}

/** Day, start and place of what is selected, with what the move would break before it is made. */
export function PlacementForm({
  plan,
  edits,
  columns,
  ids,
  clock,
  homeLabel,
  focus,
}: {
  plan: Plan;
  edits: Edits;
  columns: readonly Column[];
  ids: readonly StripId[];
  clock: Clock;
  homeLabel: string;
  /** Counts up when the day field is asked for. */
  focus: number;
}) {
  const { facts, snapshot, judge } = plan;
  const { tables } = snapshot;
  const now = useMemo(() => standing(plan, columns, ids), [plan, columns, ids]);
  const nowKey = `${ids.join()}|${Object.values(now).join("|")}`;
  const [values, setValues] = useState(now);
  const [isTimed, setTimed] = useState(false);
  const [typedRig, setTypedRig] = useState<string | null>(null);
  const isRigWrong = typedRig !== null && rigIn(typedRig) === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form follows the placement, not its identity
  useEffect(() => {
    setValues(now);
    setTimed(false);
    setTypedRig(null);
  }, [nowKey]);
  const dayField = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (focus > 0) dayField.current?.focus();
  }, [focus]);

  const isPlaced = ids.some((id) => facts.strips.get(id)?.startsAt !== null);
  const one = ids.length === 1 ? facts.strips.get(ids[0] as StripId) : undefined;
  const isMain = one ? facts.scenes.get(one.sceneId)?.unit === "main" : false;
  const day = facts.days.find((d) => d.id === values.dayId);
  const at: EpochSeconds | null = day ? momentOn(facts.days, day, tidyTime(values.time)) : null;
  const asked = useMemo(() => one && moveOf(plan, one, isMain, values), [plan, one, isMain, values]);
  const rigMin = asked?.rigMin ?? values.rigMin ?? one?.rigMin ?? 0;
  const isChanged = Object.keys(now).some((k) => now[k as keyof Values] !== values[k as keyof Values]);

  const late = useDeferredValue(values);
  const preview = useMemo(() => {
    const move = one && moveOf(plan, one, isMain, late);
    if (!one || !move) return null;
    const lengths = lengthWords(lengthChanges(plan.checked, putsOf([move])), String);
    const effect = previewMoves(tables, judge(without(tables, [one.id])), [move], judge);
    return effect && { effect, lengths };
  }, [plan, late, one, isMain, tables, judge]);

  const effect = preview?.effect;

  const timed = (time: string) => {
    setTimed(true);
    setValues({ ...values, time });
  };
  const rigged = (text: string) => {
    const read = rigIn(text);
    setTypedRig(text);
    if (read !== undefined) setValues({ ...values, rigMin: read });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRigWrong) return;
    edits.place(ids, {
      dayId: values.dayId,
      time: tidyTime(values.time),
      ...(one ? { rigMin: values.rigMin } : {}),
      ...(one && isMain ? { moduleId: (values.moduleId || null) as ModuleId | null } : {}),
    });
  };
  const home = at === null ? "" : clock.moment(at).home;
  return (
    <form className={classes.form} onSubmit={submit} aria-label="Placement">
      <NativeSelect
        ref={dayField}
        label="Day"
        value={values.dayId}
        onChange={(event) => {
          const dayId = event.currentTarget.value;
          const column = columns.find((c) => c.day.id === dayId);
          const time = isPlaced || isTimed ? values.time : proposedTime(plan, column, ids);
          setValues({ ...values, dayId, time });
        }}
        data={facts.days.map((d) => ({
          value: d.id,
          label: d.isClosed ? `${dayTitle(d)} (lost)` : dayTitle(d),
        }))}
      />
      <TextInput
        label="Start (GMT)"
        value={values.time}
        placeholder="14:30"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        className="figures"
        error={values.time !== "" && at === null ? "A time such as 14:30" : null}
        onChange={(event) => timed(event.currentTarget.value)}
        onBlur={() => timed(tidyTime(values.time))}
        onKeyDown={(event) => {
          const by = { ArrowUp: 5, ArrowDown: -5 }[event.key];
          if (by === undefined || at === null) return;
          event.preventDefault();
          timed(clockOf(plusMinutes(at, minutes(by))));
        }}
        inputWrapperOrder={["label", "input", "description", "error"]}
        description={home ? `${home} ${homeLabel}` : " "}
      />
      {one && isMain ? (
        <>
          <NativeSelect
            label="Module"
            value={values.moduleId}
            onChange={(event) => setValues({ ...values, moduleId: event.currentTarget.value })}
            data={[
              ...tables.module
                .filter((m) => m.isUsable || m.id === values.moduleId)
                .map((m) => ({ value: m.id as string, label: m.name })),
            ]}
          />
          <TextInput
            label="Rig"
            value={typedRig ?? String(rigMin)}
            inputMode="numeric"
            autoComplete="off"
            rightSection={<span className="muted small">min</span>}
            error={isRigWrong ? `Whole minutes, 0 to ${LONGEST_RIG_MIN}` : null}
            onChange={(event) => rigged(event.currentTarget.value)}
            onBlur={() => {
              if (!isRigWrong) setTypedRig(null);
            }}
            onKeyDown={(event) => {
              const by = { ArrowUp: 5, ArrowDown: -5 }[event.key];
              if (by === undefined || isRigWrong) return;
              event.preventDefault();
              rigged(String(Math.min(LONGEST_RIG_MIN, Math.max(0, rigMin + by))));
            }}
          />
        </>
      ) : null}
      <div className={classes.preview} aria-live="polite">
        {isChanged && preview?.lengths ? <p className="small">{preview.lengths}</p> : null}
        {isChanged && effect ? (
          effect.breaks.length > 0 ? (
            <>
              <p className="small">
                There it breaks <PreviewMark preview={effect} />
              </p>
              <FindingList findings={effect.breaks.slice(0, 4)} />
              {effect.breaks.length > 4 ? (
                <p className="muted small">
                  and {list([...new Set(effect.breaks.slice(4).map((f) => titleOf(f.ruleId, tables)))])}
                </p>
              ) : null}
            </>
          ) : (
            <p className="small">
              <PreviewMark preview={effect} />{" "}
              {effect.mends > 0 ? `and mends ${effect.mends}` : "breaks nothing"}
            </p>
          )
        ) : null}
      </div>
      <Button type="submit" size="sm" disabled={at === null || isRigWrong || (isPlaced && !isChanged)}>
        {isPlaced ? "Move" : "Place"}
      </Button>
    </form>
  );
}
