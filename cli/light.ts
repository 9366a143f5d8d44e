import { stringify } from "csv-stringify/sync";
import { duration } from "#core/base/format.ts";
import { type Interval, interval, lengthOf } from "#core/base/interval.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import {
  DEFINITIONS,
  type Definition,
  type LightOptions,
  lightTable,
  type OrbitInput,
} from "#core/light/index.ts";
import type { Tables } from "#core/model/entities.ts";
import type { LightTable, LinkPass, SunCrossing, TargetPass } from "#core/model/light-table.ts";
import { lightWindow } from "#core/scenario/snapshot.ts";
import type { JsonAnswers } from "./answers/index.ts";
import { readElementFile } from "./element-file.ts";
import { readText } from "./files.ts";
import { isoMs, readInstant } from "./instants.ts";
import { openPlan } from "./plan-source.ts";
import { table } from "./table.ts";
import { type Call, defineVerb, type Refusal, STATUS, wrongUse } from "./verb.ts";

const options = {
  elements: {
    value: "FILE",
    about: "element sets of one satellite, TLE or OMM, instead of a production's",
  },
  satellite: { value: "NUMBER", about: "which one, where the file holds several" },
  scenario: { value: "NAME", about: "a scenario other than the current one" },
  from: {
    value: "ISO",
    about: "from when, such as 2021-10-05T15:00:00Z; without it, from the opening of the shoot window",
  },
  to: { value: "ISO", about: "until when; without it, the closing of the shoot window" },
  definition: {
    value: "WORD",
    about: "what ends the day: first-contact (without it), point-sun or umbra",
  },
  csv: { about: "print the sunrises and sunsets as CSV" },
} as const;
type Asked = Call<typeof options>["options"];

const MAX_DAYS = 366;

/** Orbit data and what else the light depends on. */
interface Source {
  readonly about: JsonAnswers["light"]["production"];
  readonly sets: readonly OrbitInput[];
  readonly options: LightOptions;
  readonly window: Interval | null;
  readonly warnings: readonly string[];
  readonly targetNames?: ReadonlyMap<string, string>;
}

async function fromElements(
  path: string,
  { options: { satellite }, now }: Call<typeof options>,
): Promise<Result<Source, Refusal>> {
  const text = await readText(path);
  if (!text.ok) return text;
  const file = readElementFile(text.value, path, epochSeconds(now().getTime() / 1000), satellite);
  return file.ok ? ok({ about: null, options: {}, window: null, ...file.value }) : file;
}

function shootWindowOf(tables: Tables): Interval | null {
  const main = tables.shootWindow.filter((w) => w.unit === "main");
  if (main.length === 0) return lightWindow(tables);
  return {
    start: epochSeconds(Math.min(...main.map((w) => w.startsAt))),
    end: epochSeconds(Math.max(...main.map((w) => w.endsAt))),
  };
}

async function fromPlan(named: string, call: Call<typeof options>): Promise<Result<Source, Refusal>> {
  const plan = await openPlan(named, call.options.scenario, call.database);
  if (!plan.ok) return plan;
  const { production, tables } = plan.value;
  return ok({
    about: { slug: production.slug, title: production.title },
    sets: [...tables.elementSet, ...tables.ephemeris],
    options: {
      manoeuvres: tables.stationEvent.filter((e) => e.kind === "reboost").map((e) => e.startsAt),
      sites: tables.groundSite,
      targets: tables.groundTarget,
      relayPasses: tables.relayPass,
    },
    targetNames: new Map(tables.groundTarget.map(({ id, name }) => [id, name])),
    window: shootWindowOf(tables),
    warnings: [],
  });
}

function sourceOf(call: Call<typeof options>): Promise<Result<Source, Refusal>> | Result<Source, Refusal> {
  const [named] = call.positionals;
  const { elements } = call.options;
  if (named !== undefined && elements !== undefined)
    return err(wrongUse("Name a production or --elements FILE, not both."));
  if (elements !== undefined) return fromElements(elements, call);
  return named === undefined
    ? err(wrongUse("Name a production, a bundle file or --elements FILE."))
    : fromPlan(named, call);
}

function spanAsked({ from, to }: Asked, window: Interval | null): Result<Interval, Refusal> {
  const start = from === undefined ? window && ok(window.start) : readInstant("--from", from);
  const end = to === undefined ? window && ok(window.end) : readInstant("--to", to);
  if (!start || !end) return err(wrongUse("Say from when to when: --from ISO --to ISO."));
  if (!start.ok) return start;
  if (!end.ok) return end;
  if (start.value >= end.value) return err(wrongUse("--to must lie after --from."));
  if (end.value - start.value > MAX_DAYS * 86_400)
    return err(wrongUse(`Ask for at most ${MAX_DAYS} days at a time.`));
  return ok(interval(start.value, end.value));
}

