import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { reports } from "#core/report/index.ts";
import { CONTEXT, smallPlan } from "#core/report/testing-plan.ts";
import { check } from "#core/rules/check.ts";
import { papers } from "./index.ts";
import { renderPdf } from "./render-pdf.ts";

const PARAMS = { dayNumber: 3 };
const PUBLISHED = { publishedAt: at("7T18:00") };

const modelOf = (id: string, snapshot: ScenarioSnapshot): unknown =>
  reports.find((report) => report.id === id)?.make(snapshot, check(snapshot), PARAMS, CONTEXT);
const pdfOf = (id: string, snapshot: ScenarioSnapshot) => renderPdf(id, modelOf(id, snapshot), PUBLISHED);
const pages = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length;

/** Names as nobody should write them, and more of everything than fits a page. */
function hostile(): ScenarioSnapshot {
  const snapshot = smallPlan();
  const { tables } = snapshot;
  const many = Array.from({ length: 12 }, (_, i) => i);
  return {
    ...snapshot,
    production: { ...snapshot.production, title: "T".repeat(200), titleLocal: "Ы".repeat(200), company: "" },
    tables: {
      ...tables,
      person: tables.person.map((p) => ({ ...p, name: `\u202e${"שלום 🚀 ".repeat(10)}${p.name}` })),
      scene: tables.scene.map((s) => ({ ...s, setName: "W".repeat(200), synopsis: "слово ".repeat(600) })),
      strip: [
        ...tables.strip.map((s) => ({ ...s, note: "note ".repeat(700) })),
        ...many.map((i) => ({ ...tables.strip[1]!, id: `more-${i}` as never })),
      ],
      setUp: [
        ...tables.setUp,
        ...Array.from({ length: 50 }, (_, i) => ({
          ...tables.setUp[0]!,
          ...{ id: `many-${i}` as never, label: `A${i}`, description: "long ".repeat(60) },
        })),
      ],
    },
  };
}

const PLANS = [
  { name: "a small plan", snapshot: smallPlan },
  { name: "an empty plan", snapshot: () => plan({}) },
  { name: "a plan of empty days", snapshot: () => plan({ shootDay: shootDays(8, 9) }) },
  { name: "forty days", snapshot: () => plan({ shootDay: manyDays(40) }) },
  { name: "hostile names", snapshot: hostile },
] as const;

const manyDays = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const [day] = shootDays(8);
    const shift = i * 86_400;
    return {
      ...day!,
      id: `day-${i}` as never,
      number: i,
      date: new Date(Date.UTC(2021, 9, 6 + i)).toISOString().slice(0, 10),
      wakesAt: (day!.wakesAt + shift) as never,
      sleepsAt: (day!.sleepsAt + shift) as never,
    };
  });

const hasPdfToText = spawnSync("pdftotext", ["-v"]).error === undefined;

