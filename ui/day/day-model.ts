import { clock as clockText, duration, list } from "#core/base/format.ts";
import { type Interval, intersect, overlaps } from "#core/base/interval.ts";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import { type BlockKind, blockName, REST_KINDS } from "#core/model/block.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { Facts } from "#core/model/facts.ts";
import { type CheckReport, type Finding, isCostOfPlan } from "#core/model/finding.ts";
import { JOB_NAMES } from "#core/model/job.ts";
import { PERSON_CATEGORIES, type Person } from "#core/model/person.ts";
import type { Call, Placed } from "#core/model/placed.ts";
import { JOB_CODES } from "#core/report/job-codes.ts";
import type { Clock } from "#core/report/moment.ts";
import { blockSpan } from "#core/rules/duty.ts";
import { type StripTone, stripTone } from "../strip/strip-colour.ts";
import { worstTone } from "../strip/strip-face.ts";

/** A stretch of a call: what happens meanwhile. */
export interface Stretch {
  readonly kind: "make-up" | "rig" | "shoot" | "strike";
  readonly span: Interval;
}

/** One labelled thing in the row of a person or a module. */
export interface Item {
  readonly id: string;
  readonly kind: BlockKind | "strip" | "event";
  readonly span: Interval;
  /** Lane inside the row, where things overlap. */
  readonly lane: number;
  /** What stands on it. */
  readonly label: string;
  /** All that is known, for the detail line and for who does not see it. */
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly tone: StripTone | null;
  readonly stripId: string | null;
  readonly finding: "hard" | "unknown" | "soft" | null;
  readonly messages: readonly string[];
}
export interface Row {
  readonly id: string;
  readonly group: "people" | "modules";
  readonly name: string;
  readonly note: string;
  readonly lanes: number;
  readonly items: readonly Item[];
}
export interface LightPiece {
  readonly kind: "day" | "night" | "unknown";
  readonly span: Interval;
  readonly text: string;
}
export interface Crossing {
  readonly kind: "sunrise" | "sunset";
  readonly at: EpochSeconds;
  readonly span: Interval;
  readonly text: string;
}
export interface EventBar {
  readonly id: string;
  readonly title: string;
  readonly span: Interval;
  /** With the margins around it. */
  readonly taken: Interval;
  readonly lane: number;
  readonly text: string;
}
/** Everything that the day view shows: plain data, made where the plan is. */
export interface DayModel {
  readonly range: Interval;
  readonly hours: readonly { readonly at: EpochSeconds; readonly gmt: string; readonly home: string }[];
  readonly light: readonly LightPiece[];
  readonly crossings: readonly Crossing[];
  readonly events: readonly EventBar[];
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
}

const HOUR = 3600;
/** Time of rest fills a row behind everything else. */
export const isRest = ({ kind }: Pick<Item, "kind">): boolean =>
  kind !== "strip" && kind !== "event" && REST_KINDS.includes(kind);

/** Full hours around the day: an hour and a half before waking and after bedtime, more where a strip stands there. */
function rangeOf(day: ShootDay, strips: readonly Placed[]): Interval {
  const start = Math.min(day.wakesAt - 1.5 * HOUR, ...strips.map((p) => p.span.start));
  const end = Math.max(day.sleepsAt + 1.5 * HOUR, ...strips.map((p) => p.span.end));
  return {
    start: epochSeconds(Math.floor(start / HOUR) * HOUR),
    end: epochSeconds(Math.ceil(end / HOUR) * HOUR),
  };
}

/** Gives each thing the first lane that is free when it starts. */
export function inLanes<T extends { readonly span: Interval }>(
  things: readonly T[],
): readonly (T & { readonly lane: number })[] {
  const ends: number[] = [];
  return [...things]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((thing) => {
      const free = ends.findIndex((end) => end <= thing.span.start);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = thing.span.end;
      return { ...thing, lane };
    });
}

/** Seconds that a letter of a title takes where an hour is drawn as narrow as it gets. */
const LETTER_S = 430;
/** Lanes for events whose titles run on beside short bars: the title takes its place too. */
const inLanesByTitle = <T extends { readonly title: string; readonly taken: Interval }>(
  things: readonly T[],
) =>
  inLanes(
    things.map((thing) => ({
      thing,
      span: {
        start: thing.taken.start,
        end: epochSeconds(Math.max(thing.taken.end, thing.taken.start + thing.title.length * LETTER_S + 600)),
      },
    })),
  ).map(({ thing, lane }) => ({ ...thing, lane }));

