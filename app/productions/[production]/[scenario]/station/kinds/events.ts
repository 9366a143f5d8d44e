import { duration, list, moment } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { type StationEvent, stationEvent } from "#core/model/station.ts";
import { defineKind, moduleName, SOURCE } from "./kind.ts";

const takes = ({ takesPanes, takesAttitude, takesQuiet }: StationEvent): readonly string[] => [
  ...(takesPanes ? ["panes"] : []),
  ...(takesAttitude ? ["attitude"] : []),
  ...(takesQuiet ? ["quiet"] : []),
];

export const events = defineKind({
  entity: "stationEvent",
  title: "Events of the window",
  one: "event",
  about: "Dockings, thruster tests, talks with the ground: what each takes, with the minutes around it.",
  nameOf: ({ title }) => title,
  orderOf: ({ startsAt }) => startsAt,
  columns: [
    { head: "Begins, GMT", text: ({ startsAt }) => moment(startsAt) },
    { head: "Lasts", isNumber: true, text: ({ durationMin }) => duration(durationMin) },
    {
      head: "Margins, min",
      isNumber: true,
      isMinor: true,
      text: ({ marginBeforeMin, marginAfterMin }) =>
        marginBeforeMin + marginAfterMin === 0 ? "" : `${marginBeforeMin} / ${marginAfterMin}`,
    },
    {
      head: "Takes",
      text: (event, tables) =>
        list([
          ...takes(event),
          ...event.moduleIds.map((id) => moduleName(tables, id)),
          ...event.personIds.map((id) => tables.person.find((p) => p.id === id)?.shortName ?? id),
        ]),
    },
  ],
  groups: [
    {
      title: "Event",
      rows: [
        [{ name: "title", label: "Title", as: "text", required: true }],
        [
          {
            name: "kind",
            label: "Kind",
            as: "one",
            from: stationEvent.shape.kind.options.map((value) => ({
              value,
              label: value.replaceAll("-", " "),
            })),
          },
        ],
        [{ name: "startsAt", label: "Begins", as: "moment", required: true }],
        [
          { name: "durationMin", label: "Lasts", as: "number", unit: "min" },
          { name: "marginBeforeMin", label: "Before", as: "number", unit: "min" },
          { name: "marginAfterMin", label: "After", as: "number", unit: "min" },
        ],
      ],
    },
    {
      title: "What it takes",
      note: "nobody films with it meanwhile",
      rows: [
        [
          { name: "takesPanes", label: "Panes", as: "check" },
          { name: "takesAttitude", label: "Attitude", as: "check" },
          { name: "takesQuiet", label: "Quiet", as: "check" },
        ],
        [{ name: "moduleIds", label: "Modules", as: "some", from: "module" }],
        [{ name: "personIds", label: "People", as: "some", from: "person" }],
      ],
    },
    SOURCE,
  ],
  blank: ({ shootDay }) => ({
    ...{
      kind: "other",
      title: "",
      startsAt: isoOf(shootDay[0]?.wakesAt ?? epochSeconds(0)),
      durationMin: 30,
    },
    ...{ marginBeforeMin: 0, marginAfterMin: 0, moduleIds: [], personIds: [], takesPanes: false },
    ...{ takesAttitude: false, takesQuiet: false, source: "" },
  }),
});
