import { err, ok, type Result } from "#core/base/result.ts";
import { seeds } from "#seeds/index.ts";
import type { User } from "#server/user.ts";
import { bundleFrom } from "./bundle-file.ts";
import { producerOf } from "./sample.ts";
import { sentenceOf } from "./sentence.ts";
import { defineVerb, type Refusal, STATUS, wrongUse } from "./verb.ts";

/** A production has an owner, or nobody would see it. */
async function ownerOf(asked?: string): Promise<Result<User, Refusal>> {
  const { userByEmail } = await import("#server/auth/users.ts");
  const user = await userByEmail(asked ?? producerOf(seeds[0]?.name ?? "").email);
  if (user) return ok(user);
  return err(
    wrongUse(
      asked === undefined
        ? "Say who owns it: --owner EMAIL."
        : `There is no user ${asked}. Add them: perigee user add --email ${asked} --name NAME.`,
    ),
  );
}

export const importVerb = defineVerb({
  positionals: [1, 1],
  options: { owner: { value: "EMAIL", about: "who owns it; the sample's producer unless said" } },
  async run({ positionals: [path = ""], options, database }) {
    const bundle = await bundleFrom(path);
    if (!bundle.ok) return bundle;
    await database.open();
    const owner = await ownerOf(options.owner);
    if (!owner.ok) return owner;
    const { createProductionFromBundle } = await import("#server/productions.ts");
    const made = await createProductionFromBundle(bundle.value, owner.value);
    if (!made.ok) return err(wrongUse(`${path} cannot be imported. ${sentenceOf(made.error)}`));
    const { slug, title } = made.value;
    const names = bundle.value.scenarios.map(({ scenario }) => scenario.name);
    return ok({
      status: STATUS.done,
      json: () => ({
        perigee: "import" as const,
        version: 1 as const,
        production: { slug, title },
        scenarios: names,
        owner: owner.value.email,
      }),
      output: () => `${slug}: ${title}, scenarios ${names.join(", ")}; owned by ${owner.value.email}`,
    });
  },
});
