import { expect, test } from "vitest";
import { verbs } from "./index.ts";
import { manual } from "./testing-manual.ts";

test("docs/cli.md is what the verbs say (npx vitest run cli/manual --update writes it)", async () => {
  await expect(await manual(verbs)).toMatchFileSnapshot("../docs/cli.md");
});
