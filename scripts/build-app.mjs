// The production build, made anew when something it is made from changed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { withLock } from "./lock.mjs";
import { runNode } from "./processes.mjs";
import { hashOf } from "./source-files.mjs";

const SOURCES = [
  ...["app", "ui", "core", "server", "paper", "interchange", "seeds", "public", "prisma/schema.prisma"],
  ...["instrumentation.ts", "proxy.ts", "next.config.js", "postcss.config.mjs", "tsconfig.json"],
  ...["package.json", "package-lock.json"],
];
const stamp = join(root, ".next", "perigee-sources.sha256");

/** `next`'s own program, run without npx. */
export const NEXT = join(root, "node_modules", "next", "dist", "bin", "next");

export const nextEnvironment = () => ({
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
});

/**
 * @param {{ onOutput?: (chunk: string) => void, timeoutMs?: number }} [options]
 * @returns {Promise<boolean>} whether it had to be built
 */
export async function ensureBuild(options = {}) {
  const hash = hashOf(root, SOURCES);
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (isFresh()) return false;
  mkdirSync(join(root, "dist"), { recursive: true });
  // Ten minutes: another start may be building on a slow machine.
  return withLock(
    join(root, "dist", ".build.lock"),
    async () => {
      if (isFresh()) return false;
      rmSync(stamp, { force: true });
      const { status, output } = await runNode(NEXT, ["build"], {
        cwd: root,
        env: nextEnvironment(),
        ...options,
      });
      if (status !== 0) throw new Error(`the build did not succeed.\n\n${output.trim()}`);
      // next build settles tsconfig.json, which is one of the sources: what counts is what it left.
      writeFileSync(stamp, hashOf(root, SOURCES));
      return true;
    },
    { timeoutMs: 600_000 },
  );
}
