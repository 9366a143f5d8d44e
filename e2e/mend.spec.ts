import { expect, test } from "./fixtures.ts";

test("a must scene in the boneyard is offered places that break nothing, and the plan fits again", async ({
  page,
  production,
}) => {
  await page.goto(production.path("board?strip=strip-46"));
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector.getByRole("button", { name: "To the boneyard" }).click();
  await expect(page.getByText("Does not fit").first()).toBeVisible();
  await expect(inspector.getByRole("link", { name: "Rule Must scenes" })).toBeVisible();
  await expect(inspector.getByRole("link", { name: "Waive…" }).first()).toBeVisible();
  await inspector.getByRole("button", { name: "What would mend it" }).first().click();
  const place = inspector.getByRole("button", { name: /^Do it: Place scene 46 on \d+ Oct \d\d:\d\d$/ });
  await expect(place.first()).toBeVisible();
  await inspector.getByText(/^mends it; worse: /).click();
  await expect(inspector.getByText(/42 h 45 → 44 h 40|moves → \d+ moves/).first()).toBeVisible();
  await place.first().click();
  await expect(page.getByText("Fits the window").first()).toBeVisible();
});
