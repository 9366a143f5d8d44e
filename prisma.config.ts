import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma would download its schema engine; ours speaks the same protocol and comes from npm. Prisma loads this file before it looks.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL("./scripts/schema-engine.mjs", import.meta.url),
);

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // `generate` and `validate` need no database, so an unset URL is not yet an error.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://unset.invalid/unset" },
});
