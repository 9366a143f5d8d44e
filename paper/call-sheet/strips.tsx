import { View } from "@react-pdf/renderer";
import type { CallSheetStrip, SetUpLine } from "#core/report/call-sheet/strips.ts";
import type { CallSheetModel } from "#core/report/call-sheet.ts";
import { type Column, GREY, Section, Table, Time, Txt } from "../parts.tsx";
import { brief } from "../printable.ts";
import { EDGE_WIDTH, stripColumns, tierEdge } from "../strip-columns.tsx";

const setUpText = (setUp: SetUpLine): string =>
  [
    `${setUp.label} ×${setUp.takes}`,
    ...(setUp.isShot ? ["shot"] : []),
    ...(setUp.description ? [brief(setUp.description, 90)] : []),
    ...(setUp.lightText ? [`${setUp.lightText}${setUp.pane ? ` at ${setUp.pane}` : ""}`] : []),
    ...(setUp.movingCamera ? ["moving camera"] : []),
    ...(setUp.groundLink ? ["ground link"] : []),
    ...(setUp.strenuous ? ["strenuous"] : []),
  ].join(" · ");

const kitText = (strip: CallSheetStrip): string =>
  [
    strip.soundText,
    ...strip.elements.map(({ category, names }) => `${category.replace("-", " ")}: ${names.join(", ")}`),
  ].join(" · ");

const SetAndWork = ({ strip }: { readonly strip: CallSheetStrip }) => (
  <View style={{ gap: 1 }}>
    <Txt strong size={8.5}>
      {brief(strip.set, 200)}
    </Txt>
    {strip.synopsis ? <Txt size={7.5}>{brief(strip.synopsis, 220)}</Txt> : null}
    {strip.setUps.map((setUp) => (
      <View key={setUp.label} style={{ flexDirection: "row", gap: 5 }}>
        <Txt mono size={7} style={{ width: 24, color: GREY }}>
          {setUp.start.gmt.slice(0, 5)}
        </Txt>
        <Txt size={7} style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
          {setUpText(setUp)}
        </Txt>
      </View>
    ))}
    <Txt small>{brief(kitText(strip), 320)}</Txt>
    {strip.note ? (
      <Txt size={7} strong>
        {brief(strip.note, 240)}
      </Txt>
    ) : null}
  </View>
);

/** With every one of them on two lines. */
const MOST_SET_UPS_ON_A_PAGE = 24;

const phases = ({ rigMin, shootMin, strikeMin }: CallSheetStrip) =>
  `${rigMin} / ${shootMin} / ${strikeMin} min`;

/** One line a person: few people do many jobs. */
const byPerson = ({ jobs }: CallSheetStrip) =>
  [...new Set(jobs.flatMap((job) => job.people))].map((person) => ({
    person,
    codes: jobs.filter((job) => job.people.includes(person)).map((job) => job.code),
  }));

const columns = (label: string): readonly Column<CallSheetStrip>[] => {
  const shared = stripColumns<CallSheetStrip>();
  return [
    {
      id: "time",
      head: "GMT",
      width: 56,
      cell: (strip) => (
        <View>
          <Time moment={strip.time.start} label={label} size={10.5} />
          <Txt mono size={7}>{`to ${strip.time.end.gmt}`}</Txt>
          <Txt small>{phases(strip)}</Txt>
        </View>
      ),
    },
    shared.scene,
    shared.place,
    { id: "set", head: "Set, set-ups, sound and kit", cell: (strip) => <SetAndWork strip={strip} /> },
    shared.pages,
    shared.module,
    shared.cast,
    {
      id: "jobs",
      head: "Behind the camera",
      width: 78,
      cell: (strip) => (
        <View>
          {byPerson(strip).map(({ person, codes }) => (
            <Txt key={person} size={7}>{`${person}: ${codes.join(", ")}`}</Txt>
          ))}
        </View>
      ),
    },
  ];
};

export const Strips = ({ model }: { readonly model: CallSheetModel }) => (
  <Section title="Scenes" ru="Сцены" note={model.strips.length > 0 ? "minutes: rig / shoot / strike" : ""}>
    <Table
      columns={columns(model.heading.homeZoneLabel)}
      rows={model.strips}
      keyOf={(strip) => strip.stripId}
      empty="No strips placed on this day."
      rowStyle={tierEdge}
      isTall={(strip: CallSheetStrip) => strip.setUps.length > MOST_SET_UPS_ON_A_PAGE}
      pad={3.5}
      indent={EDGE_WIDTH}
    />
  </Section>
);
