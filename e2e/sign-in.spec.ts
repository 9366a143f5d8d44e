import { createOneTimeLink, createUser } from "#server/auth/users.ts";
import { expect, test } from "./fixtures.ts";

test("signs in with address and password, and out again", async ({ page }) => {
  const email = "password@studio.example";
  await createUser({ name: "Petra", email, password: "a good long password" });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("a good long password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Productions");
  await expect(page.getByText("No production yet")).toBeVisible();

  await page.getByRole("button", { name: "Account of Petra" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("a wrong password says so and tells nothing else", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("nobody@studio.example");
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("form", { name: "Sign in" }).getByRole("alert")).toContainText(
    "do not belong together",
  );
});

test("an address that is none is said at its field", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("anna");
  await page.getByLabel("Password", { exact: true }).fill("x");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Use a mail address such as anna@studio.example")).toBeVisible();
});

test("a one-time link works once; looking at it does not use it up", async ({
  page,
  production,
  baseURL,
}) => {
  const link = (await createOneTimeLink(production.owner, baseURL ?? "")) ?? "";
  await page.context().clearCookies();
  await page.request.get(link);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Productions");
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("used already");
});
