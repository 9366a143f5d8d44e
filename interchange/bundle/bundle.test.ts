import { describe, expect, test } from "vitest";
import { ENTITY_NAMES } from "#core/model/entities.ts";
import { readBundle } from "./read.ts";
import { testingBundle } from "./testing-bundle.ts";
import { writeBundle } from "./write.ts";

const bundle = testingBundle("film");
const text = writeBundle(bundle);

// biome-ignore lint/suspicious/noExplicitAny: a file that was tampered with has no type.
type Raw = any;
/** The file with something changed. */
const tampered = (change: (raw: Raw) => void): string => {
  const raw = JSON.parse(text);
  change(raw);
  return JSON.stringify(raw);
};
const problemsOf = (file: string) => {
  const outcome = readBundle(file);
  return outcome.ok ? [] : outcome.error;
};
const strip = (raw: Raw) => raw.scenarios[0].tables.strip[1];

describe("round trip", () => {
  test("what was signed and set for a rule that is not there any more is kept, and goes out again", () => {
    const file = tampered((raw) => {
      raw.scenarios[0].tables.waiver[0].ruleId = "own:removed";
      raw.scenarios[0].tables.ruleSetting[0].id = "of-another-version";
    });
    const back = readBundle(file);
    expect(back.ok && JSON.parse(writeBundle(back.value))).toEqual(JSON.parse(file));
  });

  test("a bundle comes back as it was, every table", () => {
    const back = readBundle(text);
    expect(back.ok && back.value).toEqual(bundle);
    for (const entity of ENTITY_NAMES) expect(text).toContain(`"${entity}"`);
  });

  test("the same bundle gives the same text", () => {
    const back = readBundle(text);
    expect(back.ok && writeBundle(back.value)).toBe(text);
  });

  test("it says what it is, and instants are ISO 8601 texts", () => {
    const raw = JSON.parse(text);
    expect([raw.format, raw.version]).toEqual(["perigee-bundle", 1]);
    expect(strip(raw).startsAt).toBe("2021-10-08T10:00:00Z");
  });

  test("fractions of a second survive to the millisecond", () => {
    const file = tampered((raw) => {
      strip(raw).startsAt = "2021-10-08T10:00:00.125Z";
    });
    const back = readBundle(file);
    expect(back.ok && writeBundle(back.value)).toContain("2021-10-08T10:00:00.125Z");
  });

  test("other zones are the same instants", () => {
    const file = tampered((raw) => {
      strip(raw).startsAt = "2021-10-08T13:00:00+03:00";
    });
    const back = readBundle(file);
    expect(back.ok && writeBundle(back.value)).toBe(text);
  });

  test("a table that an older file does not know is empty", () => {
    const file = tampered((raw) => {
      delete raw.scenarios[0].tables.kit;
    });
    const back = readBundle(file);
    expect(back.ok && back.value.scenarios[0]?.tables.kit).toEqual([]);
  });
});

