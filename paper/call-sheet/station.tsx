import type { CrossingLine, OrbitalDayLine } from "#core/report/call-sheet/light.ts";
import { BLOCK_NAMES, type BlockLine, type EventLine } from "#core/report/call-sheet/station.ts";
import type { CallSheetModel } from "#core/report/call-sheet.ts";
import { type Column, Fact, Section, Table, Txt } from "../parts.tsx";
import { brief } from "../printable.ts";

type Props = { readonly model: CallSheetModel };

const crossing = (
  kind: CrossingLine["kind"],
  head: string,
  ru: string,
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
    head: "Home",
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

const LIGHT: readonly Column<OrbitalDayLine>[] = [
  ...crossing("sunrise", "Sunrise", "Восход"),
  ...crossing("sunset", "Sunset", "Заход"),
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

export const Light = ({ model: { light } }: Props) => (
  <Section
    title="Light"
    ru="Свет"
    note={[
      ...(light.betaDeg === null ? [] : [`beta ${degrees(light.betaDeg)}`]),
      ...(light.marginS === null ? [] : [`times of first contact, true to ±${light.marginS} s`]),
      ...(light.sources.length === 0 ? [] : [light.sources.join(", ")]),
    ].join(" · ")}
  >
    <Table
      columns={LIGHT}
      rows={light.orbitalDays}
      keyOf={(row, i) => `${row.sunrise?.at ?? row.sunset?.at ?? i}`}
      empty="No orbital sunrise or sunset is known for this day."
      pad={1.6}
    />
    {light.unknown.map((gap) => (
      <Txt key={gap.start.at} size={7.5} strong>
        {`Light not known ${gap.start.gmt}–${gap.end.gmt}: ${brief(gap.reason, 200)}`}
      </Txt>
    ))}
  </Section>
);

const margins = ({ marginBeforeMin, marginAfterMin }: EventLine) =>
  marginBeforeMin + marginAfterMin > 0 ? `margins −${marginBeforeMin}/+${marginAfterMin} min` : "";

const EVENTS: readonly Column<EventLine>[] = [
  {
    id: "time",
    head: "GMT",
    width: 72,
    cell: (e) => (
      <Txt mono strong>
        {e.start.at === e.end.at ? e.start.gmt : `${e.start.gmt}–${e.end.gmt}`}
      </Txt>
    ),
  },
  {
    id: "home",
    head: "Home",
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
      columns={EVENTS}
      rows={model.events}
      keyOf={(e, i) => `${e.start.at}-${i}`}
      empty="No station events on this day."
      pad={2}
    />
  </Section>
);

const times = (line: BlockLine) => `${line.start.gmt}–${line.end.gmt}`;

/** Lines of a kind run on: who shares a time stands together. */
const runOn = (lines: readonly BlockLine[], everyone: number): string =>
  lines
    .map((line) => {
      const named = line.title === BLOCK_NAMES[line.kind] ? "" : `${line.title}, `;
      const who = line.people.length === everyone && everyone > 3 ? "everyone" : line.people.join(", ");
      return `${times(line)} ${named}${who}`;
    })
    .join("  ·  ");

const Kinds = ({ lines, empty }: { readonly lines: readonly BlockLine[]; readonly empty: string }) => {
  if (lines.length === 0) return <Txt style={{ paddingVertical: 4 }}>{empty}</Txt>;
  const kinds = [...new Set(lines.map((line) => line.kind))];
  const everyone = new Set(lines.flatMap((line) => line.people)).size;
  return kinds.map((kind) => (
    <Fact key={kind} label={BLOCK_NAMES[kind]}>
      <Txt size={7.5}>
        {brief(
          runOn(
            lines.filter((line) => line.kind === kind),
            everyone,
          ),
          1_200,
        )}
      </Txt>
    </Fact>
  ));
};

export const Rest = ({ model }: Props) => (
  <Section title="Asleep and off duty" ru="Сон и отдых">
    <Kinds lines={model.rest} empty="No sleep or off-duty time stands in the plan." />
  </Section>
);

export const Routine = ({ model }: Props) => (
  <Section title="Meals, exercise, conferences" ru="Распорядок">
    <Kinds lines={model.routine} empty="Nothing stands in the plan." />
  </Section>
);
