import * as z from "zod";
import { err, ok, type Result } from "#core/base/result.ts";
import { stripId } from "#core/model/ids.ts";
import { mustStrips, stripsOfScenes } from "#core/solve/why/together/asked.ts";
import type { WhyTogether } from "#core/solve/why/together/together.ts";
import type { WhyNot } from "#core/solve/why/why.ts";
import { perform } from "../perform.ts";
import { seenBy } from "../seen-by.ts";
import { planOfScenario } from "../snapshots.ts";
import type { User } from "../user.ts";
import { askWhy, askWhyTogether } from "./asking.ts";

const asking = { scenarioId: z.string(), isLonger: z.boolean() };
/**
 * Why a strip has no place; or of scenes by their numbers, `null`: of everything that must be shot, whether they can all be in.
 * `isLonger`: the first look did not try every way out.
 */
export const question = z.union([
  z.strictObject({ ...asking, stripId }),
  z.strictObject({ ...asking, scenes: z.array(z.string().max(40)).max(1_000).nullable() }),
]);
/** Ways out are sought so long, and so long when somebody asks again; the conflict itself comes before them. */
const SECONDS = 8;
const LONGER_SECONDS = 60;
/**
 * Several scenes: how much is looked at, so that the same question has the same answer; and how long somebody waits at the most, for
 * on a busy machine the steps take longer.
 */
const TOGETHER = { steps: 1_500, seconds: 30 };
const TOGETHER_LONGER = { steps: 8_000, seconds: 120 };

const PLACED = "This strip has a place, or is gone: the plan has changed. Reload the page.";

/** A question about the plan as it is now: what is known so far is told as it comes, the answer last. */
interface Opened {
  readonly revision: number;
  run(how: {
    readonly onTold: (why: WhyNot | WhyTogether) => void;
    readonly signal: AbortSignal;
  }): Promise<Result<WhyNot | WhyTogether, string>>;
}

/** Opens a question, if whoever asks may see the plan. It is worked out beside the server; nothing is saved. */
export const openQuestion = (raw: unknown, user: () => Promise<User | null>) =>
  perform(
    "plan.view",
    question,
    async (asked, { production, role, user: { id: by } }) => {
      const plan = await planOfScenario(production.id, asked.scenarioId);
      if (!plan) return err({ kind: "not-found" });
      const snapshot = seenBy(role, plan.snapshot);
      const { revision } = snapshot.scenario;
      if ("stripId" in asked) {
        const one = { snapshot, stripId: asked.stripId, seconds: asked.isLonger ? LONGER_SECONDS : SECONDS };
        return ok<Opened>({
          revision,
          async run({ onTold, signal }) {
            const answer = await askWhy(one, by, { onTold: (why) => why && onTold(why), signal });
            return !answer.ok ? answer : answer.value ? ok(answer.value) : err(PLACED);
          },
        });
      }
      const strips = asked.scenes ? stripsOfScenes(snapshot, asked.scenes) : ok(mustStrips(snapshot));
      if (!strips.ok) return err({ kind: "refused", message: strips.error });
      const stripIds = strips.value.map(({ id }) => id);
      const much = asked.isLonger ? TOGETHER_LONGER : TOGETHER;
      return ok<Opened>({ revision, run: (how) => askWhyTogether({ snapshot, stripIds, ...much }, by, how) });
    },
    raw,
    user,
  );
