import { expect, test } from "./fixtures.ts";

test("a rule set otherwise judges at once, says who set it, and is undone on the board", async ({
  page,
  production,
}) => {
  await page.goto(production.path("rules/turnaround"));
  const settings = page.getByRole("form", { name: "Settings of turnaround" });
  await settings.getByLabel("Shortest rest").fill("25");
  await settings.getByRole("button", { name: "Save rule" }).click();
  await expect(settings.getByText("Say why: whoever reads the plan will ask")).toBeVisible();
  await settings.getByLabel("Why").fill("Agreed with the crew office");
  await settings.getByRole("button", { name: "Save rule" }).click();
  await expect(
    settings.getByText("Shortest rest: 25 h is too much. Use more than 0 h, at most 24 h."),
  ).toBeVisible();
  await settings.getByLabel("Shortest rest").fill("24");
  await settings.getByRole("button", { name: "Save rule" }).click();
  await expect(page.getByText("shortest rest 24 h instead of 10 h")).toBeVisible();
  await expect(page.getByText("Does not fit", { exact: true })).toBeVisible();

  await page.goto(production.path("board"));
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("banner").getByText("Fits the window")).toBeVisible();
});

test("a finding is waived with a signature, shows as waived, and is printed on the day's call sheet", async ({
  page,
  production,
}) => {
  await page.goto(production.path("rules/inside-window", "ten-days"));
  await page.getByRole("link", { name: "Waive…" }).first().click();
  const form = page.getByRole("form", { name: "Waiver" });
  await form.getByLabel("Why it is acceptable").fill("The flight director keeps the hatch open");
  await form.getByRole("button", { name: "Waive", exact: true }).click();
  await expect(form.getByText("Name them")).toBeVisible();
  await form.getByLabel("Signed by").fill("V. Solovyov");
  await form.getByRole("button", { name: "Waive", exact: true }).click();
  const waivers = page.getByRole("region", { name: "Waivers" });
  await expect(waivers.getByText("in use")).toBeVisible();
  await expect(waivers.getByText(/signed V. Solovyov/)).toBeVisible();
  const day = (await waivers.getByRole("listitem").first().textContent())?.match(/(\d+) Oct/)?.[1];
  await page.goto(production.path(`reports/call-sheet?day=${Number(day) - 5}`, "ten-days"));
  await expect(page.getByText(/Waived by V. Solovyov/)).toBeVisible();
});

test("an own rule is made of a shape, judges, and is taken away again", async ({ page, production }) => {
  await page.goto(production.path("rules/own/new"));
  const form = page.getByRole("form", { name: "Own rule" });
  await form.getByLabel("What: which").first().click();
  await page.getByRole("option", { name: "Klim Shipenko" }).click();
  await form.getByLabel("At most").fill("0");
  await form.getByLabel("Called").fill("Nothing with Shipenko");
  await form.getByRole("button", { name: "Add rule" }).click();
  const sheet = page.getByRole("region", { name: "own rule Nothing with Shipenko" });
  await expect(sheet.getByText(/^\d+ placements? of Shipenko/).first()).toBeVisible();
  await sheet.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("link", { name: "Nothing with Shipenko" })).toHaveCount(0);
});

test("what would mend a finding is tried before it is offered, and done with a click", async ({
  page,
  production,
}) => {
  await page.goto(production.path("rules/own/new"));
  const form = page.getByRole("form", { name: "Own rule" });
  await form.getByLabel("What", { exact: true }).first().click();
  await page.getByRole("option", { name: "A tier" }).click();
  await form.getByLabel("What: which").first().click();
  await page.getByRole("option", { name: "nice" }).click();
  await form.getByLabel("At most").fill("0");
  await form.getByLabel("Level").first().click();
  await page.getByRole("option", { name: /Soft/ }).click();
  await form.getByLabel("Called").fill("Nothing nice");
  await form.getByRole("button", { name: "Add rule" }).click();
  const sheet = page.getByRole("region", { name: "own rule Nothing nice" });
  await sheet.getByRole("button", { name: "What would mend it" }).first().click();
  await sheet.getByRole("button", { name: "Do it" }).first().click();
  await expect(page.getByText(/^Done: Scene/)).toBeVisible();
});

