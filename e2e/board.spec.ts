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
