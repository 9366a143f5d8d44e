import { View } from "@react-pdf/renderer";
import type { CrewTimeDay, CrewTimeModel, CrewTimeRow } from "#core/report/crew-time.ts";
import { FIGURES, type Figure } from "#core/report/crew-time-lines.ts";
import { definePaper } from "./paper.tsx";
import { type Column, INK, ONE_LINE, Section, Sheet, Table, Txt } from "./parts.tsx";
import { brief } from "./printable.ts";

const COLUMNS: readonly {
  readonly id: Figure;
  readonly head: string;
  readonly ru: string;
  readonly width: number;
}[] = [
  { id: "asked", head: "Asked", ru: "Запрошено", width: 56 },
  { id: "granted", head: "Granted", ru: "Выделено", width: 56 },
  { id: "planned", head: "Planned", ru: "По плану", width: 56 },
  { id: "personal", head: "of it personal", ru: "из личного", width: 60 },
  { id: "personalGranted", head: "Consented", ru: "По согласию", width: 60 },
  { id: "spent", head: "Spent", ru: "Затрачено", width: 56 },
  { id: "owed", head: "Owed", ru: "Долг", width: 56 },
  { id: "priceUsd", head: "Price", ru: "Цена", width: 72 },
  { id: "listPriceUsd", head: "Would cost", ru: "По прейскуранту", width: 86 },
];

const sumColumns: readonly Column<CrewTimeRow>[] = [
  {
    id: "name",
    head: "Agency, person",
    ru: "Агентство, экипаж",
    cell: (row) => (
      <Txt strong={row.kind !== "person"} style={{ ...ONE_LINE, paddingLeft: row.kind === "person" ? 8 : 0 }}>
        {brief(row.name, 60)}
      </Txt>
    ),
  },
  ...COLUMNS.map(
    ({ id, head, ru, width }): Column<CrewTimeRow> => ({
      id,
      head,
      ru,
      width,
      align: "right",
      cell: (row) => (
        <Txt mono strong={row.kind !== "person"} size={7.5}>
          {row.text[id] || "–"}
        </Txt>
      ),
    }),
  ),
];

const dayColumns: readonly Column<CrewTimeDay>[] = [
  {
    id: "person",
    head: "Person",
    width: 72,
    cell: (day) => (
      <Txt strong style={ONE_LINE}>
        {brief(day.person, 40)}
      </Txt>
    ),
  },
  { id: "date", head: "Date", width: 38, cell: (day) => day.dateText },
  ...COLUMNS.map(
    ({ id, head, width }): Column<CrewTimeDay> => ({
      id,
      head,
      width: Math.round(width * 0.84),
      align: "right",
      cell: (day) => (
        <Txt mono size={7}>
          {day.text[id] || "–"}
        </Txt>
      ),
    }),
  ),
  {
    id: "left",
    head: "Left",
    width: 46,
    align: "right",
    cell: (day) => (
      <Txt mono strong={day.isOver} size={7}>
        {day.left || "–"}
      </Txt>
    ),
  },
  { id: "what", head: "For", cell: (day) => <Txt size={7}>{brief(day.what, 200) || "–"}</Txt> },
];

export const crewTime = definePaper<CrewTimeModel>({
  id: "crew-time",
  title: ({ heading }) => `${heading.title}: crew time`,
  Pages: ({ model: { heading, rows, days, columns, notes } }) => (
    <Sheet
      heading={heading}
      title="Crew time"
      titleRu="Время экипажа"
      about={`Scenario ${heading.scenario}`}
      isLandscape
    >
      <Table
        columns={sumColumns}
        rows={rows}
        keyOf={(row) => row.id}
        empty="No station crew time is asked, granted or planned."
        rowStyle={(row) => (row.kind === "all" ? { borderTop: `0.8 solid ${INK}` } : {})}
      />
      <View style={{ marginTop: 6, gap: 2 }} wrap={false}>
        {FIGURES.map((figure) => (
          <Txt key={figure} small>
            {`${columns[figure].head}: ${columns[figure].note}`}
          </Txt>
        ))}
        {notes.map((note) => (
          <Txt key={note} small>
            {note}
          </Txt>
        ))}
      </View>
      <Section title="Day by day" ru="По дням">
        <Table
          columns={dayColumns}
          rows={days}
          keyOf={(day) => `${day.personId} ${day.date ?? ""}`}
          empty="No day has an allocation, a consent or a call."
          pad={2}
        />
      </Section>
    </Sheet>
  ),
});
