import { describe, expect, test } from "vitest";
import { instant } from "#core/base/instant.ts";
import { plan, row, shootDays } from "#core/model/build.ts";
import { STATION_2021 } from "#core/orbit/testing-station.ts";
import type { VettedOrbit } from "#core/orbit/vet.ts";
import { lightOf } from "#core/scenario/snapshot.ts";
import { vetOrbitData } from "#interchange/orbit-data.ts";
import { adoptionOf, withAdoption } from "./adoption.ts";
import { orbitWhatIf } from "./what-if.ts";

const tle = (label: string) => {
  const set = STATION_2021.find((each) => each.label === label);
  if (!set) throw new Error(label);
  return `${set.line1}\n${set.line2}\n`;
};
const TODAY = instant("2021-10-20T00:00:00Z");
const ids = () => {
  let n = 0;
  return () => `new-${++n}`;
};
const setOf = (label: string) => STATION_2021.find((each) => each.label === label);
const withSets = (...labels: string[]) =>
  withRows(labels.map((label) => row("elementSet", label, setOf(label))));
const withRows = (elementSet: ReturnType<typeof row<"elementSet">>[]) => {
  const bare = plan({ shootDay: shootDays(7, 8, 9), elementSet });
  return { ...bare, light: lightOf(bare.tables) };
};
const ask = (text: string, use: Parameters<typeof adoptionOf>[2] = { kind: "nearest" }) => ({
  text,
  source: "test",
  use,
});

describe("what-if of orbit data", () => {
  test("a fresher set narrows the margins of its days, and says by how much the sunrises move", () => {
    const found = orbitWhatIf(
      withSets("c"),
      ask(tle("d"), { kind: "instead", from: null, until: null }),
      TODAY,
      ids(),
    );
    if (!found.ok) throw new Error(found.error);
    const { adoptable, effect, does } = found.value.shown;
    expect(adoptable).toMatchObject([{ format: "TLE" }]);
    expect(adoptable[0]?.usedMin).toBeGreaterThan(2_000);
    expect(does.join(" ")).toContain("c is taken out");
    for (const day of effect?.days ?? []) expect(day.crossings + day.unknownMin.before).toBeGreaterThan(10);
  });

  test("sets with a span of use go first: a set that would never be used says so", () => {
    const found = orbitWhatIf(
      withRows([
        row("elementSet", "d", { ...setOf("d"), usedFrom: instant("2021-09-01T00:00:00Z"), usedUntil: null }),
      ]),
      ask(tle("e")),
      TODAY,
      ids(),
    );
    if (!found.ok) throw new Error(found.error);
    expect(found.value.shown.warnings.join(" ")).toMatch(/would be used for no minute .* Choose/);
    expect(found.value.shown.effect?.days.every(({ mostS }) => mostS === 0)).toBe(true);
  });

  test.each([
    ["garbage", "hello"],
    ["nothing", ""],
    ["a garbled digit", tle("d").replace("51.6444", "51.6445")],
    [
      "another satellite",
      "1 20580U 90037B   21281.50000000  .00001000  00000-0  50000-4 0  9991\n2 20580  28.4700 100.0000 0002800  50.0000  10.0000 15.09000000 10001",
    ],
  ])("%s is refused in a sentence, and nothing would change", (_, text) => {
    const found = orbitWhatIf(withSets("c"), ask(text), TODAY, ids());
    if (!found.ok) throw new Error(found.error);
    expect(found.value.shown.effect).toBeNull();
    expect(found.value.shown.refusals[0]).toMatch(/[.]$/);
    expect(found.value.adoption).toEqual({ shared: [], own: [], does: [] });
  });

  test("the future is refused", () => {
    const found = orbitWhatIf(withSets(), ask(tle("d")), instant("2021-09-01T00:00:00Z"), ids());
    expect(found.ok && found.value.shown.refusals[0]).toContain("future");
  });
});

describe("adoption", () => {
  const [d] = vetOrbitData(tle("d"), { today: TODAY }).adoptable;
  if (!d) throw new Error("set d is refused");

  test("in place of others: they end or begin there, and what lies inside goes", () => {
    const { tables } = withSets("c", "d", "e");
    const use = {
      kind: "instead" as const,
      from: instant("2021-10-06T00:00:00Z"),
      until: instant("2021-10-13T00:00:00Z"),
    };
    const next = withAdoption(tables, adoptionOf(tables, [d], use, ids()));
    if (!next.ok) throw new Error(next.error);
    expect(next.value.elementSet.map(({ id, usedFrom, usedUntil }) => [id, usedFrom, usedUntil])).toEqual([
      ["c", instant("2021-10-04T00:00:00Z"), use.from],
      ["e", use.until, instant("2021-10-16T02:00:00Z")],
      ["new-1", use.from, use.until],
    ]);
  });

  const ephemeris = (events: Extract<VettedOrbit, { kind: "ephemeris" }>["events"]): VettedOrbit => ({
    kind: "ephemeris",
    objectName: "ISS",
    events,
    input: {
      label: "ISS ephemeris",
      frame: "J2000",
      createdAt: TODAY,
      source: "",
      usedFrom: null,
      usedUntil: null,
      segments: [],
    },
    source: {} as never,
  });
  const docking = (iso: string) => ({
    title: "91P Dock",
    kind: "docking" as const,
    at: instant(iso),
    deltaVMps: 0,
  });

  test("events of an ephemeris become events of the station, and replace those of the one before", () => {
    const bare = plan({ shootDay: shootDays(8) });
    const first = withAdoption(
      bare.tables,
      adoptionOf(bare.tables, [ephemeris([docking("2021-10-08T10:00:00Z")])], { kind: "nearest" }, ids()),
    );
    if (!first.ok) throw new Error(first.error);
    expect(first.value.stationEvent).toMatchObject([
      { title: "91P Dock", kind: "docking", takesAttitude: true, marginBeforeMin: 30 },
    ]);
    let n = 10;
    const second = withAdoption(
      first.value,
      adoptionOf(
        first.value,
        [ephemeris([docking("2021-10-09T10:00:00Z")])],
        { kind: "nearest" },
        () => `next-${++n}`,
      ),
    );
    if (!second.ok) throw new Error(second.error);
    expect(second.value.stationEvent.map(({ startsAt }) => startsAt)).toEqual([
      instant("2021-10-09T10:00:00Z"),
    ]);
    expect(second.value.ephemeris).toHaveLength(2);
  });

  test("a docking that the plan has already is left as somebody wrote it", () => {
    const own = row("stationEvent", "own", { kind: "docking", startsAt: instant("2021-10-08T10:40:00Z") });
    const { tables } = plan({ shootDay: shootDays(8), stationEvent: [own] });
    const adoption = adoptionOf(
      tables,
      [ephemeris([docking("2021-10-08T10:00:00Z")])],
      { kind: "nearest" },
      ids(),
    );
    expect(adoption.own).toEqual([]);
    expect(adoption.does.join(" ")).toContain("stand in the plan already");
  });
});
