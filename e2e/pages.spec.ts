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