test("a rule switched off is named with its reason, and asks for another when it is switched again", async ({
  page,
  production,
}) => {
  await page.goto(production.path("rules/noise"));
  const settings = page.getByRole("form", { name: "Settings of noise" });
  await expect(settings.getByLabel("Why")).toHaveValue(/no room of the Russian segment/);
  await settings.getByLabel("Judges the plan").uncheck();
  await expect(settings.getByLabel("Why")).toHaveValue("");
  await settings.getByLabel("Why").fill("Guide track only, agreed with the sound editor");
  await settings.getByRole("button", { name: "Save rule" }).click();
  const off = page.getByRole("list", { name: "Rules that do not judge this plan" });
  await expect(off.getByText(/Guide track only, agreed with the sound editor/)).toBeVisible();
  await settings.getByLabel("Judges the plan").check();
  await expect(settings.getByLabel("Why")).toHaveValue("");
  await settings.getByRole("button", { name: "Back to the book" }).click();
  await expect(off).toHaveCount(0);
});

test("the book is searched and narrowed", async ({ page, production }) => {
  await page.goto(production.path("rules"));
  await page.getByLabel("Search rules").fill("midday");
  await expect(page.getByRole("region", { name: "People" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: /of \d+ rules/ })).toBeVisible();
  await page.getByLabel("Search rules").fill("no rule says this");
  await page.getByRole("button", { name: "Show all rules" }).click();
  await expect(page.getByRole("navigation", { name: "Sections of the book" })).toBeVisible();
  await page.getByLabel("Which rules").first().click();
  await page.getByRole("option", { name: "Set otherwise than the book" }).click();
  await expect(page.getByText("loudest for sync sound 62 dB(A) instead of 55 dB(A)")).toBeVisible();
});

test("own rules say themselves, and two that order scenes in a circle are named on both", async ({
  page,
  production,
}) => {
  const form = page.getByRole("form", { name: "Own rule" });
  const choose = async (label: string, option: string | RegExp) => {
    await form.getByLabel(label, { exact: true }).first().click();
    await page.getByRole("option", { name: option }).first().click();
  };
  const order = async (first: RegExp, then: RegExp) => {
    await page.goto(production.path("rules/own/new"));
    await choose("Shape", /before something else/);
    await choose("First", "A scene");
    await choose("First: which scene", first);
    await form.getByRole("button", { name: "Add rule" }).click();
    await expect(form.getByText("Then: choose whom or what it speaks of.")).toBeVisible();
    await choose("Then", "A scene");
    await choose("Then: which scene", then);
    await form.getByRole("button", { name: "Add rule" }).click();
    await page.waitForURL(/rules\/own\/(?!new)/);
  };
  await order(/^5 /, /^7 /);
  await expect(page.getByRole("heading", { name: "Scene 5 before scene 7" })).toBeVisible();
  await order(/^7 /, /^5 /);
  const said = /No plan can keep "Scene 5 before scene 7" and "Scene 7 before scene 5"/;
  await expect(
    page.getByRole("region", { name: "own rule Scene 7 before scene 5" }).getByText(said),
  ).toBeVisible();
  await page.getByRole("link", { name: "Scene 5 before scene 7", exact: true }).click();
  await expect(
    page.getByRole("region", { name: "own rule Scene 5 before scene 7" }).getByText(said),
  ).toBeVisible();
  await expect(page.getByText(/own:/)).toHaveCount(0);
});

