import { expect, test } from "./fixtures.ts";

test("Ten days does not fit, and names the rules with their amounts", async ({ page, production }) => {
  await page.goto(production.path("overview", "ten-days"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Does not fit");
  const findings = page.getByRole("region", { name: /^Findings/ });
  await expect(findings.getByText("Inside window", { exact: true }).first()).toBeVisible();
  await expect(findings).toContainText(/\d+ min/);
});

test("As flown shows night work and personal time", async ({ page, production }) => {
  await page.goto(production.path("overview", "as-flown"));
  const findings = page.getByRole("region", { name: /^Findings/ });
  await expect(findings.getByText("Sleep", { exact: true }).first()).toBeVisible();
  await expect(findings.getByText("Crew off duty", { exact: true }).first()).toBeVisible();
});

test("a lost day, tried in a branch: what it costs stands beside the current plan, which stays as it was", async ({
  page,
  production,
}) => {
  await page.goto(production.path("scenarios/branch"));
  await page.getByLabel("Name").fill("Seventh day lost");
  await page.getByRole("combobox", { name: "What happens in it" }).click();
  await page.getByRole("option", { name: /day is lost|lose a day/i }).click();
  await page.getByRole("combobox", { name: "Which day" }).click();
  await page.getByRole("option", { name: /Day 7/ }).click();
  await page.getByRole("button", { name: "Branch", exact: true }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Scenarios");
  const table = page.getByRole("region", { name: "Scenarios side by side" });
  await expect(table).toContainText("Seventh day lost");
  await expect(table).toContainText("Day 7 lost");
  await page.goto(production.path("overview", "seventh-day-lost"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Does not fit");
  await page.goto(production.path("overview"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fits the window");
});

test("who comes back to a tab sees what others did to the plan meanwhile", async ({ page, production }) => {
  await page.goto(production.path("scenes"));
  await expect(page.getByRole("banner")).toContainText("Fits the window");
  const lost = {
    clientId: crypto.randomUUID(),
    baseRevision: 0,
    commandId: "close-day",
    input: { dayId: "day-3", isClosed: true },
  };
  expect(
    (
      await page.request.post(`/api/scenarios/${production.scenarioId("Main")}/edits`, { data: lost })
    ).status(),
  ).toBe(200);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByRole("banner")).toContainText("Does not fit");
});
