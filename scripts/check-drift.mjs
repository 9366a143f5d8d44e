// The written migrations make exactly the database that prisma/schema.prisma describes. Needs DATABASE_URL or the embedded server.
import { ensureDatabase } from "./environment.mjs";
import { DIFF, prisma } from "./prisma.mjs";

await ensureDatabase();
const { status, stdout, stderr } = await prisma([...DIFF, "--exit-code"]);
if (status === 0) console.log("The migrations make what the schema says.");
else
  console.error(
    status === 2 ? `${stdout}\nMake a migration: npm run db:new-migration -- <name>` : stderr || stdout,
  );
process.exitCode = status === 0 ? 0 : 1;
