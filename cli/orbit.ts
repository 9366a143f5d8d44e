import { type Interval, intersect } from "#core/base/interval.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { ascendingNodes, type NodeCrossing } from "#core/orbit/nodes.ts";
import type { VettedOrbit } from "#core/orbit/vet.ts";
import { vetOrbitData } from "#interchange/orbit-data.ts";
import type { JsonAnswers } from "./answers/index.ts";
import { readText } from "./files.ts";
import { isoMs, readInstant } from "./instants.ts";
import { table } from "./table.ts";
import { type Call, defineVerb, type Refusal, STATUS, wrongUse } from "./verb.ts";

const options = {
  ephemeris: { value: "FILE", about: "an orbit ephemeris message of the station (CCSDS OEM, XML or KVN)" },
  nodes: { about: "list the ascending nodes" },
  from: { value: "ISO", about: "nodes from when; without it, from where the ephemeris begins" },
  to: { value: "ISO", about: "nodes until when; without it, to where it ends" },
  object: { value: "ID", about: "another object than the station, as its OBJECT_ID" },
} as const;
type Asked = Call<typeof options>["options"];
type Vetted = Extract<VettedOrbit, { kind: "ephemeris" }>;

interface Found {
  readonly vetted: Vetted;
  readonly warnings: readonly string[];
}

async function ephemerisIn(path: string, object: string | undefined): Promise<Result<Found, Refusal>> {
  const text = await readText(path);
  if (!text.ok) return text;
  const asked = object === undefined ? {} : { objects: [object] };
  const { adoptable, warnings, refusals } = vetOrbitData(text.value, { today: null, ...asked });
  const vetted = adoptable.find((each): each is Vetted => each.kind === "ephemeris");
  if (vetted) return ok({ vetted, warnings });
  const reasons = refusals.length > 0 ? refusals : ["It holds element sets; use light --elements FILE."];
  return err(wrongUse([`${path} holds no ephemeris that can be used.`, ...reasons].join("\n")));
}

function spanAsked({ from, to }: Asked, extent: Interval): Result<Interval, Refusal> {
  const start = from === undefined ? ok(extent.start) : readInstant("--from", from);
  const end = to === undefined ? ok(extent.end) : readInstant("--to", to);
  if (!start.ok) return start;
  if (!end.ok) return end;
  const span = start.value < end.value ? intersect({ start: start.value, end: end.value }, extent) : null;
  return span
    ? ok(span)
    : err(wrongUse(`The ephemeris reaches from ${isoMs(extent.start)} to ${isoMs(extent.end)}.`));
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

const toJson = (
  { vetted, warnings }: Found,
  nodes: readonly NodeCrossing[] | null,
): JsonAnswers["orbit"] => ({
  perigee: "orbit",
  version: 1,
  object: vetted.objectName,
  source: vetted.input.label,
  from: isoMs(vetted.source.extent.start),
  to: isoMs(vetted.source.extent.end),
  events: vetted.events.map(({ at, ...event }) => ({ ...event, at: isoMs(at) })),
  breaks: vetted.source.burns.map((at: EpochSeconds) => isoMs(at)),
  nodes: nodes?.map(({ at, lonDeg }) => ({ at: isoMs(at), lonDeg: round(lonDeg, 5) })) ?? null,
  warnings: [...warnings],
});

function toText({ vetted }: Found, nodes: readonly NodeCrossing[] | null): string {
  const { extent, burns } = vetted.source;
  const events = vetted.events.map(({ at, title, kind, deltaVMps }) => [
    isoMs(at),
    kind,
    title,
    deltaVMps === null ? "" : `${deltaVMps} m/s`,
  ]);
  const crossings = (nodes ?? []).map(({ at, lonDeg }) => [isoMs(at), lonDeg.toFixed(5)]);
  return [
    `${vetted.input.label}, ${isoMs(extent.start)} to ${isoMs(extent.end)}, UTC`,
    "",
    `Events ${events.length > 0 ? "in its comments" : "are not in its comments"}`,
    ...(events.length > 0 ? [table(["time", "kind", "title", "speed"], events, { right: [3] })] : []),
    "",
    `The states begin anew ${burns.length > 0 ? "at" : "nowhere"}`,
    ...burns.map((at) => `  ${isoMs(at)}`),
    ...(nodes ? ["", "Ascending nodes", table(["time", "lon °"], crossings, { right: [1] })] : []),
  ].join("\n");
}

export const orbit = defineVerb({
  positionals: [0, 0],
  options,
  async run({ options: asked }) {
    if (asked.ephemeris === undefined) return err(wrongUse("Name an ephemeris: --ephemeris FILE."));
    const found = await ephemerisIn(asked.ephemeris, asked.object);
    if (!found.ok) return found;
    const span = spanAsked(asked, found.value.vetted.source.extent);
    if (!span.ok) return span;
    const nodes = asked.nodes ? ascendingNodes(found.value.vetted.source, span.value) : ok(null);
    if (!nodes.ok) return err(wrongUse(`The nodes cannot be found: ${nodes.error}.`));
    return ok({
      status: STATUS.done,
      notes: found.value.warnings,
      json: () => toJson(found.value, nodes.value),
      output: () => toText(found.value, nodes.value),
    });
  },
});
