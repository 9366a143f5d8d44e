import type { Finding } from "#core/model/finding.ts";
import { type Repairs, seekRepairs } from "#core/repair/repairs.ts";
import type { Checked } from "#core/rules/check.ts";

/** Long enough to be worth it, short enough that a page stays quick: a frame at 60 a second. */
const SLICE_MS = 16;

/** What would mend a finding, sought in slices between which the page is drawn. */
export async function seek(
  checked: Checked,
  finding: Finding,
  onJudged: (judged: number) => void,
): Promise<Repairs> {
  const seeking = seekRepairs(checked, finding);
  for (;;) {
    const until = performance.now() + SLICE_MS;
    let step = seeking.next();
    while (!step.done && performance.now() < until) step = seeking.next();
    if (step.done) return step.value;
    onJudged(step.value);
    await new Promise((resume) => setTimeout(resume));
  }
}