function definitionAsked({ definition = "first-contact" }: Asked): Result<Definition, Refusal> {
  const known = Object.keys(DEFINITIONS) as Definition[];
  const found = known.find((each) => each === definition);
  return found
    ? ok(found)
    : err(wrongUse(`--definition knows ${known.join(", ")}; "${definition}" is none of them.`));
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

const crossingJson = (c: SunCrossing) => ({
  kind: c.kind,
  firstContact: isoMs(c.firstContact),
  pointSun: isoMs(c.pointSun),
  lastContact: isoMs(c.lastContact),
  latDeg: round(c.latDeg, 4),
  lonDeg: round(c.lonDeg, 4),
  altitudeKm: round(c.altitudeKm, 3),
  source: c.source,
  marginS: round(c.margin, 1),
});
const spanJson = ({ start, end }: Interval) => ({ startsAt: isoMs(start), endsAt: isoMs(end) });

const passJson = ({ kind, name, span, maxElevationDeg, source, margin }: LinkPass) => ({
  kind,
  name,
  ...spanJson(span),
  maxElevationDeg: maxElevationDeg === null ? null : round(maxElevationDeg, 1),
  source,
  marginS: round(margin, 1),
});
const targetJson = (pass: TargetPass, names: Source["targetNames"]) => ({
  target: names?.get(pass.targetId) ?? pass.targetId,
  ...spanJson(pass.span),
  closestAt: isoMs(pass.closestAt),
  closestKm: round(pass.closestKm, 1),
  sunElevationDeg: round(pass.sunElevationDeg, 1),
  source: pass.source,
  marginS: round(pass.margin, 1),
});

const toJson = ({ about, warnings, targetNames }: Source, light: LightTable): JsonAnswers["light"] => ({
  perigee: "light",
  version: 1,
  production: about,
  from: isoMs(light.window.start),
  to: isoMs(light.window.end),
  crossings: light.crossings.map(crossingJson),
  spans: light.spans.map(({ kind, span, source, margin }) => ({
    kind,
    ...spanJson(span),
    source,
    marginS: round(margin, 1),
  })),
  passes: light.passes.map(passJson),
  targets: light.targets.map((pass) => targetJson(pass, targetNames)),
  unknown: light.unknown.map(({ span, reason }) => ({ ...spanJson(span), reason })),
  beta: light.beta.map(({ date, betaDeg }) => ({ date, betaDeg: round(betaDeg, 3) })),
  warnings: [...warnings],
});

const COLUMNS = [
  "kind",
  "firstContact",
  "pointSun",
  "lastContact",
  "latDeg",
  "lonDeg",
  "altitudeKm",
  "source",
  "marginS",
] as const;

const toCsv = (light: LightTable): string =>
  stringify(light.crossings.map(crossingJson), { header: true, columns: [...COLUMNS] });

function toText({ about, targetNames }: Source, light: LightTable): string {
  const { start, end } = light.window;
  const crossings = light.crossings.map((c) => {
    const row = crossingJson(c);
    return [
      row.kind,
      row.firstContact,
      row.pointSun,
      row.lastContact,
      row.latDeg.toFixed(4),
      row.lonDeg.toFixed(4),
      row.altitudeKm.toFixed(3),
      row.source,
      `±${row.marginS} s`,
    ];
  });
  const spans = light.spans.map(({ kind, span }) => [
    kind,
    isoMs(span.start),
    isoMs(span.end),
    duration(lengthOf(span)),
  ]);
  const beta = light.beta.map(({ date, betaDeg }) => [date, `${betaDeg.toFixed(2)}°`]);
  const passes = light.passes
    .map(passJson)
    .map((p) => [
      p.name,
      p.startsAt,
      p.endsAt,
      p.maxElevationDeg === null ? "" : p.maxElevationDeg.toFixed(1),
      `±${p.marginS} s`,
    ]);
  const targets = light.targets
    .map((pass) => targetJson(pass, targetNames))
    .map((p) => [
      p.target,
      p.startsAt,
      p.endsAt,
      p.closestKm.toFixed(1),
      p.sunElevationDeg.toFixed(1),
      `±${p.marginS} s`,
    ]);
  const unknown = light.unknown.map(
    ({ span, reason }) => `  ${isoMs(span.start)} – ${isoMs(span.end)}  ${reason}`,
  );
  const heads = ["kind", "first contact", "point Sun", "last contact", "lat °", "lon °", "altitude km"];
  return [
    `Light${about ? ` of ${about.title}` : ""}, ${isoMs(start)} to ${isoMs(end)}, UTC`,
    ...(unknown.length > 0 ? ["", "Unknown", ...unknown] : []),
    "",
    "Sunrises and sunsets",
    table([...heads, "source", "margin"], crossings, { right: [4, 5, 6, 8] }),
    "",
    "Orbital day and night",
    table(["kind", "from", "to", "length"], spans, { right: [3] }),
    ...(passes.length > 0
      ? ["", "Passes", table(["of", "from", "to", "highest °", "margin"], passes, { right: [3, 4] })]
      : []),
    ...(targets.length > 0
      ? [
          "",
          "Targets below",
          table(["target", "from", "to", "closest km", "Sun there °", "margin"], targets, {
            right: [3, 4, 5],
          }),
        ]
      : []),
    "",
    "Beta angle at 12:00",
    table(["date", "beta"], beta, { right: [1] }),
  ].join("\n");
}

export const light = defineVerb({
  positionals: [0, 1],
  options,
  async run(call) {
    if (call.options.csv && call.wantsJson) return err(wrongUse("Choose --csv or --json."));
    const source = await sourceOf(call);
    if (!source.ok) return source;
    const { sets, options: asked, window, warnings } = source.value;
    const definition = definitionAsked(call.options);
    if (!definition.ok) return definition;
    const span = spanAsked(call.options, window);
    if (!span.ok) return span;
    const found = lightTable(sets, span.value, { ...asked, definition: definition.value });
    const reasons = [...new Set(found.unknown.map(({ reason }) => reason))];
    return ok({
      status: found.unknown.length > 0 ? STATUS.unknown : STATUS.done,
      notes: [...warnings, ...reasons.map((reason) => `Some of the light is unknown: ${reason}`)],
      json: () => toJson(source.value, found),
      output: () => (call.options.csv ? toCsv(found) : toText(source.value, found)),
    });
  },
});
