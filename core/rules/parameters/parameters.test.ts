import { describe, expect, test } from "vitest";
import { rules } from "../index.ts";
import { shapes } from "../own/index.ts";
import { fieldsOf, type ParameterField } from "./fields.ts";
import { parameterProblems } from "./problems.ts";
import { rangeText, valueText } from "./words.ts";

const all = [...rules, ...shapes].flatMap(({ id, params }) =>
  fieldsOf(params).map((field) => ({ id, params, field, name: `${id} ${field.name}` })),
);
/** Whom own rules speak of; without them nothing of a shape fits. */
const SPOKEN_OF = ["dubrov", "shipenko"];
const whole = (fields: readonly ParameterField[]) =>
  Object.fromEntries(
    fields
      .filter(({ kind }) => kind.is === "selection")
      .map(({ name }, i) => [name, { by: "person", value: SPOKEN_OF[i] }]),
  );

/** What a validator of schemas says, and no planner would. */
const VALIDATOR =
  /invalid|expected|received|too (small|big)|NaN|undefined|null|\bstring\b|regex|pattern|>=|<=/i;
const HOSTILE: readonly unknown[] = [
  ...[null, "", "five", "<b>", -1, 0, 0.5, 1.5, 1e9, -1e9, Number.NaN, Number.POSITIVE_INFINITY],
  ...[
    true,
    [],
    ["x"],
    {},
    { by: "person", value: "" },
    { by: "nobody", value: "x" },
    "25:00",
    "x".repeat(5_000),
  ],
];

