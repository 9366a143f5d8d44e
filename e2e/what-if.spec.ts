import { expect, test } from "./fixtures.ts";

test("Ten days does not fit, and names the rules with their amounts", async ({ page, production }) => {
  await page.goto(production.path("overview", "ten-days"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Does not fit");
  const findings = page.getByRole("region", { name: /^Findings/ });
  await expect(findings.getByRole("link", { name: "inside-window" })).toBeVisible();
  await expect(findings).toContainText(/\d+ min/);
});

test("As flown shows night work and personal time", async ({ page, production }) => {
  await page.goto(production.path("overview", "as-flown"));
  const findings = page.getByRole("region", { name: /^Findings/ });
  await expect(findings.getByRole("link", { name: "sleep", exact: true })).toBeVisible();
  await expect(findings.getByRole("link", { name: "crew-off-duty" })).toBeVisible();
});
