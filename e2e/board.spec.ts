import { randomUUID } from "node:crypto";
import { userByEmail } from "#server/auth/users.ts";
import { database } from "#server/db/client.ts";
import { applyEdit } from "#server/edits.ts";
import { expect, signInAs, test } from "./fixtures.ts";

test("somebody else was first: the edit is taken back, and says who changed what", async ({
  page,
  production,
}) => {
  const boris = await userByEmail(await production.addUser("Boris", "planner"));
  const scenarioId = production.scenarioId("Main");
  const { productionId } = await database().scenario.findUniqueOrThrow({
    where: { id: scenarioId },
    select: { productionId: true },
  });
  await page.goto(production.path("board"));
  const strip = page.getByRole("row", { name: "Day 3", exact: true }).getByRole("gridcell").first();
  await strip.getByRole("button", { name: /move and more/ }).click();
  const stripId = await database().strip.findFirstOrThrow({
    where: { scenarioId, startsAt: { gte: new Date("2021-10-08T06:00:00Z") } },
    orderBy: { startsAt: "asc" },
    select: { id: true },
  });
  const theirs = await applyEdit({
    productionId,
    scenarioId,
    clientId: randomUUID(),
    baseRevision: null,
    user: boris ?? { id: "", name: "", email: "" },
    commandId: "move-strips",
    input: { moves: [{ stripId: stripId.id, startsAt: "2021-10-08T09:30:00Z" }] },
  });
  expect(theirs.ok).toBe(true);

  await page.getByRole("menuitem", { name: "5 min later" }).click();
  await expect(page.getByText(/Boris/).first()).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(strip).toContainText("09:30");
});

test("marks a strip as shot, and takes it back", async ({ page, production }) => {
  await page.goto(production.path("board"));
  const strip = page.getByRole("row", { name: "Day 3", exact: true }).getByRole("gridcell").first();
  await strip.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "Mark shot" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await strip.getByRole("button", { name: /move and more/ }).click();
  await expect(page.getByRole("menuitem", { name: "Mark shot" })).toBeVisible();
});

test("what the plan says after an undo is said on the next page, too", async ({ page, production }) => {
  const bar = page.getByRole("banner");
  await page.goto(production.path("board"));
  const must = page.getByRole("gridcell", { name: /Scene 25/ }).first();
  await must.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "To the boneyard" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(bar).toContainText("Does not fit");
  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(bar).toContainText("Fits the window");
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fits the window");
  await expect(bar).toContainText("Fits the window");
});

test("a viewer sees the board and has no way to change it", async ({ page, production, baseURL }) => {
  await signInAs(page, await production.addUser("Vera", "viewer"), baseURL ?? "");
  await page.goto(production.path("board"));
  await expect(
    page.getByRole("row", { name: "Day 3", exact: true }).getByRole("gridcell").first(),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /move and more/ })).toHaveCount(0);
});

test("the menu of a strip leads to its best places, and one click puts it there", async ({
  page,
  production,
}) => {
  await page.goto(production.path("board"));
  const strip = page.getByRole("row", { name: "Day 3", exact: true }).getByRole("gridcell").first();
  await strip.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "To the boneyard" }).click();
  const bone = page.getByRole("grid", { name: /boneyard/i }).getByRole("gridcell", { name: /Scene 32/ });
  await bone.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "Best places…" }).click();
  const best = page.getByRole("region", { name: "Best places" });
  await best
    .getByRole("button", { name: /^Place to Day / })
    .first()
    .click();
  await expect(bone).toHaveCount(0);
  await expect(best.getByText("stands here")).toBeVisible();
});

test("while a strip is held, each quarter of an hour of the day under it is shaded by what a start there would break", async ({
  page,
  production,
}) => {
  await page.goto(production.path("board"));
  const day = page.getByRole("row", { name: "Day 3", exact: true });
  const strip = day.getByRole("gridcell").first();
  await expect(strip.getByRole("button", { name: /move and more/ })).toBeVisible();
  // The ruler is a picture, hidden from who hears the page: it is found in its day by the starts that it draws.
  const starts = day.locator("[data-start]");
  await expect(starts).toHaveCount(0);

  const box = await strip.boundingBox();
  if (!box) throw new Error("The first strip of day 3 is not drawn.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 8, { steps: 4 });
  // 06:00 to 21:30.
  await expect(starts).toHaveCount(62);
  await expect(day.locator("[data-start]:not([data-tone])")).toHaveCount(0);
  const quarter = (time: string) =>
    day.locator(`[data-start="${Date.parse(`2021-10-08T${time}:00Z`) / 1000}"]`);
  // Everybody's midday meal.
  await expect(quarter("13:00")).toHaveAttribute("data-tone", "fails");
  expect(
    new Set(await starts.evaluateAll((all) => all.map((each) => each.getAttribute("style")))).size,
  ).toBeGreaterThan(2);

  const at = await quarter("16:15").boundingBox();
  if (!at) throw new Error("The ruler has no 16:15.");
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2, { steps: 4 });
  await expect(quarter("16:15")).toHaveAttribute("data-over", "");
  await page.mouse.up();
  await expect(day.getByRole("gridcell").filter({ hasText: "16:15" })).toHaveCount(1);
  await expect(starts).toHaveCount(0);
});

test("a strip moved into the days of adaptation is as long as it must be there, says so before and after, and goes back as one edit", async ({
  page,
  production,
}) => {
  await page.goto(production.path("board"));
  const strip = page
    .getByRole("row", { name: "Day 7", exact: true })
    .getByRole("gridcell", { name: /^Scene 35/ });
  await expect(strip).toContainText("1 h 45");
  await strip.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "Move to…" }).click();
  const form = page.getByRole("form", { name: "Placement" });
  await form.getByLabel("Day").selectOption({ label: "Day 1 · Wed 6 Oct" });
  await expect(form).toContainText(/shoot \d+ → \d+ min: day 2 of adaptation, .*Peresild/);
  await page.getByRole("button", { name: "Move", exact: true }).click();
  const moved = page.getByRole("alert").filter({ hasText: /shoot \d+ → \d+ min: day 2 of adaptation/ });
  await expect(moved).toBeVisible();
  const there = page
    .getByRole("row", { name: "Day 1", exact: true })
    .getByRole("gridcell", { name: /^Scene 35/ });
  await expect(there).not.toContainText("1 h 45");
  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect(strip).toContainText("1 h 45");
  await expect(page.getByRole("row", { name: "Day 7", exact: true })).toContainText("35");
});

test("the plan that a tab holds opens again and again, from whichever page", async ({ page, production }) => {
  const pages = page.getByRole("navigation", { name: "Pages of this production" });
  await page.goto(production.path("board"));
  for (const other of ["Rules", "Day", "People"]) {
    await pages.getByRole("link", { name: other, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${other.toLowerCase()}`));
    await pages.getByRole("link", { name: "Board", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board");
  }
});
