import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";

const rules = "core/rules";
const mutated = `${rules}/${process.env.PERIGEE_MUTATED}`;
const isRule = /\bdefineRule\(/.test(readFileSync(`${mutated}.ts`, "utf8"));

const cost = ({ moduleId }) =>
  moduleId.endsWith(`/${mutated}.test.ts`) ? 0 : moduleId.endsWith(".property.test.ts") ? 2 : 1;

// What mutants of core/rules are tried against: a rule, its own test alone; what rules share, the tests of all of them and the
// properties, these last: most mutants are noticed before.
// biome-ignore lint/style/noDefaultExport: vitest reads it
export default defineConfig({
  test: {
    include: isRule ? [`${mutated}.test.ts`] : [`${rules}/**/*.test.ts`],
    exclude: [`${rules}/index.test.ts`],
    setupFiles: ["scripts/mutation.setup.mjs"],
    isolate: false, // what all tests import is read once
    sequence: {
      sequencer: class extends BaseSequencer {
        sort = async (files) => files.toSorted((a, b) => cost(a) - cost(b));
      },
    },
    testTimeout: 60_000,
  },
});
