"use client";

import { type CSSProperties, memo } from "react";
import { clock } from "#core/base/format.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import type { ShootDay } from "#core/model/day.ts";
import { quartersOf } from "#core/model/day.ts";
import classes from "./board.module.css";
import { previewTone } from "./preview.ts";
import type { Drop, Starts } from "./use-previews.ts";

const HOUR_S = 3_600;
/** 0 for nothing broken to 1 for fifteen things and more: few are told apart better than many. */
const weightOf = ({ preview }: Drop) => Math.min(1, Math.log2(1 + preview.breaks.length) / 4);

/**
 * The quarters of an hour of a day, each shaded with what a start there would break. Dropped on one, strips start at that moment.
 * A picture of what the head and the live region say in words.
 */
export const StartsRuler = memo(function StartsRuler({
  day,
  starts,
  startsAt,
}: {
  day: ShootDay;
  starts: Starts;
  /** The start that is pointed at, or at which the strip stands. */
  startsAt: EpochSeconds | null;
}) {
  return (
    <div className={classes.startsFrame} aria-hidden>
      <div className={classes.starts} data-starts="">
        {quartersOf(day).map((at) => {
          const drop = starts.get(at);
          return (
            <i
              key={at}
              data-start={at}
              data-tone={drop ? previewTone(drop.preview) : undefined}
              style={drop ? ({ "--weight": weightOf(drop) } as CSSProperties) : undefined}
              data-over={at === startsAt ? "" : undefined}
            >
              {at % HOUR_S === 0 ? <span>{clock(at).slice(0, 2)}</span> : null}
            </i>
          );
        })}
      </div>
    </div>
  );
});
