import { View } from "@react-pdf/renderer";
import { count, duration } from "#core/base/format.ts";
import type { LineTotals, OneLinerDay, OneLinerModel } from "#core/report/one-liner.ts";
import type { StripLine } from "#core/report/strip-line.ts";
import { definePaper } from "./paper.tsx";
import { type Column, GREY, INK, Section, Sheet, Table, Txt } from "./parts.tsx";
import { brief } from "./printable.ts";
import { stripColumns, tierEdge } from "./strip-columns.tsx";

const { pages, module, cast } = stripColumns<StripLine>();

const COLUMNS: readonly Column<StripLine>[] = [
  {
    id: "time",
    head: "GMT",
    width: 42,
    cell: (strip) => (
      <Txt mono strong>
        {strip.time?.start.gmt ?? "–"}
      </Txt>
    ),
  },
  {
    id: "home",
    head: "Home",
    width: 40,
    cell: (strip) => (
      <Txt small mono size={7}>
        {strip.time?.start.home ?? ""}
      </Txt>
    ),
  },
  {
    id: "scene",
    head: "Scene",
    width: 46,
    cell: (strip) => <Txt strong>{strip.part ? `${strip.scene} (${strip.part})` : strip.scene}</Txt>,
  },
  {
    id: "place",
    head: "I/E, D/N",
    width: 50,
    cell: (strip) => <Txt size={7.5}>{`${strip.intExt} ${strip.dayNight}`}</Txt>,
  },
  {
    id: "set",
    head: "Set",
    cell: (strip) => (
      <View>
        <Txt strong>{brief(strip.set, 120)}</Txt>
        {strip.synopsis ? <Txt small>{brief(strip.synopsis, 120)}</Txt> : null}
      </View>
    ),
  },
  { ...cast, width: 40 },
  { ...module, width: 66 },
  pages,
  {
    id: "shoot",
    head: "Shoot",
    width: 40,
    align: "right",
    cell: (strip) => (
      <Txt mono size={7.5}>
        {duration(strip.shootMin)}
      </Txt>
    ),
  },
];

const totals = ({ strips, pages: count8, shootMin }: LineTotals) =>
  `${count(strips, "strip")} · ${count8} pages · ${duration(shootMin)} of shooting`;

const Day = ({ day }: { readonly day: OneLinerDay }) => (
  <View style={{ marginTop: 12 }}>
    <View
      minPresenceAhead={40}
      wrap={false}
      style={{
        flexDirection: "row",
        alignItems: "flex-end",
        gap: 8,
        borderBottom: `0.8 solid ${INK}`,
        paddingBottom: 2,
      }}
    >
      <Txt strong size={16} style={{ lineHeight: 1 }}>
        {day.number}
      </Txt>
      <Txt strong size={9}>
        {day.dateText}
      </Txt>
      {day.isClosed ? <Txt size={8}>closed to shooting</Txt> : null}
      <Txt size={7.5} style={{ color: GREY, flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        {brief([...day.banners, day.note].filter(Boolean).join(" · "), 90)}
      </Txt>
      <Txt size={7.5}>{totals(day.totals)}</Txt>
    </View>
    <Table
      columns={COLUMNS}
      rows={day.strips}
      keyOf={(strip) => strip.stripId}
      empty="No strips placed."
      hasHead={false}
      rowStyle={tierEdge}
      pad={2}
    />
  </View>
);

export const oneLiner = definePaper<OneLinerModel>({
  id: "one-liner",
  title: ({ heading }) => `${heading.title}: one-liner`,
  Pages: ({ model }) => (
    <Sheet heading={model.heading} title="One-liner" titleRu="Съёмочный план" about="">
      <Txt size={8}>{`${model.verdict.text} · ${totals(model.totals)} placed`}</Txt>
      {model.days.length === 0 ? <Txt style={{ marginTop: 12 }}>No shoot days stand in the plan.</Txt> : null}
      {model.days.map((day) => (
        <Day key={day.number} day={day} />
      ))}
      {model.elsewhere.length > 0 ? (
        <Section title="Outside the shoot days" note={count(model.elsewhere.length, "strip")}>
          <Table
            columns={COLUMNS}
            rows={model.elsewhere}
            keyOf={(strip) => strip.stripId}
            empty=""
            rowStyle={tierEdge}
            pad={2}
          />
        </Section>
      ) : null}
      <Section title="Boneyard" ru="Не распределено" note={totals(model.totals.boneyard)}>
        <Table
          columns={COLUMNS}
          rows={model.boneyard}
          keyOf={(strip) => strip.stripId}
          empty="Every strip is placed."
          hasHead={false}
          rowStyle={tierEdge}
          pad={2}
        />
      </Section>
    </Sheet>
  ),
});
