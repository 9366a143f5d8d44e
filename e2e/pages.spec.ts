import AxeBuilder from "@axe-core/playwright";
import { expect, signInAs, test } from "./fixtures.ts";
import { PAGES } from "./pages.ts";

for (const { path, heading } of PAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${path} opens, has one heading and no accessibility finding, ${colorScheme}`, async ({
      page,
      production,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const response = await page.goto(production.path(path));
      expect(response?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    });
  }

  test(`${path} is not there for a stranger`, async ({ page, production, baseURL }) => {
    await signInAs(page, await production.addUser("Stranger", null), baseURL ?? "");
    const response = await page.goto(production.path(path));
    expect(response?.status()).toBe(404);
    await expect(page.getByText(production.title)).toHaveCount(0);
  });
}

test("pages fit a phone: nothing but tables scrolls sideways", async ({ page, production }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const { path } of PAGES) {
    await page.goto(production.path(path));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect({ path, width: await page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({
      path,
      width: 390,
    });
  }
});

test("from the findings of a plan one click leads to every strip, person and rule that they name", async ({
  page,
  production,
}) => {
  test.setTimeout(180_000);
  await page.goto(production.path("overview", "as-flown"));
  const panel = page.getByRole("region", { name: /^Findings/ });
  await expect(panel).toBeVisible();
  await panel.evaluate((element) => {
    for (const details of element.querySelectorAll("details")) details.open = true;
  });
  const linesOf = (kind: string) =>
    panel
      .locator(`a[data-kind="${kind}"]`)
      .evaluateAll((all) =>
        all.map((a) => ({ href: a.getAttribute("href") ?? "", text: (a.textContent ?? "").trim() })),
      );
  const unique = (all: { href: string; text: string }[]) => [
    ...new Map(all.map((one) => [one.href, one])).values(),
  ];
  const [strips, people, rules] = await Promise.all(["strip", "person", "rule"].map(linesOf));
  // Every rule, everybody, and some of the strips: that all of them are there, the unit test of the links says.
  const firstOfRule = new Map((rules ?? []).map((rule) => [rule.text, rule]));
  expect(firstOfRule.size).toBeGreaterThan(5);
  for (const { href } of firstOfRule.values()) {
    await page.goto(href);
    const ruleId = /\/rules\/([^?]+)/.exec(href)?.[1] ?? "";
    await expect(page.getByText(ruleId, { exact: true }).first()).toBeVisible();
  }
  expect(unique(people ?? []).length).toBeGreaterThan(2);
  for (const { href, text } of unique(people ?? [])) {
    await page.goto(href);
    await expect(page.getByRole("heading", { name: new RegExp(text) }).first()).toBeVisible();
  }
  const some = unique(strips ?? []).filter((_, i) => i % 12 === 0);
  expect(some.length).toBeGreaterThan(2);
  for (const { href, text } of some) {
    await page.goto(href);
    const inspector = page.getByRole("complementary", { name: "Inspector" });
    await expect(inspector.getByRole("heading", { name: `Scene ${text.split(" ")[0]}` })).toBeVisible();
  }
});

test("a figure of the crew-time ledger leads to what it is made of, and from there to the strip", async ({
  page,
  production,
}) => {
  await page.goto(production.path("overview"));
  await page
    .getByRole("region", { name: "Crew time" })
    .getByRole("link", { name: /^Dubrov, planned: \d+ min/ })
    .click();
  const madeOf = page.getByRole("region", { name: "What the figure is made of" });
  await expect(madeOf.getByRole("heading")).toHaveText("Planned, Pyotr Dubrov");
  await expect(madeOf).toContainText(/call \d+ \+ brief 15/);
  const planned = page
    .getByRole("row", { name: /^Pyotr Dubrov/ })
    .getByRole("link", { name: /^Planned, Pyotr Dubrov: / });
  await expect(madeOf.getByRole("row", { name: /^Together/ })).toContainText(
    (await planned.textContent()) ?? "nothing",
  );
  await page.getByRole("link", { name: /^Planned, Dubrov, 8 Oct: / }).click();
  await expect(madeOf.getByRole("heading")).toHaveText("Planned, Pyotr Dubrov, 8 Oct");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/-crew-time-r\d+\.csv$/);
  await madeOf
    .getByRole("link", { name: /^Scene / })
    .first()
    .click();
  await expect(page.getByRole("complementary", { name: "Inspector" })).toBeVisible({ timeout: 30_000 });
});

test("who is signed out is led to the sign-in page", async ({ page, production }) => {
  await page.context().clearCookies();
  await page.goto(production.path("board"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("an unknown production is not there", async ({ page, production }) => {
  const response = await page.goto(production.path("board").replace(production.slug, "no-such-film"));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
