import { View } from "@react-pdf/renderer";
import { count } from "#core/base/format.ts";
import type { DayCell, DayColumn, DayOutOfDaysModel, DayRow } from "#core/report/day-out-of-days.ts";
import { definePaper } from "./paper.tsx";
import { type Column, FILL, GREY, INK, ONE_LINE, Sheet, Table, Txt } from "./parts.tsx";
import { brief } from "./printable.ts";

/** Days that one landscape page holds beside names and totals. */
const DAYS_PER_PAGE = 14;

const GAP = 4;
const WIDTH = { number: 18, part: 112, day: 27, sum: 26, edge: 32 } as const;

/** How close rows stand, so that a usual production stays on one page. */
interface Density {
  readonly size: number;
  readonly pad: number;
  readonly hasRoom: boolean;
}
const ROOMY: Density = { size: 7.5, pad: 2.2, hasRoom: true };
const CROWDED: Density = { size: 6.5, pad: 0.3, hasRoom: false };
const MOST_ROOMY_ROWS = 22;

interface Slice {
  readonly from: number;
  readonly days: readonly DayColumn[];
}

const slices = (days: readonly DayColumn[]): readonly Slice[] =>
  Array.from({ length: Math.max(1, Math.ceil(days.length / DAYS_PER_PAGE)) }, (_, i) => ({
    from: i * DAYS_PER_PAGE,
    days: days.slice(i * DAYS_PER_PAGE, (i + 1) * DAYS_PER_PAGE),
  }));

const SUMS = [
  { id: "worked", head: "Work" },
  { id: "held", head: "Hold" },
  { id: "total", head: "Total" },
] as const;
const EDGES = [
  { id: "first", head: "First" },
  { id: "last", head: "Last" },
] as const;

/** The code, and under it what else the day brings. */
const Code = ({ cell, density }: { readonly cell: DayCell | undefined; readonly density: Density }) => {
  if (!cell?.text) return <Txt size={density.size}> </Txt>;
  const isWork = cell.code !== null && cell.code !== "H" && cell.code !== "/";
  const style = isWork ? {} : { color: GREY };
  if (!density.hasRoom || !cell.code)
    return (
      <Txt size={cell.text.length > 4 ? 5.5 : density.size} strong={isWork} style={style}>
        {cell.text}
      </Txt>
    );
  return (
    <View>
      <Txt size={density.size} strong={isWork} style={style}>
        {cell.code}
      </Txt>
      {cell.extras.length > 0 ? (
        <Txt small size={6}>
          {cell.extras.join(" ")}
        </Txt>
      ) : null}
    </View>
  );
};

const columns = ({ from, days }: Slice, density: Density): readonly Column<DayRow>[] => {
  const { size } = density;
  return [
    {
      id: "number",
      head: "No.",
      width: WIDTH.number,
      cell: (row) => (
        <Txt mono strong size={size}>
          {row.number ?? ""}
        </Txt>
      ),
    },
    {
      id: "part",
      head: "Role or job",
      width: WIDTH.part,
      cell: (row) => (
        <Txt strong={row.number !== null} size={size} style={ONE_LINE}>
          {brief(row.part, 60)}
        </Txt>
      ),
    },
    {
      id: "person",
      head: "Person",
      cell: (row) => (
        <Txt size={size} style={ONE_LINE}>
          {brief(row.person, 50)}
        </Txt>
      ),
    },
    ...days.map(
      (day, i): Column<DayRow> => ({
        id: day.dayId,
        head: "",
        width: WIDTH.day,
        align: "center",
        cell: (row) => <Code cell={row.cells[from + i]} density={density} />,
      }),
    ),
    ...SUMS.map(
      ({ id, head }): Column<DayRow> => ({
        id,
        head,
        width: WIDTH.sum,
        align: "right",
        cell: (row) => (
          <Txt mono size={size}>
            {row[id] || "–"}
          </Txt>
        ),
      }),
    ),
    ...EDGES.map(
      ({ id, head }): Column<DayRow> => ({
        id,
        head,
        width: WIDTH.edge,
        align: "right",
        cell: (row) => <Txt size={size - 0.5}>{row[id] || "–"}</Txt>,
      }),
    ),
  ];
};

