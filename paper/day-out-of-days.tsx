import { View } from "@react-pdf/renderer";
import { count } from "#core/base/format.ts";
import type { DayCell, DayColumn, DayOutOfDaysModel, DayRow } from "#core/report/day-out-of-days.ts";
import { definePaper } from "./paper.tsx";
import { type Column, GREY, INK, ONE_LINE, Sheet, Table, Txt } from "./parts.tsx";
import { brief } from "./printable.ts";

/** Days that one landscape page holds beside names and totals. */
const DAYS_PER_PAGE = 16;
const DAY_WIDTH = 26;
/** From so many rows on they stand closer, so that a usual production stays on one page. */
const CROWDED = 24;

interface Slice {
  readonly from: number;
  readonly days: readonly DayColumn[];
}

const slices = (days: readonly DayColumn[]): readonly Slice[] => {
  const count = Math.max(1, Math.ceil(days.length / DAYS_PER_PAGE));
  return Array.from({ length: count }, (_, i) => ({
    from: i * DAYS_PER_PAGE,
    days: days.slice(i * DAYS_PER_PAGE, (i + 1) * DAYS_PER_PAGE),
  }));
};

const total = (id: "worked" | "held" | "total", head: string): Column<DayRow> => ({
  id,
  head,
  width: 28,
  align: "right",
  cell: (row) => <Txt mono>{row[id] || "–"}</Txt>,
});

/** The code, and under it what else the day brings. */
const Code = ({ cell }: { readonly cell: DayCell | undefined }) => {
  const isWork = cell?.code && cell.code !== "H" && cell.code !== "/";
  return (
    <View>
      {cell?.code ? (
        <Txt size={7.5} strong={Boolean(isWork)} style={isWork ? {} : { color: GREY }}>
          {cell.code}
        </Txt>
      ) : null}
      {cell && cell.extras.length > 0 ? (
        <Txt small size={cell.code ? 6 : 7.5}>
          {cell.extras.join(" ")}
        </Txt>
      ) : null}
    </View>
  );
};

const columns = ({ from, days }: Slice): readonly Column<DayRow>[] => [
  {
    id: "number",
    head: "No.",
    width: 18,
    cell: (row) => (
      <Txt mono strong>
        {row.number ?? ""}
      </Txt>
    ),
  },
  {
    id: "part",
    head: "Role or job",
    width: 112,
    cell: (row) => (
      <Txt strong={row.number !== null} size={7.5} style={ONE_LINE}>
        {brief(row.part, 60)}
      </Txt>
    ),
  },
  {
    id: "person",
    head: "Person",
    cell: (row) => (
      <Txt size={7.5} style={ONE_LINE}>
        {brief(row.person, 50)}
      </Txt>
    ),
  },
  ...days.map(
    (day, i): Column<DayRow> => ({
      id: day.dayId,
      head: "",
      width: DAY_WIDTH,
      align: "center",
      cell: (row) => <Code cell={row.cells[from + i]} />,
    }),
  ),
  total("worked", "Work"),
  total("held", "Hold"),
  total("total", "Total"),
  {
    id: "first",
    head: "First",
    width: 36,
    align: "right",
    cell: (row) => <Txt size={7}>{row.first || "–"}</Txt>,
  },
  {
    id: "last",
    head: "Last",
    width: 32,
    align: "right",
    cell: (row) => <Txt size={7}>{row.last || "–"}</Txt>,
  },
];

const TOTALS_WIDTH = 28 * 3 + 36 + 32;
const GAP = 4;

/** The dates over the table, and under it how many work: in the table's own columns. */
const Across = ({
  days,
  label,
  isHead,
  cell,
}: {
  readonly days: readonly DayColumn[];
  readonly label: string;
  readonly isHead?: boolean;
  readonly cell: (day: DayColumn) => readonly string[];
}) => (
  <View style={{ flexDirection: "row", gap: GAP, paddingVertical: 2 }} wrap={false}>
    <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
      <Txt size={7.5} strong={!isHead}>
        {label}
      </Txt>
    </View>
    {days.map((day) => (
      <View key={day.dayId} style={{ width: DAY_WIDTH }}>
        {cell(day).map((text, i) => (
          <Txt
            key={text}
            strong={i === 0}
            size={i === 0 ? 9 : 6.5}
            style={{ textAlign: "center", color: i === 0 ? INK : GREY }}
          >
            {text}
          </Txt>
        ))}
      </View>
    ))}
    <View style={{ width: TOTALS_WIDTH + 4 * GAP }} />
  </View>
);

const Rows = ({
  title,
  rows,
  slice,
  pad,
}: {
  title: string;
  rows: readonly DayRow[];
  slice: Slice;
  pad: number;
}) => (
  <View style={{ marginTop: 8 }}>
    <View style={{ borderBottom: `0.8 solid ${INK}`, paddingBottom: 2 }} minPresenceAhead={30}>
      <Txt strong size={9}>
        {title}
      </Txt>
    </View>
    <Table
      columns={columns(slice)}
      rows={rows}
      keyOf={(row) => row.id}
      empty="Nobody yet."
      pad={pad}
      gap={GAP}
    />
  </View>
);

const Matrix = ({ model, slice }: { readonly model: DayOutOfDaysModel; readonly slice: Slice }) => {
  const pad = model.cast.length + model.crew.length > CROWDED ? 0.6 : 2.2;
  return (
    <>
      <Across
        days={slice.days}
        label={
          model.notPlaced > 0
            ? `${count(model.notPlaced, "strip")} in the boneyard: first and last days may move`
            : ""
        }
        isHead
        cell={(day) => [`${day.number}`, day.weekday, day.dateText]}
      />
      <Rows title="Cast" rows={model.cast} slice={slice} pad={pad} />
      <Rows title="Crew" rows={model.crew} slice={slice} pad={pad} />
      <View style={{ marginTop: 6 }}>
        <Across days={slice.days} label="Cast working" cell={(day) => [`${day.castWorking}`]} />
        <Across days={slice.days} label="Crew working" cell={(day) => [`${day.crewWorking}`]} />
      </View>
      <Txt size={7} style={{ marginTop: 8 }}>
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