function textOf(pdf: Uint8Array, ...options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "perigee-paper-"));
  try {
    writeFileSync(join(folder, "a.pdf"), pdf);
    return execFileSync("pdftotext", [...options, join(folder, "a.pdf"), "-"], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// First in this file, before anything else was drawn: Н is drawn with the parts of H, and H itself is needed only by the second.
test.runIf(hasPdfToText)("a letter is not lost to a file made before", async () => {
  await pdfOf("one-liner", smallPlan());
  const text = textOf(await pdfOf("day-out-of-days", smallPlan()), "-layout");
  expect(text).toMatch(/Work +Hold +Total/);
});

test("every report has its paper, and every paper its report", () => {
  expect(papers.map((paper) => paper.id)).toEqual(reports.map((report) => report.id));
});

test("no paper for an unknown report", async () => {
  await expect(renderPdf("weather", {}, PUBLISHED)).rejects.toThrow(
    'There is no paper for a report "weather".',
  );
});

test.each(reports)(
  "$id: the same input gives the same bytes, from a model or from its JSON",
  async ({ id }) => {
    const model = modelOf(id, smallPlan());
    const first = await renderPdf(id, model, PUBLISHED);
    const again = await renderPdf(id, JSON.parse(JSON.stringify(model)), PUBLISHED);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
  },
);

test("a small day is one page of calls and at most one more", async () => {
  expect(pages(await pdfOf("call-sheet", smallPlan()))).toBeLessThanOrEqual(2);
});

test("twelve days of forty people are one page", async () => {
  const snapshot = smallPlan();
  const cast = Array.from({ length: 37 }, (_, i) => ({
    ...snapshot.tables.role[0]!,
    ...{ id: `extra-${i}` as never, number: i + 10, name: `Cosmonaut ${i}` },
  }));
  const tables = { ...snapshot.tables, role: [...snapshot.tables.role, ...cast], shootDay: manyDays(12) };
  expect(pages(await pdfOf("day-out-of-days", { ...snapshot, tables }))).toBe(1);
});

test.runIf(hasPdfToText)("the text can be taken out again, Cyrillic too", async () => {
  const text = textOf(await pdfOf("call-sheet", smallPlan()), "-layout");
  for (const words of [
    ...[
      "The Challenge",
      "Вызов",
      "Вызывной лист",
      "Day 3 (1 of 2)",
      "Fri 8 Oct 2021",
      "Revision 2, pink",
      "page 1 of",
    ],
    ...["Юлия Пересильд", "Женя", "11:00 MSK", "guide track", "sunrise 19:20:40", "personal time 30 min"],
  ])
    expect(text).toContain(words);
});

test.runIf(hasPdfToText)(
  "what a day breaks, and what of it is waived, is never left out for room",
  async () => {
    const snapshot = smallPlan();
    const found = (name: string, over: object) => ({
      ...{ id: name, ruleId: "travel", rule: "Travel", kind: "violation", level: "hard", amount: 1 },
      ...{ unit: "minutes", message: `Message ${name}.`, waived: null, ...over },
    });
    const many = (n: number, name: string, over: object = {}) =>
      Array.from({ length: n }, (_, i) => found(`${name}${i}`, over));
    const model = reports[0]?.make(snapshot, check(snapshot), PARAMS, CONTEXT) as object;
    const textWith = async (findings: readonly object[]) =>
      textOf(await renderPdf("call-sheet", { ...model, findings }, PUBLISHED), "-layout");

    const full = await textWith([
      ...many(12, "hard"),
      ...many(3, "waived", { waived: "Waived by Kud-Sverchkov." }),
      ...many(4, "gap", { kind: "unknown" }),
    ]);
    for (const words of ["Message hard11.", "Message waived2.", "19 findings"]) expect(full).toContain(words);
    expect(full.match(/Waived by Kud-Sverchkov\./g)).toHaveLength(3);
    expect(full).not.toContain("Message gap");
    expect(full).toContain("and 4 more of this day that break nothing, on the screen");

    const some = await textWith([...many(8, "hard"), ...many(3, "soft", { level: "soft" })]);
    expect(some).toContain("Message soft1.");
    expect(some).not.toContain("Message soft2.");
    expect(some).toContain("and 1 more of this day that break nothing");
    expect(await textWith(many(10, "soft", { level: "soft" }))).not.toContain("more of this day");
  },
);

test.runIf(hasPdfToText)("a draft says so on every page", async () => {
  const snapshot = smallPlan();
  const model = reports[0]?.make(snapshot, check(snapshot), PARAMS, { ...CONTEXT, isDraft: true });
  const text = textOf(await renderPdf("call-sheet", model, PUBLISHED));
  expect(text.match(/DRAFT/g)).toHaveLength(text.match(/page \d+ of \d+/g)?.length ?? -1);
});

/** The last line of each page before its foot. */
const lastLines = (pdf: Uint8Array): readonly string[] =>
  textOf(pdf, "-layout")
    .split("\f")
    .slice(0, -1)
    .map((page) => {
      const lines = page.slice(0, page.indexOf("Times are GMT")).split("\n");
      return lines.findLast((line) => line.trim() !== "") ?? "";
    });

test.runIf(hasPdfToText)(
  "no heading and no table's head stands alone at the foot of a page",
  async () => {
    const snapshot = smallPlan();
    const [day] = snapshot.tables.shootDay;
    const last: string[] = [];
    // Each banner is a line: the sections below it are pushed over the foot of the page, line by line.
    for (let lines = 20; lines < 50; lines += 3) {
      const banner = Array.from({ length: lines }, (_, i) =>
        row("banner", `b${i}`, { dayId: day!.id, order: i, text: `Banner ${i}` }),
      );
      const tables = { ...snapshot.tables, banner };
      last.push(...lastLines(await pdfOf("call-sheet", { ...snapshot, tables })));
    }
    expect(last.length).toBeGreaterThanOrEqual(20);
    expect(
      last.filter((line) => /Свет|Восход|Sunrise|Event|События|Участник|Person|Scenes|Распорядок/.test(line)),
    ).toEqual([]);
  },
  60_000,
);

test.runIf(hasPdfToText)(
  "no day of a one-liner begins at the foot of a page with its head alone",
  async () => {
    const snapshot = smallPlan();
    const [first] = snapshot.tables.strip;
    const last: string[] = [];
    for (let more = 3; more < 13; more++) {
      const strip = manyDays(12).flatMap((_, day) =>
        Array.from({ length: day === 0 ? more : 4 }, (_, i) => ({
          ...first!,
          ...{ id: `s${day}-${i}` as never, startsAt: (at("8T09:00") + day * 86_400 + i * 3_600) as never },
        })),
      );
      const tables = { ...snapshot.tables, shootDay: manyDays(12), strip, setUp: [], assignment: [] };
      last.push(...lastLines(await pdfOf("one-liner", { ...snapshot, tables })));
    }
    expect(last.length).toBeGreaterThanOrEqual(20);
    expect(last.filter((line) => /\d Oct 2021/.test(line))).toEqual([]);
  },
  60_000,
);

/** Words outside the page or in its foot. */
function strayWords(pdf: Uint8Array): readonly string[] {
  const pageXml = textOf(pdf, "-bbox").split("<page ").slice(1);
  const number = (text: string, name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(text)?.[1]);
  return pageXml.flatMap((page) => {
    const [width, height] = [number(page, "width"), number(page, "height")];
    return (page.match(/<word [^>]*>[^<]*/g) ?? []).filter((word) => {
      const isFoot = number(word, "yMin") > height - 36;
      return (
        number(word, "xMin") < 30 ||
        number(word, "xMax") > width - 30 ||
        number(word, "yMax") > (isFoot ? height - 10 : height - 34)
      );
    });
  });
}

test.each(PLANS.flatMap((p) => reports.map(({ id }) => ({ ...p, id }))))(
  "$id renders $name, and keeps it on the page",
  async ({ id, snapshot }) => {
    const pdf = await pdfOf(id, snapshot());
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pages(pdf)).toBeGreaterThan(0);
    expect(hasPdfToText ? strayWords(pdf) : []).toEqual([]);
  },
  30_000,
);
