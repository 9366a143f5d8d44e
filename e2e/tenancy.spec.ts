import { randomUUID } from "node:crypto";
import { expect, signInAs, test } from "./fixtures.ts";

/** Another's proposal and none at all get the same answer; server/solves tests those that are there. */
const NO_SOLVE = "01a20210-5ed6-716e-b373-c28cf97120c4";

const EDIT = () => ({
  clientId: randomUUID(),
  baseRevision: 0,
  commandId: "close-day",
  input: { dayId: "day-3", isClosed: true },
});
const NOTHING = () => undefined;

/** Everything that answers outside pages and takes the id of a plan. */
const ROUTES = [
  {
    name: "the snapshot",
    method: "get",
    path: (scenarioId: string) => `/api/scenarios/${scenarioId}/snapshot`,
    data: NOTHING,
  },
  {
    name: "how a proposal comes along",
    method: "get",
    path: (scenarioId: string) => `/api/scenarios/${scenarioId}/solves/${NO_SOLVE}/events`,
    data: NOTHING,
  },
  {
    name: "edits",
    method: "post",
    path: (scenarioId: string) => `/api/scenarios/${scenarioId}/edits`,
    data: EDIT,
  },
  {
    name: "why not",
    method: "post",
    path: (scenarioId: string) => `/api/scenarios/${scenarioId}/why`,
    data: () => ({ stripId: "strip-17", isLonger: false }),
  },
] as const;

for (const { name, method, path, data } of ROUTES) {
  test(`${name} of another production: not there for a stranger`, async ({ page, production, baseURL }) => {
    await signInAs(page, await production.addUser("Stranger", null), baseURL ?? "");
    const answer = await page.request[method](path(production.scenarioId("Main")), { data: data() });
    expect(answer.status()).toBe(404);
    expect(await answer.text()).not.toContain(production.title);
  });

  test(`${name}: signed out is told so`, async ({ page, production }) => {
    await page.context().clearCookies();
    const answer = await page.request[method](path(production.scenarioId("Main")), { data: data() });
    expect(answer.status()).toBe(401);
  });
}

test("the owner's own edit is carried out, so that the fence keeps only strangers out", async ({
  page,
  production,
}) => {
  const answer = await page.request.post(`/api/scenarios/${production.scenarioId("Main")}/edits`, {
    data: EDIT(),
  });
  expect(answer.status()).toBe(200);
});

test("a viewer sees the plan, but neither contacts nor a way to change it", async ({
  page,
  production,
  baseURL,
}) => {
  await signInAs(page, await production.addUser("Vera", "viewer"), baseURL ?? "");
  const scenarioId = production.scenarioId("Main");
  const snapshot = await page.request.get(`/api/scenarios/${scenarioId}/snapshot`);
  expect(snapshot.status()).toBe(200);
  expect((await snapshot.json()).tables.contact).toEqual([]);
  expect((await page.request.post(`/api/scenarios/${scenarioId}/edits`, { data: EDIT() })).status()).toBe(
    403,
  );
});

test("reports as files are not there for a stranger", async ({ page, production, baseURL }) => {
  await signInAs(page, await production.addUser("Stranger", null), baseURL ?? "");
  for (const report of [
    ...["call-sheet/pdf?day=3", "one-liner/pdf", "day-out-of-days/pdf"],
    ...["crew-time/pdf", "crew-time/csv", "crew-time/xlsx"],
  ]) {
    const answer = await page.request.get(production.path(`reports/${report}`));
    expect({ report, status: answer.status() }).toEqual({ report, status: 404 });
  }
});
