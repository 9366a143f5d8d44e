import { expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import type { ScenarioId } from "#core/model/ids.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { jsonSchemas } from "./answers/index.ts";
import { bundleFile, bundleOf, perigee } from "./testing-cli.ts";

const strip = (startsAt: ReturnType<typeof at> | null) =>
  row("strip", "s7", { sceneId: "7", startsAt, moduleId: "nauka", rigMin: minutes(60) });
const tables = {
  shootDay: shootDays(8, 9),
  module: [row("module", "nauka")],
  pane: [row("pane", "pane", { moduleId: "nauka" })],
  scene: [row("scene", "7", { moduleId: "nauka" })],
  strip: [strip(at("8T10:00"))],
  setUp: [row("setUp", "7A", { sceneId: "7", stripId: "s7" })],
};
const fits = plan(tables);
const unplaced = plan({ ...tables, strip: [strip(null)] });
const unlit = plan({
  ...tables,
  setUp: [row("setUp", "7A", { sceneId: "7", stripId: "s7", light: "day", paneId: "pane" })],
});
const named = (name: string, snapshot: ScenarioSnapshot): ScenarioSnapshot => ({
  ...snapshot,
  scenario: { ...snapshot.scenario, id: name as ScenarioId, name, isCurrent: false },
});

const file = bundleFile(bundleOf(fits, named("Ten days", unplaced), named("No orbit data", unlit)));

test("a plan that fits ends with 0, and the first line says so", async () => {
  const { status, out } = await perigee(["check", file]);
  expect(out.split("\n")[0]).toMatch(/^Fits, .* in hand; judged by \d+ of \d+ rules$/);
  expect(out).toContain("In the can: 8 Oct 11:30 GMT");
  expect(out).toContain("No findings");
  expect(status).toBe(0);
});

test("a plan that does not fit ends with 1 and names the rule and the amount", async () => {
  const { status, out } = await perigee(["check", file, "--scenario", "Ten days"]);
  expect(out).toMatch(/^Does not fit; judged by /);
  expect(out).toContain("must-scenes: 1 violation, 30 min missing");
  expect(out).toContain("✗ 30 min missing: Scene 7");
  expect(status).toBe(1);
});

test("one of something is told as one", async () => {
  const most = row("ownRule", "most", {
    ...{ title: "One of Nauka", shape: "at-most", level: "hard" },
    params: { what: { by: "module", value: "nauka" }, most: 0, days: 1 },
  });
  const { out } = await perigee(["check", bundleFile(bundleOf(plan({ ...tables, ownRule: [most] })))]);
  expect(out).toContain("1 violation, 1 placement over");
  expect(out).toMatch(/✗ 1 placement over.*1 placement of nauka on 8 Oct, 0 allowed\./);
});

test("a plan that cannot be judged ends with 3 and says what is missing", async () => {
  const { status, out } = await perigee(["check", file, "--scenario", "no ORBIT data"]);
  expect(out).toMatch(/^Fits, with unknowns, /);
  expect(out).toContain("window-light: 1 unknown\n    ? unknown");
  expect(out).toContain("There is no orbit data");
  expect(status).toBe(3);
});

test("rules that do not judge are counted and named with their reason: an own rule by its title", async () => {
  const off = row("ownRule", "b7c1", {
    ...{
      title: "Nothing before ten",
      shape: "only-between",
      isEnabled: false,
      reason: "Agreed for one week",
    },
    params: { what: { by: "any", value: "" }, from: "10:00", until: "20:00" } as never,
  });
  const noise = row("ruleSetting", "noise", { isEnabled: false, reason: "Guide track only." });
  const { out } = await perigee([
    "check",
    bundleFile(bundleOf(plan({ ...tables, ownRule: [off], ruleSetting: [noise] }))),
  ]);
  const [, judged, all] = out.match(/Judged by (\d+) of (\d+) rules\. Not judged:/) ?? [];
  expect(Number(all) - Number(judged)).toBe(2);
  expect(out).toContain("  noise: Off in this scenario: Guide track only.\n");
  expect(out).toContain('  own rule "Nothing before ten": Off: Agreed for one week.');
});

test("the parts of the minutes in hand add up", async () => {
  const { out } = await perigee(["check", file, "--json"]);
  const { minutes } = jsonSchemas.check.parse(JSON.parse(out));
  const { shootableMin, placementsMin, travelMin, mustNotPlacedMin, reserveMin, inHandMin } = minutes;
  expect(inHandMin).toBe(shootableMin - placementsMin - travelMin - mustNotPlacedMin - reserveMin);
  expect(placementsMin).toBe(90);
});

test("JSON says where, who and how much", async () => {
  const { status, out } = await perigee(["check", file, "--scenario", "Ten days", "--json"]);
  const answer = jsonSchemas.check.parse(JSON.parse(out));
  expect(answer).toMatchObject({
    verdict: "does-not-fit",
    scenario: { name: "Ten days", isCurrent: false },
    inTheCanAt: null,
    rules: [{ id: "must-scenes", violations: 1, unknown: 0, amount: 30, unit: "minutes missing" }],
    findings: [{ ruleId: "must-scenes", kind: "violation", level: "hard", amount: 30, startsAt: null }],
  });
  expect(answer.judged.length).toBeGreaterThan(answer.rules.length);
  expect(status).toBe(1);
});

test("a scenario that is not there: the ones nearest to it, and 2", async () => {
  const { status, out, err } = await perigee(["check", file, "--scenario", "Ten dys"]);
  expect(err).toBe('There is no scenario "Ten dys". Did you mean Ten days?\n');
  expect([status, out]).toEqual([2, ""]);
});
