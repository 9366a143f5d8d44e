import * as z from "zod";

/**
 * What --json prints: one object, named by its verb and versioned. A field is added without a new version; one that goes or changes
 * its meaning makes it. Times are ISO 8601 in UTC; a name that ends in Min, Deg, Km or S says its unit. Tests hold every answer to
 * these, docs/cli.md is made from them.
 */

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
const date = z.iso.date();
const minutes = z.number();
const about = <T extends z.ZodType>(schema: T, text: string): T => schema.describe(text) as T;

const production = about(z.object({ slug: z.string(), title: z.string() }), "the production");
const scenario = about(
  z.object({ name: z.string(), revision: z.int(), isCurrent: z.boolean() }),
  "the scenario of it",
);

const answer = <V extends string, S extends z.ZodRawShape>(verb: V, shape: S) =>
  z.strictObject({ perigee: z.literal(verb), version: z.literal(1), ...shape });

const check = answer("check", {
  production,
  scenario,
  verdict: about(z.enum(["fits", "fits-with-unknowns", "does-not-fit"]), "exit status 0, 3, 1"),
  minutes: about(
    z.object({
      shootableMin: minutes,
      placementsMin: minutes,
      travelMin: minutes,
      mustNotPlacedMin: minutes,
      reserveMin: minutes,
      inHandMin: minutes,
    }),
    "of the main unit; in hand is shootable less the others, below 0 when short",
  ),
  inTheCanAt: about(
    instant.nullable(),
    "end of the last must set-up; null when not all are placed or shot, and when no placement tells it",
  ),
  judged: about(z.array(z.string()), "rules that judged: of the book, then the plan's own as own:<id>"),
  notJudged: about(z.array(z.string()), "rules that did not, likewise"),
  rules: about(
    z.array(
      z.object({
        id: z.string(),
        violations: z.int(),
        unknown: z.int(),
        amount: z.number(),
        unit: z.string(),
      }),
    ),
    "rules with findings; amount is the sum over violations",
  ),
  findings: about(
    z.array(
      z.object({
        id: z.string(),
        ruleId: z.string(),
        kind: z.enum(["violation", "unknown"]),
        level: z.enum(["hard", "soft"]),
        amount: z.number(),
        unit: z.string(),
        startsAt: instant.nullable(),
        endsAt: instant.nullable(),
        strips: z.array(z.object({ id: z.string(), scene: z.string(), part: z.string() })),
        people: z.array(z.object({ id: z.string(), name: z.string() })),
        message: z.string(),
      }),
    ),
    "in the order of the rule book; the same finding keeps its id from edit to edit",
  ),
  days: about(
    z.array(
      z.object({
        number: z.int(),
        date,
        wakesAt: instant,
        sleepsAt: instant,
        isClosed: z.boolean(),
        shootableMin: minutes,
        usedMin: minutes,
        reservedMin: minutes,
        freeMin: minutes,
      }),
    ),
    "shoot days",
  ),
});

const light = answer("light", {
  production: about(z.object({ slug: z.string(), title: z.string() }).nullable(), "null with --elements"),
  from: instant,
  to: instant,
  crossings: about(
    z.array(
      z.object({
        kind: z.enum(["sunrise", "sunset"]),
        firstContact: instant,
        pointSun: instant,
        lastContact: instant,
        latDeg: z.number(),
        lonDeg: z.number(),
        altitudeKm: z.number(),
        source: z.string(),
        marginS: z.number(),
      }),
    ),
    "every sunrise and sunset; place (geodetic, WGS 84) is the station's at first contact; margin grows with the age of the orbit data",
  ),
  spans: about(
    z.array(
      z.object({
        kind: z.enum(["day", "night"]),
        startsAt: instant,
        endsAt: instant,
        source: z.string(),
        marginS: z.number(),
      }),
    ),
    "orbital day and night, cut where the orbit data changes",
  ),
  passes: about(
    z.array(
      z.object({
        kind: z.enum(["ground-site", "relay"]),
        name: z.string(),
        startsAt: instant,
        endsAt: instant,
        maxElevationDeg: z.number().nullable(),
        source: z.string(),
        marginS: z.number(),
      }),
    ),
    "when the production's ground sites and relays can be talked to; empty with --elements",
  ),
  targets: about(
    z.array(
      z.object({
        target: z.string(),
        startsAt: instant,
        endsAt: instant,
        closestAt: instant,
        closestKm: z.number(),
        sunElevationDeg: z.number(),
        source: z.string(),
        marginS: z.number(),
      }),
    ),
    "when the production's targets lie within their radius of the point below, and how high the Sun stands there",
  ),
  unknown: about(
    z.array(z.object({ startsAt: instant, endsAt: instant, reason: z.string() })),
    "where the light cannot be told; exit status 3 unless empty",
  ),
  beta: about(z.array(z.object({ date, betaDeg: z.number() })), "beta angle at 12:00 UTC"),
  warnings: about(z.array(z.string()), "orbit data left out, or at odds"),
});

