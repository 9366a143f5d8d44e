import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { userByEmail } from "#server/auth/users.ts";
import { database } from "#server/db/client.ts";
import { applyEdit } from "#server/edits.ts";
import { expect, signInAs, type TestProduction, test } from "./fixtures.ts";

/** An edit by somebody else, so many days ago. */
async function edited(
  production: TestProduction,
  email: string,
  edit: { readonly commandId: string; readonly input: unknown },
  daysAgo = 0,
) {
  const scenarioId = production.scenarioId("Main");
  const { productionId } = await database().scenario.findUniqueOrThrow({
    where: { id: scenarioId },
    select: { productionId: true },
  });
  const user = await userByEmail(email);
  if (!user) throw new Error(`There is no ${email}.`);
  const done = await applyEdit({
    ...{ productionId, scenarioId, user, clientId: randomUUID(), baseRevision: null },
    ...edit,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const createdAt = new Date(Date.now() - daysAgo * 86_400_000);
  await database().edit.update({ where: { id: done.value.editId ?? "" }, data: { createdAt } });
}
const eighths = (n: number) => ({
  commandId: "change-row",
  input: { entity: "scene", id: "scene-1", changes: { eighths: n } },
});

async function setRest(page: Page, hours: string) {
  const settings = page.getByRole("form", { name: /^Settings of/ });
  await settings.getByLabel(/rest/i).first().fill(hours);
  await settings.getByLabel("Why").fill("Agreed with the crew office");
  await settings.getByRole("button", { name: "Save rule" }).click();
}
const WORDS = /Rule ‘Turnaround’: .+ → 11 h \(reason: “Agreed with the crew office”\)/;

test("a rule set otherwise is undone where it was set: by the note, and by the keys", async ({
  page,
  production,
}) => {
  const undo = page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  const redo = page.getByRole("banner").getByRole("button", { name: /^Redo/ });
  await page.goto(production.path("rules/turnaround"));
  await setRest(page, "11");
  const note = page.getByRole("alert").filter({ hasText: WORDS });
  await expect(note).toBeVisible();
  await expect(undo).toHaveAccessibleName(WORDS);
  await note.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText(/^Undone: Rule ‘Turnaround’/)).toBeVisible();
  await expect(undo).toHaveAccessibleName("Undo");
  await expect(redo).toHaveAccessibleName(WORDS);

  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+Shift+Z");
  await expect(page.getByText(/^Done again: Rule ‘Turnaround’/)).toBeVisible();
  await expect(undo).toHaveAccessibleName(WORDS);
  await page.keyboard.press("Control+Z");
  await expect(redo).toHaveAccessibleName(WORDS);
});

test("on a phone undo and redo are in one menu, each with what it would do", async ({ page, production }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(production.path("rules/turnaround"));
  await setRest(page, "11");
  const menu = page.getByRole("banner").getByRole("button", { name: "Undo and redo" });
  await expect(page.getByRole("alert").filter({ hasText: WORDS })).toBeVisible();
  await menu.click();
  await page.getByRole("menuitem", { name: /^Undo: Rule ‘Turnaround’/ }).click();
  await expect(page.getByText(/^Undone: Rule ‘Turnaround’/)).toBeVisible();
  await menu.click();
  await expect(page.getByRole("menuitem", { name: "Nothing to undo" })).toBeDisabled();
  await page.getByRole("menuitem", { name: /^Redo: Rule ‘Turnaround’/ }).click();
  await expect(page.getByText(/^Done again: Rule ‘Turnaround’/)).toBeVisible();
});

test("a field keeps its own Ctrl+Z while somebody types", async ({ page, production }) => {
  await page.goto(production.path("rules/turnaround"));
  await setRest(page, "11");
  const undo = page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  await expect(undo).toHaveAccessibleName(WORDS);
  const why = page.getByRole("form", { name: /^Settings of/ }).getByLabel("Why");
  await why.pressSequentially(" in July");
  await why.press("Control+Z");
  await expect(why).not.toHaveValue(/July$/);
  await expect(undo).toHaveAccessibleName(WORDS);
});

test("what was edited on one page is undone on another, the last first", async ({ page, production }) => {
  await page.goto(production.path("board"));
  const strip = page.getByRole("row", { name: "Day 3", exact: true }).getByRole("gridcell").first();
  await strip.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "5 min later" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const undo = page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  await expect(undo).toHaveAccessibleName(/^Undo: Scene /);

  await page.getByRole("link", { name: "Rules", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rules");
  await expect(undo).toHaveAccessibleName(/^Undo: Scene /);
  await page.goto(production.path("rules/turnaround"));
  await setRest(page, "11");
  await expect(undo).toHaveAccessibleName(WORDS);
  await undo.click();
  await expect(undo).toHaveAccessibleName(/^Undo: Scene /);
  await undo.click();
  await expect(undo).toHaveAccessibleName("Undo");
});

test("the history tells who did what on which day, and undoes it days later, by somebody else", async ({
  page,
  production,
}) => {
  const boris = await production.addUser("Boris", "planner");
  await page.goto(production.path("history"));
  await expect(page.getByText("Nothing edited yet")).toBeVisible();
  await edited(production, boris, eighths(40), 3);
  await page.goto(production.path("history"));
  const edit = page.getByRole("listitem").filter({ hasText: "Scene 1: length" });
  await expect(edit).toContainText("Boris");
  await edit.getByRole("link", { name: "Scene 1, scenes" }).click();
  await expect(page.getByRole("heading", { name: /Scene 1/ }).first()).toBeVisible();

  await page.goto(production.path("history"));
  await edit.getByRole("button", { name: /^Undo: Scene 1/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Undo: Scene 1: length" })).toBeVisible();
  await expect(edit.filter({ hasText: "undone" })).toBeVisible();
  await expect(page.getByRole("region")).toHaveCount(2);
});

test("the history is narrowed to a kind of thing, and says so where nothing is left", async ({
  page,
  production,
}) => {
  const boris = await production.addUser("Boris", "planner");
  await edited(production, boris, eighths(40));
  await page.goto(production.path("rules/turnaround"));
  await setRest(page, "11");
  await expect(page.getByRole("alert").filter({ hasText: WORDS })).toBeVisible();
  await page.goto(production.path("history?what=rules"));
  await expect(page.getByText(WORDS).first()).toBeVisible();
  await expect(page.getByText(/Scene 1: length/)).toHaveCount(0);
  const of = async (kind: string) => {
    await page.getByLabel("Of", { exact: true }).first().click();
    await page.getByRole("option", { name: kind }).click();
  };
  await of("Scenes and set-ups");
  await expect(page).toHaveURL(/what=scenes/);
  await expect(page.getByText(/Scene 1: length/)).toBeVisible();
  await of("Waivers");
  await expect(page.getByText("No such edit")).toBeVisible();
  await page.getByRole("link", { name: "All edits" }).first().click();
  await expect(page.getByText(/Scene 1: length/)).toBeVisible();
});

test("an edit that others build on names them, and goes back with them", async ({ page, production }) => {
  const boris = await production.addUser("Boris", "planner");
  await edited(production, boris, eighths(40));
  await edited(production, boris, eighths(41));
  await page.goto(production.path("history"));
  const first = page.getByRole("listitem").filter({ hasText: "Edits since hold it" });
  await expect(first).toContainText("→ 5 1/8 pages");
  await first.getByRole("button", { name: /^Undo back to/ }).click();
  await first.getByRole("button", { name: "Undo 2 edits" }).click();
  await expect(page.getByText("undone", { exact: true })).toHaveCount(2);
});

test("a viewer reads the history and has no way to undo", async ({ page, production, baseURL }) => {
  const boris = await production.addUser("Boris", "planner");
  await edited(production, boris, eighths(40));
  await signInAs(page, await production.addUser("Vera", "viewer"), baseURL ?? "");
  await page.goto(production.path("history"));
  await expect(page.getByText(/Scene 1: length/)).toBeVisible();
  await expect(page.getByRole("button", { name: /Undo/ })).toHaveCount(0);
});
