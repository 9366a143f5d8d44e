import { View } from "@react-pdf/renderer";
import { count } from "#core/base/format.ts";
import type { CallSheetModel } from "#core/report/call-sheet.ts";
import type { FindingLine } from "#core/report/verdict.ts";
import { type Column, FILL, GREY, Section, Table, Txt } from "../parts.tsx";
import { brief } from "../printable.ts";
import { EDGE_WIDTH, oneLineColumns, tierEdge } from "../strip-columns.tsx";

type Props = { readonly model: CallSheetModel };

/** Rows of a section that need not be torn. */
const SHORT = 12;
/** So many are printed; only what breaks nothing is left out for more room. */
const MOST_FINDINGS = 10;

/** What the plan breaks on this day, be it waived or not, is printed however much it is; what is unknown or worth a look as far as there is room. */
function printed(findings: readonly FindingLine[]): readonly FindingLine[] {
  const breaks = ({ kind, level }: FindingLine) => kind === "violation" && level === "hard";
  const hard = findings.filter(breaks);
  const others = findings.filter((f) => !breaks(f));
  return [...hard, ...others.slice(0, Math.max(0, MOST_FINDINGS - hard.length))];
}

const kindOf = ({ kind, level, waived }: FindingLine) =>
  kind === "unknown" ? "? unknown" : waived ? "waived" : level === "hard" ? "breaks" : "worth a look";

const FINDINGS: readonly Column<FindingLine>[] = [
  { id: "kind", head: "", width: 52, cell: (f) => <Txt strong={f.level === "hard"}>{kindOf(f)}</Txt> },
  {
    id: "rule",
    head: "",
    width: 84,
    cell: (f) => <Txt size={7}>{brief(f.rule, 60)}</Txt>,
  },
  {
    id: "message",
    head: "",
    cell: (f) => (
      <>
        <Txt size={7.5}>{brief(f.message, 300)}</Txt>
        {f.waived ? (
          <Txt size={7.5} strong>
            {brief(f.waived, 300)}
          </Txt>
        ) : null}
      </>
    ),
  },
];

export const Findings = ({ model: { findings } }: Props) => {
  const rows = printed(findings);
  const left = findings.length - rows.length;
  return (
    <Section
      title="What the rules say of this day"
      ru="Замечания"
      note={findings.length > 0 ? count(findings.length, "finding") : ""}
    >
      <Table
        columns={FINDINGS}
        rows={rows}
        keyOf={(f) => f.id}
        empty="Nothing found by the rules that judged this plan."
        hasHead={false}
        pad={1.8}
      />
      {left > 0 ? (
        <Txt size={7.5} strong>{`and ${left} more of this day that break nothing, on the screen`}</Txt>
      ) : null}
    </Section>
  );
};

const KINDS = { safety: "Safety", medical: "Medical", production: "Production" } as const;

/** Two stand beside each other. */
const Half = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <View
    wrap={false}
    style={{
      flexDirection: "row",
      width: 257,
      borderBottom: `0.4 solid ${GREY}`,
      paddingVertical: 2,
      gap: 6,
    }}
  >
    <Txt strong size={7.5} style={{ width: 50 }}>
      {label}
    </Txt>
    <Txt size={7.5} style={FILL}>
      {brief(children, 180)}
    </Txt>
  </View>
);

export const Contacts = ({ model: { contacts, medicalOfficers } }: Props) => (
  <Section title="Safety and medical" ru="Безопасность и медицина" isWhole={contacts.length < SHORT}>
    <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: 12 }}>
      {contacts.map(({ id, kind, label, channel, person }) => (
        <Half key={id} label={KINDS[kind]}>
          {[label, person, channel || "no channel given"].filter(Boolean).join(" · ")}
        </Half>
      ))}
      {medicalOfficers.length > 0 ? <Half label="Aboard">{`CMO: ${medicalOfficers.join(", ")}`}</Half> : null}
    </View>
    {contacts.length + medicalOfficers.length === 0 ? (
      <Txt style={{ paddingVertical: 4 }}>No contacts are written down.</Txt>
    ) : null}
  </Section>
);

export const Advance = ({ model: { advance, heading } }: Props) =>
  advance ? (
    <Section
      title={`Next: ${advance.text}, ${advance.dateText}`}
      isWhole={advance.strips.length < SHORT}
      ru="План на следующий день"
      note={
        advance.generalCall ? `general call ${advance.generalCall.gmt}, wrap ${advance.wrap?.gmt ?? "–"}` : ""
      }
    >
      <Table
        columns={oneLineColumns(heading.homeZoneLabel)}
        rows={advance.strips}
        keyOf={(strip) => strip.stripId}
        empty={advance.isClosed ? "Closed to shooting." : "No strips placed on this day."}
        rowStyle={tierEdge}
        pad={1.8}
        indent={EDGE_WIDTH}
      />
    </Section>
  ) : (
    <View>
      <Section title="Next" ru="План на следующий день">
        <Txt style={{ paddingVertical: 4 }}>This is the last shoot day.</Txt>
      </Section>
    </View>
  );

export const AboutTheData = ({ model: { heading } }: Props) =>
  heading.note ? (
    <Txt small style={{ marginTop: 6 }}>{`About the data: ${brief(heading.note, 700)}`}</Txt>
  ) : null;
