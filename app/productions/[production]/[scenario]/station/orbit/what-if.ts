import { moment } from "#core/base/format.ts";
import { measure, profile } from "#core/base/profile.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { factsOf } from "#core/model/facts.ts";
import { keepsFromFitting, type Verdict } from "#core/model/finding.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { MAX_AGE_DAYS } from "#core/orbit/choose.ts";
import type { VettedOrbit } from "#core/orbit/vet.ts";
import { startCheck } from "#core/rules/check.ts";
import { effectOf } from "#core/scenario/effect.ts";
import { lightEffect, type StripLight } from "#core/scenario/light-effect.ts";
import { lightOf, lightWindow } from "#core/scenario/snapshot.ts";
import { vetOrbitData } from "#interchange/orbit-data.ts";
import { type Adoption, adoptionOf, type Use, withAdoption } from "./adoption.ts";

/** What a file would bring, for a page: nothing of it is stored. */
export interface OrbitWhatIf {
  readonly adoptable: readonly {
    readonly label: string;
    readonly format: string;
    readonly epoch: EpochSeconds;
    /** Minutes of the planned days that would be told from it. */
    readonly usedMin: number;
  }[];
  readonly warnings: readonly string[];
  readonly refusals: readonly string[];
  /** What adopting does beside adding it. */
  readonly does: readonly string[];
  /** Null: nothing can be adopted. */
  readonly effect: {
    readonly verdict: { readonly before: Verdict; readonly after: Verdict };
    readonly inHand: { readonly before: number; readonly after: number };
    readonly hard: { readonly before: number; readonly after: number };
    readonly breaks: readonly string[];
    readonly asks: readonly string[];
    readonly mends: number;
    readonly days: readonly {
      readonly number: number;
      readonly date: string;
      readonly crossings: number;
      readonly mostS: number;
      readonly marginS: { readonly before: number | null; readonly after: number | null };
      readonly unknownMin: { readonly before: number; readonly after: number };
    }[];
    readonly strips: readonly StripLight[];
  } | null;
}

export interface Asked {
  readonly text: string;
  /** Where it is from, in words. */
  readonly source: string;
  readonly use: Use;
}

export const formatOf = (each: VettedOrbit): string =>
  each.kind === "ephemeris" ? "OEM" : each.input.form === "omm" ? "OMM" : "TLE";

/** Judges a file, and the plan with it. Pure but for the ids that it is given. */
export function orbitWhatIf(
  snapshot: ScenarioSnapshot,
  { text, source, use }: Asked,
  today: EpochSeconds,
  newId: () => string,
): Result<{ readonly shown: OrbitWhatIf; readonly adoption: Adoption }, string> {
  const { tables } = snapshot;
  const vetting = vetOrbitData(text, {
    existing: [...tables.elementSet, ...tables.ephemeris],
    today,
    window: lightWindow(tables),
    source,
  });
  const adoption = adoptionOf(tables, vetting.adoptable, use, newId);
  const told = { warnings: vetting.warnings, refusals: vetting.refusals, does: adoption.does };
  if (vetting.adoptable.length === 0)
    return ok({ adoption, shown: { ...told, adoptable: [], effect: null } });
  const next = withAdoption(tables, adoption);
  if (!next.ok) return err(next.error);
  const light = lightOf(next.value);
  const before = startCheck(snapshot);
  const after = before.after({ ...snapshot, tables: next.value, light });
  const effect = effectOf(before.report, after.report);
  const { days, strips } = lightEffect(before.facts, factsOf({ ...snapshot, tables: next.value, light }));
  const usedMin = (label: string) =>
    Math.round(measure(profile(light.spans.filter((s) => s.source === label).map((s) => s.span))));
  const adoptable = vetting.adoptable.map((each) => ({
    ...{ label: each.input.label, format: formatOf(each), epoch: each.source.epoch },
    usedMin: usedMin(each.input.label),
  }));
  // What lies too far from the planned days has its own sentence.
  const window = lightWindow(tables);
  const isNear = (epoch: number) =>
    window !== null && epoch + REACH_S > window.start && epoch - REACH_S < window.end;
  const idle = adoptable.filter((each) => each.usedMin === 0 && isNear(each.epoch));
  const hard = ({ findings }: typeof before.report) => findings.filter(keepsFromFitting).length;
  return ok({
    adoption,
    shown: {
      ...told,
      warnings: [...vetting.warnings, ...idle.map((each) => idleSentence(each.label, each.epoch, use))],
      adoptable,
      effect: {
        verdict: { before: before.report.verdict, after: after.report.verdict },
        inHand: { before: before.report.minutes.inHand, after: after.report.minutes.inHand },
        hard: { before: hard(before.report), after: hard(after.report) },
        breaks: effect.breaks.map(({ message }) => message),
        asks: effect.asks.map(({ message }) => message),
        mends: effect.mends,
        days: days.map(({ day, ...shift }) => ({ number: day.number, date: day.date, ...shift })),
        strips,
      },
    },
  });
}

const REACH_S = MAX_AGE_DAYS * 86_400;

const idleSentence = (label: string, epoch: EpochSeconds, use: Use): string =>
  use.kind === "nearest"
    ? `${label} (${moment(epoch)}) would be used for no minute of the planned days: others lie nearer, or have a span of use, which goes first. Choose "In place of what is used now" to use it all the same.`
    : `${label} (${moment(epoch)}) would be used for no minute of the planned days: others lie nearer there.`;
