import { err, ok } from "#core/base/result.ts";
import { seeds } from "#seeds/index.ts";
import { producerOf } from "./sample.ts";
import { defineVerb, STATUS, wrongUse } from "./verb.ts";

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

export const link = defineVerb({
  positionals: [0, 0],
  options: {
    email: { value: "EMAIL", about: "whom it signs in; the sample's producer unless said" },
    base: {
      value: "URL",
      about: "the address of Perigee; unless said PERIGEE_URL, PORT, or where it runs from here",
    },
  },
  async run({ options, database }) {
    if (options.base !== undefined && !isWebAddress(options.base))
      return err(wrongUse(`--base: "${options.base}" is not an address such as http://localhost:3000.`));
    const email = options.email ?? producerOf(seeds[0]?.name ?? "").email;
    await database.open();
    // What is not said is known once the database is open: scripts/environment.mjs.
    const base = options.base ?? process.env.PERIGEE_URL ?? "http://localhost:3000";
    if (!isWebAddress(base))
      return err(wrongUse(`PERIGEE_URL: "${base}" is not an address such as http://localhost:3000.`));
    const { createOneTimeLink } = await import("#server/auth/users.ts");
    const { LINK_LIFETIME_S } = await import("#server/auth/auth.ts");
    const made = await createOneTimeLink(email, base);
    if (made === null)
      return err(
        wrongUse(
          options.email === undefined
            ? "There is no sample producer here. Say whom: --email EMAIL; or perigee seed the-challenge."
            : `There is no user ${email}. Add them: perigee user add --email ${email} --name NAME.`,
        ),
      );
    const hours = LINK_LIFETIME_S / 3600;
    return ok({
      status: STATUS.done,
      json: () => ({ perigee: "link" as const, version: 1 as const, email, link: made, hours }),
      output: () => made,
      notes: [`Signs ${email} in once, within ${hours} hours.`],
    });
  },
});
