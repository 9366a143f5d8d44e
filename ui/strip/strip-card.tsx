import { IconCheck, IconPinFilled } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { count, duration, pagesText } from "#core/base/format.ts";
import { FindingMark } from "#ui/parts/finding-list.tsx";
import { LightMark, lightWords } from "./light-asked.tsx";
import classes from "./strip-card.module.css";
import { type StripFace, stripName, worstTone } from "./strip-face.ts";

/** What a strip is called by those who do not see it. */
export function stripLabel(face: StripFace): string {
  const { line, lights, findings } = face;
  return [
    stripName(face),
    `${line.intExt} ${line.set} ${line.dayNight}`,
    line.time ? `${line.time.start.gmt} GMT` : "in the boneyard",
    duration(face.minutes),
    line.module,
    ...(line.tier ? [line.tier] : []),
    ...lights.map((light) => `asks for ${lightWords(light)}`),
    ...(line.isPinned ? ["pinned"] : []),
    ...(line.status === "planned" ? [] : [line.status]),
    ...(findings.length > 0 ? [count(findings.length, "finding")] : []),
  ].join(", ");
}

/** `01:25 +1`: the day is set small, for there is little room. */
function Start({ gmt }: { gmt: string }) {
  const [time, later] = gmt.split(" ");
  return (
    <time className={classes.start}>
      {time}
      {later ? <sup title="Of the next date: the shoot day runs on past midnight">{later}</sup> : null}
    </time>
  );
}

/** The face of a strip: colour with letters, number and set, time and length, place, cast, pages, and what rules find. */
export function StripCard({ face, action }: { face: StripFace; action?: ReactNode }) {
  const { line, findings } = face;
  return (
    <div
      className={classes.card}
      data-strip-tone={face.tone}
      data-strip-tier={line.tier ?? "nice"}
      data-finding={worstTone(findings) ?? undefined}
      data-shot={line.status === "shot" ? "" : undefined}
    >
      <div className={classes.top}>
        <span className={classes.letters} title={`${line.intExt} ${line.dayNight}`}>
          <span>{face.intExt}</span>
          <span>{face.dayNight}</span>
        </span>
        <b className={classes.number} title={line.scene}>
          {line.scene}
        </b>
        {line.part ? <span className={classes.part}>{line.part}</span> : null}
        {action ? (
          <span className={classes.action} data-strip-action="">
            {action}
          </span>
        ) : null}
      </div>
      <div className={classes.row}>
        <span className={classes.set} title={line.set}>
          {line.set}
        </span>
        {face.lights.map((light) => (
          <LightMark key={light} light={light} />
        ))}
        {line.isPinned ? <IconPinFilled size={12} aria-label="Pinned" role="img" /> : null}
        {line.status === "planned" ? null : (
          <span className={classes.shot}>
            <IconCheck size={12} stroke={2.6} aria-hidden />
            {line.status === "shot" ? "shot" : "part"}
          </span>
        )}
        {findings.length > 0 ? (
          <span className={classes.chip}>
            <FindingMark findings={findings} />
          </span>
        ) : null}
      </div>
      <div className={classes.row}>
        {line.time ? <Start gmt={line.time.start.gmt} /> : null}
        <span className={classes.length}>{duration(face.minutes)}</span>
      </div>
      <div className={classes.row}>
        <span className={classes.module} title={line.module}>
          {line.module}
        </span>
        <span className={classes.cast} title={line.cast.map((c) => `${c.number} ${c.role}`).join("\n")}>
          {line.cast.map((c) => c.number).join(" ")}
        </span>
        <span
          className={classes.pages}
          title="Script pages"
          data-alone={line.cast.length === 0 ? "" : undefined}
        >
          {pagesText(line.eighths)}
        </span>
      </div>
    </div>
  );
}
