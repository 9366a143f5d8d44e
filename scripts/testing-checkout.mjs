// For tests of the checks: a tiny checkout of given files in a temporary folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * @template T
 * @param {Record<string, string>} files path → content
 * @param {(root: string) => T} use
 * @returns {T}
 */
export function withCheckout(files, use) {
  const root = mkdtempSync(join(tmpdir(), "checkout-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
