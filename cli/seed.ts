import { err, ok, type Result } from "#core/base/result.ts";
import { seeds } from "#seeds/index.ts";
import type { DatabaseDoor } from "./database.ts";
import { didYouMean } from "./nearest.ts";
import { newPassword, producerOf } from "./sample.ts";
import { defineVerb, type Refusal, STATUS, wrongUse } from "./verb.ts";

interface Producer {
  readonly id: string;
  readonly email: string;
  /** Null for one who was there before. */
  readonly password: string | null;
}

async function producerFor(seedName: string, wanted?: string): Promise<Result<Producer, Refusal>> {
  const { createUser, newUser, userByEmail } = await import("#server/auth/users.ts");
  const { name, email } = producerOf(seedName);
  const known = await userByEmail(email);
  if (known) return ok({ id: known.id, email, password: null });
  const password = wanted ?? newPassword();
  const user = newUser.safeParse({ name, email, password });
  if (!user.success) return err(wrongUse(user.error.issues.map((issue) => issue.message).join(" ")));
  const made = await createUser(user.data);
  if (made.ok) return ok({ id: made.value.id, email, password });
  const other = await userByEmail(email); // made meanwhile by another start
  return other ? ok({ id: other.id, email, password: null }) : err(wrongUse(made.error));
}

const find = async (slug: string, door: DatabaseDoor) =>
  (await door.open()).production.findUnique({ where: { slug }, select: { slug: true, title: true } });

export const seed = defineVerb({
  positionals: [1, 1],
  options: {
    password: {
      value: "PASSWORD",
      about: "of the sample's producer; without it, one is made up and shown once",
    },
  },
  async run({ positionals: [name = ""], options, database }) {
    const found = seeds.find((each) => each.name === name);
    if (!found) {
      const names = seeds.map((each) => each.name);
      return err(wrongUse(`There is no seed "${name}". ${didYouMean(name, names, "The seeds are")}`));
    }
    const answer = (
      production: { slug: string; title: string },
      isNew: boolean,
      producer: Omit<Producer, "id">,
    ) =>
      ok({
        status: STATUS.done,
        json: () => ({
          perigee: "seed" as const,
          version: 1 as const,
          production,
          isNew,
          email: producer.email,
          password: producer.password,
        }),
        output: () =>
          [
            isNew
              ? `${production.title} is written: ${production.slug}`
              : `${production.title} is there already, and was left as it is: ${production.slug}`,
            ...(producer.password === null
              ? []
              : [`Its producer: ${producer.email}, password ${producer.password} (shown this once)`]),
          ].join("\n"),
      });

    const bundle = found.build();
    const { slug, title } = bundle.production;
    const there = await find(slug, database);
    if (there) return answer(there, false, { ...producerOf(name), password: null });
    const producer = await producerFor(name, options.password);
    if (!producer.ok) return producer;
    const { insertBundle } = await import("#server/db/bundles.ts");
    try {
      await insertBundle(bundle, producer.value.id);
    } catch (error) {
      const meanwhile = await find(slug, database);
      if (!meanwhile) throw error;
      return answer(meanwhile, false, producer.value);
    }
    return answer({ slug, title }, true, producer.value);
  },
});