describe.each(all)("$name", ({ params, field }) => {
  test("is told by a title of its own", () => {
    expect(field.title).toMatch(/^[A-Z]/);
    expect(field.title).not.toBe(field.name);
  });

  test("refuses hostile values by its title and range", () => {
    let refused = 0;
    for (const value of HOSTILE) {
      const given = { ...whole(fieldsOf(params)), [field.name]: value };
      const fits = params.safeParse(given).success;
      const problems = parameterProblems(params, given);
      expect(problems, String(value)).toHaveLength(fits ? 0 : 1);
      for (const { path, message } of problems) {
        refused++;
        // Of two that must be in order the second is told, which may be what the book says.
        const isPair = fits === false && params.safeParse(given).error?.issues[0]?.code === "custom";
        const of = isPair ? fieldsOf(params).find(({ name }) => name === path[0]) : field;
        expect(path[0]).toBe(of?.name);
        expect(message.startsWith(`${of?.title}: `)).toBe(true);
        expect(message).toMatch(/[.]$/);
        expect(message.length).toBeLessThan(300);
        expect(message.replace(/"[^"]*"/g, "")).not.toMatch(VALIDATOR);
        expect(message).toContain((of && rangeText(of)) ?? "");
        if (of?.unit) expect(message).toContain(of.unit);
      }
    }
    expect(refused).toBeGreaterThan(5);
  });
});

test.each([...rules, ...shapes])("$id knows no other parameter", ({ params }) => {
  const [problem, ...others] = parameterProblems(params, { ...whole(fieldsOf(params)), hourlyLimit: 5 });
  expect(others).toEqual([]);
  expect(problem?.path).toEqual(["hourlyLimit"]);
  expect(problem?.message).toMatch(/^There is no parameter "hourlyLimit": this has /);
});

test.each([...rules, ...shapes])("$id takes what the book says", ({ params }) => {
  const given = whole(fieldsOf(params));
  expect(parameterProblems(params, { ...given, ...(params.parse(given) as object) })).toEqual([]);
});

test.each([null, 5, "x", [1]])("%j are no parameters", (given) => {
  expect(parameterProblems(rules[0]?.params as never, given)).toMatchObject([
    { path: [], message: /no parameters/ },
  ]);
});

test("the parameters of the book, as people read them", () => {
  const lines = all.map(({ id, params, field }) => {
    const value = (params.parse(whole(fieldsOf(params))) as Record<string, unknown>)[field.name];
    const said = field.kind.is === "selection" ? "" : ` = ${valueText(field, value)}`;
    return `${id}: ${field.title}${said} (${rangeText(field) ?? field.kind.is})`;
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "one-light-per-setup: Light before first contact = 4 min (0 to 30 min)",
      "one-light-per-setup: Light after last contact = 3 min (0 to 30 min)",
      "one-light-per-setup: Field of view of a pane = 140° (1 to 180°)",
      "one-light-per-setup: Stretches of light a set-up may use = 1 (a whole number, 1 to 20)",
      "plan-freeze: Freeze before upload = 24 h (0 to 720 h)",
      "plan-freeze: Upload before wake = 12 h (0 to 240 h)",
      "plan-freeze: Weight of a change = 20 points (0 to 10,000 points)",
      "spotter: Spotters = 1 (a whole number, 0 to 4)",
      "awake-limit: Awake at most = 16 h (more than 0 h, at most 72 h)",
      "awake-limit: Awake at most, with consent = 18 h (more than 0 h, at most 72 h)",
      "awake-limit: Shortest sleep that counts = 120 min (a whole number, 1 to 720 min)",
      "crew-off-duty: Weight of a minute of the film's own crew = 1 point (0 to 1,000 points)",
      "turnaround: Shortest rest = 10 h (more than 0 h, at most 24 h)",
      "daily-duty: Daily limit = 10 h (more than 0 h, at most 24 h)",
      "daily-duty: Limit in seven days = 60 h (more than 0 h, at most 168 h)",
      "meal-break: Midday meal = 60 min (a whole number, more than 0 min, at most 180 min)",
      "meal-break: Meal begins no earlier than = 12 h GMT (0 to 24 h GMT)",
      "meal-break: Meal begins no later than = 14 h GMT (0 to 24 h GMT)",
      "exercise: Station crew's exercise a day = 150 min (a whole number, 0 to 480 min)",
      "exercise: Film crew's exercise a day = 0 min (a whole number, 0 to 480 min)",
      "exercise: Rest after a meal = 60 min (a whole number, 0 to 240 min)",
      "exercise-device: A device in use spoils = every take (every take or sync sound)",
      "conferences: Morning conference = 07:30 GMT (a time such as 07:30 GMT)",
      "conferences: Evening conference = 19:05 GMT (a time such as 07:30 GMT)",
      "conferences: Planning conference = 25 min (a whole number, 0 to 240 min)",
      "conferences: Medical conference = 15 min (a whole number, 0 to 240 min)",
      "conferences: Full days with a medical conference = 3 days (a whole number, 0 to 60 days)",
      "arrival-safety: Safety briefing = 60 min (a whole number, 0 to 600 min)",
      "handover: Handover a day = 60 min (a whole number, 0 to 600 min)",
      "crew-time-ledger: Briefing before a call = 15 min (a whole number, 0 to 240 min)",
      "crew-time-ledger: Make-up before a call = 10 min (a whole number, 0 to 240 min)",
      "crew-time-ledger: Rounded up to = 5 min (a whole number, 1 to 60 min)",
      "crew-time-ledger: Way through a hatch = 1 min (0 to 60 min)",
      "crew-time-ledger: Price of an hour = 0 US$ (0 to 10,000,000 US$)",
      "crew-time-ledger: List price of an hour = 130,000 US$ (0 to 10,000,000 US$)",
      "adaptation-strain: Nothing strenuous after launch for = 48 h (0 to 720 h)",
      "slowdown: Longer than on Earth = 1.5 times (1 to 5 times)",
      "slowdown: Slower after launch for = 4 days (a whole number, 1 to 60 days)",
      "seat-fit: Ships whose names begin with = Soyuz (at most 60 characters; empty for every ship)",
      "seat-fit: Least height = 150 cm (more than 0 cm, at most 300 cm)",
      "seat-fit: Greatest height = 190 cm (more than 0 cm, at most 300 cm)",
      "seat-fit: Least sitting height = 80 cm (more than 0 cm, at most 300 cm)",
      "seat-fit: Greatest sitting height = 99 cm (more than 0 cm, at most 300 cm)",
      "seat-fit: Least body mass = 50 kg (more than 0 kg, at most 300 kg)",
      "seat-fit: Greatest body mass = 90 kg (more than 0 kg, at most 300 kg)",
      "clearance: Segments that need no clearance = RS (any of RS and USOS)",
      "thoroughfare: Longest hold = 15 min (0 to 240 min)",
      "travel: A person through a hatch = 1 min (0 to 60 min)",
      "travel: Kit through a hatch = 3 min (0 to 60 min)",
      "rig-time: Rig that stands = 0 min (a whole number, 0 to 600 min)",
      "rig-time: Re-lighting for another scene = 15 min (a whole number, 0 to 600 min)",
      "rig-time: Rig in another module = 60 min (a whole number, 0 to 600 min)",
      "noise: Loudest for sync sound = 55 dB(A) (20 to 100 dB(A))",
      "noise: Quieter with fans off by = 8 dB (0 to 40 dB)",
      "noise: Weight of a dB for a minute = 0.05 points (0 to 100 points)",
      "ventilation: Volume that counts as small = 20 m³ (more than 0 m³, at most 1,000 m³)",
      "ventilation: Most people with fans off = 2 (a whole number, 0 to 20)",
      "ventilation: Longest with fans off = 20 min (0 to 240 min)",
      "free-liquids: Cleaning before strike ends = 30 min (a whole number, 0 to 240 min)",
      "window-light: Light before first contact = 4 min (0 to 30 min)",
      "window-light: Light after last contact = 3 min (0 to 30 min)",
      "window-light: Field of view of a pane = 140° (1 to 180°)",
      "sun-side: Weight of a degree = 0.5 points (0 to 1,000 points)",
      "ground-target: Seen for at least = 1 min (more than 0 min, at most 30 min)",
      "lamp-level: Weight of a lux = 0.1 points (0 to 100 points)",
      "batteries: Usable of a battery = 80 % (10 to 100 %)",
      "media: Checking copies a day = 20 min (a whole number, 0 to 600 min)",
      "link: Counts as a link = any (any, a ground site or a relay)",
      "mass: What a ship takes up = 100 kg (0 to 10,000 kg)",
      "mass: What a ship brings down = 50 kg (0 to 10,000 kg)",
      "mass: The film's share = 30 % (0 to 100 %)",
      "tiers: Weight of a should set-up = 20,000 points (a whole number, 0 to 1,000,000 points)",
      "tiers: Weight of a nice set-up = 2,000 points (a whole number, 0 to 1,000,000 points)",
      "tiers: Weight of a point = 1 point (0 to 1,000 points)",
      "crew-time: Weight of a minute = 0.5 points (0 to 1,000 points)",
      "few-moves: Weight of a move = 15 points (0 to 100,000 points)",
      "few-hold-days: Weight of a day = 60 points (0 to 100,000 points)",
      "reserve: In hand on the first days = 30 % (0 to 100 %)",
      "reserve: First days until day = 3 (a whole number, −30 to 400)",
      "reserve: In hand after them = 20 % (0 to 100 %)",
      "reserve: Last days = 2 days (a whole number, 0 to 400 days)",
      "reserve: In hand on the last days = 50 % (0 to 100 %)",
      "reserve: Weight of a minute = 1 point (0 to 1,000 points)",
      "script-order: Weight of an inversion = 0.2 points (0 to 1,000 points)",
      "stability: Weight of a strip moved = 10 points (0 to 100,000 points)",
      "at-most: What (selection)",
      "at-most: At most = 1 placement (a whole number, 0 to 100 placements)",
      "at-most: Counted over = 1 shoot day (a whole number, 1 to 60 shoot days)",
      "total-at-most: What (selection)",
      "total-at-most: At most = 240 min (a whole number, 0 to 100,000 min)",
      "total-at-most: Counted = each shoot day (each shoot day or in the whole plan)",
      "only-between: What (selection)",
      "only-between: From = 09:00 GMT (a time such as 09:30 GMT)",
      "only-between: Until = 18:00 GMT (a time such as 09:30 GMT)",
      "needs: What (selection)",
      "needs: Needs (selection)",
      "before: First (selection)",
      "before: Then (selection)",
      "before: Shortest time between = 0 min (a whole number, 0 to 86,400 min)",
      "before: Longest time between = nothing (a whole number, 0 to 86,400 min, or nothing)",
      "not-within: What (selection)",
      "not-within: Keeps away from (selection)",
      "not-within: By at least = 60 min (a whole number, 1 to 86,400 min)",
    ]
  `);
});