const report = {
  production,
  scenario,
  report: about(z.string(), "id of the report"),
  title: z.string(),
  file: about(z.string().nullable(), "the PDF that was written, with -o"),
  model: about(z.looseObject({}), "what the report says; its fields are the report's own and not versioned"),
};

const orbit = answer("orbit", {
  object: about(z.string(), "what the ephemeris calls it"),
  source: about(z.string(), "label of the ephemeris"),
  from: about(instant, "where it may be used from"),
  to: instant,
  events: about(
    z.array(
      z.object({
        title: z.string(),
        kind: z.enum(["docking", "undocking", "reboost", "launch", "other"]),
        at: instant,
        deltaVMps: z.number().nullable(),
      }),
    ),
    "what its author foresees: the event table in its comments",
  ),
  breaks: about(z.array(instant), "burns, dockings and other places across which nothing is interpolated"),
  nodes: about(
    z.array(z.object({ at: instant, lonDeg: z.number() })).nullable(),
    "ascending nodes: crossings of the equator northward, longitude east positive; null without --nodes",
  ),
  warnings: z.array(z.string()),
});

const told = z.object({
  is: z.enum(["scene", "stays", "rule"]),
  ruleId: z.string().nullable(),
  strips: z.array(z.string()),
  text: z.string(),
  isEnough: about(z.boolean(), "shown: without it alone, all else as it is, what is asked about goes in"),
});
const way = z.object({
  kind: z.string(),
  words: z.string(),
  pricePoints: about(z.number(), "priority points; the cheapest first"),
  asked: about(z.string(), "what is asked of others, where something is"),
  parts: about(
    z.array(z.object({ ruleId: z.string().nullable(), points: z.number() })),
    "of the price: a soft rule's points more or, below 0, fewer; null: what is asked",
  ),
  placements: z.array(z.object({ strip: z.string(), startsAt: instant, module: z.string().nullable() })),
  edit: about(
    z.object({ commandId: z.string(), input: z.unknown() }).nullable(),
    "the edit that makes it so; null where it would be too much for one",
  ),
  grantedBy: about(
    z.enum(["station"]).nullable(),
    "who has to grant it before it is more than a what-if on a copy",
  ),
  waives: about(
    z.object({ ruleId: z.string(), amount: z.number() }).nullable(),
    "to be signed before the plan fits with it",
  ),
  asks: about(z.array(z.string()), "what it costs or leaves open besides"),
});
const why = answer("why", {
  production,
  scenario,
  together: about(
    z
      .object({
        strips: z.array(z.string()),
        is: about(
          z.enum(["fits", "never", "open"]),
          "a plan of them was found; proved that there is none; neither",
        ),
        most: about(z.int(), "so many can be in at most, as far as is proved"),
        nowhere: about(z.array(z.string()), "strips that fit nowhere, even with nothing else in the plan"),
        conflicts: about(
          z.array(
            z.object({
              strips: z.array(z.string()),
              scenes: z.array(z.string()),
              most: z.int(),
              isMinimal: about(z.boolean(), "each member was shown to be needed"),
              conflict: z.array(told),
              ways: z.array(way.extend({ frees: z.enum(["all", "these"]) })),
            }),
          ),
          "sets of them that cannot all be in, wherever they stand, without a strip in common",
        ),
        place: about(
          way.nullable(),
          "the plan with all of them in it, where they fit and some have no place",
        ),
        cutBy: about(
          z.enum(["steps", "clock"]).nullable(),
          "what ended it before all was worked out; by the clock another run may tell more",
        ),
        notes: z.array(z.string()),
      })
      .nullable(),
    "whether several can all be in, wherever they stand; null where one was asked about",
  ),
  strips: about(
    z.array(
      z.object({
        strip: z.string(),
        scene: z.string(),
        free: about(
          z.object({ startsAt: instant, starts: z.int() }).nullable(),
          "where it goes as the plan stands, and of how many starts; null: nowhere",
        ),
        conflict: about(
          z.array(told),
          "what cannot all hold; the members alone would without any one of them, and where isEnough says so all the rest would too",
        ),
        others: about(z.array(told), "rules each of which keeps it out by itself as well"),
        ways: about(z.array(way), "each tried on a copy and judged by the whole book"),
        notes: z.array(z.string()),
      }),
    ),
    "one for each strip without a place that was asked about, beside the others where they stand; exit status 1 when one of them has no place, or several cannot all be in",
  ),
});
export const jsonSchemas = {
  check,
  why,
  light,
  orbit,
  "call-sheet": answer("call-sheet", report),
  report: answer("report", report),
  solve: answer("solve", {
    production,
    scenario,
    seed: z.int(),
    rounds: about(z.int(), "that the search went; the same seed and rounds give the same plan"),
    iterations: z.int(),
    seconds: z.number(),
    verdict: about(
      z.enum(["fits", "fits-with-unknowns", "does-not-fit"]),
      "of the proposal: exit status 0, 3, 1",
    ),
    inHandMin: minutes,
    objective: about(
      z.object({
        points: z.number(),
        mustsMissingMin: minutes,
        parts: z.array(z.object({ ruleId: z.string(), points: z.number() })),
      }),
      "priority points, never above 0: what is left out and what is dear, by soft rule",
    ),
    bound: about(z.number().nullable(), "no plan is worth more points; null while nothing is proven"),
    gap: about(z.number().nullable(), "what might still be won, as a share of what is at stake"),
    isOptimal: about(z.boolean(), "nothing is better, proven"),
    notes: about(
      z.array(z.string()),
      "what is worth saying of it: nothing to plan, strips that fit nowhere …",
    ),
    setUps: about(
      z.array(z.object({ tier: z.enum(["must", "should", "nice"]), in: z.int(), of: z.int() })),
      "that have a place, by tier",
    ),
    strips: about(
      z.array(
        z.object({
          id: z.string(),
          scene: z.string(),
          part: z.string(),
          change: z.enum(["stays", "moved", "placed", "returned"]),
          startsAt: instant.nullable(),
          module: z.string().nullable(),
          rigMin: minutes,
          shootMin: minutes,
          strikeMin: minutes,
        }),
      ),
      "every strip of the proposal in order of start; those without a place last",
    ),
    savedAs: about(z.string().nullable(), "the new scenario"),
    file: about(z.string().nullable(), "where the bundle with it went"),
  }),
  export: answer("export", {
    production,
    scenarios: about(z.array(z.string()), "names"),
    file: z.string(),
    bytes: z.int(),
  }),
  generate: answer("generate", {
    production,
    scenes: z.int(),
    days: z.int(),
    seed: z.int(),
    file: z.string(),
    bytes: z.int(),
  }),
  import: answer("import", { production, scenarios: z.array(z.string()), owner: z.string() }),
  seed: answer("seed", {
    production,
    isNew: about(z.boolean(), "false: it was there already and was left as it is"),
    email: about(z.string(), "the sample's producer"),
    password: about(z.string().nullable(), "set for a producer made now; it is shown this once"),
  }),
  "user add": answer("user add", {
    email: z.string(),
    name: z.string(),
    isNew: about(z.boolean(), "false: known already, and only made a member"),
    password: about(z.string().nullable(), "when generated; it is shown this once"),
    production: about(z.string().nullable(), "slug"),
    role: z.string().nullable(),
  }),
  link: answer("link", {
    email: z.string(),
    link: z.string(),
    hours: about(z.number(), "how long it holds"),
  }),
  "bench talent": answer("bench talent", {
    file: z.string(),
    scenes: z.int(),
    cast: z.int(),
    cost: about(z.int(), "what the cast is paid in this order, waiting included; duration times pay"),
    order: about(z.array(z.int()), "the scenes as they are shot, the file's first being 1"),
    proven: about(z.boolean(), "no order costs less"),
    lowerBound: about(z.int(), "what every order costs at least; the cost where it is proven"),
    milliseconds: about(z.number(), "of solving, without reading the file"),
    nodes: about(z.int(), "states that the search developed"),
  }),
  help: answer("help", {
    verbs: z.array(z.object({ id: z.string(), usage: z.string(), summary: z.string() })),
  }),
  error: answer("error", {
    status: about(z.union([z.literal(2), z.literal(3)]), "the exit status"),
    message: about(z.string(), "what is wrong, and the way out"),
  }),
} as const;

export type JsonAnswers = { [V in keyof typeof jsonSchemas]: z.output<(typeof jsonSchemas)[V]> };
export type JsonAnswer = JsonAnswers[keyof JsonAnswers];
