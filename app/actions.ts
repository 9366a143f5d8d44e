"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { err, ok } from "#core/base/result.ts";
import { formatOf } from "#interchange/index.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { signedInAction } from "#server/action.ts";
import { createProductionFromBundle } from "#server/productions.ts";

const SHOWN_PROBLEMS = 5;

/** A production from a file. With any fault nothing is imported; the first faults are named by their paths. */
export const importProduction = signedInAction(
  z.object({ name: z.string(), text: z.string() }),
  async ({ name, text }, user) => {
    const read = formatOf(name).read(text);
    if (!read.ok) {
      const shown = read.error
        .slice(0, SHOWN_PROBLEMS)
        .map(({ path, message }) => (path ? `${path}: ${message}` : message));
      const more = read.error.length - shown.length;
      return err({
        kind: "refused",
        message: [...shown, ...(more > 0 ? [`and ${more} more`] : []), "Nothing was imported."].join("\n"),
      });
    }
    const made = await createProductionFromBundle(read.value, user);
    if (!made.ok) return made;
    revalidatePath("/");
    return ok({ slug: made.value.slug });
  },
);

/** The sample, as a production of one's own. */
export const addSample = signedInAction(z.object({}), async (_, user) => {
  const made = await createProductionFromBundle(theChallenge(), user);
  if (!made.ok) return made;
  revalidatePath("/");
  return ok({ slug: made.value.slug });
});
