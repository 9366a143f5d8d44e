import { clock as clockText, duration, list } from "#core/base/format.ts";
import { type Interval, intersect, overlaps } from "#core/base/interval.ts";
import { blockName } from "#core/model/block.ts";
import type { Facts } from "#core/model/facts.ts";
import type { Finding } from "#core/model/finding.ts";
import { JOB_NAMES } from "#core/model/job.ts";
import { PERSON_CATEGORIES, type Person } from "#core/model/person.ts";
import type { Call, Placed } from "#core/model/placed.ts";
import { JOB_CODES } from "#core/report/job-codes.ts";
import { blockSpan } from "#core/rules/duty.ts";
import { stripTone } from "../strip/strip-colour.ts";
import { worstTone } from "../strip/strip-face.ts";
import { type Item, isRest, type Row, type Stretch } from "./item.ts";
import { inLanes } from "./lanes.ts";

const clipped = (stretches: readonly { kind: Stretch["kind"]; span: Interval | null }[], to: Interval) =>
  stretches.flatMap(({ kind, span }): readonly Stretch[] => {
    const part = span && intersect(span, to);
    return part ? [{ kind, span: part }] : [];
  });

/** A row for everybody and for each module that has something in this stretch; `when` tells a span. */
export function rowsOf(
  facts: Facts,
  placed: readonly Placed[],
  findings: readonly Finding[],
  range: Interval,
  when: (span: Interval) => string,
): readonly Row[] {
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
  return [...people, ...modules];
}
