import { expect, test } from "./fixtures.ts";

/** The question is asked in a process of its own, which stands back behind everything else that the machine does. */
test.setTimeout(120_000);
const PATIENCE = { timeout: 60_000 };

test("from a strip in the boneyard to what keeps it out, and back", async ({ page, production }) => {
  await page.goto(production.path("board"));
  const bone = page.getByRole("grid", { name: /boneyard/i }).getByRole("gridcell", { name: /Scene 47/ });
  await bone.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "Why not?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Why not");
  const conflict = page.getByRole("region", { name: "What keeps scene 47 out" });
  await expect(conflict).toContainText("A person does one thing at a time", PATIENCE);
  await expect(page.getByRole("region", { name: "Ways out" })).toBeVisible();
  await page.getByRole("link", { name: "Board", exact: true }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board");
});

test("a scene that nothing keeps out is placed from here, as one edit", async ({ page, production }) => {
  await page.goto(production.path("why?strip=strip-28"));
  const free = page.getByRole("region", { name: "Nothing keeps scene 28 out" });
  await expect(free).toBeVisible(PATIENCE);
  await free.getByRole("button", { name: "Place it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeEnabled();
});
