import { type BlockKind, REST_KINDS } from "#core/model/block.ts";
import type { CrossingLine, LinkLine, OrbitalDayLine } from "#core/report/call-sheet/light.ts";
import {
  BLOCK_NAMES,
  type BlockLine,
  type EventLine,
  ROUTINE_KINDS,
} from "#core/report/call-sheet/station.ts";
import type { CallSheetModel } from "#core/report/call-sheet.ts";
import { type Column, Fact, Section, Table, Txt } from "../parts.tsx";
import { brief } from "../printable.ts";

type Props = { readonly model: CallSheetModel };

const crossing = (
  kind: CrossingLine["kind"],
  head: string,
  ru: string,
  label: string,
): readonly Column<OrbitalDayLine>[] => [
  {
    id: kind,
    head,
    ru,
    width: 62,
    cell: (row) => (
      <Txt mono strong>
        {row[kind]?.time ?? "–"}
      </Txt>
    ),
  },
  {
    id: `${kind}-home`,
    head: label,
    width: 36,
    cell: (row) => (
      <Txt small mono size={7}>
        {row[kind]?.moment.home ?? ""}
      </Txt>
    ),
  },
  {
    id: `${kind}-seconds`,
    head: "Lasts",
    width: 24,
    align: "right",
    cell: (row) => (
      <Txt mono size={7}>
        {row[kind] ? `${row[kind].crossingS} s` : ""}
      </Txt>
    ),
  },
  {
    id: `${kind}-place`,
    head: "Over",
    cell: (row) => <Txt size={7}>{row[kind]?.place ?? ""}</Txt>,
  },
];

const lightColumns = (label: string): readonly Column<OrbitalDayLine>[] => [
  ...crossing("sunrise", "Sunrise", "Восход", label),
  ...crossing("sunset", "Sunset", "Заход", label),
  {
    id: "day",
    head: "Day",
    width: 32,
    align: "right",
    cell: (row) => <Txt mono>{row.dayMin === null ? "" : `${row.dayMin} min`}</Txt>,
  },
  { id: "scenes", head: "Asked by", width: 52, cell: (row) => <Txt strong>{row.scenes.join(", ")}</Txt> },
];

const degrees = (deg: number) => `${deg < 0 ? "−" : "+"}${Math.abs(deg).toFixed(1)}°`;

export const Light = ({ model: { light, heading } }: Props) => (
  <Section
    title="Light"
    ru="Свет"
    note={[
      ...(light.betaDeg === null ? [] : [`beta ${degrees(light.betaDeg)}`]),
      ...(light.marginS === null ? [] : [`times of first contact, true to ±${light.marginS} s`]),
      ...(light.sources.length === 0 ? [] : [`orbit data ${light.sources.join(", ")}`]),
    ].join(" · ")}
  >
    <Table
      columns={lightColumns(heading.homeZoneLabel)}
      rows={light.orbitalDays}
      keyOf={(row, i) => `${row.sunrise?.at ?? row.sunset?.at ?? i}`}
      empty="No orbital sunrise or sunset is known for this day."
      pad={1.1}
    />
    {light.unknown.map((gap) => (
      <Txt key={gap.start.at} size={7.5} strong>
        {`Light not known ${gap.start.gmt}–${gap.end.gmt}: ${brief(gap.reason, 200)}`}
      </Txt>
    ))}
    {light.links ? (
      <Txt size={7.5}>
        {light.links.length === 0
          ? "A set-up asks for a link to the ground, and none is known today."
          : `Links: ${light.links.map(linkText).join("; ")}`}
      </Txt>
    ) : null}
  </Section>
);

/** `Shchelkovo 09:40–09:49 for 12, 14`. */
const linkText = ({ name, start, end, scenes }: LinkLine) =>
  `${brief(name, 40)} ${start.gmt}–${end.gmt}${scenes.length > 0 ? ` for ${scenes.join(", ")}` : ""}`;

const margins = ({ marginBeforeMin, marginAfterMin }: EventLine) =>
  marginBeforeMin + marginAfterMin > 0 ? `margins −${marginBeforeMin}/+${marginAfterMin} min` : "";

const eventColumns = (label: string): readonly Column<EventLine>[] => [
  {
    id: "time",
    head: "GMT",
    width: 84,
    cell: (e) => (
      <Txt mono strong>
        {e.start.at === e.end.at ? e.start.gmt : `${e.start.gmt}–${e.end.gmt}`}
      </Txt>
    ),
  },
  {
    id: "home",
    head: label,
    width: 40,
    cell: (e) => (
      <Txt small mono size={7}>
        {e.start.home}
      </Txt>
    ),
  },
  { id: "title", head: "Event", cell: (e) => brief(e.title, 160) },
  {
    id: "keeps",
    head: "Takes from the film",
    width: 200,
    cell: (e) => <Txt size={7.5}>{[...e.keeps, margins(e)].filter(Boolean).join(", ")}</Txt>,
  },
];

export const Events = ({ model }: Props) => (
  <Section title="Station events" ru="События на станции">
    <Table
      columns={eventColumns(model.heading.homeZoneLabel)}
      rows={model.events}
      keyOf={(e, i) => `${e.start.at}-${i}`}
      empty="No station events on this day."
      pad={2}
    />
  </Section>
);

const times = (line: BlockLine) => `${line.start.gmt}–${line.end.gmt}`;

/** A crowd is told by who is not in it. */
function who(people: readonly string[], everyone: readonly string[]): string {
  const others = everyone.filter((name) => !people.includes(name));
  if (people.length < 4 || others.length > 3) return people.join(", ");
  return others.length === 0 ? `all ${people.length}` : `all but ${others.join(", ")}`;
}

/** Beside the label Exercise, `Exercise: BD-2` is `BD-2`; and who is asleep sleeps. */
function ownTitle({ title, kind }: BlockLine): string {
  const name = BLOCK_NAMES[kind];
  if (title === name || kind === "sleep") return "";
  return title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title;
}

/** Blocks at the same time follow it: `08:15–09:30 BD-2 Novitsky, VELO Dubrov`. */
function runOn(lines: readonly BlockLine[], everyone: readonly string[]): string {
  const byTime = new Map<string, string[]>();
  for (const line of lines) {
    const text = [ownTitle(line), who(line.people, everyone)].filter(Boolean).join(": ");
    byTime.set(times(line), [...(byTime.get(times(line)) ?? []), text]);
  }
  return [...byTime].map(([time, texts]) => `${time} ${texts.join("; ")}`).join("  ·  ");
}

interface KindsProps {
  readonly lines: readonly BlockLine[];
  /** In this order. */
  readonly kinds: readonly BlockKind[];
  readonly empty: string;
}

const Kinds = ({ lines, kinds, empty }: KindsProps) => {
  if (lines.length === 0) return <Txt style={{ paddingVertical: 4 }}>{empty}</Txt>;
  const everyone = [...new Set(lines.flatMap((line) => line.people))];
  return kinds
    .map((kind) => ({ kind, own: lines.filter((line) => line.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => (
      <Fact key={kind} label={BLOCK_NAMES[kind]}>
        <Txt size={7.5}>{brief(runOn(own, everyone), 1_200)}</Txt>
      </Fact>
    ));
};

export const CrewDay = ({ model }: Props) => (
  <Section title="Sleep, meals, exercise, conferences" ru="Распорядок экипажа">
    <Kinds
      lines={[...model.rest, ...model.routine]}
      kinds={[...REST_KINDS, ...ROUTINE_KINDS]}
      empty="No sleep, meal or exercise stands in the plan."
    />
  </Section>
);
