import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createOneTimeLink } from "#server/auth/users.ts";
import { expect, test } from "./fixtures.ts";

/** What is written in a PDF, by the system's pdftotext; the test command installs it where it can. */
const textOf = (file: string) => execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });

/** The first strip of a shoot day on the board. */
const firstStripOf = (page: Page, day: number) =>
  page
    .getByRole("row", { name: `Day ${day}`, exact: true })
    .getByRole("gridcell")
    .first();

async function saveSheet(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "PDF" }).click();
  const file = join(mkdtempSync(join(tmpdir(), "perigee-sheet-")), "sheet.pdf");
  await (await download).saveAs(file);
  return textOf(file);
}

test("the whole way: one-time link, board, a strip into the sleep period, undo, call sheet", async ({
  page,
  production,
  baseURL,
}) => {
  await page.context().clearCookies();
  await page.goto((await createOneTimeLink(production.owner, baseURL ?? "")) ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Productions");
  await page.getByRole("link", { name: production.title }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fits the window");

  await page.getByRole("navigation").getByRole("link", { name: "Board" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board");
  const strip = firstStripOf(page, 3);
  const name = ((await strip.getAttribute("aria-label")) ?? "").split(",")[0] ?? "";
  await strip.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "Move to…" }).click();
  await page.getByLabel("Start (GMT)").fill("22:00");
  await page.getByRole("button", { name: "Move", exact: true }).click();

  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await expect(inspector.getByRole("link", { name: "Rule sleep" })).toBeVisible();
  await expect(inspector).toContainText(/Shipenko: .* in sleep/);
  await expect(page.getByText(/Does not fit/).first()).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect(page.getByText(/Fits the window/).first()).toBeVisible();
  await expect(inspector.getByRole("link", { name: "Rule sleep" })).toHaveCount(0);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.goto(production.path("reports/call-sheet?day=3"));
  const text = await saveSheet(page);
  expect(text).toContain("Day 3 (4 of 12)");
  expect(text).toMatch(new RegExp(`\\b${name.replace("Scene ", "").split(" ")[0]}\\b`));
  expect(text).toContain("Klim Shipenko");
});

test("the call sheet of day 3 names all of the day's scenes and people, Latin and Cyrillic", async ({
  page,
  production,
}) => {
  await page.goto(production.path("reports/call-sheet?day=3"));
  const scenes = await page
    .getByRole("region", { name: "Strips of the day" })
    .locator("tbody b")
    .allInnerTexts();
  const people = await page
    .getByRole("region", { name: "Calls of the day" })
    .locator("tbody [lang=ru]")
    .allInnerTexts();
  expect(scenes.length).toBeGreaterThan(0);
  expect(people.length).toBeGreaterThan(0);
  const text = await saveSheet(page);
  for (const scene of scenes) expect(text).toMatch(new RegExp(`\\b${scene}\\b`));
  for (const person of people) for (const word of person.split(" ")) expect(text).toContain(word);
});

test("an edit outlives the page", async ({ page, production }) => {
  await page.goto(production.path("board"));
  const strip = firstStripOf(page, 3);
  const name = ((await strip.getAttribute("aria-label")) ?? "").split(",")[0] ?? "";
  await strip.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "To the boneyard" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(
    page
      .getByRole("grid", { name: "Strips in the boneyard" })
      .getByRole("gridcell", { name: new RegExp(`^${name}\\b`) }),
  ).toBeVisible();
});
