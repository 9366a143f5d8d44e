import { database } from "#server/db/client.ts";
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

test("a strip pinned over another is unpinned from what the rules say of it", async ({
  page,
  production,
}) => {
  const scenarioId = production.scenarioId("Main");
  const rows = database().strip;
  const { startsAt, moduleId } = await rows.findFirstOrThrow({ where: { scenarioId, id: "strip-46" } });
  await rows.updateMany({
    where: { scenarioId, id: "strip-45" },
    data: { startsAt, moduleId, isPinned: true },
  });
  await page.goto(production.path("board?strip=strip-46"));
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector.getByRole("button", { name: "Unpin scene 45" }).first().click();
  await expect(inspector.getByRole("button", { name: "Unpin scene 45" })).toHaveCount(0);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect(await rows.findFirst({ where: { scenarioId, id: "strip-45" } })).toMatchObject({ isPinned: false });
});
