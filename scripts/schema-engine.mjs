#!/usr/bin/env node
// Stands in for the `schema-engine` program Prisma would download: the same JSON-RPC on standard input and output,
// answered by Prisma's own engine compiled to WebAssembly, over the same driver the application uses.
// prisma.config.ts names this file. To see its log: DEBUG='prisma:schemaEngine*' npx prisma …
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as runtime from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { parse } from "pg-connection-string";

/** PostgreSQL's catalogue type `"char"`, and the blank-padded character type the driver does know. */
const CATALOGUE_CHAR = 18;
const BPCHAR = 1042;

/** What Prisma calls the failures PostgreSQL and the network report; anything else is "cannot reach the server". */
const PRISMA_CODES = { "3D000": "P1003", "28P01": "P1000" };

const { values: options, positionals } = parseArgs({
  options: {
    datamodels: { type: "string", multiple: true, default: [] },
    datasource: { type: "string", default: "{}" },
    version: { type: "boolean" },
  },
  allowPositionals: true,
  strict: false,
});
const { url, shadowDatabaseUrl } = JSON.parse(options.datasource);

const log = (level, fields) =>
  process.stderr.write(`${JSON.stringify({ level, fields, target: "schema_engine::logger" })}\n`);

async function run(target, database, sql) {
  const client = new pg.Client({ ...target, database });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The verbs Prisma calls without JSON-RPC, before it talks to a database that may not exist yet. */
async function once(verb) {
  const target = parse(url);
  const database = pg.escapeIdentifier(target.database);
  process.stderr.write("\n"); // Prisma's parser skips the first line
  try {
    if (verb === "can-connect-to-database") await run(target, target.database, "SELECT 1");
    if (verb === "create-database") await run(target, "postgres", `CREATE DATABASE ${database}`);
    if (verb === "drop-database") {
      await run(target, "postgres", `DROP DATABASE ${database} WITH (FORCE)`);
      log("INFO", { message: "The database was successfully dropped." });
    }
  } catch (error) {
    log("ERROR", { error_code: PRISMA_CODES[error.code] ?? "P1001", message: error.message || error.code });
    process.exitCode = 1;
  }
}

/**
 * The driver refuses `"char"`, which the engine's own introspection queries return.
 * Such columns pass the driver as bpchar and reach the engine as characters.
 */
const charColumns = new Set();
function letCharThrough() {
  const query = pg.Pool.prototype.query;
  pg.Pool.prototype.query = async function (...args) {
    const result = await query.apply(this, args);
    charColumns.clear();
    for (const field of result?.fields ?? []) {
      if (field.dataTypeID !== CATALOGUE_CHAR) continue;
      field.dataTypeID = BPCHAR;
      charColumns.add(field.name);
    }
    return result;
  };
}

async function withChar(connecting) {
  const connection = await connecting;
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, column) =>
      charColumns.has(result.columnNames[column]) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return connection;
}

/**
 * A scratch database for replaying migrations. The driver's own version ignores the scratch name beside a
 * connection string (and would replay on the real database), and drops the scratch while still connected.
 */
async function scratchDatabase() {
  const target = parse(shadowDatabaseUrl ?? url);
  const database = `prisma_shadow_${randomUUID()}`;
  await run(target, "postgres", `CREATE DATABASE "${database}"`);
  const connection = await new PrismaPg({ ...target, database }).connect();
  const dispose = connection.dispose.bind(connection);
  connection.dispose = async () => {
    await dispose();
    await run(target, "postgres", `DROP DATABASE "${database}" WITH (FORCE)`);
  };
  return connection;
}

function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => log("ERROR", { is_panic: true, message }),
  };
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = new WebAssembly.Module(readFileSync(glue.replace(/\.js$/, ".wasm")));
  const { exports } = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": runtime });
  runtime.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

async function serve() {
  loadEngine();
  letCharThrough();
  const main = new PrismaPg(parse(url));
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: main.provider,
    adapterName: main.adapterName,
    connect: () => withChar(main.connect()),
    connectToShadowDb: () => withChar(scratchDatabase()),
  });
  const files = options.datamodels.map((path) => [path, readFileSync(path, "utf8")]);
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    try {
      // An empty list of schemas panics inside the engine; none at all does not.
      const datamodels = files.length > 0 ? files : undefined;
      engine ??= await runtime.SchemaEngine.new({ datamodels }, () => {}, factory);
      const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
      if (result?.stdout) send({ id: 0, method: "print", params: { content: result.stdout } });
      send({ id, result: result ?? null });
    } catch (error) {
      const message = error.message ?? String(error);
      send({ id, error: { code: 4466, message, data: { message, error_code: error.code } } });
    }
  }
  process.exit();
}

if (options.version) console.log("schema-engine-wasm");
else if (positionals[0] === "cli") await once(positionals[1]);
else await serve();
