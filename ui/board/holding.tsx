import { instant } from "#core/base/instant.ts";
import type { StripId } from "#core/model/ids.ts";
import type { Checked } from "#core/rules/check.ts";
import { lengthChanges } from "#core/solve/by-hand.ts";
import classes from "./board.module.css";
import { type Column, timeOn } from "./columns.ts";
import { PreviewMark } from "./day-head.tsx";
import { lengthWords } from "./length-words.ts";
import { putsOf } from "./propose.ts";
import type { Over } from "./use-drag.ts";
import type { Previews, Starts } from "./use-previews.ts";

/** What is under the pointer while strips are held: the day, the start, what breaks there, the first of it in words; what becomes longer or shorter. */
export function Holding({
  checked,
  columns,
  over,
  previews,
}: {
  checked: Checked;
  columns: readonly Column[];
  over: Over;
  previews: { readonly days: Previews; readonly starts: Starts };
}) {
  if (over === null) return <span className={classes.holding}>Held: drop it on a day</span>;
  if (over === "boneyard") return <span className={classes.holding}>To the boneyard</span>;
  const day = columns.find((c) => c.day.id === over.dayId)?.day;
  const drop =
    over.startsAt === undefined
      ? previews.days.get(over.dayId)?.at.get(over.index)
      : previews.starts.get(over.startsAt);
  const [first] = drop?.moves ?? [];
  const [worst] = drop?.preview.breaks ?? [];
  const lengths = drop ? lengthWords(lengthChanges(checked, putsOf(drop.moves)), sceneOf(checked)) : "";
  return (
    <span className={classes.holding}>
      <span>
        Day {day?.number}
        {first && day ? `, ${timeOn(day, instant(first.startsAt))} GMT` : ""}
      </span>
      {drop ? <PreviewMark preview={drop.preview} /> : null}
      {lengths ? <b>{lengths}</b> : null}
      {worst ? <span className="muted">{worst.message}</span> : null}
    </span>
  );
}

const sceneOf =
  ({ facts }: Checked) =>
  (id: string): string => {
    const sceneId = facts.strips.get(id as StripId)?.sceneId;
    return `Scene ${(sceneId && facts.scenes.get(sceneId)?.number) ?? "?"}`;
  };
