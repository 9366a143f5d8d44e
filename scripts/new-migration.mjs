// npm run db:new-migration -- <name>: writes what prisma/schema.prisma has beyond the migrations as a new migration.
// Prisma replays the migrations in a scratch database of its own; nothing of yours is touched.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDatabase, migrationsFolder } from "./environment.mjs";
import { DIFF, prisma } from "./prisma.mjs";

const LOCK = '# Read by Prisma: which database these migrations are for.\nprovider = "postgresql"\n';

const name = process.argv[2]
  ?.trim()
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, "_");
if (!name) {
  console.error("Use: npm run db:new-migration -- <name>");
  process.exit(2);
}
await ensureDatabase();
mkdirSync(migrationsFolder, { recursive: true });
writeFileSync(join(migrationsFolder, "migration_lock.toml"), LOCK);
const { status, stdout, stderr } = await prisma([...DIFF, "--script", "--exit-code"]);
if (status === 0) {
  console.log("The migrations already make what the schema says.");
} else if (status === 2) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), stdout);
  console.log(`Wrote ${join(folder, "migration.sql")}. Read it, then: npm run db:migrate`);
} else {
  console.error(stderr || stdout);
  process.exitCode = 1;
}
