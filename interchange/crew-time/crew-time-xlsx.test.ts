import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { crewTime } from "#core/report/crew-time.ts";
import { CONTEXT, smallPlan } from "#core/report/testing-plan.ts";
import { check } from "#core/rules/check.ts";
import { crewTimeXlsx } from "./crew-time-xlsx.ts";

/** The text of every part, whatever its name. */
function partsOf(bytes: Uint8Array): readonly string[] {
  const data = Buffer.from(bytes);
  const parts: string[] = [];
  for (let at = 0; data.readUInt32LE(at) === 0x04034b50; ) {
    const from = at + 30 + data.readUInt16LE(at + 26);
    const packed = data.readUInt32LE(at + 18);
    parts.push(inflateRawSync(data.subarray(from, from + packed)).toString("utf8"));
    at = from + packed;
  }
  return parts;
}

test("accounts, days and lines, with the figures of the report as numbers, and how they are counted", () => {
  const snapshot = smallPlan();
  const model = crewTime.build(snapshot, check(snapshot, []), {}, CONTEXT);
  const sheets = partsOf(crewTimeXlsx(model)).filter((xml) => xml.includes("<worksheet"));
  expect(sheets).toHaveLength(4);
  const rows = sheets.map((xml) => xml.match(/<row /g)?.length);
  expect(rows).toEqual([1 + model.rows.length, 1 + model.days.length, 1 + model.lines.length, 1 + 9 + 2]);
  const [accounts, days, lines, words] = sheets;
  expect(accounts).toContain("Would cost, USD");
  expect(accounts).toContain("<v>151667</v>");
  expect(days).toContain("2021-10-08");
  expect(lines).toContain("Scene 7");
  expect(words).toContain("130,000 USD an hour");
});
