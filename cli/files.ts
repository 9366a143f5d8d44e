import { readFile, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { err, ok, type Result } from "#core/base/result.ts";
import { type Refusal, wrongUse } from "./verb.ts";

/** Larger than any production by far. */
const MAX_BYTES = 256 * 1024 * 1024;

/** `npm run perigee` changes to the checkout, and files are named from where the reader is. */
const place = (path: string): string => {
  const { npm_lifecycle_event: script, INIT_CWD: start } = process.env;
  return resolve(script === "perigee" && start ? start : "", path);
};

const why = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOENT") return "there is no such file or folder";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES" || code === "EPERM") return "it may not be opened";
  if (code === "ENOSPC") return "there is no room left; make some, or name another place";
  return error instanceof Error ? error.message : String(error);
};

export async function readText(path: string): Promise<Result<string, Refusal>> {
  try {
    const { size } = await stat(place(path));
    if (size > MAX_BYTES)
      return err(wrongUse(`${path} is too large to be read (${Math.round(size / 1e6)} MB).`));
    return ok((await readFile(place(path), "utf8")).replace(/^\uFEFF/, ""));
  } catch (error) {
    return err(wrongUse(`${path} cannot be read: ${why(error)}.`));
  }
}

export async function write(path: string, content: string | Uint8Array): Promise<Result<null, Refusal>> {
  try {
    await writeFile(place(path), content);
    return ok(null);
  } catch (error) {
    return err(wrongUse(`${path} cannot be written: ${why(error)}.`));
  }
}

export const isFile = (path: string): Promise<boolean> =>
  stat(place(path)).then(
    (found) => found.isFile(),
    () => false,
  );
