import { View } from "@react-pdf/renderer";
import { duration } from "#core/base/format.ts";
import type { StripLine } from "#core/report/strip-line.ts";
import { type Column, INK, ONE_LINE, Txt } from "./parts.tsx";
import { brief } from "./printable.ts";

/** Must solid, should dashed, nice dotted: a strip's tier at its left edge, as on the board. */
const EDGES = { must: "solid", should: "dashed", nice: "dotted" } as const;

/** What the edge and the space beside it take: the indent of a table's head. */
export const EDGE_WIDTH = 7;

export const tierEdge = ({ tier }: StripLine) => ({
  paddingLeft: tier ? 5 : EDGE_WIDTH,
  borderLeftWidth: tier ? 2 : 0,
  borderLeftStyle: tier ? EDGES[tier] : ("solid" as const),
  borderLeftColor: INK,
});

const marks = ({ tier, isPinned, status }: StripLine): readonly string[] => [
  ...(tier ? [tier] : []),
  ...(isPinned ? ["pinned"] : []),
  ...(status === "planned" ? [] : [status.replace("-", " ")]),
];

/** Columns of a strip that every table of strips has. */
export const stripColumns = <R extends StripLine>() => {
  const scene: Column<R> = {
    id: "scene",
    head: "Scene",
    width: 32,
    cell: (strip) => (
      <View>
        <Txt strong size={10.5}>
          {strip.scene}
        </Txt>
        {strip.part ? <Txt size={7}>{`part ${strip.part}`}</Txt> : null}
        <Txt small size={6}>
          {marks(strip).join(", ")}
        </Txt>
      </View>
    ),
  };
  const place: Column<R> = {
    id: "place",
    head: "I/E, D/N",
    width: 30,
    cell: (strip) => (
      <View>
        <Txt strong size={7.5}>
          {strip.intExt}
        </Txt>
        <Txt size={7.5}>{strip.dayNight}</Txt>
      </View>
    ),
  };
  const pages: Column<R> = {
    id: "pages",
    head: "Pages",
    width: 24,
    align: "right",
    cell: (strip) => <Txt mono>{strip.pages}</Txt>,
  };
  const module: Column<R> = {
    id: "module",
    head: "Where",
    width: 44,
    cell: (strip) => <Txt size={7.5}>{strip.module}</Txt>,
  };
  const cast: Column<R> = {
    id: "cast",
    head: "Cast",
    width: 24,
    cell: (strip) => <Txt mono>{strip.cast.map((c) => c.number).join(" ") || "–"}</Txt>,
  };
  return { scene, place, pages, module, cast };
};

/** A strip on one line; with its synopsis, on two. */
export function oneLineColumns(homeLabel: string, hasSynopsis = false): readonly Column<StripLine>[] {
  const { pages, module, cast } = stripColumns<StripLine>();
  return [
    {
      id: "time",
      head: "GMT",
      width: 46,
      cell: (strip) => (
        <Txt mono strong>
          {strip.time?.start.gmt ?? "–"}
        </Txt>
      ),
    },
    {
      id: "home",
      head: homeLabel,
      width: 38,
      cell: (strip) => (
        <Txt small mono size={7}>
          {strip.time?.start.home ?? ""}
        </Txt>
      ),
    },
    {
      id: "scene",
      head: "Scene",
      width: 38,
      cell: (strip) => <Txt strong>{strip.part ? `${strip.scene} (${strip.part})` : strip.scene}</Txt>,
    },
    {
      id: "place",
      head: "I/E, D/N",
      width: 46,
      cell: (strip) => <Txt size={7.5}>{`${strip.intExt} ${strip.dayNight}`}</Txt>,
    },
    {
      id: "set",
      head: "Set",
      cell: (strip) => (
        <View>
          <Txt strong>{brief(strip.set, 120)}</Txt>
          {hasSynopsis && strip.synopsis ? (
            <Txt small style={ONE_LINE}>
              {brief(strip.synopsis, 60)}
            </Txt>
          ) : null}
        </View>
      ),
    },
    { ...cast, width: 34 },
    { ...module, width: 52 },
    pages,
    {
      id: "shoot",
      head: "Shoot",
      width: 34,
      align: "right",
      cell: (strip) => (
        <Txt mono size={7.5}>
          {duration(strip.shootMin)}
        </Txt>
      ),
    },
  ];
}
