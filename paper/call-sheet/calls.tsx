import { View } from "@react-pdf/renderer";
import { PERSON_CATEGORY_NAMES } from "#core/model/person.ts";
import type { PersonCall } from "#core/report/call-sheet/people.ts";
import type { CallSheetModel } from "#core/report/call-sheet.ts";
import { type Column, Section, Table, Time, Txt } from "../parts.tsx";
import { brief } from "../printable.ts";

/** `01:25 +1` in the size of a time, and its home time under it. */
const TIME_WIDTH = 44;

const columns = (label: string): readonly Column<PersonCall>[] => [
  {
    id: "number",
    head: "No.",
    width: 18,
    cell: (row) => (
      <Txt mono strong size={9}>
        {row.roles.map((role) => role.number).join(" ") || "–"}
      </Txt>
    ),
  },
  {
    id: "person",
    head: "Person",
    ru: "Участник",
    width: 98,
    cell: (row) => (
      <View>
        <Txt strong size={8.5}>
          {brief(row.name, 60)}
        </Txt>
        <Txt small>{[row.nameLocal, PERSON_CATEGORY_NAMES[row.category]].filter(Boolean).join(", ")}</Txt>
      </View>
    ),
  },
  {
    id: "part",
    head: "Role and jobs",
    ru: "Роль, работа",
    cell: (row) => (
      <View>
        {row.roles.map((role) => (
          <Txt key={role.number} size={7.5}>
            {brief([role.name, role.nameLocal].filter(Boolean).join(" · "), 60)}
          </Txt>
        ))}
        {row.jobs.length > 0 ? <Txt size={7}>{row.jobs.join(", ")}</Txt> : null}
      </View>
    ),
  },
  { id: "status", head: "", width: 22, cell: (row) => <Txt strong>{row.status ?? ""}</Txt> },
  {
    id: "call",
    head: "Call",
    ru: "Вызов",
    width: TIME_WIDTH,
    cell: (row) => <Time moment={row.call} label={label} />,
  },
  {
    id: "make-up",
    head: "Make-up",
    ru: "Грим",
    width: TIME_WIDTH,
    cell: (row) => <Time moment={row.makeUp} label={label} />,
  },
  {
    id: "on-set",
    head: "On set",
    ru: "Площадка",
    width: TIME_WIDTH,
    cell: (row) => <Time moment={row.onSet} label={label} />,
  },
  {
    id: "wrap",
    head: "Wrap",
    ru: "Конец",
    width: TIME_WIDTH,
    cell: (row) => <Time moment={row.wrap} label={label} />,
  },
  {
    id: "remarks",
    head: "Remarks",
    ru: "Примечания",
    width: 82,
    cell: (row) => <Txt size={7}>{row.remarks.join("; ")}</Txt>,
  },
];

export const Calls = ({ model }: { readonly model: CallSheetModel }) => (
  <Section
    title="Calls"
    ru="Вызов участников"
    note={model.notCalled.length > 0 ? `aboard, not called: ${brief(model.notCalled.join(", "), 90)}` : ""}
  >
    <Table
      columns={columns(model.heading.homeZoneLabel)}
      rows={model.people}
      keyOf={(row) => row.personId}
      empty="Nobody is called on this day."
    />
  </Section>
);