/** The days over the table, in its own columns; again on every page. */
const Head = ({ days, note }: { readonly days: readonly DayColumn[]; readonly note: string }) => (
  <View fixed style={{ flexDirection: "row", gap: GAP, alignItems: "flex-end" }}>
    <View style={FILL}>
      <Txt size={7.5}>{note}</Txt>
    </View>
    {days.map((day) => (
      <View key={day.dayId} style={{ width: WIDTH.day, alignItems: "center" }}>
        <Txt strong size={10}>
          {day.number}
        </Txt>
        <Txt small size={6}>
          {day.weekday}
        </Txt>
        <Txt small size={6}>
          {day.dateText}
        </Txt>
      </View>
    ))}
    {[
      ...SUMS.map((c) => ({ ...c, width: WIDTH.sum })),
      ...EDGES.map((c) => ({ ...c, width: WIDTH.edge })),
    ].map(({ id, head, width }) => (
      <Txt key={id} small style={{ width, textAlign: "right" }}>
        {head}
      </Txt>
    ))}
  </View>
);

interface SumRowProps {
  readonly label: string;
  readonly days: readonly DayColumn[];
  of(day: DayColumn): number;
}
const SumRow = ({ label, days, of }: SumRowProps) => (
  <View style={{ flexDirection: "row", gap: GAP, paddingTop: 2 }} wrap={false}>
    <Txt strong size={7} style={FILL}>
      {label}
    </Txt>
    {days.map((day) => (
      <Txt key={day.dayId} strong size={7} style={{ width: WIDTH.day, textAlign: "center" }}>
        {of(day) || "–"}
      </Txt>
    ))}
    <View style={{ width: 3 * WIDTH.sum + 2 * WIDTH.edge + 4 * GAP }} />
  </View>
);

interface RowsProps {
  readonly title: string;
  readonly rows: readonly DayRow[];
  readonly slice: Slice;
  readonly density: Density;
}
const Rows = ({ title, rows, slice, density }: RowsProps) => (
  <View style={{ marginTop: density.hasRoom ? 8 : 3 }}>
    <View style={{ borderBottom: `0.8 solid ${INK}`, paddingBottom: 1 }} minPresenceAhead={30}>
      <Txt strong size={8.5}>
        {title}
      </Txt>
    </View>
    <Table
      columns={columns(slice, density)}
      rows={rows}
      keyOf={(row) => row.id}
      empty="Nobody yet."
      hasHead={false}
      pad={density.pad}
      gap={GAP}
    />
  </View>
);

const Matrix = ({ model, slice }: { readonly model: DayOutOfDaysModel; readonly slice: Slice }) => {
  const density = model.cast.length + model.crew.length > MOST_ROOMY_ROWS ? CROWDED : ROOMY;
  const note =
    model.notPlaced > 0
      ? `${count(model.notPlaced, "strip")} in the boneyard: first and last days may move`
      : "";
  return (
    <>
      <Head days={slice.days} note={note} />
      <Rows title="Cast" rows={model.cast} slice={slice} density={density} />
      <Rows title="Crew" rows={model.crew} slice={slice} density={density} />
      <View style={{ marginTop: 3 }}>
        <SumRow label="Cast working" days={slice.days} of={(day) => day.castWorking} />
        <SumRow label="Crew working" days={slice.days} of={(day) => day.crewWorking} />
      </View>
      <Txt size={6.5} style={{ marginTop: 5 }}>
        {model.legend.map(({ code, meaning }) => `${code}  ${meaning}`).join("   ·   ")}
      </Txt>
    </>
  );
};

export const dayOutOfDays = definePaper<DayOutOfDaysModel>({
  id: "day-out-of-days",
  title: ({ heading }) => `${heading.title}: day out of days`,
  Pages: ({ model }) => (
    <>
      {slices(model.days).map((slice) => {
        const [first, last] = [slice.days[0], slice.days.at(-1)];
        return (
          <Sheet
            key={slice.from}
            heading={model.heading}
            title="Day out of days"
            titleRu="Занятость по дням"
            about={first && last ? `Day ${first.number} to ${last.number}` : "No shoot days"}
            isLandscape
          >
            <Matrix model={model} slice={slice} />
          </Sheet>
        );
      })}
    </>
  ),
});
