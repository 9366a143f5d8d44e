import { database } from "#server/db/client.ts";
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
  // Two rules keep it out, each by itself: that giving one up is enough is said of neither.
  await expect(conflict).toContainText("A person does one thing at a time", PATIENCE);
  await expect(conflict).toContainText("each of these rules keeps it out by itself");
  await expect(conflict).toContainText("“Clearance” keeps it out even so.");
  await expect(conflict.getByRole("link", { name: "No double booking" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Ways out" })).toBeVisible();
  await page.getByRole("link", { name: "Board", exact: true }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board", PATIENCE);
});

test("a scene that nothing keeps out is placed from here, as one edit", async ({ page, production }) => {
  await page.goto(production.path("why?strip=strip-28"));
  const free = page.getByRole("region", { name: "Nothing keeps scene 28 out" });
  await expect(free).toBeVisible(PATIENCE);
  await free.getByRole("button", { name: "Place it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board", PATIENCE);
  await expect(page.getByRole("button", { name: /^Undo/ }).first()).toBeEnabled();
});

test("from a must in the boneyard to whether everything that must be shot fits, and how", async ({
  page,
  production,
}) => {
  await page.goto(production.path("board"));
  const strip = page.getByRole("gridcell", { name: /Scene 34/ });
  await strip.getByRole("button", { name: /move and more/ }).click();
  await page.getByRole("menuitem", { name: "To the boneyard" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page
    .getByRole("region", { name: "Boneyard" })
    .getByRole("link", { name: /musts not fit/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Why not");
  await expect(page.getByRole("region", { name: "Musts without a place" })).toContainText("Scene 34");
  const fits = page.getByRole("region", { name: "Everything that must be shot fits" });
  await expect(fits).toContainText("1 of them is out because of where others stand now", PATIENCE);
  await expect(fits).toContainText(/Scene 34 at \d\d:\d\d/);
  const place = page.getByRole("region", { name: "The plan with them in it" });
  await place.getByRole("button", { name: /^Do it: Place them/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board", PATIENCE);
  await expect(page.getByRole("gridcell", { name: /Scene 34/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ }).first()).toBeEnabled();
});

test("a plan with a must out says so in words on the overview, with the first thing to do and the way to why", async ({
  page,
  production,
}) => {
  await database().strip.updateMany({
    where: { scenarioId: production.scenarioId("Main"), sceneId: "scene-34" },
    data: { startsAt: null, moduleId: null },
  });
  await page.goto(production.path("overview"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Does not fit");
  await expect(page.getByText(/^Must set-ups of \d+ min have no place\.$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Find places for them" })).toBeVisible();
  await page.getByRole("link", { name: "Why do the musts not fit?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Why not");
  await expect(page.getByRole("region", { name: "Musts without a place" })).toContainText("Scene 34");
});

test("two scenes that a short window does not hold both: why, and a way out", async ({
  page,
  production,
}) => {
  // Two days aboard: the time that the one who plays in both is given does not hold both.
  await database().shootWindow.updateMany({
    where: { scenarioId: production.scenarioId("Main"), unit: "main" },
    data: { endsAt: new Date("2021-10-06T20:41:00Z") },
  });
  await page.goto(production.path("why"));
  await page.getByRole("link", { name: "Several scenes" }).click();
  await page.getByRole("checkbox", { name: "Scene 34", exact: true }).check();
  await page.getByRole("checkbox", { name: "Scene 36", exact: true }).check();
  await page.getByRole("button", { name: "Do these fit together?" }).click();
  const never = page.getByRole("region", { name: "Scenes 34 and 36 cannot both be in", exact: true });
  await expect(never).toContainText("Of 2 strips 1 can be in at the most", PATIENCE);
  const why = page.getByRole("region", { name: "Why scenes 34 and 36 cannot both be in" });
  await expect(why).toContainText("Scenes 34 and 36 ask 1 h 45 of Novitsky");
  await page
    .getByRole("region", { name: "Ways out" })
    .getByRole("button", { name: /^Do it: / })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Board", PATIENCE);
  await expect(page.getByRole("button", { name: /^Undo/ }).first()).toBeEnabled();
});