const clipped = (stretches: readonly { kind: Stretch["kind"]; span: Interval | null }[], to: Interval) =>
  stretches.flatMap(({ kind, span }): readonly Stretch[] => {
    const part = span && intersect(span, to);
    return part ? [{ kind, span: part }] : [];
  });

export function dayModel(
  facts: Facts,
  report: CheckReport,
  day: ShootDay,
  clock: Clock,
  homeLabel: string,
): DayModel {
  const own = (span: Interval) => span.start < day.sleepsAt + 6 * HOUR && span.end > day.wakesAt - 4 * HOUR;
  const near = [...facts.placed.values()].filter((p) => own(p.span));
  const range = rangeOf(day, near);
  const placed = [...facts.placed.values()].filter((p) => overlaps(p.span, range));
  const stripIds = new Set(placed.map((p) => p.strip.id));
  const findings = report.findings.filter(
    (f) =>
      !isCostOfPlan(f) &&
      ((f.span !== null && overlaps(f.span, range)) ||
        (f.span === null && f.strips.some((id) => stripIds.has(id)))),
  );
  const when = ({ start, end }: Interval) => {
    const [from, to] = [clock.moment(start), clock.moment(end)];
    return `${from.gmt}–${to.gmt} GMT${from.home ? ` (${from.home}–${to.home} ${homeLabel})` : ""}`;
  };
  const sceneOf = ({ strip, scene }: Placed) =>
    strip.parts > 1 ? `${scene.number} ${strip.part}/${strip.parts}` : scene.number;
  const findingsOf = (stripId: string, personId?: string) =>
    findings.filter(
      (f) =>
        f.strips.some((id) => id === stripId) &&
        (personId === undefined || f.people.length === 0 || f.people.some((id) => id === personId)),
    );

  const stripItem = (
    p: Placed,
    span: Interval,
    what: string,
    short: string,
    stretches: readonly Stretch[],
    personId?: string,
  ) => {
    const found = findingsOf(p.strip.id, personId);
    const module = p.moduleId ? facts.modules.get(p.moduleId)?.name : undefined;
    return {
      id: `${p.strip.id}:${personId ?? p.moduleId ?? ""}`,
      kind: "strip" as const,
      span,
      label: `${sceneOf(p)} ${short}`.trim(),
      text: [
        `Scene ${sceneOf(p)}, ${p.scene.setName}`,
        when(span),
        ...(module ? [module] : []),
        ...(what ? [what] : []),
      ].join(", "),
      stretches,
      tone: stripTone(p.scene),
      stripId: p.strip.id as string,
      finding: worstTone(found),
      messages: found.map((f) => f.message),
    };
  };
  const callItem = (p: Placed, call: Call) => {
    const roles = call.roleIds.flatMap((id) => facts.roles.get(id) ?? []);
    const what = [...roles.map((r) => `${r.number} ${r.name}`), ...call.jobs.map((job) => JOB_NAMES[job])];
    const short = [...roles.map((r) => `#${r.number}`), ...call.jobs.map((job) => JOB_CODES[job])].join(" ");
    const madeUp = call.onSetAt !== null && call.jobs.length === 0 ? call.onSetAt : null;
    const makeUp =
      madeUp !== null && madeUp > call.span.start ? { start: call.span.start, end: madeUp } : null;
    const phases = makeUp
      ? [
          { kind: "make-up" as const, span: makeUp },
          { kind: "shoot" as const, span: { start: makeUp.end, end: call.span.end } },
        ]
      : [
          { kind: "rig" as const, span: p.rig },
          { kind: "shoot" as const, span: p.shoot },
          { kind: "strike" as const, span: p.strike },
        ];
    return stripItem(
      p,
      call.span,
      `${list(what)}${makeUp ? `, make-up to ${clockText(makeUp.end)}` : ""}`,
      short,
      clipped(phases, call.span),
      call.personId,
    );
  };
  const blocksOf = (person: Person) =>
    (facts.blocksOf.get(person.id) ?? []).flatMap((block) => {
      const span = blockSpan(block);
      if (!span || !overlaps(span, range)) return [];
      const isFlexible = block.earliestAt !== null && block.latestAt !== null;
      return [
        {
          id: block.id as string,
          kind: block.kind,
          span,
          label: blockName(block),
          text: [
            blockName(block),
            when(span),
            duration((span.end - span.start) / 60),
            ...(isFlexible ? ["may move"] : []),
          ].join(", "),
          stretches: [],
          tone: null,
          stripId: null,
          finding: null,
          messages: [],
        },
      ];
    });

  const row = (
    id: string,
    group: Row["group"],
    name: string,
    note: string,
    things: readonly Omit<Item, "lane">[],
  ): Row => {
    const rest = things.filter(isRest).map((t) => ({ ...t, lane: 0 }));
    const active = inLanes(things.filter((t) => !isRest(t)));
    const lanes = Math.max(1, ...active.map((t) => t.lane + 1));
    return {
      id,
      group,
      name,
      note,
      lanes,
      items: [...rest, ...active].sort((a, b) => a.span.start - b.span.start),
    };
  };
  const people = [...facts.people.values()]
    .sort((a, b) => PERSON_CATEGORIES.indexOf(a.category) - PERSON_CATEGORIES.indexOf(b.category))
    .map((person) => {
      const calls = placed.flatMap((p) =>
        p.calls.filter((c) => c.personId === person.id).map((c) => callItem(p, c)),
      );
      const minutes = calls.reduce((sum, c) => sum + (c.span.end - c.span.start) / 60, 0);
      return row(person.id, "people", person.shortName, minutes > 0 ? duration(minutes) : "", [
        ...blocksOf(person),
        ...calls,
      ]);
    })
    .filter((r) => r.items.length > 0);
  const modules = [...facts.modules.values()]
    .toSorted((a, b) => a.order - b.order)
    .map((module) =>
      row(
        module.id,
        "modules",
        module.name,
        "",
        placed
          .filter((p) => p.moduleId === module.id)
          .map((p) =>
            stripItem(
              p,
              p.span,
              "",
              p.scene.setName,
              clipped(
                [
                  { kind: "rig", span: p.rig },
                  { kind: "shoot", span: p.shoot },
                  { kind: "strike", span: p.strike },
                ],
                p.span,
              ),
            ),
          ),
      ),
    )
    .filter((r) => r.items.length > 0);

  const within = <T extends { span: Interval }>(things: readonly T[]) =>
    things.flatMap((thing) => {
      const span = intersect(thing.span, range);
      return span ? [{ ...thing, span }] : [];
    });
  return {
    range,
    hours: Array.from({ length: (range.end - range.start) / HOUR }, (_, i) => {
      const at = epochSeconds(range.start + i * HOUR);
      return { at, gmt: clockText(at), home: clock.moment(at).home };
    }),
    light: [
      ...within(facts.light.spans).map(({ kind, span, source, margin }) => ({
        kind,
        span,
        text: `Orbital ${kind}, ${when(span)}, ±${Math.round(margin)} s, ${source}`,
      })),
      ...within(facts.light.unknown).map(({ span, reason }) => ({
        kind: "unknown" as const,
        span,
        text: `Light unknown, ${when(span)}: ${reason}`,
      })),
    ],
    crossings: facts.light.crossings
      .filter((c) => range.start <= c.pointSun && c.pointSun < range.end)
      .map(({ kind, pointSun, firstContact, lastContact, margin }) => ({
        kind,
        at: pointSun,
        span: { start: firstContact, end: lastContact },
        text: `${kind === "sunrise" ? "Sunrise" : "Sunset"} ${clock.moment(pointSun).gmt} GMT (${clock.moment(pointSun).home} ${homeLabel}), ±${Math.round(margin)} s`,
      })),
    events: inLanesByTitle(
      facts.events
        .map((e) => ({
          id: e.id as string,
          title: e.title,
          span: { start: e.startsAt, end: epochSeconds(e.startsAt + Math.max(1, e.durationMin) * 60) },
          taken: {
            start: epochSeconds(e.startsAt - e.marginBeforeMin * 60),
            end: epochSeconds(e.startsAt + (Math.max(1, e.durationMin) + e.marginAfterMin) * 60),
          },
          takes: [
            ...e.moduleIds.flatMap((id) => facts.modules.get(id)?.name ?? []),
            ...e.personIds.flatMap((id) => facts.people.get(id)?.shortName ?? []),
            ...(e.takesPanes ? ["panes"] : []),
            ...(e.takesAttitude ? ["attitude"] : []),
            ...(e.takesQuiet ? ["quiet"] : []),
          ],
        }))
        .filter((e) => overlaps(e.taken, range))
        .map(({ takes, ...e }) => ({
          ...e,
          text: `${e.title}, ${when(e.span)}${takes.length > 0 ? `, takes ${list(takes)}` : ""}`,
        })),
    ),
    rows: [...people, ...modules],
    findings,
  };
}
