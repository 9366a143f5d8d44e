import { View } from "@react-pdf/renderer";
import { count, duration } from "#core/base/format.ts";
import type { LineTotals, OneLinerDay, OneLinerModel } from "#core/report/one-liner.ts";
import type { StripLine } from "#core/report/strip-line.ts";
import { definePaper } from "./paper.tsx";
import { FILL, GREY, INK, Section, Sheet, Table, Txt } from "./parts.tsx";
import { brief } from "./printable.ts";
import { EDGE_WIDTH, oneLineColumns, tierEdge } from "./strip-columns.tsx";

const totals = ({ strips, pages, shootMin }: LineTotals) =>
  `${count(strips, "strip")} · ${pages} pages · ${duration(shootMin)} of shooting`;

interface LinesProps {
  readonly strips: readonly StripLine[];
  readonly homeLabel: string;
  readonly empty: string;
  readonly hasHead?: boolean;
}

const Lines = ({ strips, homeLabel, empty, hasHead = false }: LinesProps) => (
  <Table
    columns={oneLineColumns(homeLabel, true)}
    rows={strips}
    keyOf={(strip) => strip.stripId}
    empty={empty}
    hasHead={hasHead}
    rowStyle={tierEdge}
    pad={2}
    indent={EDGE_WIDTH}
  />
);

const DayHead = ({ day }: { readonly day: OneLinerDay }) => (
  <View
    minPresenceAhead={40}
    wrap={false}
    style={{
      flexDirection: "row",
      alignItems: "flex-end",
      gap: 8,
      marginTop: 10,
      borderBottom: `0.8 solid ${INK}`,
      paddingBottom: 2,
    }}
  >
    <Txt strong size={15} style={{ minWidth: 18 }}>
      {day.number}
    </Txt>
    <Txt strong size={9}>
      {day.dateText}
    </Txt>
    {day.isClosed ? <Txt>closed to shooting</Txt> : null}
    <Txt size={7.5} style={{ ...FILL, color: GREY }}>
      {brief([...day.banners, day.note].filter(Boolean).join(" · "), 80)}
    </Txt>
    {day.strips.length > 0 ? <Txt size={7.5}>{totals(day.totals)}</Txt> : null}
  </View>
);

/** A short day stays on one page; the head of a long one is a piece of the page, as the heading of a section is. */
const Day = ({ day, homeLabel }: { readonly day: OneLinerDay; readonly homeLabel: string }) => {
  const parts = (
    <>
      <DayHead day={day} />
      <Lines strips={day.strips} homeLabel={homeLabel} empty="No strips placed." />
    </>
  );
  return day.strips.length > 2 ? parts : <View wrap={false}>{parts}</View>;
};

export const oneLiner = definePaper<OneLinerModel>({
  id: "one-liner",
  title: ({ heading }) => `${heading.title}: one-liner`,
  Pages: ({ model: { heading, verdict, days, elsewhere, boneyard, totals: all } }) => {
    const homeLabel = heading.homeZoneLabel;
    return (
      <Sheet
        heading={heading}
        title="One-liner"
        titleRu="Съёмочный план"
        about={`Scenario ${heading.scenario}`}
      >
        <Txt>{`${verdict.text} · ${totals(all)} placed, ${count(boneyard.length, "strip")} in the boneyard`}</Txt>
        {days.length === 0 ? <Txt style={{ marginTop: 12 }}>No shoot days stand in the plan.</Txt> : null}
        {days.map((day) => (
          <Day key={day.number} day={day} homeLabel={homeLabel} />
        ))}
        {elsewhere.length > 0 ? (
          <Section title="Outside the shoot days" note={count(elsewhere.length, "strip")}>
            <Lines strips={elsewhere} homeLabel={homeLabel} empty="" />
          </Section>
        ) : null}
        <Section title="Boneyard" ru="Не распределено" note={totals(all.boneyard)}>
          <Lines strips={boneyard} homeLabel={homeLabel} empty="Every strip is placed." />
        </Section>
      </Sheet>
    );
  },
});
