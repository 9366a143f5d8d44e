import { expect, test } from "vitest";
import { plan, row } from "../../model/build.ts";
import { commandById } from "../../model/command/index.ts";
import { inverse } from "../../model/patch.ts";
import { settingRefusal } from "./settings.ts";

const TABLES = plan({
  person: [row("person", "dubrov")],
  houseRule: [row("houseRule", "meal-break", { params: { earliestHour: 13 }, reason: "The CMO" })],
  ruleSetting: [row("ruleSetting", "noise", { params: { limitDba: 999 }, reason: "Of another version" })],
  ownRule: [
    row("ownRule", "mine", {
      shape: "at-most",
      params: { what: { by: "person", value: "dubrov" }, most: 2 },
    }),
  ],
}).tables;

const refusalOf = (commandId: string, input: object) => {
  const resolved = commandById(commandId)?.bind(input).resolve(TABLES);
  if (!resolved?.ok) throw new Error(resolved?.error.message ?? commandId);
  return settingRefusal(TABLES, resolved.value)?.message ?? null;
};
const adds = (entity: string, over: object) =>
  refusalOf("add-rows", { rows: [{ entity, row: { isEnabled: true, reason: "Asked", ...over } }] });
const changes = (entity: string, id: string, to: object) =>
  refusalOf("change-row", { entity, id, changes: to });

test.each([
  { params: { dailyHours: 6.5 }, says: null },
  { params: { dailyHours: "" }, says: "Daily limit: nothing is given. Use more than 0 h, at most 24 h." },
  { params: { dailyHours: 25 }, says: "Daily limit: 25 h is too much. Use more than 0 h, at most 24 h." },
  {
    params: { hourly: 1 },
    says: 'There is no parameter "hourly": this has Daily limit and Limit in seven days.',
  },
])("a setting with $params", ({ params, says }) => {
  expect(adds("ruleSetting", { id: "daily-duty", params })).toBe(says);
  expect(adds("houseRule", { id: "daily-duty", params })).toBe(says);
});

test("a scenario's setting is read over the production's", () => {
  const params = { latestHour: 12.5 };
  expect(adds("ruleSetting", { id: "meal-break", params })).toBe(
    "Meal begins no later than: 12.5 h GMT is before the earliest that is set. Use 0 to 24 h GMT.",
  );
  expect(changes("houseRule", "meal-break", { params })).toBeNull();
});

test("an own rule is read by its shape, as it is and as it becomes", () => {
  expect(changes("ownRule", "mine", { params: { what: { by: "any", value: "" }, most: -1 } })).toBe(
    "At most: −1 placements is too little. Use a whole number, 0 to 100 placements.",
  );
  expect(changes("ownRule", "mine", { shape: "needs" })).toBe("Needs: choose whom or what it speaks of.");
  expect(changes("ownRule", "mine", { params: { what: { by: "person", value: "" } } })).toBe(
    "What: choose whom or what it speaks of.",
  );
});

test("what stands already refuses nothing but to be set so again", () => {
  expect(changes("ruleSetting", "noise", { reason: "Still" })).toBeNull();
  expect(changes("ruleSetting", "noise", { isEnabled: false })).toBeNull();
  expect(changes("ruleSetting", "noise", { params: { limitDba: 998 } })).toMatch(
    /^Loudest for sync sound: 998/,
  );
  expect(refusalOf("remove-row", { entity: "ruleSetting", id: "noise" })).toBeNull();
});

test("rules and shapes that are not known here, and rows that set no rule, are none of its business", () => {
  expect(adds("ruleSetting", { id: "tides", params: { ebb: 1 } })).toBeNull();
  expect(changes("ownRule", "mine", { shape: "tide" })).toBeNull();
  expect(changes("person", "dubrov", { name: "Pyotr Dubrov" })).toBeNull();
  const removed = commandById("remove-row")?.bind({ entity: "ownRule", id: "mine" }).resolve(TABLES);
  expect(removed?.ok && settingRefusal({ ...TABLES, ownRule: [] }, inverse(removed.value))).toBeNull();
});