describe("hostile and broken files", () => {
  test.each([
    { name: "nothing", file: "", says: /not whole JSON/ },
    { name: "cut off", file: text.slice(0, text.length / 2), says: /cut off/ },
    { name: "no JSON", file: "<xml/>", says: /not whole JSON/ },
    { name: "another JSON", file: "[1, 2]", says: /no Perigee production/ },
    { name: "null", file: "null", says: /no Perigee production/ },
    {
      name: "a newer version",
      file: tampered((raw) => {
        raw.version = 2;
      }),
      says: /another version/,
    },
    {
      name: "no version",
      file: tampered((raw) => {
        delete raw.version;
      }),
      says: /another version/,
    },
    { name: "50 MB", file: `{"format":"perigee-bundle","note":"${"x".repeat(50_000_000)}"}`, says: /larger/ },
    { name: "100,000 deep", file: `${"[".repeat(100_000)}${"]".repeat(100_000)}`, says: /nested deeper/ },
    {
      name: "deep parameters",
      file: tampered((raw) => {
        let at = raw.scenarios[0].tables.ruleSetting[0].params;
        for (let i = 0; i < 60; i++) {
          at.a = {};
          at = at.a;
        }
      }),
      says: /nested deeper/,
    },
  ])("$name: one problem, of the whole file, with the way out", ({ file, says }) => {
    expect(problemsOf(file)).toEqual([{ path: "", message: expect.stringMatching(says) }]);
    expect(problemsOf(file)[0]?.message).toMatch(/(Export|Take) .+\.$/);
  });

  test("a table that nobody knows is named", () => {
    const file = tampered((raw) => {
      raw.shared.clearances = [];
    });
    expect(problemsOf(file)).toEqual([
      {
        path: "shared",
        message: 'No table is called "clearances" here: leave it out, or export the file again',
      },
    ]);
  });

  test.each([
    {
      name: "no production",
      change: (raw: Raw) => {
        delete raw.production;
      },
      path: "production",
    },
    {
      name: "no scenario",
      change: (raw: Raw) => {
        raw.scenarios = [];
      },
      path: "scenarios",
    },
    {
      name: "an unknown table",
      change: (raw: Raw) => {
        raw.shared.robots = [];
      },
      path: "shared",
    },
    {
      name: "a table that is no list",
      change: (raw: Raw) => {
        raw.shared.person = {};
      },
      path: "shared.person",
    },
    {
      name: "a row that is no row",
      change: (raw: Raw) => {
        raw.shared.person[0] = "Dubrov";
      },
      path: "shared.person[0]",
    },
    {
      name: "no instant",
      change: (raw: Raw) => {
        strip(raw).startsAt = "tomorrow";
      },
      path: "scenarios[0].tables.strip[1].startsAt",
    },
    {
      name: "an instant without a zone",
      change: (raw: Raw) => {
        strip(raw).startsAt = "2021-10-08T10:00:00";
      },
      path: "scenarios[0].tables.strip[1].startsAt",
    },
    {
      name: "a day that is not",
      change: (raw: Raw) => {
        strip(raw).startsAt = "2021-02-30T10:00:00Z";
      },
      path: "scenarios[0].tables.strip[1].startsAt",
    },
    {
      name: "a number as text",
      change: (raw: Raw) => {
        strip(raw).rigMin = "60";
      },
      path: "scenarios[0].tables.strip[1].rigMin",
    },
    {
      name: "half a minute",
      change: (raw: Raw) => {
        strip(raw).rigMin = 0.5;
      },
      path: "scenarios[0].tables.strip[1].rigMin",
    },
    {
      name: "NaN, which JSON writes as null",
      change: (raw: Raw) => {
        strip(raw).rigMin = Number.NaN;
      },
      path: "scenarios[0].tables.strip[1].rigMin",
    },
    {
      name: "a value that is not one of the list",
      change: (raw: Raw) => {
        strip(raw).status = "gone";
      },
      path: "scenarios[0].tables.strip[1].status",
    },
    {
      name: "a field too many",
      change: (raw: Raw) => {
        strip(raw).mood = "dark";
      },
      path: "scenarios[0].tables.strip[1].mood",
    },
    {
      name: "a reference to nothing",
      change: (raw: Raw) => {
        strip(raw).moduleId = "mir";
      },
      path: "scenarios[0].tables.strip[1].moduleId",
    },
    {
      name: "a reference to nothing in a list",
      change: (raw: Raw) => {
        raw.scenarios[0].tables.setUp[0].roleIds = ["nobody-at-all"];
      },
      path: "scenarios[0].tables.setUp[0].roleIds",
    },
    {
      name: "a broken reference of the production",
      change: (raw: Raw) => {
        raw.shared.role[0].personId = "gagarin";
      },
      path: "shared.role[0].personId",
    },
    {
      name: "an id twice",
      change: (raw: Raw) => {
        raw.shared.person.push(raw.shared.person[0]);
      },
      path: "shared.person[2].id",
    },
    {
      name: "a scenario's name twice",
      change: (raw: Raw) => {
        raw.scenarios[1].scenario.name = "Main";
      },
      path: "scenarios[1].scenario.name",
    },
    {
      name: "a scenario's id twice",
      change: (raw: Raw) => {
        raw.scenarios[1].scenario.id = raw.scenarios[0].scenario.id;
      },
      path: "scenarios[1].scenario.id",
    },
    {
      name: "two current scenarios",
      change: (raw: Raw) => {
        raw.scenarios[1].scenario.isCurrent = true;
      },
      path: "scenarios",
    },
    {
      name: "a zone that is not",
      change: (raw: Raw) => {
        raw.production.homeZone = "Moon/Tranquility";
      },
      path: "production.homeZone",
    },
    {
      name: "no current scenario",
      change: (raw: Raw) => {
        raw.scenarios[0].scenario.isCurrent = false;
      },
      path: "scenarios",
    },
  ])("$name: said with its place", ({ change, path }) => {
    expect(problemsOf(tampered(change)).map((problem) => problem.path)).toContain(path);
  });

  test("a huge number", () => {
    const file = text.replace(/"rigMin": 0/, '"rigMin": 1e999');
    expect(problemsOf(file)[0]?.path).toBe("scenarios[0].tables.strip[0].rigMin");
  });

  test("prototypes are neither read nor changed", () => {
    const poisoned = text
      .replace('"note": ""', '"note": "", "__proto__": { "isAdmin": true }')
      .replace('"minRestHours": 8', '"__proto__": { "isAdmin": true }, "minRestHours": 8');
    const outcome = readBundle(poisoned);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    const params = outcome.ok ? outcome.value.scenarios[0]?.tables.ruleSetting[0]?.params : {};
    expect((params as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test("every problem is told at once, and no more than can be read", () => {
    const file = tampered((raw) => {
      for (const row of raw.shared.person) row.category = "alien";
      strip(raw).moduleId = 7;
    });
    expect(problemsOf(file)).toHaveLength(3);
    const many = tampered((raw) => {
      raw.shared.person = Array.from({ length: 5_000 }, () => ({}));
    });
    expect(problemsOf(many)).toHaveLength(200);
  });

  test("problems do not repeat what the file says", () => {
    const file = tampered((raw) => {
      strip(raw).startsAt = "<script>";
    });
    expect(JSON.stringify(problemsOf(file))).not.toContain("<script>");
  });
});

test("a field that there is not is told with the one that may be meant, else with those there are", () => {
  const said = problemsOf(
    tampered((raw) => {
      const { ruleSetting, banner } = raw.scenarios[0].tables;
      ruleSetting[0].ruleId = "sleep";
      banner[0].colour = "red";
    }),
  );
  expect(said.toSorted((a, b) => a.path.localeCompare(b.path))).toEqual([
    {
      path: "scenarios[0].tables.banner[0].colour",
      message: "There is no such field: there are id, dayId, text and order",
    },
    {
      path: "scenarios[0].tables.ruleSetting[0].ruleId",
      message: "There is no such field: is id meant?",
    },
  ]);
});
