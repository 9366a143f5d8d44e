"use client";

import { Button } from "@mantine/core";
import { IconPin } from "@tabler/icons-react";
import Link from "next/link";
import { type Control, type UseFormSetValue, useWatch } from "react-hook-form";
import { minutes } from "#core/base/quantity.ts";
import { setUpMinutes } from "#core/model/placed.ts";
import { NumberField } from "#ui/form/fields.tsx";
import type { SceneSheetInput, SetUpInput } from "./scene-sheet.ts";
import classes from "./scenes.module.css";
import type { SheetStrip } from "./sheet-options.ts";

/** Takes and resets of set-ups as they stand in the form; what is not filled in counts 0. */
export const askedMinutes = (setUps: readonly SetUpInput[]): number =>
  setUps.reduce(
    (sum, s) =>
      sum +
      Math.max(
        0,
        setUpMinutes({
          takes: Number(s.takes) || 0,
          takeMin: minutes(Number(s.takeMin) || 0),
          resetMin: minutes(Number(s.resetMin) || 0),
        }),
      ),
    0,
  );

/** Where its strips stand, who works on them, and the minutes planned for each phase. */
export function StripsPart({
  control,
  strips,
  boardPath,
  setValue,
}: {
  control: Control<SceneSheetInput, unknown, SceneSheetInput>;
  strips: readonly SheetStrip[];
  boardPath: string;
  setValue: UseFormSetValue<SceneSheetInput>;
}) {
  const [lengths, setUps] = useWatch({ control, name: ["strips", "setUps"] });
  if (strips.length === 0) return <p className="muted small">This scene has no strip to place.</p>;
  return lengths.map((length, i) => {
    const strip = strips.find((s) => s.id === length.id);
    if (!strip) return null;
    const asked = askedMinutes(setUps.filter((s) => s.stripId === strip.id));
    const isShort = asked > (Number(length.shootMin) || 0);
    return (
      <div key={strip.id} className={classes.stripLine}>
        <p className={classes.stripHead}>
          <strong>{strip.name}</strong>
          <span className={strip.placed ? undefined : classes.boneyard}>
            {strip.placed ?? "in the boneyard"}
            {strip.isPinned ? (
              <IconPin
                size={13}
                role="img"
                aria-label="pinned"
                style={{ marginLeft: 4, verticalAlign: -2 }}
              />
            ) : null}
          </span>
          {strip.status === "planned" ? null : <span>{strip.status}</span>}
          <Link href={`${boardPath}?strip=${strip.id}`}>Board</Link>
        </p>
        <div className={classes.three}>
          <NumberField control={control} name={`strips.${i}.rigMin`} label="Rig" unit="min" />
          <NumberField control={control} name={`strips.${i}.shootMin`} label="Shoot" unit="min" />
          <NumberField control={control} name={`strips.${i}.strikeMin`} label="Strike" unit="min" />
        </div>
        {asked === length.shootMin ? (
          <p className={classes.ask}>Its set-ups ask for just these {asked} min of shooting.</p>
        ) : (
          <p className={classes.ask} data-short={isShort ? "" : undefined}>
            Its set-ups ask for {asked} min of shooting{isShort ? ", more than planned" : ""}.{" "}
            <Button
              variant="default"
              size="compact-xs"
              onClick={() =>
                setValue(`strips.${i}.shootMin`, asked, { shouldDirty: true, shouldValidate: true })
              }
            >
              Plan {asked} min
            </Button>
          </p>
        )}
        {strip.people.map((line) => (
          <p key={line} className={classes.ask}>
            {line}
          </p>
        ))}
      </div>
    );
  });
}
