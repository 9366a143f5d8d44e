import { View } from "@react-pdf/renderer";
import type { StripLine } from "#core/report/strip-line.ts";
import { type Column, INK, Txt } from "./parts.tsx";

/** Must solid, should dashed, nice dotted: a strip's tier at its left edge, as on the board. */
const EDGES = { must: "solid", should: "dashed", nice: "dotted" } as const;

export const tierEdge = ({ tier }: StripLine) => ({
  paddingLeft: 5,
  borderLeftWidth: tier ? 2 : 0,
  borderLeftStyle: tier ? EDGES[tier] : ("solid" as const),
  borderLeftColor: INK,
  ...(tier ? {} : { marginLeft: 2 }),
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
    width: 36,
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
    width: 32,
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
  const module: Column<R> = { id: "module", head: "Where", width: 54, cell: (strip) => strip.module };
  const cast: Column<R> = {
    id: "cast",
    head: "Cast",
    width: 30,
    cell: (strip) => <Txt mono>{strip.cast.map((c) => c.number).join(" ") || "–"}</Txt>,
  };
  return { scene, place, pages, module, cast };
};