test("an own rule that is off is named with its reason; one whose scene is gone says so, and is set anew", async ({
  page,
  production,
}) => {
  const form = page.getByRole("form", { name: "Own rule" });
  const choose = async (label: string, option: string | RegExp) => {
    await form.getByLabel(label, { exact: true }).first().click();
    await page.getByRole("option", { name: option }).first().click();
  };
  const off = page.getByRole("list", { name: "Rules that do not judge this plan" });
  await page.goto(production.path("rules/own/new"));
  await choose("What", "A scene");
  await choose("What: which scene", /^7 /);
  await form.getByLabel("Judges the plan").uncheck();
  await form.getByRole("button", { name: "Add rule" }).click();
  await expect(form.getByText("Say why it is off: whoever reads the plan will ask")).toBeVisible();
  await form.getByLabel("Why it is off").fill("Until the script is locked");
  await form.getByRole("button", { name: "Add rule" }).click();
  await page.waitForURL(/rules\/own\/(?!new)/);
  await expect(off.getByText("Off: Until the script is locked.")).toBeVisible();

  await form.getByLabel("Judges the plan").check();
  await form.getByRole("button", { name: "Save rule" }).click();
  await expect(off.getByRole("link", { name: /scene 7/ })).toHaveCount(0);
  const rule = page.url();
  await page.goto(production.path("scenes/scene-7"));
  await page.getByRole("button", { name: /^Remove scene 7/ }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.waitForURL(/scenes$/);

  await page.goto(rule);
  await expect(off.getByRole("link", { name: "At most 1 placement of scene 7 a shoot day" })).toBeVisible();
  await expect(
    form.getByText("It named a scene that is gone. Choose another, or remove the rule."),
  ).toBeVisible();
  await choose("What: which scene", /^8 /);
  await form.getByRole("button", { name: "Save rule" }).click();
  await expect(
    page.getByRole("heading", { name: "At most 1 placement of scene 8 a shoot day" }),
  ).toBeVisible();
});

test("of two who have an own rule open the second is told what is there now, keeps what was typed, and may save over it", async ({
  page,
  production,
}) => {
  await page.goto(production.path("rules/own/new"));
  const form = page.getByRole("form", { name: "Own rule" });
  await form.getByLabel("What: which").first().click();
  await page.getByRole("option", { name: "Klim Shipenko" }).click();
  await form.getByRole("button", { name: "Add rule" }).click();
  await page.waitForURL(/rules\/own\/(?!new)/);
  const other = await page.context().newPage();
  await other.goto(page.url());
  const theirs = other.getByRole("form", { name: "Own rule" });
  await expect(theirs.getByLabel("At most")).toHaveValue("1");

  await page.bringToFront();
  await form.getByLabel("At most").fill("2");
  await form.getByRole("button", { name: "Save rule" }).click();
  await expect(page.getByRole("heading", { name: /^At most 2 placements of Shipenko/ })).toBeVisible();
  await other.bringToFront();
  await theirs.getByLabel("At most").fill("7");
  await theirs.getByRole("button", { name: "Save rule" }).click();
  await expect(theirs.getByRole("alert")).toContainText("changed the same");
  await expect(theirs.getByRole("alert")).toContainText("Now: At most 2 placements of Shipenko");
  await expect(theirs.getByLabel("At most")).toHaveValue("7");
  await theirs.getByRole("button", { name: "Save mine over it" }).click();
  await expect(other.getByRole("heading", { name: /^At most 7 placements of Shipenko/ })).toBeVisible();
  await expect(theirs.getByRole("alert")).toHaveCount(0);
});

test("a number is kept as it is typed, and refused by its own words", async ({ page, production }) => {
  await page.goto(production.path("rules/turnaround"));
  const settings = page.getByRole("form", { name: "Settings of turnaround" });
  await settings.getByLabel("Why").fill("Agreed with the crew office");
  for (const [typed, said] of [
    ["1e9", /1,000,000,000 h is too much/],
    ["abc", /"abc" is no number/],
  ] as const) {
    await settings.getByLabel("Shortest rest").fill(typed);
    await settings.getByRole("button", { name: "Save rule" }).click();
    await expect(settings.getByText(said)).toBeVisible();
    await expect(settings.getByLabel("Shortest rest")).toHaveValue(typed);
  }
});
