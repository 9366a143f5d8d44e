import type { Facts } from "#core/model/facts.ts";
import { type Finding, isCostOfPlan, keepsFromFitting } from "#core/model/finding.ts";
import { LIGHTS, type LightAsked } from "#core/model/scene.ts";
import type { Strip } from "#core/model/strip.ts";
import type { Clock } from "#core/report/moment.ts";
import { type StripLine, stripLine } from "#core/report/strip-line.ts";
import { dayNightLetter, intExtLetter, type StripTone, stripTone } from "./strip-colour.ts";

/** A strip as it is drawn: what its line says, its colour and letters, the light its set-ups ask for, what rules find. */
export interface StripFace {
  readonly line: StripLine;
  readonly tone: StripTone;
  readonly intExt: string;
  readonly dayNight: string;
  readonly lights: readonly LightAsked[];
  /** Rig, shoot and strike together. */
  readonly minutes: number;
  readonly findings: readonly Finding[];
}

export function stripFace(
  facts: Facts,
  clock: Clock,
  strip: Strip,
  findings: readonly Finding[],
): StripFace | null {
  const line = stripLine(facts, clock, strip);
  const scene = facts.scenes.get(strip.sceneId);
  if (!line || !scene) return null;
  const asked = new Set((facts.setUpsOfStrip.get(strip.id) ?? []).map((setUp) => setUp.light));
  return {
    line,
    tone: stripTone(scene),
    intExt: intExtLetter(scene),
    dayNight: dayNightLetter(scene),
    lights: LIGHTS.filter((light) => light !== "any" && asked.has(light)),
    minutes: strip.rigMin + strip.shootMin + strip.strikeMin,
    findings,
  };
}

/** `Scene 12 part 2 of 3`. */
export const stripName = ({ line }: Pick<StripFace, "line">): string => {
  const [part, parts] = line.part.split("/");
  return part ? `Scene ${line.scene} part ${part} of ${parts}` : `Scene ${line.scene}`;
};

/** Findings by the strips that they name. */
export function findingsByStrip(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const by = new Map<string, Finding[]>();
  for (const finding of findings.filter((f) => !isCostOfPlan(f)))
    for (const id of finding.strips) {
      const own = by.get(id);
      if (own) own.push(finding);
      else by.set(id, [finding]);
    }
  return by;
}

export const worstTone = (findings: readonly Finding[]): "hard" | "unknown" | "soft" | null =>
  findings.some(keepsFromFitting)
    ? "hard"
    : findings.some((f) => f.kind === "unknown")
      ? "unknown"
      : findings.length > 0
        ? "soft"
        : null;
