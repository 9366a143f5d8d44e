// Makes the Prisma client in server/generated when prisma/schema.prisma changed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./environment.mjs";
import { withLock } from "./lock.mjs";
import { prisma } from "./prisma.mjs";
import { hashOf } from "./source-files.mjs";

const folder = join(root, "server", "generated");
const stamp = join(folder, "schema.sha256");

/** @returns {Promise<boolean>} whether it had to be made */
export async function ensurePrismaClient() {
  // The lock file is in it: a new Prisma makes a new client from the same schema.
  const hash = hashOf(root, ["prisma/schema.prisma", "package-lock.json"]);
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (isFresh()) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  return withLock(join(folder, ".lock"), async () => {
    if (isFresh()) return false;
    const { status, stdout, stderr } = await prisma(["generate"]);
    if (status !== 0) throw new Error(`prisma generate failed:\n${stderr || stdout}`);
    writeFileSync(stamp, hash);
    return true;
  });
}
