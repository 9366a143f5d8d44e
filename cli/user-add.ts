import { err, ok, type Result } from "#core/base/result.ts";
import { didYouMean } from "./nearest.ts";
import { findBySlug } from "./plan-source.ts";
import { newPassword } from "./sample.ts";
import { sentenceOf } from "./sentence.ts";
import { type Call, defineVerb, type Refusal, STATUS, wrongUse } from "./verb.ts";

const options = {
  email: { value: "EMAIL", about: "mail address, with which they sign in" },
  name: { value: "NAME", about: "how they are called" },
  password: { value: "PASSWORD", about: "at least 10 characters; without it, one is made up and shown once" },
  production: { value: "SLUG", about: "make them a member of this production" },
  role: { value: "ROLE", about: "viewer, planner or owner of it; viewer unless said" },
} as const;
type Asked = Call<typeof options>["options"];

async function roleAsked({ production, role }: Asked) {
  const { ROLES } = await import("#server/permissions.ts");
  if (role !== undefined && production === undefined)
    return err(wrongUse("A role is for a production: --production SLUG."));
  const found = ROLES.find((each) => each === (role ?? "viewer"));
  return found
    ? ok(found)
    : err(wrongUse(`There is no role "${role}". ${didYouMean(role ?? "", ROLES, "The roles are")}`));
}

interface Added {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly isNew: boolean;
  readonly password: string | null;
}

/** Somebody new; or who is known already, when they are to become a member. */
async function addOrFind({ email, name, password, production }: Asked): Promise<Result<Added, Refusal>> {
  const { createUser, newUser, userByEmail } = await import("#server/auth/users.ts");
  const known = production === undefined ? null : await userByEmail(email ?? "");
  if (known && password !== undefined)
    return err(wrongUse(`${known.email} is a user already: leave --password out to make them a member.`));
  if (known) return ok({ user: known, isNew: false, password: null });
  const made = password ?? newPassword();
  const user = newUser.safeParse({ email, name, password: made });
  if (!user.success)
    return err(
      wrongUse(user.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}.`).join("\n")),
    );
  const created = await createUser(user.data);
  return created.ok
    ? ok({ user: created.value, isNew: true, password: password === undefined ? made : null })
    : err(wrongUse(`${created.error}.`.replace("..", ".")));
}

export const userAdd = defineVerb({
  positionals: [0, 0],
  options,
  async run({ options: asked, database }) {
    if (asked.email === undefined || asked.name === undefined)
      return err(wrongUse("Say who: --email EMAIL --name NAME."));
    const role = await roleAsked(asked);
    if (!role.ok) return role;
    await database.open();
    const production = asked.production === undefined ? null : await findBySlug(asked.production, database);
    if (production && !production.ok) return production;
    const added = await addOrFind(asked);
    if (!added.ok) return added;
    const { user, isNew, password } = added.value;
    if (production) {
      const { setMember } = await import("#server/members.ts");
      const member = await setMember(production.value.id, user.email, role.value, null);
      if (!member.ok) return err(wrongUse(sentenceOf(member.error)));
    }
    return ok({
      status: STATUS.done,
      json: () => ({
        perigee: "user add" as const,
        version: 1 as const,
        email: user.email,
        name: user.name,
        isNew,
        password,
        production: production?.value.slug ?? null,
        role: production ? role.value : null,
      }),
      output: () =>
        [
          `${user.name} (${user.email}) ${isNew ? "can sign in" : "was known already"}${production ? `, and is ${role.value} of ${production.value.title}` : ""}.`,
          ...(password === null ? [] : [`Password, shown this once: ${password}`]),
        ].join("\n"),
      notes: production
        ? []
        : ["Member of no production yet: run it again with --production SLUG --role ROLE."],
    });
  },
});
