import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOneTimeLink } from "#server/auth/users.ts";
import { expect, test } from "./fixtures.ts";

/** What is written in a PDF, by the system's pdftotext; the test command installs it where it can. */
const textOf = (file: string) => execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });

test("from the one-time link to tomorrow's call sheet", async ({ page, production, baseURL }) => {
  await page.context().clearCookies();
  const link = await createOneTimeLink(production.owner, baseURL ?? "");
  await page.goto(link ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Productions");
  await page.getByRole("link", { name: production.title }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fits the window");

  await page.getByRole("link", { name: "Board", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Board");
});

test("the call sheet of day 3 names the day's scenes and people", async ({ page, production }) => {
  await page.goto(production.path("reports/call-sheet?day=3"));
  const scenes = await page
    .getByRole("region", { name: "Strips of the day" })
    .getByRole("row")
    .locator("b")
    .allInnerTexts();
  expect(scenes.length).toBeGreaterThan(0);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "PDF" }).click();
  const file = join(mkdtempSync(join(tmpdir(), "perigee-pdf-")), "sheet.pdf");
  await (await download).saveAs(file);
  const text = textOf(file);
  expect(text).toContain("Day 3 of 11");
  for (const scene of scenes) expect(text).toMatch(new RegExp(`\\b${scene}\\b`));
  expect(text).toContain("Shipenko");
  expect(text).toContain("Пересильд");
});
