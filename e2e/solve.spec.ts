import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { database } from "#server/db/client.ts";
import { expect, signInAs, test } from "./fixtures.ts";

/** A search stands back behind everything else that the machine does. */
test.setTimeout(180_000);
const PATIENCE = { timeout: 90_000 };

async function ask(page: Page, howLong: RegExp) {
  await page.getByRole("combobox", { name: "How long to search" }).click();
  await page.getByRole("option", { name: howLong }).click();
  await page.getByRole("button", { name: "Propose a plan" }).click();
}
const answered = (page: Page) =>
  expect(page.getByRole("heading", { name: /^Proposal of/ })).toBeVisible(PATIENCE);

test("ask, watch it come, stop, compare, adopt, undo: one edit there and one back", async ({
  page,
  production,
}) => {
  await page.goto(production.path("overview", "as-flown"));
  await expect(page.getByRole("banner")).toContainText("Does not fit");
  await page.getByRole("link", { name: "Propose a plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Propose a plan");
  await ask(page, /^5 minutes/);

  // Whoever asked is led to what comes.
  const running = page.getByRole("region", { name: "Being worked out" });
  await expect(running).toBeFocused();
  const cost = running.getByRole("definition").first();
  await expect(cost).toHaveText(/^[\d,]+ points$/, PATIENCE);
  // The search begins with the plan of today, and holds on to it until there is a better one.
  const today = (await cost.textContent()) ?? "";
  await expect(cost).not.toHaveText(today, PATIENCE);
  await expect(running).toContainText("Every must set-up has a place.", PATIENCE);
  await expect(running.getByRole("status")).toContainText("A plan was found");
  await expect(running.getByRole("img", { name: /points after/ })).toBeVisible();
  await running.getByRole("button", { name: "Stop and keep the best" }).click();
  await answered(page);
  await expect(page.getByRole("heading", { name: /^Proposal of/ })).toBeFocused();
  await expect(page.getByText("stopped early")).toBeVisible();

  const glance = page.getByRole("region", { name: "Plan of today and proposal" });
  await expect(glance).toContainText(/Does not fit.*Fits the window/);
  await expect(page.getByRole("region", { name: "Findings" })).toContainText("It would break 0");
  await expect(page.getByRole("region", { name: "Day by day" })).toContainText(/Day \d+/);
  await expect(page.getByRole("banner")).toContainText("Does not fit");

  await page.getByRole("button", { name: "Adopt all" }).click();
  await expect(page.getByText(/^Proposal adopted: \d+ strips? (moved|placed)/)).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("Fits the window");
  await expect(page.getByText(/^Adopted by Olga/)).toBeVisible();
  // What was adopted stays to be read.
  await expect(page.getByRole("region", { name: "Plan before and as adopted" })).toContainText(
    /Does not fit.*Fits the window/,
  );
  await expect(page.getByRole("region", { name: "Day by day" })).toContainText(/Day \d+/);

  await page.getByRole("link", { name: "See the board" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board");
  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto(production.path("overview", "as-flown"));
  await expect(page.getByRole("banner")).toContainText("Does not fit");
  await page.goto(production.path("solve", "as-flown"));
  await expect(page.getByText(/^Adopted by Olga.*taken back since/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Proposals so far" })).toContainText(
    "adopted, then taken back",
  );
});

test("others change the plan meanwhile, then a day of the proposal: what it does is shown before it is stored", async ({
  page,
  production,
}) => {
  await page.goto(production.path("solve", "as-flown"));
  await ask(page, /^5 seconds/);
  await answered(page);

  const meanwhile = await page.request.post(`/api/scenarios/${production.scenarioId("As flown")}/edits`, {
    data: {
      clientId: randomUUID(),
      baseRevision: 0,
      commandId: "close-day",
      input: { dayId: "day-3", isClosed: true },
    },
  });
  expect(meanwhile.status()).toBe(200);
  await page.getByRole("button", { name: "Adopt all" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "changed since this was shown" })).toBeVisible();

  await page.getByRole("button", { name: "Adopt by day…" }).click();
  const days = page.getByRole("group", { name: "Days to make as proposed" });
  await days.getByRole("checkbox").first().check();
  await expect(days).toContainText(/It breaks nothing|It would break/);
  await days.getByRole("button", { name: /^Adopt day \d+/ }).click();
  await expect(page.getByText(/^Adopted in part by Olga/)).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText(/^Undone: Proposal adopted/)).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText(/^Discarded by Olga/)).toBeVisible();
});

test("a window too short for the musts: the proposal says what stays out, and leads to why", async ({
  page,
  production,
}) => {
  await database().shootWindow.updateMany({
    where: { scenarioId: production.scenarioId("Main"), unit: "main" },
    data: { endsAt: new Date("2021-10-06T20:41:00Z") },
  });
  await page.goto(production.path("solve"));
  await ask(page, /^5 seconds/);
  await answered(page);
  await page.getByRole("link", { name: "Why do the musts not fit?" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Why not");
  await expect(page.getByRole("region", { name: "Musts without a place" })).toBeVisible();
});

test("who only looks sees proposals beside the plan, and neither asks nor adopts", async ({
  page,
  production,
  baseURL,
}) => {
  await page.goto(production.path("solve", "as-flown"));
  await ask(page, /^1 second:/);
  await answered(page);
  const people = page.getByRole("region", { name: "People" });
  await people
    .getByText(/strips?, days? \d/)
    .first()
    .click();
  await expect(people.getByRole("heading", { name: /^Day \d+/ }).first()).toBeVisible();

  await signInAs(page, await production.addUser("Vera", "viewer"), baseURL ?? "");
  await page.goto(production.path("solve", "as-flown"));
  await answered(page);
  await expect(page.getByRole("region", { name: "Plan of today and proposal" })).toContainText(
    "Does not fit",
  );
  for (const name of [/^Adopt/, "Discard", "Propose a plan", "Propose again"])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  await page.goto(production.path("overview"));
  await expect(page.getByRole("link", { name: "Propose a plan" })).toHaveCount(0);
});

test("while what things are worth is being worked out no plan can be asked for, and the page says so; and the other way round", async ({
  page,
  production,
}) => {
  await page.goto(production.path("solve/prices"));
  await page.getByRole("combobox", { name: "How long to search" }).click();
  await page.getByRole("option", { name: /^10 seconds each/ }).click();
  await page.getByRole("button", { name: "Work it out" }).click();
  await expect(page.getByRole("region", { name: "Being worked out" })).toBeVisible();

  await page.goto(production.path("solve"));
  const asking = page.getByRole("region", { name: "Ask for a proposal" });
  await expect(asking).toContainText("What things are worth is");
  await expect(page.getByRole("button", { name: "Propose a plan" })).toHaveCount(0);
  await asking.getByRole("button", { name: "Stop and keep what there is" }).click();
  await expect(page.getByRole("button", { name: "Propose a plan" })).toBeVisible(PATIENCE);

  await ask(page, /^5 minutes/);
  await expect(page.getByRole("region", { name: "Being worked out" })).toBeVisible();
  await page.goto(production.path("solve/prices"));
  await expect(page.getByRole("region", { name: "Work it out" })).toContainText("A plan is");
  await expect(page.getByRole("button", { name: "Work it out" })).toHaveCount(0);
  await page.getByRole("link", { name: "Watch it" }).click();
  await page.getByRole("region", { name: "Being worked out" }).getByRole("button", { name: /^Stop/ }).click();
  await expect(page.getByRole("button", { name: "Propose a plan" })).toBeVisible(PATIENCE);
});
