import { readFile } from "node:fs/promises";
import { expect, signInAs, test } from "./fixtures.ts";

/** Authentic set of 8 October 2021, 17:31, with its mean anomaly set 10° ahead and its check digit made good: the Sun rises 2.6 min earlier. */
const AHEAD = [
  "1 25544U 98067A   21281.73004796  .00003128  00000-0  65029-4 0  9990",
  "2 25544  51.6444 141.3023 0004210  71.7185  21.5978 15.48952913306194",
].join("\n");

test("orbit data is a what-if before it is adopted, and is taken back by a click", async ({
  page,
  production,
}) => {
  await page.goto(production.path("station/orbit/import"));
  await page.getByRole("textbox", { name: "Orbit data" }).fill(AHEAD);
  await page.getByRole("textbox", { name: "Source" }).fill("A test");
  await page.getByRole("radio", { name: /In place of what is used now/ }).check();
  await page.getByLabel("From", { exact: true }).fill("6 Oct 2021 12:00");
  await page.getByLabel("Until", { exact: true }).fill("12 Oct 2021 08:00");
  await page.getByRole("button", { name: "See what it would change" }).click();

  const moves = page.getByRole("table", { name: "How sunrises and sunsets move" });
  await expect(moves.getByRole("row", { name: /^3, Fri 8 Oct/ })).toContainText("s earlier");
  await expect(page.getByRole("table", { name: "Strips that lose or gain their light" })).toContainText(
    "loses",
  );
  await expect(page.getByText("d, 8 Oct 17:31 is taken out")).toBeVisible();

  // Nothing is stored by looking.
  await page.goto(production.path("station/orbit"));
  const sources = page.getByRole("table", { name: "Orbit data" });
  await expect(sources.getByRole("row")).toHaveCount(6);

  await page.goto(production.path("station/orbit/import"));
  await page.getByRole("textbox", { name: "Orbit data" }).fill(AHEAD);
  await page.getByRole("textbox", { name: "Source" }).fill("A test");
  await page.getByRole("button", { name: "See what it would change" }).click();
  await expect(page.getByText(/would be used for no minute of the planned days/)).toBeVisible();
  await page.getByRole("button", { name: "Adopt" }).click();
  await expect(sources.getByRole("row")).toHaveCount(7);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(sources.getByRole("row")).toHaveCount(6);
});

test("what is no orbit data is refused in a sentence, and there is nothing to adopt", async ({
  page,
  production,
}) => {
  await page.goto(production.path("station/orbit/import"));
  const text = page.getByRole("textbox", { name: "Orbit data" });
  const look = page.getByRole("button", { name: "See what it would change" });
  for (const [given, said] of [
    ["", "Paste orbit data, or choose a file."],
    ["hello", /This is no orbit data/],
    [AHEAD.replace("21.5978", "21.5979"), /check digit/],
  ] as const) {
    await text.fill(given);
    await look.click();
    await expect(page.getByRole("alert").filter({ hasText: said })).toBeVisible();
    await expect(page.getByRole("button", { name: "Adopt" })).toHaveCount(0);
  }
});

test("the map has tables that say the same, and a slider that moves the station", async ({
  page,
  production,
}) => {
  await page.goto(production.path("station/map?day=3&orbit=3"));
  await expect(page.getByRole("img", { name: /Ground track/ })).toBeVisible();
  const track = page.getByRole("table", { name: "Track, every ten minutes" });
  expect(await track.getByRole("row").count()).toBeGreaterThan(9);
  await expect(page.getByRole("table", { name: "Passes" })).toContainText("ground site");
  const slider = page.getByRole("slider", { name: "Time on the track" });
  const before = await slider.getAttribute("aria-valuetext");
  await slider.press("End");
  await expect(slider).not.toHaveAttribute("aria-valuetext", before ?? "");
});

test("the light of a day is told to the second, and is downloaded as CSV and as a calendar", async ({
  page,
  production,
}) => {
  await page.goto(production.path("station/light?day=3"));
  const day = page.getByRole("table", { name: "Sunrises and sunsets of day 3" });
  const rows = (await day.getByRole("row").count()) - 1;
  expect(rows).toBeGreaterThan(28);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV, day 3" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(rows + 1);
  expect(csv).toContain("first_contact_utc");
  const calendar = await page.request.get(production.path("station/light/ics?all"));
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain("BEGIN:VEVENT");
});

test("a ground target is added, found from above, and removed with a way back", async ({
  page,
  production,
}) => {
  await page.goto(production.path("station/add/groundTarget"));
  const form = page.getByRole("form", { name: "New ground target" });
  await form.getByRole("button", { name: "Add ground target" }).click();
  await expect(form.getByText("Give it a name")).toBeVisible();
  await form.getByLabel("Name").fill("Gulf of Guinea");
  await form.getByLabel("Latitude").fill("0");
  await form.getByLabel("Longitude").fill("0");
  await form.getByRole("button", { name: "Add ground target" }).click();
  const sheet = page.getByRole("region", { name: "Gulf of Guinea", exact: true });
  await expect(sheet).toBeVisible();

  await page.goto(production.path("station/search"));
  const search = page.getByRole("form", { name: "A place below" });
  await search.getByLabel("Place").first().click();
  await page.getByRole("option", { name: "Gulf of Guinea" }).click();
  await search.getByRole("button", { name: "Find passes" }).click();
  await expect(page.getByRole("table", { name: "Passes over Gulf of Guinea" })).toContainText("km");

  await page.goto(production.path("station"));
  await page.getByRole("link", { name: "Gulf of Guinea" }).click();
  await page.getByRole("button", { name: "Remove ground target…" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("link", { name: "Gulf of Guinea" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("link", { name: "Gulf of Guinea" })).toBeVisible();
});

test("who only looks sees the station and can change nothing of it", async ({
  page,
  production,
  baseURL,
}) => {
  await signInAs(page, await production.addUser("Vera", "viewer"), baseURL ?? "");
  await page.goto(production.path("station/module.zvezda"));
  await expect(page.getByRole("region", { name: "Zvezda", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Add/ })).toHaveCount(0);
  await page.goto(production.path("station/orbit/import"));
  await expect(page).toHaveURL(/station\/orbit$/);
  const answer = await page.request.post(`/api/scenarios/${production.scenarioId("Main")}/orbit-data`, {
    data: { text: AHEAD, use: { kind: "nearest" }, adopt: true },
  });
  expect(answer.status()).toBe(403);
});

test("files and orbit data of another production are not there for a stranger", async ({
  page,
  production,
  baseURL,
}) => {
  await signInAs(page, await production.addUser("Stranger", null), baseURL ?? "");
  for (const path of ["station/light/csv?all", "station/light/ics?all"])
    expect((await page.request.get(production.path(path))).status()).toBe(404);
  const answer = await page.request.post(`/api/scenarios/${production.scenarioId("Main")}/orbit-data`, {
    data: { text: AHEAD, use: { kind: "nearest" }, adopt: true },
  });
  expect(answer.status()).toBe(404);
  expect(await answer.text()).not.toContain(production.title);
});
