"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconChevronRight, IconPlus, IconTrash } from "@tabler/icons-react";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useEffect, useState } from "react";
import { type Control, useFieldArray, useFormState, useWatch } from "react-hook-form";
import { scenarioPath } from "#ui/frame/pages.ts";
import { newId } from "#ui/plan/new-id.ts";
import { InspectorPart } from "#ui/tables/inspector.tsx";
import type { SceneSheetInput, SetUpInput } from "./scene-sheet.ts";
import classes from "./scenes.module.css";
import { SetUpFields } from "./set-up-fields.tsx";
import type { SheetOptions, SheetStrip } from "./sheet-options.ts";
import { askedMinutes } from "./strips-part.tsx";

type SheetControl = Control<SceneSheetInput, unknown, SceneSheetInput>;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const freeLetter = (setUps: readonly SetUpInput[]): string =>
  [...LETTERS].find((letter) => setUps.every((s) => s.label.toUpperCase() !== letter)) ??
  `S${setUps.length + 1}`;

/** A further set-up takes the people of the one before: most often the same are on set. */
function nextSetUp(setUps: readonly SetUpInput[], stripId: string | null): SetUpInput {
  const last = setUps.at(-1);
  return {
    ...{ id: newId(), stripId: last?.stripId ?? stripId, label: freeLetter(setUps), description: "" },
    ...{ tier: last?.tier ?? "must", takes: 3, takeMin: 3, resetMin: 3, light: "any", paneId: null },
    ...{ movingCamera: false, syncSound: false, groundLink: false, strenuous: false },
    ...{ roleIds: last?.roleIds ?? [], jobs: last?.jobs ?? ["direct", "camera"] },
  } as SetUpInput;
}

/** The camera and light arrangements of a scene, in the order in which they are shot. */
export function SetUpsPart({
  control,
  strips,
  options,
}: {
  control: SheetControl;
  strips: readonly SheetStrip[];
  options: SheetOptions;
}) {
  const { fields, append, remove, move } = useFieldArray({ control, name: "setUps", keyName: "key" });
  const setUps = useWatch({ control, name: "setUps" });
  const { errors } = useFormState({ control, name: "setUps" });
  const { production, scenario } = useParams<{ production: string; scenario: string }>();
  const searchPath = scenarioPath(production, scenario, "station/search");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const isWrong = (i: number) => Boolean(errors.setUps?.[i]);

  // A field at fault is shown, not hidden in a closed set-up.
  useEffect(() => {
    const wrong = fields.filter((_, i) => errors.setUps?.[i]).map((field) => field.id);
    if (wrong.length > 0) setOpen((now) => new Set([...now, ...wrong]));
  }, [errors.setUps, fields]);

  const toggle = (id: string) =>
    setOpen((now) => new Set(now.has(id) ? [...now].filter((other) => other !== id) : [...now, id]));
  const add = () => {
    const next = nextSetUp(setUps, strips[0]?.id ?? null);
    append(next);
    setOpen((now) => new Set([...now, next.id]));
  };
  return (
    <InspectorPart title="Set-ups" note={`${askedMinutes(setUps)} min of shooting in all`}>
      <ol className={classes.setUps}>
        {fields.map((field, i) => {
          const setUp = setUps[i] ?? field;
          const isOpen = open.has(field.id);
          const name = `set-up ${setUp.label}`;
          return (
            <li key={field.key} className={classes.setUp} data-invalid={isWrong(i) ? "" : undefined}>
              <div className={classes.setUpHead}>
                <button
                  type="button"
                  className={classes.setUpOpen}
                  aria-expanded={isOpen}
                  aria-controls={`set-up-${field.id}`}
                  onClick={() => toggle(field.id)}
                >
                  <IconChevronRight size={14} aria-hidden />
                  <span className={classes.setUpLabel}>{setUp.label || "?"}</span>
                  <span className={classes.setUpWhat}>
                    {[setUp.tier, setUp.light === "any" ? "" : setUp.light, setUp.description]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                  <span className={classes.setUpMin}>{askedMinutes([setUp])} min</span>
                </button>
                <div className={classes.setUpTools}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Move ${name} up`}
                    disabled={i === 0}
                    onClick={() => move(i, i - 1)}
                  >
                    <IconArrowUp size={14} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Move ${name} down`}
                    disabled={i === fields.length - 1}
                    onClick={() => move(i, i + 1)}
                  >
                    <IconArrowDown size={14} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Remove ${name}`}
                    onClick={() => remove(i)}
                  >
                    <IconTrash size={14} aria-hidden />
                  </ActionIcon>
                </div>
              </div>
              <div id={`set-up-${field.id}`} hidden={!isOpen}>
                {isOpen ? (
                  <>
                    <SetUpFields control={control} index={i} strips={strips} options={options} />
                    <p className="small">
                      <Link href={`${searchPath}?setUp=${encodeURIComponent(field.id)}`} prefetch={false}>
                        Next ten chances for its light
                      </Link>
                    </p>
                  </>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      {fields.length === 0 ? (
        <p className="muted small">No set-up yet: nothing of this scene can be shot.</p>
      ) : null}
      <Button
        variant="default"
        mt={8}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
        disabled={fields.length >= 60}
      >
        Add set-up
      </Button>
    </InspectorPart>
  );
}
