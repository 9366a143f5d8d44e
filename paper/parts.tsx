import { Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import { Children, type ReactNode } from "react";
import type { Heading } from "#core/report/heading.ts";
import type { Moment } from "#core/report/moment.ts";
import { MONO, SANS } from "./fonts.ts";
import { printable } from "./printable.ts";

export const INK = "#000000";
/** The one grey: still black enough for a photocopier. */
export const GREY = "#5f5f5f";
const HAIRLINE = 0.4;

const s = StyleSheet.create({
  page: {
    paddingTop: 62,
    paddingBottom: 40,
    paddingHorizontal: 34,
    fontFamily: SANS,
    fontSize: 8,
    color: INK,
  },
  head: {
    position: "absolute",
    top: 22,
    left: 34,
    right: 34,
    height: 32,
    flexDirection: "row",
    alignItems: "flex-end",
    justifyContent: "space-between",
    borderBottom: `1.2 solid ${INK}`,
    paddingBottom: 4,
  },
  pageNumber: {
    position: "absolute",
    top: 41,
    left: 300,
    right: 34,
    fontSize: 7,
    lineHeight: 1.25,
    textAlign: "right",
  },
  foot: {
    position: "absolute",
    bottom: 18,
    left: 34,
    right: 34,
    flexDirection: "row",
    justifyContent: "space-between",
    borderTop: `${HAIRLINE} solid ${GREY}`,
    paddingTop: 4,
    gap: 12,
  },
  // A line height is taken of the size in the same style: both stand together, always.
  text: { fontSize: 8, lineHeight: 1.25 },
  small: { fontSize: 6.5, color: GREY, lineHeight: 1.25 },
  mono: { fontFamily: MONO },
  strong: { fontWeight: 600 },
  sectionHead: {
    marginTop: 10,
    flexDirection: "row",
    alignItems: "flex-end",
    gap: 5,
    borderBottom: `0.8 solid ${INK}`,
    paddingBottom: 2,
  },
  row: { flexDirection: "row", borderBottom: `${HAIRLINE} solid ${GREY}`, paddingVertical: 3 },
  tableHead: { flexDirection: "row", flexShrink: 0, paddingTop: 3, paddingBottom: 2 },
  stamp: {
    backgroundColor: INK,
    color: "#ffffff",
    fontWeight: 600,
    fontSize: 8,
    paddingHorizontal: 4,
    paddingVertical: 1,
  },
});

export type Style = Parameters<typeof StyleSheet.create>[0][string];

export interface TxtProps {
  readonly children: ReactNode;
  readonly style?: Style;
  /** Grey and small. */
  readonly small?: boolean;
  readonly strong?: boolean;
  /** Figures that stand under each other. */
  readonly mono?: boolean;
  readonly size?: number;
}

/** All words on paper go through here, so that none holds what the fonts cannot draw. */
export const Txt = ({ children, style, small, strong, mono, size }: TxtProps) => (
  <Text
    style={[
      s.text,
      small ? s.small : {},
      mono ? s.mono : {},
      strong ? s.strong : {},
      size ? { fontSize: size, lineHeight: 1.25 } : {},
      style ?? {},
    ]}
  >
    {Children.map(children, (child) =>
      typeof child === "string" || typeof child === "number" ? printable(String(child)) : child,
    )}
  </Text>
);

/** The main label, and under it or beside it the same in Russian, small. */
export const Label = ({ en, ru }: { readonly en: string; readonly ru?: string }) => (
  <View>
    <Txt size={7} strong>
      {en}
    </Txt>
    {ru ? (
      <Txt small size={6}>
        {ru}
      </Txt>
    ) : null}
  </View>
);

export interface SheetProps {
  readonly heading: Heading;
  readonly title: string;
  readonly titleRu: string;
  /** `Day 3 of 11 · Fri 8 Oct 2021`; empty for a report on the whole plan. */
  readonly about: string;
  readonly isLandscape?: boolean;
  readonly children: ReactNode;
}

/** A page with its head and foot, again on every page that it runs to. */
export const Sheet = ({ heading, title, titleRu, about, isLandscape, children }: SheetProps) => (
  <Page size="A4" orientation={isLandscape ? "landscape" : "portrait"} style={s.page}>
    <View fixed style={s.head}>
      <View style={{ width: "42%" }}>
        <Txt strong size={11} style={ONE_LINE}>
          {heading.title}
        </Txt>
        <Txt small style={ONE_LINE}>
          {[heading.titleLocal, heading.company].filter(Boolean).join(" · ") || " "}
        </Txt>
      </View>
      <View style={{ width: "20%" }}>
        <Txt strong size={9} style={{ textAlign: "center" }}>
          {title}
        </Txt>
        <Txt small style={{ textAlign: "center" }}>
          {titleRu}
        </Txt>
      </View>
      <View style={{ width: "38%", alignItems: "flex-end" }}>
        <View style={{ flexDirection: "row", gap: 6, alignItems: "center" }}>
          {heading.isDraft ? <Txt style={s.stamp}>DRAFT</Txt> : null}
          <Txt strong size={9}>
            {about || heading.scenario}
          </Txt>
        </View>
        <Txt size={7}> </Txt>
      </View>
    </View>
    <Text
      fixed
      style={s.pageNumber}
      render={({ pageNumber, totalPages }) =>
        `${printable(heading.issueText)} · page ${pageNumber} of ${totalPages}`
      }
    />
    {children}
    <View fixed style={s.foot}>
      <Txt small style={{ ...ONE_LINE, flexShrink: 1 }}>
        {`Times are GMT${heading.homeZoneLabel ? `, ${heading.homeZoneLabel} beside them` : ""}; +1 is the next date · made ${heading.madeText} from scenario ${heading.scenario}, revision ${heading.scenarioRevision}`}
      </Txt>
      <Txt small>{heading.isDraft ? "Draft: not published · Perigee" : "Perigee"}</Txt>
    </View>
  </Page>
);

export interface SectionProps {
  readonly title: string;
  readonly ru?: string;
  /** At the right end of the heading. */
  readonly note?: string;
  /** Short: it goes to the next page as a whole rather than in two. */
  readonly isWhole?: boolean;
  readonly children: ReactNode;
}

/** A table's head and a row or two: with less of it under the heading, both go to the next page. */
const UNDER_A_HEADING = 64;

/** The heading is a piece of the page itself: inside a view it would be the first piece, and the engine leaves a first piece where it is. */
export const Section = ({ title, ru, note, isWhole, children }: SectionProps) => {
  const parts = (
    <>
      <View style={s.sectionHead} minPresenceAhead={UNDER_A_HEADING}>
        <Txt strong size={10}>
          {title}
        </Txt>
        {ru ? <Txt small>{ru}</Txt> : null}
        {note ? (
          <Txt small style={{ ...FILL, textAlign: "right" }}>
            {note}
          </Txt>
        ) : null}
      </View>
      {children}
    </>
  );
  return isWhole ? <View wrap={false}>{parts}</View> : parts;
};

export interface Column<R> {
  readonly id: string;
  readonly head: string;
  readonly ru?: string;
  /** In points; without one the column takes what is left. */
  readonly width?: number;
  readonly align?: "left" | "right" | "center";
  cell(row: R): ReactNode;
}

/** Cut off where the line ends. */
export const ONE_LINE = { maxLines: 1, textOverflow: "ellipsis" } as const;
/** What is left of a row. */
export const FILL = { flexGrow: 1, flexShrink: 1, flexBasis: 0 } as const;

export interface TableProps<R> {
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  keyOf(row: R, i: number): string;
  /** What the table says when it has no rows. */
  readonly empty: string;
  readonly hasHead?: boolean;
  rowStyle?(row: R): Style;
  /** Space above and below a row's text, and between columns, in points. */
  readonly pad?: number;
  readonly gap?: number;
  /** A row that may be taller than a page: it alone may be torn. */
  isTall?(row: R): boolean;
  /** Left of the first column, as much as rowStyle takes. */
  readonly indent?: number;
}

const box = ({ width, align }: Pick<Column<never>, "width" | "align">) => ({
  ...(width === undefined ? FILL : { width }),
  textAlign: align ?? ("left" as const),
});

/** Rows are never torn; the head comes again on every page. A cell that is plain text need not be wrapped. */
export function Table<R>({
  columns,
  rows,
  keyOf,
  empty,
  hasHead = true,
  rowStyle,
  pad = 3,
  gap = 6,
  indent = 0,
  isTall,
}: TableProps<R>) {
  if (rows.length === 0)
    return (
      <View style={{ paddingVertical: 4 }}>
        <Txt style={{ color: GREY }}>{empty}</Txt>
      </View>
    );
  return (
    <View>
      {hasHead ? (
        <View style={[s.tableHead, { gap, paddingLeft: indent }]} fixed>
          {columns.map((column) => (
            <View key={column.id} style={box(column)}>
              <Txt small>{column.head}</Txt>
              {column.ru ? (
                <Txt small size={6}>
                  {column.ru}
                </Txt>
              ) : null}
            </View>
          ))}
        </View>
      ) : null}
      {rows.map((row, i) => (
        <View
          key={keyOf(row, i)}
          wrap={isTall?.(row) ?? false}
          style={[s.row, { paddingVertical: pad, gap }, rowStyle?.(row) ?? {}]}
        >
          {columns.map((column) => {
            const cell = column.cell(row);
            return (
              <View key={column.id} style={box(column)}>
                {typeof cell === "string" || typeof cell === "number" ? <Txt>{cell}</Txt> : cell}
              </View>
            );
          })}
        </View>
      ))}
    </View>
  );
}

/** A time that the eye finds: GMT large, home under it. */
export const Time = ({
  moment,
  label,
  size = 9,
}: {
  readonly moment: Moment | null;
  /** Of the home zone. */
  readonly label: string;
  readonly size?: number;
}) => (
  <View>
    <Txt mono strong size={size}>
      {moment ? moment.gmt : "–"}
    </Txt>
    {moment?.home ? <Txt small mono size={6}>{`${moment.home} ${label}`}</Txt> : null}
  </View>
);

/** One line of small facts under each other: a label of fixed width, then text. */
export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <View wrap={false} style={[s.row, { paddingVertical: 2, gap: 6 }]}>
    <View style={{ width: 84 }}>
      <Txt strong size={7.5}>
        {label}
      </Txt>
    </View>
    <View style={FILL}>{children}</View>
  </View>
);
