import { duration, moment } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { defineKind, SOURCE } from "./kind.ts";

export const relayPasses = defineKind({
  entity: "relayPass",
  title: "Relay passes",
  one: "relay pass",
  about: "Coverage by relay satellites, as somebody gave it: what is booked is not to be computed.",
  nameOf: ({ relay }) => relay,
  orderOf: ({ startsAt }) => startsAt,
  columns: [
    { head: "Begins, GMT", text: ({ startsAt }) => moment(startsAt) },
    { head: "Lasts", isNumber: true, text: ({ durationMin }) => duration(durationMin) },
  ],
  groups: [
    {
      title: "Relay pass",
      rows: [
        [{ name: "relay", label: "Relay", as: "text", required: true }],
        [{ name: "startsAt", label: "Begins", as: "moment", required: true }],
        [{ name: "durationMin", label: "Lasts", as: "number", unit: "min" }],
      ],
    },
    SOURCE,
  ],
  blank: ({ shootDay }) => ({
    ...{ relay: "", startsAt: isoOf(shootDay[0]?.wakesAt ?? epochSeconds(0)), durationMin: 30, source: "" },
  }),
});
