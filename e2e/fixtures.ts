import { createHash } from "node:crypto";
import { test as base, type Page } from "@playwright/test";
import type { Bundle } from "#core/model/bundle.ts";
import type { ProductionId, ScenarioId } from "#core/model/ids.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { mintSession } from "#server/auth/sessions.ts";
import { createUser } from "#server/auth/users.ts";
import { insertBundle } from "#server/db/bundles.ts";
import { database } from "#server/db/client.ts";
import type { Role } from "#server/permissions.ts";

/** A production of a test's own: a copy of the sample under another name, with its owner signed in. */
export interface TestProduction {
  readonly slug: string;
  readonly title: string;
  readonly owner: string;
  /** `/productions/<slug>/current/<page>`, or of another scenario. */
  path(page: string, scenario?: string): string;
  scenarioId(name: string): string;
  /** Adds somebody; null: a stranger who belongs to no production. Returns the mail address. */
  addUser(name: string, role: Role | null): Promise<string>;
}

/** Ids of rows may be the same in two productions; those of productions and scenarios may not. */
function copyOf(bundle: Bundle, key: string): Bundle {
  return {
    ...bundle,
    production: { ...bundle.production, id: `${key}-production` as ProductionId, slug: key },
    scenarios: bundle.scenarios.map(({ scenario, tables }) => ({
      tables,
      scenario: { ...scenario, id: `${key}-${scenario.id}`.slice(0, 64) as ScenarioId },
    })),
  };
}

/** Signs somebody in by a session of their own making: the sign-in form has its own test. */
export async function signInAs(page: Page, email: string, baseURL: string): Promise<void> {
  const { hostname } = new URL(baseURL);
  const cookies = (await mintSession(email)).map((header) => {
    const [pair = ""] = header.split(";");
    const at = pair.indexOf("=");
    return {
      name: pair.slice(0, at),
      value: pair.slice(at + 1),
      domain: hostname,
      path: "/",
      httpOnly: true,
    };
  });
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
}

/** Until the buttons of a page that has just been loaded hear a click: one that comes before is lost. */
const untilAlive = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll("main button")].every((button) =>
      Object.keys(button).some((key) => key.startsWith("__reactProps")),
    ),
  );

export const test = base.extend<{ production: TestProduction; page: Page }>({
  /** Fails the test on anything the console calls an error, and on any error nobody caught. */
  page: async ({ page }, use) => {
    const goto = page.goto.bind(page);
    page.goto = async (...to) => {
      const response = await goto(...to);
      await untilAlive(page);
      return response;
    };
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
        faults.push(message.text());
    });
    await use(page);
    if (faults.length > 0) throw new Error(`The page reported errors:\n${faults.join("\n")}`);
  },

  production: async ({ page, baseURL }, use, info) => {
    const key = `t${createHash("sha256").update(`${info.testId}${info.repeatEachIndex}`).digest("hex").slice(0, 12)}`;
    const bundle = copyOf(theChallenge(), key);
    const addUser = async (name: string, role: Role | null) => {
      const email = `${name.toLowerCase()}-${key}@studio.example`;
      const user = await createUser({ name, email });
      if (!user.ok) throw new Error(user.error);
      if (role)
        await database().membership.create({
          data: { userId: user.value.id, productionId: bundle.production.id, role },
        });
      return email;
    };
    await insertBundle(bundle);
    const owner = await addUser("Olga", "owner");
    await signInAs(page, owner, baseURL ?? "");
    await use({
      slug: key,
      title: bundle.production.title,
      owner,
      path: (to, scenario = "current") => `/productions/${key}/${scenario}/${to}`,
      scenarioId: (name) =>
        bundle.scenarios.find(({ scenario }) => scenario.name === name)?.scenario.id ?? "",
      addUser,
    });
    await database().production.delete({ where: { id: bundle.production.id } });
  },
});

export { expect } from "@playwright/test";
