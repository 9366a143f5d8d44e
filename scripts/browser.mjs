// Finds a Chromium for the browser tests, and pdftotext for the tests that read PDFs; installs them where it may.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { run, runNode } from "./processes.mjs";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];
const PLAYWRIGHT = join(root, "node_modules", "playwright", "cli.js");

/** Playwright's own browser, or null when it is not downloaded. */
async function ownBrowser() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

async function present() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`PLAYWRIGHT_CHROMIUM=${named} does not exist.`);
  return named || (await ownBrowser()) || SYSTEM.find((path) => existsSync(path)) || null;
}

/** Root on Debian or a relative of it: the only place where a test may install system packages. */
const mayUseApt = () =>
  process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && existsSync("/etc/debian_version");

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env, timeoutMs: 120_000 });
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const { status, output } = await run("apt-get", install, { env, timeoutMs: 300_000 });
  if (status !== 0) console.log(`apt-get ${install.join(" ")} did not succeed:\n${output.slice(-2000)}`);
}

const hasPdfToText = () => spawnSync("pdftotext", ["-v"]).error === undefined;

/** @returns {Promise<string>} the path of a Chromium; @throws with a sentence that names the way out */
export async function ensureBrowser() {
  const found = await present();
  const missing = [...(found ? [] : ["chromium"]), ...(hasPdfToText() ? [] : ["poppler-utils"])];
  if (missing.length > 0 && mayUseApt()) await aptInstall(missing);
  if (!hasPdfToText()) {
    console.log("pdftotext is missing (package poppler-utils, brew: poppler): tests that read PDFs need it.");
  }
  const now = found ?? (await present());
  if (now) return now;
  await runNode(PLAYWRIGHT, ["install", "chromium"], { timeoutMs: 180_000 });
  const downloaded = await ownBrowser();
  if (downloaded) return downloaded;
  throw new Error(
    `No Chromium for the browser tests on this ${systemName()}. Install the package \`chromium\`, ` +
      "or run `npx playwright install chromium`, or set PLAYWRIGHT_CHROMIUM to a browser.",
  );
}

function systemName() {
  if (!existsSync("/etc/os-release")) return process.platform;
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? process.platform;
}
