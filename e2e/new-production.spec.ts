import { expect, test } from "./fixtures.ts";

const SCENES =
  "Number\tI/E\tSet\tD/N\tPages\tModule\tSynopsis\n1\tINT\tHATCH\tDAY\t1 3/8\tNauka\tShe arrives.\n2A\tINT\tCUPOLA\tNIGHT\t4/8\tCupola\tShe looks down.";

test.beforeEach(async ({ page, production }) => {
  await page.goto("/new");
  await page.getByLabel("Title", { exact: false }).first().fill(`Second film ${production.slug}`);
  await page.getByLabel("Hatch opening").fill("2 Mar 2027 15:00");
  await page.getByLabel("Hatch closing").fill("13 Mar 2027 20:00");
  await page.getByLabel("Film crew aboard").fill("Ada Director, director and camera\nGrace Player, actor");
});

test("a new production from a station template, with scenes from a table", async ({ page, production }) => {
  await page.getByLabel("Scenes").fill(SCENES);
  await page.getByRole("button", { name: "Create production" }).click();
  await expect(page).toHaveURL(new RegExp(`/productions/second-film-${production.slug}/current/overview`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Does not fit");
  await page.getByRole("navigation").getByRole("link", { name: "Scenes" }).click();
  await expect(page.getByRole("row", { name: /2A.*CUPOLA/ })).toBeVisible();
});

test("a fault in the table names its line, and nothing is made", async ({ page }) => {
  await page.getByLabel("Scenes").fill(SCENES.replace("1 3/8", "a page and a bit"));
  await page.getByRole("button", { name: "Create production" }).click();
  await expect(page.getByText(/Line 2.*Pages/)).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name: /Second film/ })).toHaveCount(0);
});

test("a window that closes before it opens is said at its field", async ({ page }) => {
  await page.getByLabel("Hatch closing").fill("1 Mar 2027");
  await page.getByRole("button", { name: "Create production" }).click();
  await expect(page.getByText("Write a date and time such as 8 Oct 2021 14:30")).toBeVisible();
  await page.getByLabel("Hatch closing").fill("1 Mar 2027 20:00");
  await expect(page.getByText("The hatch closes after it opens")).toBeVisible();
});
