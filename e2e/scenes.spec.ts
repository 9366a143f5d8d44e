import { expect, test } from "./fixtures.ts";

test("a scene's sheet is saved, and says at the field what is wrong", async ({ page, production }) => {
  await page.goto(production.path("scenes/scene-14"));
  const sheet = page.getByRole("form", { name: "Sheet of scene 14" });
  await sheet.getByLabel("Set", { exact: false }).first().fill("");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet.getByText("Give it a name")).toBeVisible();
  await sheet.getByLabel("Set", { exact: false }).first().fill("ZARYA – LONG CORRIDOR");
  await sheet.getByLabel("Synopsis").fill("She flies the whole length without touching a wall.");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet.getByRole("status")).toHaveText("Scene 14 saved");
  await page.reload();
  await expect(page.getByRole("row", { name: /ZARYA – LONG CORRIDOR/ })).toBeVisible();
});
